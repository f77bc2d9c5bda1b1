"""From an address to a page in two queries, whatever the depth; the trail and the menu come along."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page


@dataclass
class Trail:
    """The pages from the home page down to the one shown, and the columns of the navigation."""

    ancestors: list[Page] = field(default_factory=list)
    columns: list[Page] = field(default_factory=list)


def read_trail(root: Page, components: Sequence[str]) -> Trail:
    """Return the pages whose address is a prefix of the one asked for, and the menu, in one query.

    Wagtail's own routing takes two queries a level and a menu twenty; see the measured figures in
    docs/developing/performance.md.
    """
    addresses = [
        f"{root.url_path}{'/'.join(components[: depth + 1])}/" for depth in range(len(components))
    ]
    in_menu = Q(depth=root.depth + 1, live=True, show_in_menus=True) & _below(root)
    on_path = Q(slug__in=set(components), url_path__in=addresses)
    wanted = in_menu | on_path if components else in_menu
    pages = list(Page.objects.filter(wanted).order_by("path"))
    return Trail(
        ancestors=sorted((p for p in pages if p.url_path in addresses), key=lambda p: p.depth),
        columns=[p for p in pages if p.depth == root.depth + 1 and p.live and p.show_in_menus],
    )


def specific_page(page: Page) -> Page:
    """Return the page as its own class with what its page prints joined, in one query."""
    model = page.specific_class
    if model is None or model is Page:
        return page
    joined = getattr(model, "read_with", ())
    found: Page = model.objects.select_related(*joined).get(pk=page.pk)
    return found


def keep_trail(request: HttpRequest, trail: Trail) -> None:
    """Leave the trail on the request for the frame and the page tags."""
    vars(request)["trail"] = trail


def trail_of(request: HttpRequest) -> Trail | None:
    """Return the trail that routing left on the request, if the address led to a page."""
    return getattr(request, "trail", None)


def _below(root: Page) -> Q:
    return Q(path__gt=root.path, path__lt=f"{root.path}\U0000ffff")
