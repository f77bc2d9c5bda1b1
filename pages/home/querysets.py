"""What the home page asks; it knows the kinds only through their register."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from wagtail.models import Page

from pages.base.kinds import Figure, Kind, kinds
from pages.base.routing import Trail
from pages.base.visibility import Visibility

NEWEST = 5


@dataclass
class Door:
    """One kind on the home page: its column in the menu, how many live pages it has."""

    kind: Kind
    column: Page | None
    count: int
    visibility: Visibility

    @cached_property
    def newest(self) -> list[Any]:
        """The newest few, read only where a template prints them."""
        return list(self.kind.newest(self.visibility, NEWEST))


def progress(visibility: Visibility) -> list[Figure]:
    """Return the figures of every kind that counts its progress."""
    return [figure for kind in kinds() if kind.progress for figure in kind.progress(visibility)]


def doors(visibility: Visibility, trail: Trail | None) -> dict[str, Door]:
    """Return slug → door for every kind; one query for all counts, one or two a kind printed."""
    types = ContentType.objects.get_for_models(
        *(model for kind in kinds() for model in (kind.page_class, kind.index_class))
    )
    counts = dict(
        visibility.of(Page.objects.filter(content_type__in=types.values()))
        .order_by()
        .values_list("content_type")
        .annotate(number=Count("pk"))
    )
    columns = {page.content_type_id: page for page in trail.columns} if trail else {}
    return {
        kind.slug: Door(
            kind=kind,
            column=columns.get(types[kind.index_class].pk),
            count=counts.get(types[kind.page_class].pk, 0),
            visibility=visibility,
        )
        for kind in kinds()
    }
