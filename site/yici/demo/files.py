"""The content files: UTF-8 JSON, one file a kind, field names as in the models."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

DATA_DIR = Path(__file__).parent / "data"
_DATES = ("dated_on", "effective_on", "repealed_on", "valid_until")

Record = dict[str, Any]


def read(name: str) -> Any:
    """Return the content of one file (a list of records, or a mapping of such lists)."""
    return json.loads((DATA_DIR / f"{name}.json").read_text(encoding="utf-8"))


def fields_of(record: Record, *, without: set[str]) -> Record:
    """Return what goes into the model as it stands: the dates parsed, the loader's own keys gone."""
    return {
        name: dt.date.fromisoformat(value) if name in _DATES else value
        for name, value in record.items()
        if name not in without
    }
