"""What engines inside the site's own database share: narrowing and counting by the ORM."""

from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from search.facets import Counts, Facet, Filters, Group, add_up
from search.models import SearchDocument


def count_documents(matching: "QuerySet[SearchDocument]", filters: Filters) -> Counts:
    """Count strict matches in two queries, whatever is chosen."""
    of_topic = Case(When(_has_topic(filters.topic), then=Value(1)), output_field=IntegerField())
    groups = (
        matching.order_by("department__sort_order", "department__name", "kind")
        .values_list("kind", "department__code", "department__name")
        .annotate(documents=Count("page_id"), of_topic=Count(of_topic))
    )
    return add_up([Group(*row) for row in groups], _topics(matching, filters), filters)


def filtered(documents: "QuerySet[SearchDocument]", filters: Filters) -> "QuerySet[SearchDocument]":
    """Narrow documents to what the visitor has chosen."""
    chosen = {"kind": filters.kind, "department__code": filters.department}
    narrowed = documents.filter(**{name: value for name, value in chosen.items() if value})
    return narrowed.filter(_has_topic(filters.topic))


def _topics(matching: "QuerySet[SearchDocument]", filters: Filters) -> list[Facet]:
    others = Filters(kind=filters.kind, department=filters.department)
    rows = (
        filtered(matching, others)
        .filter(topics__isnull=False)
        .order_by("topics__sort_order", "topics__name")
        .values_list("topics__slug", "topics__name")
        .annotate(number=Count("page_id"))
    )
    return [Facet(*row) for row in rows]


def _has_topic(slug: str) -> Q:
    """A condition that joins nothing, so that counts stay counts of documents."""
    if not slug:
        return Q(page_id__isnull=False)
    through: Any = SearchDocument.topics.through
    return Q(page_id__in=through.objects.filter(topic__slug=slug).values("searchdocument_id"))
