import re
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from pages.base.kinds import kinds
from pages.base.listing import Filter, build_filter
from search.cards import OTHER_KIND, kind_labels, make_cards
from search.facets import Counts, Facet, Filters
from search.finding import find

PAGE_SIZE = 10

_SLUG = re.compile(r"[\w-]{1,60}")


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Answer any query string with 200; everything works as plain links."""
    found = find(request.GET.get("q", ""), _chosen(request))
    page = Paginator(found.hits, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "query": found.query.text,
        "is_relaxed": found.is_relaxed,
        "results": page,
        "cards": make_cards(page.object_list, found.query, request),
        "nearest": make_cards(found.nearest, found.query, request) if found.nearest else [],
        "filters": _filters(request, found.counts),
        "now": timezone.now(),
    }
    return render(request, "search/results.html", context)


def _chosen(request: HttpRequest) -> Filters:
    """Read the filters; what cannot be a slug is no choice."""
    given = {name: request.GET.get(name, "") for name in ("kind", "department", "topic")}
    return Filters(**{name: value for name, value in given.items() if _SLUG.fullmatch(value)})


def _filters(request: HttpRequest, counts: Counts) -> list[Filter]:
    labels = kind_labels()
    order = [kind.slug for kind in kinds()]
    of_kind = sorted(counts.kinds, key=lambda facet: _place(facet.value, order))
    named = [Facet(f.value, labels.get(f.value, OTHER_KIND), f.count) for f in of_kind]
    return [
        build_filter(request, "kind", "种类", _rows(named)),
        build_filter(request, "department", "部门", _rows(counts.departments)),
        build_filter(request, "topic", "主题", _rows(counts.topics)),
    ]


def _place(slug: str, order: list[str]) -> int:
    return order.index(slug) if slug in order else len(order)


def _rows(facets: Iterable[Facet]) -> list[tuple[str, str, int]]:
    return [(facet.value, facet.label, facet.count) for facet in facets]
