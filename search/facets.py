"""Numbers beside the links that narrow a search: each facet under all filters but its own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Filters:
    """What the visitor has chosen; an empty string chooses nothing."""

    kind: str = ""
    department: str = ""  # Department.code
    topic: str = ""  # Topic.slug


NO_FILTERS = Filters()


@dataclass(frozen=True)
class Facet:
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Group:
    """Documents of one kind and department: how many, and how many of the topic chosen."""

    kind: str
    department: str | None
    department_name: str | None
    documents: int
    of_topic: int

    def is_of(self, *, kind: str = "", department: str = "") -> bool:
        return kind in ("", self.kind) and department in ("", self.department)


@dataclass(frozen=True)
class Counts:
    """`unfiltered` is the number of matches whatever is chosen, `total` under all filters."""

    unfiltered: int = 0
    total: int = 0
    kinds: tuple[Facet, ...] = ()
    departments: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()


def add_up(groups: Sequence[Group], topics: Iterable[Facet], filters: Filters) -> Counts:
    """Make the facets from groups that only the topic has narrowed, in the order of the groups."""
    kind, department = filters.kind, filters.department
    chosen = [group for group in groups if group.is_of(kind=kind, department=department)]
    return Counts(
        unfiltered=sum(group.documents for group in groups),
        total=sum(group.of_topic for group in chosen),
        kinds=_facets(
            (group.kind, group.kind, group.of_topic)
            for group in groups
            if group.is_of(department=department)
        ),
        departments=_facets(
            (group.department, group.department_name, group.of_topic)
            for group in groups
            if group.is_of(kind=kind)
        ),
        topics=tuple(topics),
    )


def _facets(rows: Iterable[tuple[str | None, str | None, int]]) -> tuple[Facet, ...]:
    """Sum up by value; documents without a value are not offered."""
    numbers: Counter[tuple[str, str]] = Counter()
    for value, label, number in rows:
        if value and label:
            numbers[value, label] += number
    return tuple(Facet(*key, count=number) for key, number in numbers.items() if number)
