"""Text with the words of the question marked; everything else is escaped."""

import re
from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.queries import Query
from search.tokens import normalise, places

LENGTH = 90
"""Characters of a snippet: two lines on a desktop, four or five on a phone."""

LEAD = 20
"""Characters before the first mark among which the snippet may begin, best with a sentence."""

_SENTENCE_END = re.compile(r"[。！？；：]\s*")

Span = tuple[int, int]


def highlight(text: str, query: Query) -> SafeString:
    """Mark the whole of a short text, such as a title."""
    return _render(text, _spans(text, query))


def snippet(text: str, query: Query) -> SafeString:
    """Mark the part of a passage that holds most of the question."""
    printed = " ".join(text.split())
    spans = _spans(printed, query)
    start = _start(printed, spans)
    end = start + LENGTH
    inside = [
        (max(a, start) - start, min(b, end) - start) for a, b in spans if b > start and a < end
    ]
    return format_html(
        "{}{}{}",
        "…" if start else "",
        _render(printed[start:end], inside),
        "…" if end < len(printed) else "",
    )


def _spans(text: str, query: Query) -> list[Span]:
    """Where the terms of the question lie in a text as printed; what touches is one."""
    folded, origin = _folded(text)
    asked = {term.tokens[0] for term in query.terms}
    spans: list[Span] = []
    for token, first, last in places(folded):
        if token not in asked:
            continue
        start, end = origin[first], origin[last - 1] + 1
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _folded(text: str) -> tuple[str, list[int]]:
    """The normalised text, and for each of its characters the place of the printed one."""
    pieces, origin = [], []
    for place, character in enumerate(text):
        folded = normalise(character)
        pieces.append(folded)
        origin.extend([place] * len(folded))
    return "".join(pieces), origin


def _start(text: str, spans: Iterable[Span]) -> int:
    """Begin where most marked characters follow, with the sentence if its beginning is near."""
    spans = list(spans)
    best, most = 0, 0
    for start, _end in spans:
        marked = sum(b - a for a, b in spans if start <= a < start + LENGTH - LEAD)
        if marked > most:
            best, most = start, marked
    if best <= LEAD:
        return 0
    sentences = [found.end() for found in _SENTENCE_END.finditer(text, best - LEAD, best)]
    return sentences[0] if sentences else best - LEAD // 2


def _render(text: str, spans: Iterable[Span]) -> SafeString:
    pieces: list[tuple[str]] = []
    place = 0
    for start, end in spans:
        pieces += [(text[place:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
        place = end
    return format_html_join("", "{}", [*pieces, (text[place:],)])
