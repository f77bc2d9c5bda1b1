from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class FileProblem:
    """Something about a file, a sheet or a row that a clerk must be told, in Chinese."""

    message: str
    severity: Severity = "warning"
    sheet: str | None = None
    row: int | None = None  # as the spreadsheet program counts, from 1


class UnreadableFileError(Exception):
    """The file cannot be read at all; the message says in Chinese why and what to do."""
