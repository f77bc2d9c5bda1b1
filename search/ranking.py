"""The order of results, the same whichever engine proposed them: plain arithmetic over the sections.

score = (best section + 0.3 × whole document) × coverage × priors, both by BM25. The figures that
each part gives on judged questions are in docs/developing/search.md.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.db.models import Case, F, Q, TextField, Value, When

from search.engines.interface import Candidate, Frequencies
from search.models import SECTIONS_A_DOCUMENT, SearchDocument, SearchSection
from search.queries import Phrase, Query

SATURATION = 1.2  # BM25's k1
USUAL_SECTION = 400  # tokens; constants instead of averages, so that engines need not agree on them
USUAL_DOCUMENT = 1_000  # characters
SECTIONS_READ = 40  # of a document, for its score as a whole
TITLE_COUNTS = 2  # occurrences that one in the title or among the names is worth

_SERVICE = re.compile(
    "办|申请|申领|申报|领取|补|换|预约|登记|缴|材料|证明|窗口|多少钱|收费|几天|多久|流程|手续|条件|哪里|在哪"
)
_PRIORS = (
    (_SERVICE, "guide", 1.3),
    (re.compile("解读|读懂|说明"), "interpretation", 1.3),
    (re.compile("征集|征求意见|意见稿"), "consultation", 1.3),
    (re.compile("清单|目录|批次|一次不跑|事项"), "list", 1.2),
    (re.compile("通知|办法|规定|方案|文件|政策|号$"), "policy", 1.2),
)
WHOLE_IN_TITLE = 1.5
OUT_OF_FORCE = 0.4
_OUT_OF_FORCE = frozenset({"repealed", "expired"})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Hit:
    """A document found by its best section, which holds `coverage` of the question, by weight."""

    document: SearchDocument
    passage: str
    is_exact: bool
    is_strict: bool
    score: float
    coverage: float

    def order(self) -> tuple[bool, bool, float, datetime, int]:
        newest = self.document.published_at or _EPOCH
        return self.is_exact, self.is_strict, self.score, newest, self.document.page_id


@dataclass
class _Read:
    """The stored tokens and text of one candidate."""

    title: str = ""
    names: str = ""
    best: str = ""
    passage: str = ""
    texts: list[str] = field(default_factory=list)


def rank(query: Query, candidates: Sequence[Candidate], frequencies: Frequencies) -> list[Hit]:
    """Order candidates, the best first; those that have left the index meanwhile are dropped."""
    documents = SearchDocument.objects.select_related("department").in_bulk(
        [candidate.page_id for candidate in candidates]
    )
    read = _read(candidates)
    weights = _weights(frequencies)
    hits = [
        _hit(query, weights, documents[page_id], read[page_id])
        for page_id in documents.keys() & read.keys()
    ]
    return sorted(hits, key=Hit.order, reverse=True)


def _read(candidates: Iterable[Candidate]) -> dict[int, _Read]:
    """Read the texts of the candidates and the tokens of their best sections in one query."""
    best = {candidate.section_id for candidate in candidates}
    page_ids = {candidate.page_id for candidate in candidates}
    early = Q(id__lt=F("document_id") * SECTIONS_A_DOCUMENT + SECTIONS_READ)
    rows = (
        SearchSection.objects.filter(early | Q(id__in=best), document_id__in=page_ids)
        .annotate(
            tokens=Case(
                When(id__in=best, then=F("body")), default=Value(""), output_field=TextField()
            )
        )
        .order_by("id")
        .values_list("id", "document_id", "text", "title", "keywords", "tokens")
    )
    read: dict[int, _Read] = {}
    for section_id, page_id, text, title, keywords, tokens in rows:
        document = read.setdefault(page_id, _Read())
        document.texts.append(text)
        document.names = document.names or keywords
        if section_id in best:
            document.title, document.best, document.passage = title, tokens, text
    return read


def _hit(query: Query, weights: dict[Phrase, float], document: SearchDocument, read: _Read) -> Hit:
    fields = (read.title, read.names, read.best)
    in_section = _in_section(weights, read)
    total = sum(weights.values()) or 1.0
    coverage = sum(weights[term] for term, number in in_section.items() if number) / total
    section = _bm25(weights, in_section, (read.best.count(" ") + 1) / USUAL_SECTION, 0.75)
    whole = _in_document(weights, document, read)
    score = (section + 0.3 * whole) * (1 + 0.2 * coverage) * _prior(query, document, read)
    return Hit(
        document=document,
        passage=read.passage,
        is_exact=not set(query.keys).isdisjoint(document.keys.split()),
        is_strict=all(
            any(phrase.is_in(f) for phrase in unit for f in fields) for unit in query.units
        ),
        score=score,
        coverage=coverage,
    )


def _weights(frequencies: Frequencies) -> dict[Phrase, float]:
    """The inverse document frequency of each term, over sections."""
    return {
        term: math.log(1 + (frequencies.sections - number + 0.5) / (number + 0.5))
        for term, number in frequencies.of_term.items()
    }


def _in_section(weights: dict[Phrase, float], read: _Read) -> dict[Phrase, int]:
    tokens = Counter(read.best.split())
    named = Counter(read.title.split()) | Counter(read.names.split())
    return {
        term: _number(term, tokens) + TITLE_COUNTS * bool(_number(term, named)) for term in weights
    }


def _number(term: Phrase, tokens: Counter[str]) -> int:
    token = term.tokens[0]
    if term.is_open:
        return sum(number for other, number in tokens.items() if other.startswith(token))
    return tokens[token]


def _in_document(weights: dict[Phrase, float], document: SearchDocument, read: _Read) -> float:
    whole = "\n".join([document.title, *read.texts]).lower()
    counts = {term: whole.count(term.tokens[0]) for term in weights}
    return _bm25(weights, counts, len(whole) / USUAL_DOCUMENT, 1.0)


def _bm25(
    weights: dict[Phrase, float], counts: dict[Phrase, int], length: float, pull: float
) -> float:
    """Okapi BM25 (Robertson and Zaragoza 2009); `length` in usual lengths, `pull` is its b."""
    slowness = SATURATION * (1 - pull + pull * length)
    return sum(
        weights[term] * number * (SATURATION + 1) / (number + slowness)
        for term, number in counts.items()
        if number
    )


def _prior(query: Query, document: SearchDocument, read: _Read) -> float:
    prior = 1.0
    for wording, kind, factor in _PRIORS:
        if document.kind == kind and wording.search(query.text):
            prior *= factor
    if all(any(phrase.is_in(read.title) for phrase in unit) for unit in query.units):
        prior *= WHOLE_IN_TITLE
    if document.facts.get("validity") in _OUT_OF_FORCE:
        prior *= OUT_OF_FORCE
    return prior
