"""The register of kinds: each app says what it publishes, so that home and search need not know it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pages.base.models import BasePage
    from pages.base.visibility import Visibility


@dataclass(frozen=True)
class Figure:
    """A number that is proud of itself: 81 项, 92 %."""

    figure: int
    unit: str
    label: str


@dataclass(frozen=True)
class Kind:
    """One kind of publication (办事指南, 政策文件 …)."""

    slug: str
    label: str
    order: int
    page_class: "type[BasePage]"
    index_class: "type[BasePage]"
    # The newest few as the home page shows them, read in a constant number of queries.
    newest: "Callable[[Visibility, int], Iterable[Any]]"
    # How far the reform has come in this kind, in one query.
    progress: "Callable[[Visibility], list[Figure]] | None" = None


_KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    _KINDS[kind.slug] = kind


def kinds() -> list[Kind]:
    """All kinds in the order of the navigation."""
    return sorted(_KINDS.values(), key=lambda kind: kind.order)


def kind(slug: str) -> Kind:
    """Return one kind; KeyError for a slug that no app has registered."""
    return _KINDS[slug]
