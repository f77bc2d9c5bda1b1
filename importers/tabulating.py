"""Any table as it was read, for `read_sheet`: of our kinds or not, nothing converted."""

from collections.abc import Sequence
from typing import Any

from importers.mapping.headers import Dictionary
from importers.reading import Source, Table, read_document
from importers.reading.cells import text_of
from importers.reading.problems import FileProblem
from importers.reports import VERSION, file_part, problem_part


def sheet_report(source: Source, dictionaries: Sequence[Dictionary]) -> dict[str, Any]:
    """Return the tables of a file; raises UnreadableFileError."""

    def score(header: str) -> float:
        return max(dictionary.score(header) for dictionary in dictionaries)

    document = read_document(source, score)
    return {
        "version": VERSION,
        "file": file_part(source, document.type, document.encoding),
        "tables": [_table_part(table, dictionaries) for table in document.tables],
        "problems": [problem_part(problem) for problem in document.problems],
    }


def unreadable_sheet_report(source: Source | None, message: str) -> dict[str, Any]:
    return {
        "version": VERSION,
        "file": file_part(source or Source("", b""), None, None),
        "tables": [],
        "problems": [problem_part(FileProblem(message, "error"))],
    }


def _table_part(table: Table, dictionaries: Sequence[Dictionary]) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "hidden": table.hidden,
        "title": table.title,
        "notes": table.notes,
        "header_rows": table.header_rows,
        "header": list(table.header),
        "columns": [
            {"column": position, "header": header, "field": _field(header, dictionaries)}
            for position, header in enumerate(table.header, start=1)
        ],
        "rows": [
            {"row": row.number, "group": row.group, "values": [text_of(cell) for cell in row.cells]}
            for row in table.rows
        ],
        "groups": [{"row": text.number, "text": text.text} for text in table.groups],
        "footers": [{"row": text.number, "text": text.text} for text in table.footers],
    }


def _field(header: str | None, dictionaries: Sequence[Dictionary]) -> str | None:
    if not header:
        return None
    best = max((d.match(header) for d in dictionaries), key=lambda match: match.score)
    return best.field
