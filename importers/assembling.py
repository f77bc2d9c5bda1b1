"""From the rows of a table to records: convert each cell once, join the rows of one item."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from importers.converting.lists import split_entries
from importers.converting.reading import NOTHING, Hint, Reading, Remark, Values
from importers.converting.text import one_line, plain
from importers.kinds.columns import Column
from importers.mapping.columns import ColumnMapping, MappedColumn
from importers.reading import FileProblem, Row, Table
from importers.reading.cells import Cell, letters
from importers.records import CellProblem, Record, identities_agree

UNIT_MISSING = "limit_without_unit"
LONGEST_QUOTE = 200


@dataclass
class Part:
    """What one row of the table says: about the item, and one row for each child table."""

    number: int
    values: Values = field(default_factory=dict)
    children: dict[str, Values] = field(default_factory=dict)
    problems: list[CellProblem] = field(default_factory=list)
    cells: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    """What the assembler must know of a kind: its columns, identity, and the key of child rows."""

    columns: Mapping[str, Column]
    identity: Sequence[str]
    child_keys: Mapping[str, str]  # "materials" → "name"; rows without it are no rows
    listed: frozenset[str] = frozenset()  # children of which one cell may hold several
    no_rows: frozenset[str] = frozenset()  # words that say there are none, such as 无需材料


class Assembler:
    """Reads one table. `placeholders` counts the cells of each column that said 无."""

    def __init__(self, table: Table, mapping: ColumnMapping, shape: Shape) -> None:
        self.table = table
        self.shape = shape
        columns = [column for column in mapping.columns if column.field in shape.columns]
        self._columns = sorted(columns, key=lambda column: -column.score)
        self._memo: dict[tuple[int, type, Cell], Reading] = {}
        self.placeholders: dict[int, int] = {}

    def records(self) -> list[Record]:
        """Return the records in the order of the table; no row is lost."""
        groups = self._group([self._read(row) for row in self.table.rows])
        several = any(len(group) > 1 for group in groups)
        return [self._join(group, one_a_row=several) for group in groups]

    def crossing_merges(self, records: Sequence[Record]) -> Iterator[FileProblem]:
        """Tell merged cells that begin in one record of several rows and end in another."""
        owner = {number: i for i, record in enumerate(records) for number in record.rows}
        for span in self.table.spans:
            touched = {owner[n] for n in range(span.first, span.last + 1) if n in owner}
            inside = range(span.first, span.last + 1)
            cut = any(
                len(records[i].rows) > 1 and any(n not in inside for n in records[i].rows)
                for i in touched
            )
            if len(touched) > 1 and cut:
                where = (
                    f"{letters(span.column + 1)}{span.first}:{letters(span.column + 1)}{span.last}"
                )
                message = f"合并单元格 {where} 跨过了两个事项的分界，已把值填到每一行，请核对。"
                yield FileProblem(message, sheet=self.table.sheet, row=span.first)

    def _read(self, row: Row) -> Part:
        part = Part(row.number)
        for column in self._columns:
            spec = self.shape.columns[str(column.field)]
            self._take(part, column, spec, row.cells[column.column - 1])
        return part

    def _take(self, part: Part, column: MappedColumn, spec: Column, cell: Cell) -> None:
        target = part.children.setdefault(spec.child, {}) if spec.child else part.values
        if spec.name in target and spec.field in self.shape.identity:
            return  # a second column for the same field only fills gaps
        reading = self._convert(column, spec, cell)
        if reading.placeholder:
            self.placeholders[column.column] = self.placeholders.get(column.column, 0) + 1
        if not reading.values and not reading.remarks:
            return
        where = f"{letters(column.column)}{part.number}"
        for remark in reading.remarks:
            part.problems.append(_problem(remark, spec.field, where, _quote(cell)))
        for name, value in reading.values.items():
            known = target.setdefault(name, value)
            part.cells.setdefault(f"{spec.child}.{name}" if spec.child else name, where)
            if known != value:
                message = f"与 {part.cells.get(name, '别的列')} 的内容不一致，采用了前者。"
                part.problems.append(
                    CellProblem("two_values", message, "warning", spec.field, where, _quote(cell))
                )

    def _convert(self, column: MappedColumn, spec: Column, cell: Cell) -> Reading:
        if cell is None:
            return NOTHING
        key = column.column, type(cell), cell
        reading = self._memo.get(key)
        if reading is None:
            reading = spec.read(cell, Hint(column.header, column.unit))
            self._memo[key] = reading
        return reading

    def _group(self, parts: Sequence[Part]) -> list[list[Part]]:
        """Join rows of one item: it is repeated, or only the columns of a child are filled."""
        has_children = any(self.shape.columns[str(c.field)].child for c in self._columns)
        groups: list[list[Part]] = []
        for part in parts:
            if groups and has_children and self._continues(groups[-1][0], part):
                groups[-1].append(part)
            else:
                groups.append([part])
        return groups

    def _continues(self, first: Part, part: Part) -> bool:
        if any(name in part.values for name in self.shape.identity):
            return identities_agree(first.values, part.values, self.shape.identity)
        return any(part.children.values())

    def _join(self, group: Sequence[Part], *, one_a_row: bool) -> Record:
        first = group[0]
        record = Record(
            sheet=self.table.sheet,
            row=first.number,
            rows=[part.number for part in group],
            values=dict(first.values),
            problems=[problem for part in group for problem in part.problems],
            cells=dict(first.cells),
        )
        for part in group[1:]:
            _add_row(record, part)
        for child, key in self.shape.child_keys.items():
            rows = [
                row for part in group for row in self._child_rows(record, part, child, one_a_row)
            ]
            if rows:
                record.values[child] = _without_repeats(record, rows, child, key)
        _forget_missing_units(record)
        return record

    def _child_rows(self, record: Record, part: Part, child: str, one_a_row: bool) -> list[Values]:
        row = dict(part.children.get(child, {}))
        name = row.pop(self.shape.child_keys[child], None)
        if name in self.shape.no_rows or (name is None and not row):
            return []
        cell = next((c for f, c in part.cells.items() if f.startswith(f"{child}.")), None)
        if name is None:
            message = "这一行没有名称，其余各格没有导入。"
            record.problems.append(CellProblem("no_name", message, "warning", child, cell))
            return []
        key = self.shape.child_keys[child]
        if child not in self.shape.listed:
            return [{key: name, **row}]
        entries = [" ".join(split_entries(one_line(name)))] if one_a_row else split_entries(name)
        if len(entries) > 1 and row:
            message = (
                f"一格里有 {len(entries)} 项，份数等无法对应到每一项，没有导入；请一行写一项。"
            )
            record.problems.append(CellProblem("several_in_cell", message, "warning", child, cell))
            row = {}
        return [{key: entry, **row} for entry in entries if entry]


def _quote(cell: Cell) -> str | None:
    """What the file says, short enough for a message."""
    return (plain(cell) or "")[:LONGEST_QUOTE] or None


def _problem(remark: Remark, field: str, cell: str, value: str | None) -> CellProblem:
    return CellProblem(remark.rule, remark.message, remark.severity, field, cell, value)


def _add_row(record: Record, part: Part) -> None:
    for name, value in part.values.items():
        if name not in record.values:
            record.values[name] = value
            record.cells = {**record.cells, name: part.cells[name]}
        elif record.values[name] != value:
            record.disagrees = True
            message = f"同一事项的第 {record.row} 行和第 {part.number} 行内容不一致，无法判断以哪一行为准。"
            record.problems.append(
                CellProblem(
                    "rows_disagree",
                    message,
                    "error",
                    name,
                    part.cells[name],
                    str(value)[:LONGEST_QUOTE],
                )
            )


def _without_repeats(
    record: Record, rows: Sequence[Values], child: str, key: str
) -> list[dict[str, Any]]:
    """Rows of a child repeated word for word come from repeated item rows: kept once, and told."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        if row not in kept:
            kept.append(row)
        elif child == "materials":
            message = f"“{row[key]}”在同一事项里重复出现，只保留一次。"
            record.problems.append(CellProblem("repeated_row", message, "warning", child))
    return kept


def _forget_missing_units(record: Record) -> None:
    """A unit that another column supplies is not missing."""
    record.problems = [
        problem
        for problem in record.problems
        if problem.rule != UNIT_MISSING
        or not record.values.get(str(problem.field).replace("_value", "_unit"))
    ]
