"""What the home page asks; it knows the kinds only through their register."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail.models import Page

from pages.base.kinds import Kind, kinds
from pages.base.visibility import Visibility

NEWEST = 5


@dataclass(frozen=True)
class Door:
    """One kind on the home page: its column, how many live pages it has, the newest of them."""

    kind: Kind
    column: Page | None
    count: int
    newest: list[Any]


def doors(visibility: Visibility) -> dict[str, Door]:
    """Return slug → door for every kind; one query for all counts and columns, one or two a kind."""
    registered = kinds()
    classes = [kind.page_class for kind in registered] + [kind.index_class for kind in registered]
    types = ContentType.objects.get_for_models(*classes)
    counts = {
        row["content_type"]: row["number"]
        for row in visibility.of(Page.objects.filter(content_type__in=types.values()))
        .values("content_type")
        .annotate(number=Count("pk"))
    }
    columns = {
        page.content_type_id: page
        for page in visibility.of(
            Page.objects.filter(content_type__in=[types[kind.index_class] for kind in registered])
        ).order_by("-path")
    }
    return {
        kind.slug: Door(
            kind=kind,
            column=columns.get(types[kind.index_class].pk),
            count=counts.get(types[kind.page_class].pk, 0),
            newest=list(kind.newest(visibility, NEWEST)),
        )
        for kind in registered
    }
