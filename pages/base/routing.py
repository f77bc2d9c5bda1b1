"""From an address to a page in two queries, whatever the depth; the trail and the menu come along."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction


@dataclass
class Trail:
    """The pages from the home page down to the one shown, and the columns of the navigation."""

    ancestors: list[Page] = field(default_factory=list)
    columns: list[Page] = field(default_factory=list)
    is_public: bool = False  # no page on the way, the shown one included, is private


def read_trail(root: Page, components: Sequence[str]) -> Trail:
    """Return the pages whose address is a prefix of the one asked for, and the menu, in one query.

    Wagtail's own routing takes two queries a level, its question for private ancestors another two,
    and a menu twenty.
    """
    addresses = [
        f"{root.url_path}{'/'.join(components[: depth + 1])}/" for depth in range(len(components))
    ]
    in_menu = Q(depth=root.depth + 1, live=True, show_in_menus=True) & _below(root)
    above = Q(path__in=[root.path[: end * Page.steplen] for end in range(1, root.depth + 1)])
    wanted = in_menu | above
    if components:
        wanted |= Q(slug__in=set(components), url_path__in=addresses)
    restricted = PageViewRestriction.objects.filter(page_id=OuterRef("pk"))
    pages = list(
        Page.objects.filter(wanted).annotate(is_private=Exists(restricted)).order_by("path")
    )
    ancestors = [page for page in pages if page.url_path in addresses]
    on_the_way = ancestors + [page for page in pages if page.depth <= root.depth]
    return Trail(
        ancestors=sorted(ancestors, key=lambda page: page.depth),
        columns=[p for p in pages if p.depth == root.depth + 1 and p.live and p.show_in_menus],
        is_public=not any(page.is_private for page in on_the_way),
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
