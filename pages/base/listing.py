"""Lists of pages: filters as plain links with counts, and paging that cannot fail."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as ResultPage
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, QueryDict

PAGE_SIZE = 20


@dataclass(frozen=True)
class Option:
    label: str
    url: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Filter:
    """One group of links; `clear_url` takes the choice back."""

    name: str
    label: str
    options: list[Option]
    clear_url: str

    @property
    def is_active(self) -> bool:
        return any(option.selected for option in self.options)


def build_filter(
    request: HttpRequest, name: str, label: str, rows: Iterable[tuple[str, str, int]]
) -> Filter:
    """Build a filter from (value, label, count); the choice made is read from the query string."""
    chosen = request.GET.get(name, "")
    options = [
        Option(text, link(request.GET, **{name: value}), count, selected=value == chosen)
        for value, text, count in rows
    ]
    return Filter(name, label, options, clear_url=link(request.GET, **{name: ""}))


def link(query: QueryDict, **changes: str) -> str:
    """Return a query string with some values changed; the page number starts over."""
    changed = query.copy()
    changed.pop("page", None)
    for name, value in changes.items():
        if value:
            changed[name] = value
        else:
            changed.pop(name, None)
    return f"?{changed.urlencode()}"


def paginate(
    request: HttpRequest, rows: "QuerySet[Any] | list[Any]", size: int = PAGE_SIZE
) -> ResultPage[Any]:
    """Return the page asked for; nonsense gives the first, a number too large the last."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


def department_counts(
    pages: "QuerySet[Any]", field: str = "publisher"
) -> list[tuple[str, str, int]]:
    """Return (code, name, count) of the departments that the pages belong to, in one query."""
    rows = (
        pages.order_by()
        .filter(**{f"{field}__isnull": False})
        .values_list(f"{field}__code", f"{field}__name")
        .annotate(number=Count("pk", distinct=True))
        .order_by(f"{field}__sort_order", f"{field}__name")
    )
    return [(code, name, number) for code, name, number in rows]


def of_department(pages: "QuerySet[Any]", code: str) -> "QuerySet[Any]":
    """Narrow pages to those of one publisher; an empty code narrows nothing."""
    return pages.filter(publisher__code=code) if code else pages
