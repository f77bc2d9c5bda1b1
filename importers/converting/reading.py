"""What a converter returns: the values it could read, and what the clerk must be told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from importers.reading.cells import Cell
from importers.reading.problems import Severity

Values = dict[str, Any]


@dataclass(frozen=True)
class Remark:
    """A problem of one cell, before it is known which cell."""

    rule: str
    message: str
    severity: Severity = "error"


@dataclass(frozen=True)
class Reading:
    """Values by field name (a limit gives value, unit and note), none for an empty cell."""

    values: Mapping[str, Any] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    placeholder: bool = False  # the cell held 无, — or another word for nothing


@dataclass(frozen=True)
class Hint:
    """What the header adds to its cells: a unit in brackets, a list-like child column."""

    header: str = ""
    unit: str | None = None


Converter = Callable[[Cell, Hint], Reading]

NOTHING = Reading()
PLACEHOLDER = Reading(placeholder=True)


def unreadable(rule: str, message: str) -> Reading:
    """The value is absent and nothing is guessed."""
    return Reading(remarks=(Remark(rule, message),))
