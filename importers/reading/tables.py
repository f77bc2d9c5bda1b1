"""A sheet as a table: title, notes, header, rows with merged cells filled, groups, footers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.reading.cells import Cell, is_blank, text_of
from importers.reading.grid import Grid, Merge
from importers.reading.headers import NOTE, Header, Vocabulary, find_header
from importers.reading.problems import FileProblem
from importers.reading.rows import RowKind, classify


@dataclass(frozen=True)
class Row:
    """One row of the data area; `cells` is as wide as the header, merged values filled down."""

    number: int
    cells: tuple[Cell, ...]
    group: str | None = None


@dataclass(frozen=True)
class Text:
    """A row that is no record: a group's name or a footer."""

    number: int
    text: str


@dataclass(frozen=True)
class Span:
    """A value merged down: column from 0, first and last row number."""

    column: int
    first: int
    last: int


@dataclass
class Table:
    sheet: str
    hidden: bool
    title: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    header_rows: list[int] = field(default_factory=list)
    header: tuple[str | None, ...] = ()
    rows: list[Row] = field(default_factory=list)
    groups: list[Text] = field(default_factory=list)
    footers: list[Text] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)


def read_table(grid: Grid, vocabulary: Vocabulary) -> Table:
    """Return the table of a sheet; a sheet without a header gives all its rows as data."""
    header = find_header(grid, vocabulary)
    table = Table(sheet=grid.sheet, hidden=grid.hidden)
    top = header.top if header else 0
    if header:
        table.header = header.texts
        table.header_rows = [grid.number(i) for i in range(header.top, header.bottom + 1)]
    for index in range(top):
        _read_line_above(grid, index, table)
    _read_data(grid, header, table)
    return table


def _read_line_above(grid: Grid, index: int, table: Table) -> None:
    """A title, or notes such as 填报单位; the answer may stand in the cell beside the question."""
    open_note = False
    for cell in grid.rows[index]:
        text = text_of(cell)
        if not text:
            continue
        if NOTE.search(text):
            table.notes.append(text)
        elif open_note:
            table.notes[-1] += text
        else:
            table.title.append(text)
        open_note = bool(table.notes) and table.notes[-1].endswith((":", "："))


def _read_data(grid: Grid, header: Header | None, table: Table) -> None:
    first = header.bottom + 1 if header else 0
    width = len(header.texts) if header else grid.width
    filled = _filled_down(grid, first, width, table)
    group: str | None = None
    for index, kind in enumerate(classify(grid, header, first), start=first):
        number = grid.number(index)
        match kind:
            case RowKind.RECORD:
                table.rows.append(Row(number, filled[index - first], group))
            case RowKind.GROUP:
                group = _whole_text(grid.rows[index])
                table.groups.append(Text(number, group))
            case RowKind.FOOTER:
                table.footers.append(Text(number, _whole_text(grid.rows[index])))
            case RowKind.REPEATED_HEADER | RowKind.COUNTING | RowKind.EXAMPLE:
                message = f"第 {number} 行是{kind.value}，没有作为数据：{_whole_text(grid.rows[index])[:60]}"
                table.problems.append(FileProblem(message, sheet=grid.sheet, row=number))
            case RowKind.GAP:
                message = f"第 {number} 行是数据中间的空行，已跳过。"
                table.problems.append(FileProblem(message, sheet=grid.sheet, row=number))
            case RowKind.NOTHING:
                pass


def _whole_text(cells: Sequence[Cell]) -> str:
    return " ".join(filter(None, map(text_of, cells)))


def _filled_down(grid: Grid, first: int, width: int, table: Table) -> list[tuple[Cell, ...]]:
    """Return the data rows, a value that is merged downwards repeated in each row it covers."""
    rows = [
        [row[column] if column < len(row) else None for column in range(width)]
        for row in grid.rows[first:]
    ]
    for merge in grid.merges:
        if merge.top < first or merge.bottom == merge.top or merge.left >= width:
            continue
        value = grid.cell(merge.top, merge.left)
        if not is_blank(value):
            _fill(rows, merge, first, value)
            numbers = grid.number(merge.top), grid.number(merge.bottom)
            table.spans.append(Span(merge.left, *numbers))
    return [tuple(None if is_blank(cell) else cell for cell in row) for row in rows]


def _fill(rows: list[list[Cell]], merge: Merge, first: int, value: Cell) -> None:
    for index in range(merge.top + 1, merge.bottom + 1):
        row = rows[index - first]
        if is_blank(row[merge.left]):  # some programs leave the value in each covered cell
            row[merge.left] = value
