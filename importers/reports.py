"""The machine-readable report of an import. Its shape is a promise (version 1), pinned by a test."""

from collections.abc import Iterable, Mapping
from typing import Any

from importers.extracting import Extraction
from importers.kinds.base import ImportKind
from importers.planning.plan import Plan, PlannedRow
from importers.reading import FileProblem, Source

VERSION = 1
STATUSES = ("new", "changed", "unchanged", "invalid", "conflict", "ignored")
EXIT_CLEAN, EXIT_PARTLY, EXIT_UNREADABLE = 0, 1, 2


def file_part(source: Source, type_: str | None, encoding: str | None) -> dict[str, Any]:
    return {
        "name": source.name,
        "sha256": source.sha256,
        "bytes": len(source.content),
        "type": type_,
        "encoding": encoding,
    }


def problem_part(problem: FileProblem) -> dict[str, Any]:
    return {
        "severity": problem.severity,
        "message": problem.message,
        "sheet": problem.sheet,
        "row": problem.row,
    }


def head_of(extraction: Extraction, plan: Plan) -> dict[str, Any]:
    """Everything of a report but mode, import and rows: what a batch keeps."""
    document = extraction.document
    return {
        "file": file_part(extraction.source, document.type, document.encoding),
        "columns": [
            {
                "sheet": column.sheet,
                "column": column.column,
                "header": column.header,
                "field": column.field,
                "score": column.score,
            }
            for mapping in extraction.mappings
            for column in mapping.columns
        ],
        "problems": [problem_part(p) for p in (*extraction.problems, *plan.problems)],
    }


def import_report(
    kind: ImportKind, extraction: Extraction, plan: Plan, mode: str, import_id: int | None
) -> dict[str, Any]:
    """Return the report of one import, dry or carried out."""
    head = head_of(extraction, plan)
    return {
        "version": VERSION,
        "kind": kind.slug,
        "file": head["file"],
        "mode": mode,
        "import_id": import_id,
        "totals": plan.totals,
        "columns": head["columns"],
        "rows": [row_part(row, kind.shape.columns) for row in plan.rows],
        "problems": head["problems"],
    }


def unreadable_report(kind: str, source: Source | None, mode: str, message: str) -> dict[str, Any]:
    """The same shape for a file that could not be read: no rows, and a problem that says why."""
    source = source or Source("", b"")
    return {
        "version": VERSION,
        "kind": kind,
        "file": file_part(source, None, None),
        "mode": mode,
        "import_id": None,
        "totals": {"rows": 0} | dict.fromkeys(STATUSES, 0),
        "columns": [],
        "rows": [],
        "problems": [problem_part(FileProblem(message, "error"))],
    }


def row_part(row: PlannedRow, order: Iterable[str]) -> dict[str, Any]:
    record = row.record
    return {
        "sheet": record.sheet,
        "row": record.row,
        "status": row.status.value,
        "key": row.key,
        "page": row.page_id,
        "values": ordered(record.values, order),
        "problems": [problem.as_json() for problem in record.problems],
    }


def ordered(values: Mapping[str, Any], order: Iterable[str]) -> dict[str, Any]:
    """Values in the order of the standard, whatever the columns' order in the file."""
    places = {name: position for position, name in enumerate(order)}
    return dict(sorted(values.items(), key=lambda item: places.get(item[0], len(places))))
