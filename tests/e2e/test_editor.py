"""The journeys of an editor: write a document and publish it, import a spreadsheet."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.e2e.conftest import Visitor

# One server for all browser tests: they run in one process.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Path:
    """What a department sends: a title row, its own headers, one cell that cannot be read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["云溪县公安局事项清单"])
    sheet.append(
        ["序号", "事项名称", "实施主体", "承诺办结时限（工作日）", "到现场次数", "咨询电话"]
    )
    sheet.append([1, "犬只登记证补发（浏览器导入）", "云溪县公安局", 3, 1, "0980-6110056"])
    sheet.append([2, "养犬变更登记（浏览器导入）", "云溪县公安局", "很快", 1, "0980-6110056"])
    file = tmp_path / "公安局.xlsx"
    book.save(file)
    return file


def test_import_preview_apply(editor: Visitor, spreadsheet: Path) -> None:
    page = editor.open("/admin/imports/new/")
    page.set_input_files("input[type=file]", str(spreadsheet))
    page.get_by_role("button", name="上传并预览").click()
    expect(page.locator("main")).to_contain_text("犬只登记证补发（浏览器导入）")
    expect(page.locator("main")).to_contain_text("很快")
    assert editor.problems == []
    page.get_by_role("button", name=re.compile(r"导入 \d+ 项为草稿")).click()
    expect(page.locator("main")).to_contain_text(re.compile("已导入|导入完成"))
    editor.open("/admin/guides/")
    expect(page.get_by_role("link", name="犬只登记证补发（浏览器导入）").first).to_be_visible()


def test_a_document_is_corrected_and_published(editor: Visitor) -> None:
    page = editor.open("/admin/policies/")
    page.locator("a[href*='/edit/']").first.click()
    expect(
        page.locator("[data-streamfield-stream-count], [data-contentpath='body']").first
    ).to_be_visible()
    page.locator("textarea[name=summary]").fill("浏览器里改过的摘要。")
    page.locator(
        "[data-drilldown-toggle], .footer__container [aria-haspopup], .w-dropdown__toggle"
    ).last.click()
    page.get_by_role("button", name="发布", exact=True).click()
    expect(page.locator(".messages")).to_contain_text("发布")
    assert [problem for problem in editor.problems if "404" in problem or "script" in problem] == []


def test_no_admin_page_asks_for_anything_from_outside(editor: Visitor) -> None:
    for path in (
        "/admin/",
        "/admin/pages/",
        "/admin/guides/",
        "/admin/imports/",
        "/admin/reports/site-history/",
    ):
        editor.open(path)
    assert editor.problems == []
