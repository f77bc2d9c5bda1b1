"""From a file to records of one kind, with everything a clerk must be told of the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from importers.assembling import Assembler
from importers.kinds.base import ImportKind
from importers.mapping.columns import ColumnMapping, map_columns
from importers.reading import (
    Document,
    FileProblem,
    Source,
    Table,
    UnreadableFileError,
    read_document,
)
from importers.reading.cells import is_blank, letters
from importers.records import Record

_SERIAL = re.compile(r"^(序号|编号|行号|项号|No\.?|NO\.?)$", re.IGNORECASE)
LEAST_FIELDS = 2


@dataclass
class Extraction:
    """A file as read: its tables of this kind, their columns, their records."""

    source: Source
    document: Document
    mappings: list[ColumnMapping] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)


def extract(source: Source, kind: ImportKind) -> Extraction:
    """Read a file; raises UnreadableFileError when no visible sheet is a table of this kind."""
    document = read_document(source, kind.dictionary.score)
    found = Extraction(source, document, problems=list(document.problems))
    for table in document.tables:
        mapping = map_columns(table, kind.dictionary, kind.several)
        if not _is_of_kind(mapping, kind):
            found.problems.append(_other_sheet(table, kind))
        elif table.hidden:
            message = f"工作表“{table.sheet}”是隐藏的，没有导入；要导入请先取消隐藏。"
            found.problems.append(FileProblem(message, sheet=table.sheet))
        else:
            _take_table(found, table, mapping, kind)
    if not found.mappings:
        labels = "、".join(f"“{kind.label_of(name)}”" for name in kind.required)
        reasons = "".join(problem.message for problem in found.problems[:3])
        raise UnreadableFileError(
            f"没有找到{kind.label}的表头：前 15 行里要有一行写着{labels}和至少一个别的栏目名。{reasons}"
        )
    return found


def _is_of_kind(mapping: ColumnMapping, kind: ImportKind) -> bool:
    fields = mapping.fields
    return all(name in fields for name in kind.required) and len(fields) >= LEAST_FIELDS


def _other_sheet(table: Table, kind: ImportKind) -> FileProblem:
    return FileProblem(
        f"工作表“{table.sheet}”里没有{kind.label}的表头，没有导入。", sheet=table.sheet
    )


def _take_table(found: Extraction, table: Table, mapping: ColumnMapping, kind: ImportKind) -> None:
    assembler = Assembler(table, mapping, kind.shape)
    records = assembler.records()
    for record in records:
        kind.finish(record, table)
    found.mappings.append(mapping)
    found.records += records
    found.problems += assembler.crossing_merges(records)
    found.problems += _left_out(table, mapping)
    found.problems += _placeholders(table, mapping, assembler)


def _left_out(table: Table, mapping: ColumnMapping) -> Iterator[FileProblem]:
    """Whatever holds text and was not imported is told."""
    for column in mapping.unmapped():
        filled = sum(1 for row in table.rows if not is_blank(row.cells[column.column - 1]))
        if filled and not _SERIAL.match(column.header):
            message = f"{letters(column.column)} 列“{column.header}”没有对应的栏目，{filled} 格内容没有导入。"
            yield FileProblem(message, sheet=table.sheet, row=table.header_rows[-1])
    for text in table.groups:
        message = f"第 {text.number} 行是分组行，没有作为数据：{text.text}"
        yield FileProblem(message, sheet=table.sheet, row=text.number)
    for text in table.footers:
        message = f"第 {text.number} 行是表尾，没有作为数据：{text.text}"
        yield FileProblem(message, sheet=table.sheet, row=text.number)


def _placeholders(
    table: Table, mapping: ColumnMapping, assembler: Assembler
) -> Iterator[FileProblem]:
    for column in mapping.columns:
        number = assembler.placeholders.get(column.column)
        if number:
            message = f"“{column.header}”列有 {number} 格填的是“无”“—”一类的字，按没有填写处理。"
            yield FileProblem(message, sheet=table.sheet)
