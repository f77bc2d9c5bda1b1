"""The report in words, for a terminal."""

from collections.abc import Iterator
from typing import Any

STATUS_LABELS = {
    "new": "新增",
    "changed": "有变化",
    "unchanged": "没变化",
    "invalid": "有错误",
    "conflict": "有冲突",
    "ignored": "已忽略",
}
MODES = {"dry-run": "预览，没有写入任何内容", "draft": "存为草稿", "publish": "直接发布"}
MOST_ROWS = 50


def summary(report: dict[str, Any]) -> str:
    """Return what a person wants to know: the totals, then what is wrong, row by row."""
    return "\n".join(_lines(report))


def _lines(report: dict[str, Any]) -> Iterator[str]:
    totals = report["totals"]
    yield f"{report['file']['name']}（{MODES[report['mode']]}）"
    counts = "，".join(f"{label} {totals[name]}" for name, label in STATUS_LABELS.items())
    yield f"共 {totals['rows']} 项：{counts}。"
    for problem in report["problems"]:
        yield f"{'错误' if problem['severity'] == 'error' else '提示'}：{problem['message']}"
    wrong = [row for row in report["rows"] if row["status"] in {"invalid", "conflict"}]
    for row in wrong[:MOST_ROWS]:
        yield f"第 {row['row']} 行 {row['values'].get('name', '')}：{STATUS_LABELS[row['status']]}"
        for problem in row["problems"]:
            if problem["severity"] == "error":
                yield f"  {problem['cell'] or ''} {problem['message']}".rstrip()
    if len(wrong) > MOST_ROWS:
        yield f"……还有 {len(wrong) - MOST_ROWS} 行，用 --json 看完整报告。"
