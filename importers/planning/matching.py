"""Find for each record the page it is about, and records of one file that are about the same.

The key is row_guid, then 实施编码 (with 业务办理项编码), then 地方实施编码, then name and body. No code
is unique in real data, so records and pages that share one are told apart by name and body.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from importers.converting.reading import Values
from importers.planning.existing import Existing
from importers.planning.references import fold_name

Key = tuple[str, Hashable]
CODES = (("task_code", "task_handle_item_code"), ("local_task_code",))


@dataclass(frozen=True)
class Identity:
    """What a record or a page is known by; empty texts are absent."""

    guid: str = ""
    codes: tuple[tuple[str, ...], ...] = ()  # in the order of CODES
    name: str = ""
    body: int | str | None = None  # id of the department, or the folded name of a new one

    @property
    def key(self) -> Key:
        """The strongest key it has."""
        if self.guid:
            return "guid", self.guid
        for names, code in zip(CODES, self.codes, strict=True):
            if code[0]:
                return names[0], code
        return "name", (self.name, self.body)

    @property
    def full(self) -> Hashable:
        """The key with name and body: what tells two records of one code apart."""
        return self.key, self.name, self.body

    def contradicts(self, other: "Identity") -> bool:
        """Whether both have a code of one kind and the codes differ."""
        return any(
            mine[0] and theirs[0] and mine != theirs
            for mine, theirs in zip(self.codes, other.codes, strict=True)
        )


def identity_of(
    values: Mapping[str, Any], body: int | str | None, name: str, guid: str = ""
) -> Identity:
    codes = tuple(tuple(str(values.get(part) or "") for part in parts) for parts in CODES)
    return Identity(guid, codes, fold_name(name), body)


def printed_key(values: Values) -> str:
    """The key as it stands in a report."""
    for names in (("row_guid",), *CODES):
        if values.get(names[0]):
            return "/".join(str(values[name]) for name in names if values.get(name))
    return "｜".join(filter(None, (values.get("name", ""), values.get("implementing_body", ""))))


@dataclass
class Catalogue:
    """The pages that are there, by every key that records of this file may have."""

    _by_key: dict[Key, list[tuple[Identity, Existing]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, identity: Identity, page: Existing, wanted: Callable[[Key], bool]) -> None:
        """Keep a page when some record asks for one of its keys."""
        for key in self._keys(identity):
            if wanted(key):
                self._by_key[key].append((identity, page))

    def candidates(self, identity: Identity) -> list[tuple[Identity, Existing]]:
        """Return the pages a record may be about, by its strongest key that finds any."""
        for key in self._keys(identity):
            found = [
                pair for pair in self._by_key.get(key, []) if self._may_be(key, identity, pair[0])
            ]
            if found:
                return found
        return []

    @staticmethod
    def wanted_keys(identities: Iterable[Identity]) -> set[Key]:
        return {key for identity in identities for key in Catalogue._keys(identity)}

    @staticmethod
    def _keys(identity: Identity) -> list[Key]:
        keys: list[Key] = [("guid", identity.guid)] if identity.guid else []
        for names, code in zip(CODES, identity.codes, strict=True):
            if code[0]:
                keys.append((names[0], code[0]))
        return [*keys, ("title", identity.name)]

    @staticmethod
    def _may_be(key: Key, identity: Identity, page: Identity) -> bool:
        """A code must not be contradicted by 业务办理项编码, a name not by body or code."""
        if key[0] == "guid":
            return True
        if key[0] == "title":
            same_body = identity.body is None or identity.body == page.body
            return same_body and not identity.contradicts(page)
        mine = next(
            code for names, code in zip(CODES, identity.codes, strict=True) if names[0] == key[0]
        )
        theirs = next(
            code for names, code in zip(CODES, page.codes, strict=True) if names[0] == key[0]
        )
        return all(not a or not b or a == b for a, b in zip(mine, theirs, strict=True))


def choose(
    identity: Identity, candidates: list[tuple[Identity, Existing]], *, shared: bool
) -> list[Existing]:
    """Return the page that is meant; none for a new one; several that cannot be told apart.

    `shared`: other records of the file have the same code, so a page must have the same name too.
    """
    if shared:
        candidates = [pair for pair in candidates if pair[0].name == identity.name]
    tests: tuple[Callable[[Identity], bool], ...] = (
        lambda page: page.name == identity.name,
        lambda page: page.body == identity.body,
        lambda page: page.codes == identity.codes,
    )
    for test in tests:
        if len(candidates) > 1:
            candidates = [pair for pair in candidates if test(pair[0])] or candidates
    return [page for _known, page in candidates]
