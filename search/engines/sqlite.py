"""SQLite's FTS5 over ready tokens: the table analyses nothing, triggers keep it (migration 0002)."""

import json
from collections.abc import Iterable

from django.db import DatabaseError, connection, transaction
from django.db.models import BigIntegerField, Func, QuerySet, Value

from search.engines.database import count_documents
from search.engines.interface import Candidate, Frequencies, Match
from search.facets import Counts, Filters
from search.models import SECTIONS_A_DOCUMENT, SearchDocument
from search.queries import Phrase, Query

# Weights are those of the table's `rank`: keys 10, title 4, keywords 4, body 1. SQLite takes the
# section of the row that has the maximum.
_CANDIDATES = """
WITH hit AS MATERIALIZED (
    SELECT rowid AS section, -rank AS score FROM search_index WHERE search_index MATCH %(match)s
)
SELECT document.page_id, hit.section, MAX(hit.score) AS best
FROM hit JOIN search_searchdocument AS document ON document.page_id = hit.section / %(span)s
WHERE (%(kind)s = '' OR document.kind = %(kind)s)
  AND (%(department)s = '' OR document.department_id IN (
        SELECT id FROM base_department WHERE code = %(department)s))
  AND (%(topic)s = '' OR document.page_id IN (
        SELECT through.searchdocument_id FROM search_searchdocument_topics AS through
        JOIN base_topic AS topic ON topic.id = through.topic_id WHERE topic.slug = %(topic)s))
GROUP BY document.page_id
ORDER BY best DESC, document.page_id DESC
LIMIT %(limit)s
"""

_FREQUENCIES = """
SELECT (SELECT COUNT(*) FROM search_index WHERE search_index MATCH term.value)
FROM json_each(%s) AS term
UNION ALL SELECT COUNT(*) FROM search_searchsection
"""


class _MatchingPages(Func):
    template = (
        "(SELECT rowid / %(span)s FROM search_index WHERE search_index MATCH %(expressions)s)"
    )
    output_field = BigIntegerField()


class SqliteEngine:
    def candidates(
        self, query: Query, match: Match, filters: Filters, limit: int
    ) -> list[Candidate]:
        parameters = vars(filters) | {
            "match": _strict(query) if match is Match.STRICT else _near(query),
            "span": SECTIONS_A_DOCUMENT,
            "limit": limit,
        }
        with connection.cursor() as cursor:
            cursor.execute(_CANDIDATES, parameters)
            return [Candidate(page_id, section) for page_id, section, _score in cursor.fetchall()]

    def counts(self, query: Query, filters: Filters) -> Counts:
        return count_documents(self._matching(query), filters)

    def frequencies(self, terms: Iterable[Phrase]) -> Frequencies:
        asked = list(terms)
        with connection.cursor() as cursor:
            cursor.execute(_FREQUENCIES, [json.dumps([_in_text(_quoted(term)) for term in asked])])
            *numbers, sections = [number for (number,) in cursor.fetchall()]
        return Frequencies(sections, dict(zip(asked, numbers, strict=True)))

    def rebuild(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")

    def agrees(self) -> bool:
        check = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(check)
        except DatabaseError:
            return False
        return True

    def _matching(self, query: Query) -> "QuerySet[SearchDocument]":
        pages = _MatchingPages(Value(_strict(query)), span=SECTIONS_A_DOCUMENT)
        return SearchDocument.objects.filter(page_id__in=pages)


def _strict(query: Query) -> str:
    """Full-text expressions hold tokens only, which are letters, digits and CJK: nothing to escape."""
    keys = [f'keys : "{key}"' for key in query.keys]
    units = " AND ".join(f"({' OR '.join(map(_quoted, unit))})" for unit in query.units)
    terms = " AND ".join(map(_quoted, query.terms))
    return " OR ".join([*keys, _in_text(units), _in_text(terms)])


def _near(query: Query) -> str:
    return _in_text(" OR ".join(map(_quoted, query.terms)))


def _in_text(expression: str) -> str:
    return f"({{title keywords body}} : ({expression}))"


def _quoted(phrase: Phrase) -> str:
    return f'"{" ".join(phrase.tokens)}"{" *" if phrase.is_open else ""}'
