"""The kinds of import. A new one is a package under `importers/kinds` and a line here."""

from functools import cache

from importers.kinds.base import ImportKind
from importers.kinds.guides.kind import GuideKind

_KINDS: tuple[type[ImportKind], ...] = (GuideKind,)


@cache
def import_kinds() -> dict[str, ImportKind]:
    return {kind.slug: kind() for kind in _KINDS}


def import_kind(slug: str) -> ImportKind:
    """Return one kind; KeyError for a slug that none has."""
    return import_kinds()[slug]
