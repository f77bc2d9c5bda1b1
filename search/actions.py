"""Every change made to the index. Pages do not know of it: `handlers` call these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page

from pages.base.models import BasePage, ColumnPage
from pages.base.visibility import Visibility
from search.engines import get_engine
from search.models import SearchDocument
from search.writing import Entry, remove, write

BATCH = 200


@dataclass(frozen=True)
class Differences:
    """Ids of pages: public but not in the index, in it but not public, in it with other content."""

    missing: tuple[int, ...]
    surplus: tuple[int, ...]
    stale: tuple[int, ...]
    engine_agrees: bool

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus or self.stale) or not self.engine_agrees


def index_pages(pages: "QuerySet[Page] | Iterable[int]") -> int:
    """Bring these pages up to date: public ones are written, all others taken out.

    Call it with any pages after any change; what has not changed is not written again. Returns how
    many of them are in the index afterwards.
    """
    found = 0
    for page_ids in _batches(_ids(pages)):
        with transaction.atomic(savepoint=False):
            entries = list(_entries(page_ids))
            remove(set(page_ids) - {entry.page_id for entry in entries})
            write(entries)
        found += len(entries)
    return found


def index_subtree(page: Page) -> int:
    """Bring a page and everything below it up to date, after a move or a change of its privacy."""
    return index_pages(Page.objects.descendant_of(page, inclusive=True))


def remove_pages(pages: "QuerySet[Page] | Iterable[int]") -> None:
    """Take pages out of the index, whatever their state."""
    for page_ids in _batches(_ids(pages)):
        remove(page_ids)


def rebuild_index() -> int:
    """Empty the index, then write every public page; return the number of documents."""
    remove_pages(list(SearchDocument.objects.values_list("page_id", flat=True)))
    get_engine().rebuild()
    return index_pages(Page.objects.filter(live=True))


def compare_index() -> Differences:
    """Describe every public page anew and compare it with what is stored."""
    stored = dict(SearchDocument.objects.values_list("page_id", "digest"))
    page_ids = _ids(Page.objects.filter(live=True))
    wanted = {
        entry.page_id: entry.digest() for batch in _batches(page_ids) for entry in _entries(batch)
    }
    both = stored.keys() & wanted.keys()
    return Differences(
        missing=tuple(sorted(wanted.keys() - stored.keys())),
        surplus=tuple(sorted(stored.keys() - wanted.keys())),
        stale=tuple(sorted(page_id for page_id in both if stored[page_id] != wanted[page_id])),
        engine_agrees=get_engine().agrees(),
    )


def _entries(page_ids: Iterable[int]) -> Iterator[Entry]:
    """Describe those of the pages that everybody may see and that are publications, not columns."""
    pages = Page.objects.specific().filter(pk__in=page_ids, expired=False)
    for page in Visibility().of(pages):
        if isinstance(page, BasePage) and not isinstance(page, ColumnPage):
            codes = tuple(filter(None, page.stable_codes().values()))
            yield Entry(page.pk, page.describe(), codes)


def _ids(pages: "QuerySet[Page] | Iterable[int]") -> list[int]:
    if isinstance(pages, QuerySet):
        return list(pages.order_by().values_list("pk", flat=True))
    return list(pages)


def _batches(page_ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(page_ids), BATCH):
        yield page_ids[start : start + BATCH]
