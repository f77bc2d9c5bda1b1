"""From a question to an ordered list of documents, read page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import overload

from search.engines import get_engine
from search.engines.interface import Engine, Frequencies, Match
from search.facets import NO_FILTERS, Counts, Filters
from search.near import find_near
from search.queries import Query, parse
from search.ranking import Hit, rank

BLOCK = 50
"""Strict matches that are ranked together; the next ones form a block of their own."""

FEW = 10
"""Below this many strict matches the near ones are shown after them."""


@dataclass(frozen=True)
class Found:
    """`hits` is as long as the whole result. `nearest` has something only when nothing was found.

    It is relaxed when there are hits that hold only a part of the question.
    """

    query: Query
    counts: Counts = field(default_factory=Counts)
    hits: Sequence[Hit] = ()
    nearest: Sequence[Hit] = ()
    is_relaxed: bool = False


class StrictHits(Sequence[Hit]):
    """All strict matches in order; only the block that is looked at is read and ranked."""

    def __init__(self, engine: Engine, query: Query, filters: Filters, total: int) -> None:
        self._engine, self._query, self._filters, self._total = engine, query, filters, total
        self._blocks: dict[int, list[Hit]] = {}

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> Hit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Hit]: ...
    def __getitem__(self, index: int | slice) -> Hit | list[Hit]:
        positions = range(self._total)[index]
        if isinstance(positions, int):
            return self._block(positions // BLOCK)[positions % BLOCK]
        found = [(self._block(place // BLOCK), place % BLOCK) for place in positions]
        return [block[place] for block, place in found if place < len(block)]

    def _block(self, number: int) -> list[Hit]:
        if number not in self._blocks:
            last = (number + 1) * BLOCK
            candidates = self._engine.candidates(self._query, Match.STRICT, self._filters, last)
            self._blocks[number] = rank(
                self._query, candidates[number * BLOCK :], self._frequencies
            )
        return self._blocks[number]

    @cached_property
    def _frequencies(self) -> Frequencies:
        return self._engine.frequencies(self._query.terms)


def find(text: str, filters: Filters = NO_FILTERS) -> Found:
    """Answer any text: strict matches if there are enough, otherwise the near ones after them."""
    query = parse(text)
    if not query:
        return Found(query)
    engine = get_engine()
    counts = engine.counts(query, filters)
    if counts.unfiltered >= FEW:
        return Found(query, counts, StrictHits(engine, query, filters, counts.total))
    near = find_near(engine, query, filters)
    return Found(query, **vars(near))
