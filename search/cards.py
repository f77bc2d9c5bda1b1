"""What the template prints of each result: ready text, marked and escaped, with its address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString
from wagtail.models import Page

from pages.base.kinds import kinds
from search.queries import Query
from search.ranking import Hit
from search.snippets import highlight, snippet

OTHER_KIND = "其他页面"


@dataclass(frozen=True)
class Card:
    kind: str
    kind_label: str
    url: str
    title: SafeString
    snippet: SafeString
    department: str
    published_at: datetime | None
    facts: dict[str, Any]


def make_cards(hits: Iterable[Hit], query: Query, request: HttpRequest) -> list[Card]:
    """Dress hits for print in one query; a page that has just gone is left out."""
    hits = list(hits)
    pages = Page.objects.filter(live=True).in_bulk([hit.document.page_id for hit in hits])
    return [
        _card(hit, pages[hit.document.page_id], query, request)
        for hit in hits
        if hit.document.page_id in pages
    ]


def kind_labels() -> dict[str, str]:
    return {kind.slug: kind.label for kind in kinds()}


def _card(hit: Hit, page: Page, query: Query, request: HttpRequest) -> Card:
    document = hit.document
    return Card(
        kind=document.kind,
        kind_label=kind_labels().get(document.kind, OTHER_KIND),
        url=page.get_url(request) or "",
        title=highlight(document.title, query),
        snippet=snippet(hit.passage, query),
        department=document.department.name if document.department else "",
        published_at=document.published_at,
        facts={name: _readable(name, fact) for name, fact in document.facts.items()},
    )


def _readable(name: str, fact: Any) -> Any:
    """Instants and dates are stored as text; templates compare and format them."""
    if not isinstance(fact, str) or not fact:
        return fact
    if name.endswith("_at"):
        return parse_datetime(fact)
    return parse_date(fact) if name.endswith("_on") else fact
