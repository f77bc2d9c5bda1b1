// 页面没有这个文件也能用：这里只补三件小事。

// 打印按钮：没有脚本时它不出现，用浏览器自己的菜单打印。
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// 折叠的依据与问答，打印时展开，打完还原。
const folded = () => document.querySelectorAll("details:not([open])");
let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...folded()];
  for (const details of opened) details.open = true;
});
window.addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});

// 表单有错时，焦点先到错误汇总。
document.querySelector("[data-error-summary]")?.focus();
