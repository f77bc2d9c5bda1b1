"""The one door through which documents and their sections are written."""

import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from pages.base.description import Description
from search.models import SECTIONS_A_DOCUMENT, SearchDocument, SearchSection
from search.queries import exact_key
from search.sections import split
from search.tokens import ANALYSIS_VERSION, tokenise

# Deleting by the ORM would load every row, because some receivers listen to all models.
_DELETE = (
    "DELETE FROM search_searchsection WHERE document_id = %s",
    "DELETE FROM search_searchdocument_topics WHERE searchdocument_id = %s",
    "DELETE FROM search_searchdocument WHERE page_id = %s",
)


@dataclass(frozen=True)
class Entry:
    """What is to be found of one page."""

    page_id: int
    description: Description
    codes: tuple[str, ...] = ()

    def digest(self) -> str:
        """Equal digests mean that writing again would change nothing."""
        content = [ANALYSIS_VERSION, self.page_id, vars(self.description), self.codes]
        text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
        return hashlib.sha256(text.encode(errors="replace")).hexdigest()


@transaction.atomic(savepoint=False)
def write(entries: Sequence[Entry]) -> int:
    """Write what is new or changed; return how many documents that was."""
    page_ids = [entry.page_id for entry in entries]
    known = dict(
        SearchDocument.objects.filter(page_id__in=page_ids).values_list("page_id", "digest")
    )
    digests = {entry.page_id: entry.digest() for entry in entries}
    changed = [entry for entry in entries if known.get(entry.page_id) != digests[entry.page_id]]
    remove([entry.page_id for entry in changed if entry.page_id in known])
    SearchDocument.objects.bulk_create(
        [_document(entry, digests[entry.page_id]) for entry in changed]
    )
    SearchDocument.topics.through.objects.bulk_create(
        [
            SearchDocument.topics.through(searchdocument_id=entry.page_id, topic_id=topic_id)
            for entry in changed
            for topic_id in entry.description.topic_ids
        ]
    )
    SearchSection.objects.bulk_create(
        [section for entry in changed for section in _sections(entry)], batch_size=500
    )
    return len(changed)


@transaction.atomic(savepoint=False)
def remove(page_ids: Iterable[int]) -> None:
    """Take documents out; ids that are not in are no error."""
    rows = [(page_id,) for page_id in page_ids]
    with connection.cursor() as cursor:
        for statement in _DELETE if rows else ():
            cursor.executemany(statement, rows)


def _document(entry: Entry, digest: str) -> SearchDocument:
    described = entry.description
    return SearchDocument(
        page_id=entry.page_id,
        kind=described.kind,
        department_id=described.department_id,
        published_at=described.published_at,
        analysis_version=ANALYSIS_VERSION,
        version=time.time_ns() // 1000,
        digest=digest,
        title=_storable(described.title),
        keywords=_storable(described.keywords),
        keys=_keys(entry),
        summary=_storable(described.summary),
        facts=described.facts,
    )


def _storable(text: str) -> str:
    """PostgreSQL refuses a NUL in text."""
    return text.replace("\x00", " ")


def _keys(entry: Entry) -> str:
    """Whatever names the page exactly: its title, each of its other names, its codes."""
    names = [entry.description.title, *entry.description.keywords.split(), *entry.codes]
    return " ".join(filter(None, dict.fromkeys(map(exact_key, names))))


def _sections(entry: Entry) -> Iterable[SearchSection]:
    """Cut summary and body into sections, each under the title; names and keys go to the first."""
    described = entry.description
    title = " ".join(tokenise(described.title))
    passages = split(_storable(f"{described.summary}\n{described.body}").strip()) or [""]
    for position, passage in enumerate(passages):
        yield SearchSection(
            id=entry.page_id * SECTIONS_A_DOCUMENT + position,
            document_id=entry.page_id,
            text=passage,
            title=title,
            keywords="" if position else " ".join(tokenise(described.keywords)),
            keys="" if position else _keys(entry),
            body=" ".join(tokenise(passage)),
        )
