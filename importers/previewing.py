"""Rows of an import as the preview shows them: what changes, character by character, and why not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diff_match_patch import diff_match_patch

from importers.kinds.base import ImportKind
from importers.models import ImportRow, RowStatus

CONTEXT = 16  # characters of unchanged text shown around a change
SHOWN_WARNINGS = 3
SUMMARISED = 5
SHORT = 24  # characters
IN_TITLE = {"name", "implementing_body"}
_KINDS = {-1: "old", 0: "same", 1: "new"}


@dataclass(frozen=True)
class Piece:
    """A run of text that was taken away, added, or stays."""

    kind: str  # old, new, same
    text: str


@dataclass(frozen=True)
class ShownChange:
    label: str
    pieces: list[Piece]


@dataclass(frozen=True)
class ShownValue:
    field: str
    label: str
    text: str

    @property
    def is_short(self) -> bool:
        return self.field not in IN_TITLE and len(self.text) <= SHORT and "\n" not in self.text


@dataclass(frozen=True)
class ShownProblem:
    severity: str
    cell: str
    label: str
    message: str


@dataclass(frozen=True)
class ShownRow:
    row: ImportRow
    body: str
    changes: list[ShownChange]
    values: list[ShownValue]
    summary: list[ShownValue]
    errors: list[ShownProblem]
    warnings: list[ShownProblem]
    more_warnings: int

    @property
    def is_wrong(self) -> bool:
        return self.row.status in {RowStatus.INVALID, RowStatus.CONFLICT}


def shown_rows(rows: Sequence[ImportRow], kind: ImportKind) -> Iterator[ShownRow]:
    for row in rows:
        values = row.record["values"]
        problems = [_problem(problem, kind) for problem in row.record["problems"]]
        warnings = [problem for problem in problems if problem.severity != "error"]
        readable = list(_values(values, kind))
        yield ShownRow(
            row=row,
            body=str(values.get("implementing_body", "")),
            changes=[
                ShownChange(c["label"], character_diff(c["old"], c["new"])) for c in row.changes
            ],
            values=readable,
            summary=_summary(readable) if row.status == RowStatus.NEW else [],
            errors=[problem for problem in problems if problem.severity == "error"],
            warnings=warnings[:SHOWN_WARNINGS],
            more_warnings=max(0, len(warnings) - SHOWN_WARNINGS),
        )


def _summary(values: Sequence[ShownValue]) -> list[ShownValue]:
    """The short values after name and body: enough to recognise the item."""
    return [value for value in values if value.is_short][:SUMMARISED]


def character_diff(old: str, new: str) -> list[Piece]:
    """Return the pieces of both texts, unchanged stretches shortened in the middle.

    By character: Chinese has no blanks, and a diff by word would mark whole sentences.
    """
    matcher = diff_match_patch()
    diffs = matcher.diff_main(old, new)
    matcher.diff_cleanupSemantic(diffs)
    last = len(diffs) - 1
    return [
        Piece(_KINDS[sign], text if sign else _shortened(text, first=i == 0, last=i == last))
        for i, (sign, text) in enumerate(diffs)
    ]


def _shortened(text: str, *, first: bool, last: bool) -> str:
    """Keep what is next to a change; a text without any change is shown from its start."""
    if len(text) <= 3 * CONTEXT:
        return text
    if first:
        return "…" + text[-CONTEXT:]
    return text[:CONTEXT] + ("…" if last else "…" + text[-CONTEXT:])


def _values(values: Mapping[str, Any], kind: ImportKind) -> Iterator[ShownValue]:
    for field, value in kind.readable(values):
        yield ShownValue(field, kind.label_of(field), value)


def _problem(problem: Mapping[str, Any], kind: ImportKind) -> ShownProblem:
    field = problem["field"]
    return ShownProblem(
        severity=problem["severity"],
        cell=problem["cell"] or "",
        label=kind.label_of(field) if field else "",
        message=problem["message"],
    )
