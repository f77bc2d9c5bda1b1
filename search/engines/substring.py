"""The portable engine: the same matches by LIKE over the stored tokens, on any database.

Correct and slow (it reads every section). It serves a database that has no engine of its own, and
the contract tests compare engines with it.
"""

from collections.abc import Iterable
from functools import reduce
from operator import add, and_, or_

from django.db.models import Case, Count, F, FloatField, Q, QuerySet, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat

from search.engines.database import count_documents, filtered
from search.engines.interface import Candidate, Frequencies, Match
from search.facets import NO_FILTERS, Counts, Filters
from search.models import SearchDocument, SearchSection
from search.queries import Phrase, Query

_BLANK = Value(" ", output_field=TextField())
_FIELDS = ("title", "keywords", "body")


class SubstringEngine:
    def candidates(
        self, query: Query, match: Match, filters: Filters, limit: int
    ) -> list[Candidate]:
        condition = _strict(query) if match is Match.STRICT else _any(query.terms)
        sections = _padded().filter(condition)
        if filters != NO_FILTERS:
            sections = sections.filter(document__in=filtered(SearchDocument.objects.all(), filters))
        scored = sections.annotate(score=_score(query)).order_by("-score", "-document_id", "id")
        best: dict[int, int] = {}
        for section_id, page_id in scored.values_list("id", "document_id").iterator():
            best.setdefault(page_id, section_id)
            if len(best) == limit:
                break
        return [Candidate(page_id, section_id) for page_id, section_id in best.items()]

    def counts(self, query: Query, filters: Filters) -> Counts:
        pages = _padded().filter(_strict(query)).values("document_id")
        return count_documents(SearchDocument.objects.filter(page_id__in=pages), filters)

    def frequencies(self, terms: Iterable[Phrase]) -> Frequencies:
        asked = list(terms)
        numbers = {
            f"n{position}": Count("id", filter=_in_text(term))
            for position, term in enumerate(asked)
        }
        counted = _padded().aggregate(sections=Count("id"), **numbers)
        return Frequencies(
            counted["sections"], {term: counted[f"n{i}"] for i, term in enumerate(asked)}
        )

    def rebuild(self) -> None:
        """It keeps nothing of its own."""

    def agrees(self) -> bool:
        return True


def _padded() -> "QuerySet[SearchSection]":
    """Sections whose token fields begin and end with a blank, so that tokens are found whole."""
    return SearchSection.objects.annotate(
        **{f"padded_{field}": Concat(_BLANK, F(field), _BLANK) for field in (*_FIELDS, "keys")}
    )


def _strict(query: Query) -> Q:
    keys = [Q(padded_keys__contains=f" {key} ") for key in query.keys]
    units = reduce(and_, (_any(unit) for unit in query.units))
    terms = reduce(and_, map(_in_text, query.terms))
    return reduce(or_, keys, units | terms)


def _any(phrases: Iterable[Phrase]) -> Q:
    return reduce(or_, map(_in_text, phrases))


def _in_text(phrase: Phrase) -> Q:
    return reduce(or_, (_in_field(phrase, field) for field in _FIELDS))


def _in_field(phrase: Phrase, field: str) -> Q:
    tokens = f" {' '.join(phrase.tokens)}{'' if phrase.is_open else ' '}"
    return Q(**{f"padded_{field}__contains": tokens})


def _score(query: Query) -> Combinable:
    """The number of terms found, those in the title twice: enough to choose candidates."""
    exact = reduce(or_, (Q(padded_keys__contains=f" {key} ") for key in query.keys))
    parts = [_worth(exact, 1000.0)]
    for term in query.terms:
        parts += [_worth(_in_text(term), 1.0), _worth(_in_field(term, "title"), 1.0)]
    return reduce(add, parts)


def _worth(condition: Q, weight: float) -> Combinable:
    return Case(When(condition, then=Value(weight)), default=Value(0.0), output_field=FloatField())
