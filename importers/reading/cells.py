"""A cell as the file holds it, and as a person reads it."""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

Cell = str | int | float | bool | date | datetime | time | timedelta | None

LARGEST_EXACT = 10**15
"""A spreadsheet keeps 15 digits of a number; the later ones have become zeros."""

# What cannot be seen and only disturbs comparisons: controls, zero width marks, soft hyphen, BOM.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]"
)
_BLANKS = str.maketrans({"\u00a0": " ", "\t": " ", "\r": "\n"})


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_of(cell: Cell) -> str | None:
    """Return what a person reads in the cell, without outer blanks; None when it is empty.

    Numbers have no `.0` and no exponent, dates and times are ISO 8601.
    """
    if cell is None:
        return None
    for kind, read in _READERS:
        if isinstance(cell, kind):
            return read(cell) or None
    return tidy(str(cell)) or None


def tidy(text: str) -> str:
    """Drop what cannot be seen, unify line ends and blanks, trim; inner blanks stay."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").translate(_BLANKS)).strip()


def letters(column: int) -> str:
    """Return the name of a column: 1 is A, 27 is AA."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _number(value: float) -> str | None:
    if not math.isfinite(value):
        return None
    if value.is_integer():
        return f"{value:.0f}"
    exact = Decimal(format(value, ".15g"))
    return format(exact, "f")


def _instant(value: datetime) -> str:
    if (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    return value.isoformat(" ", "seconds" if value.second else "minutes")


def _duration(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    return f"{sign}{hours}:{rest // 60:02}:{rest % 60:02}"


# In this order: a bool is an int, a datetime is a date.
_READERS: tuple[tuple[type, Callable[[Any], str | None]], ...] = (
    (str, tidy),
    (bool, lambda cell: "TRUE" if cell else "FALSE"),
    (int, str),
    (float, _number),
    (timedelta, _duration),
    (datetime, _instant),
    (date, date.isoformat),
    (time, lambda cell: cell.isoformat("seconds" if cell.second else "minutes")),
)
