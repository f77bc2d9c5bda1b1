"""What search asks of an engine. The documents, their sections and the ranking are shared."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from search.facets import Counts, Filters
from search.queries import Phrase, Query


class Match(Enum):
    """STRICT: a key is equal, or one section holds every unit or every term. NEAR: any term."""

    STRICT = "strict"
    NEAR = "near"


@dataclass(frozen=True)
class Candidate:
    """A document that matches, with its best section."""

    page_id: int
    section_id: int


@dataclass(frozen=True)
class Frequencies:
    """In how many of all sections each term occurs."""

    sections: int
    of_term: dict[Phrase, int]


class Engine(Protocol):
    """Stateless; one is made for each request. It is never asked about an empty query."""

    def candidates(
        self, query: Query, match: Match, filters: Filters, limit: int
    ) -> list[Candidate]:
        """The best documents in a stable order, the most promising first."""
        ...

    def counts(self, query: Query, filters: Filters) -> Counts:
        """Numbers over all strict matches."""
        ...

    def frequencies(self, terms: Iterable[Phrase]) -> Frequencies:
        """How common each term is, for its weight."""
        ...

    def rebuild(self) -> None:
        """Make what the engine keeps of its own anew from the stored sections."""
        ...

    def agrees(self) -> bool:
        """Whether what the engine keeps of its own agrees with the stored sections."""
        ...
