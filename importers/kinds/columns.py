"""How a kind of import says what it can read: columns, their headers, their converters."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models

from importers.converting.contacts import url
from importers.converting.lists import choice, choices
from importers.converting.numbers import count, day, yes_no
from importers.converting.reading import Converter
from importers.converting.text import line, text
from pages.base.fields import CodeField, CodesField


@dataclass(frozen=True)
class Column:
    """One thing that a table may have a column for.

    `field` is its name in reports; a row of a child table is `materials.name`. `headers` begins
    with the label of the standard, other headers seen in real files follow.
    """

    field: str
    headers: tuple[str, ...]
    read: Converter

    @property
    def label(self) -> str:
        return self.headers[0]

    @property
    def child(self) -> str | None:
        """The child table this column feeds, or None for the record itself."""
        table, dot, _name = self.field.partition(".")
        return table if dot else None

    @property
    def name(self) -> str:
        return self.field.rpartition(".")[2]


def load_headers(path: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return table → field → headers from a file of headers."""
    with path.open("rb") as file:
        tables: dict[str, dict[str, str]] = tomllib.load(file)
    return {
        table: {field: tuple(headers.split()) for field, headers in fields.items()}
        for table, fields in tables.items()
    }


def columns_of(
    model: type[models.Model],
    headers: Mapping[str, tuple[str, ...]],
    special: Mapping[str, Converter],
    child: str | None = None,
) -> list[Column]:
    """Return a column for each header: its converter is special, or follows the model's field."""
    return [
        Column(
            f"{child}.{field}" if child else field,
            names,
            special.get(field) or converter_for(model, field),
        )
        for field, names in headers.items()
    ]


def converter_for(model: type[models.Model], name: str) -> Converter:
    """Return the converter that gives values the model's field can hold."""
    field = getattr(model, name).field
    for kind, make in _CONVERTERS:
        if isinstance(field, kind):
            return make(name, field)
    raise TypeError(f"{model.__name__}.{name}: no converter for {type(field).__name__}")


# In this order: the house's own fields are char and JSON fields too.
_CONVERTERS: tuple[tuple[type, Callable[[str, Any], Converter]], ...] = (
    (CodeField, lambda name, field: choice(name, field.codelist_name)),
    (CodesField, lambda name, field: choices(name, field.codelist_name)),
    (models.BooleanField, lambda name, field: yes_no(name)),
    (models.IntegerField, lambda name, field: count(name)),
    (models.DateField, lambda name, field: day(name)),
    (models.URLField, lambda name, field: url(name)),
    (models.CharField, lambda name, field: line(name, limit=field.max_length)),
    (models.TextField, lambda name, field: text(name, limit=field.max_length)),
)
