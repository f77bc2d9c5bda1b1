"""The second, relaxed pass: when few documents match strictly, those that hold much of the question."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.engines.interface import Candidate, Engine, Match
from search.facets import NO_FILTERS, Counts, Facet, Filters, Group, add_up
from search.models import SearchDocument
from search.queries import Query
from search.ranking import Hit, rank

MOST = 50
"""Candidates of each pass. On the judged questions 50 give the same order at the top as 100."""

SUGGESTIONS = 5

SHARE_OF_BEST = 0.33
SHORT = 4  # terms
LEAST_OF_SHORT, LEAST_OF_LONG = 0.2, 0.1


@dataclass(frozen=True)
class Near:
    """`hits` under all filters; `nearest` when nothing is good enough to be a result."""

    counts: Counts
    hits: Sequence[Hit]
    nearest: Sequence[Hit]
    is_relaxed: bool


def find_near(engine: Engine, query: Query, filters: Filters) -> Near:
    """Rank a bounded number of candidates; filters narrow them only then, so counts add up."""
    strict = engine.candidates(query, Match.STRICT, NO_FILTERS, MOST)
    near = engine.candidates(query, Match.NEAR, NO_FILTERS, MOST)
    hits = rank(query, _merge(strict, near), engine.frequencies(query.terms))
    sure = {candidate.page_id for candidate in strict}
    least = least_coverage(query, hits)
    kept = [hit for hit in hits if hit.document.page_id in sure or hit.coverage >= least]
    topics = _topics(kept)
    return Near(
        counts=_count(kept, topics, filters),
        hits=[hit for hit in kept if _is_chosen(hit, topics, filters)],
        nearest=() if kept else hits[:SUGGESTIONS],
        is_relaxed=len(kept) > len(sure),
    )


def least_coverage(query: Query, hits: Iterable[Hit]) -> float:
    """A third of what the best one covers, and never next to nothing.

    A long question never stands in one passage: to ask for half of it, absolutely, loses a third of
    the right answers to judged questions. This loses next to none and leaves 31 documents of 50 (median).
    """
    best = max((hit.coverage for hit in hits), default=0.0)
    return max(best * SHARE_OF_BEST, LEAST_OF_SHORT if len(query.terms) <= SHORT else LEAST_OF_LONG)


def _merge(first: Iterable[Candidate], second: Iterable[Candidate]) -> list[Candidate]:
    merged = {candidate.page_id: candidate for candidate in second}
    merged |= {candidate.page_id: candidate for candidate in first}
    return list(merged.values())


def _topics(hits: Iterable[Hit]) -> dict[int, list[tuple[str, str]]]:
    """Slug and name of the topics of each document, in one query."""
    rows = (
        SearchDocument.topics.through.objects.filter(
            searchdocument_id__in=[hit.document.page_id for hit in hits]
        )
        .order_by("topic__sort_order", "topic__name")
        .values_list("searchdocument_id", "topic__slug", "topic__name")
    )
    topics: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for page_id, slug, name in rows:
        topics[page_id].append((slug, name))
    return topics


def _count(
    hits: Iterable[Hit], topics: dict[int, list[tuple[str, str]]], filters: Filters
) -> Counts:
    groups, of_topic = [], defaultdict[tuple[str, str], int](int)
    for hit in sorted(hits, key=_department_order):
        department = hit.document.department
        code, name = (department.code, department.name) if department else (None, None)
        own = topics[hit.document.page_id]
        group = Group(hit.document.kind, code, name, 1, int(_has(own, filters.topic)))
        groups.append(group)
        if group.is_of(kind=filters.kind, department=filters.department):
            for topic in own:
                of_topic[topic] += 1
    facets = [Facet(*topic, count=number) for topic, number in of_topic.items()]
    return add_up(groups, facets, filters)


def _is_chosen(hit: Hit, topics: dict[int, list[tuple[str, str]]], filters: Filters) -> bool:
    document = hit.document
    code = document.department.code if document.department else ""
    return (
        filters.kind in ("", document.kind)
        and filters.department in ("", code)
        and _has(topics[document.page_id], filters.topic)
    )


def _has(topics: Iterable[tuple[str, str]], slug: str) -> bool:
    return not slug or any(slug == own for own, _name in topics)


def _department_order(hit: Hit) -> tuple[int, str]:
    department = hit.document.department
    return (department.sort_order, department.name) if department else (0, "")
