"""Which pages a visitor may see in lists: one small query a request instead of one a list."""

from typing import TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction

PageType = TypeVar("PageType", bound=Page)


class Visibility:
    """Live pages outside every private part of the tree."""

    @cached_property
    def _private(self) -> Q:
        private = Q()
        for path in PageViewRestriction.objects.values_list("page__path", flat=True):
            private |= Q(path__gte=path, path__lt=f"{path}\U0000ffff")
        return private

    def of(self, pages: "QuerySet[PageType]") -> "QuerySet[PageType]":
        """Narrow any queryset of pages to those that everybody may see."""
        return (
            pages.filter(live=True).exclude(self._private)
            if self._private
            else pages.filter(live=True)
        )


def visibility_of(request: HttpRequest) -> Visibility:
    """Return the visibility of this request, made once and kept on it."""
    known: Visibility = vars(request).setdefault("visibility", Visibility())
    return known
