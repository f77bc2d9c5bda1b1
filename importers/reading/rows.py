"""Tell records from what else stands in the data area: groups, footers, gaps, repeated headers."""

import enum
import re
from collections.abc import Sequence

from importers.reading.cells import Cell, is_blank, text_of
from importers.reading.grid import Grid
from importers.reading.headers import Header, row_texts


class RowKind(enum.Enum):
    """The values are the Chinese words in which a skipped row is told."""

    RECORD = "数据"
    GROUP = "分组行"
    FOOTER = "表尾"
    REPEATED_HEADER = "重复的表头"
    COUNTING = "栏次行"
    EXAMPLE = "示例或填写说明"
    GAP = "空行"
    NOTHING = ""


_TOTAL = re.compile(r"^(合计|总计|小计|共计)(?![\u4e00-\u9fff])|^(合计|总计|小计|共计)$")
_FOOTER = re.compile(
    r"^(备注|注|说明|填表说明|填报说明|填报人|填表人|审核人|审批人|负责人|单位负责人|制表人?|经办人"
    r"|联系人|联系电话|填报单位|填报日期|备注说明)\s*\d*\s*[:：]|（盖章）|\(盖章\)|^注\d*[.、]"
)
_GROUP = re.compile(r"^([一二三四五六七八九十]+[、.．]|（[一二三四五六七八九十]+）|[IVX]+[、.])")
_EXAMPLE = re.compile(r"^(示例|样例|范例|例[:：]|填写说明|填写示例|（示例）|\(示例\)|例如)")
_SERIAL_HEADERS = {"序号", "编号", "No.", "NO", "行号", "项号"}
SPARSE = 3


def classify(grid: Grid, header: Header | None, first: int) -> list[RowKind]:
    """Return the kind of every row from `first` on."""
    kinds = [_classify_row(grid, header, index) for index in range(first, len(grid.rows))]
    last = max((i for i, kind in enumerate(kinds) if kind is RowKind.RECORD), default=-1)
    for i, kind in enumerate(kinds):
        if kind is RowKind.GAP and i > last:
            kinds[i] = RowKind.NOTHING
        elif kind is RowKind.GROUP and i > last:
            kinds[i] = RowKind.FOOTER
    return kinds


def _classify_row(grid: Grid, header: Header | None, index: int) -> RowKind:
    row = grid.rows[index]
    filled = [column for column, cell in enumerate(row) if not is_blank(cell)]
    if not filled:
        return RowKind.NOTHING if _covered(grid, index) else RowKind.GAP
    first_text = text_of(row[filled[0]]) or ""
    if header is None:
        return RowKind.RECORD
    if _is_footer(row, filled, first_text):
        return RowKind.FOOTER
    special = _around_header(grid, header, index, first_text)
    if special:
        return special
    if len(filled) == 1 and _is_group(grid, header, index, filled[0]):
        return RowKind.GROUP
    return RowKind.RECORD


def _covered(grid: Grid, index: int) -> bool:
    """Whether a merged cell of a row above reaches into this one."""
    return any(merge.top < index <= merge.bottom for merge in grid.merges)


def _is_footer(row: Sequence[Cell], filled: list[int], text: str) -> bool:
    if _TOTAL.match(text.replace(" ", "")):
        return all(not isinstance(row[c], str) or len(filled) <= SPARSE for c in filled[1:])
    return len(filled) <= SPARSE and bool(_FOOTER.search(text))


def _around_header(grid: Grid, header: Header, index: int, text: str) -> RowKind | None:
    """A header printed again, a row of column numbers, an example under the header."""
    width = len(header.texts)
    column = next((c for c, cell in enumerate(grid.rows[index]) if not is_blank(cell)), 0)
    if grid.cell(index, column) == grid.cell(header.bottom, column) and row_texts(
        grid, index, width
    ) == row_texts(grid, header.bottom, width):
        return RowKind.REPEATED_HEADER
    if index != header.bottom + 1:
        return None
    texts = row_texts(grid, index, width)
    numbers = [cell.strip("()（）栏") for cell in texts if cell]
    if len(numbers) >= SPARSE and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        return RowKind.COUNTING
    return RowKind.EXAMPLE if _EXAMPLE.match(text) else None


def _is_group(grid: Grid, header: Header, index: int, column: int) -> bool:
    """A single text, merged to the right, standing under 序号, or numbered 一、二、."""
    cell = grid.cell(index, column)
    if not isinstance(cell, str):
        return False
    merged = any(m.top == index == m.bottom and m.left <= column < m.right for m in grid.merges)
    title = header.texts[column] if column < len(header.texts) else None
    several = sum(1 for text in header.texts if text) >= SPARSE
    return merged or title in _SERIAL_HEADERS or (several and bool(_GROUP.match(cell.strip())))
