"""What is there already: the newest content of each page, and why it may not be touched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState

from importers.models import ImportRow
from importers.planning.contents import Content, contents_of

CHUNK = 500


@dataclass(frozen=True)
class Existing:
    """One page with the content of its newest revision (the draft, when there is one)."""

    page_id: int
    content: Content
    revision_id: int | None
    has_draft: bool  # changes that are not public, or never published
    locked: bool


def newest_contents(page_class: type[Page]) -> Iterator[Existing]:
    """Yield every page of a class, some ten queries for each 500."""
    names = ("pk", "latest_revision_id", "has_unpublished_changes", "live", "locked")
    rows = page_class.objects.order_by("pk").values_list(*names)
    stream = rows.iterator(CHUNK)
    while chunk := list(islice(stream, CHUNK)):
        contents = contents_of(page_class, [row[0] for row in chunk])
        for pk, revision_id, unpublished, live, locked in chunk:
            yield Existing(pk, contents[pk], revision_id, unpublished or not live, locked)


def in_workflow(page_ids: Iterable[int]) -> set[int]:
    """Return those pages that wait for somebody's approval."""
    running = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    rows = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(pk) for pk in page_ids],
        status__in=running,
    )
    return {int(pk) for pk in rows.values_list("object_id", flat=True)}


def written_by_import(revision_ids: Iterable[int]) -> set[int]:
    """Return those revisions that an import wrote; the others are an editor's."""
    rows = ImportRow.objects.filter(revision_after_id__in=list(revision_ids))
    return set(rows.values_list("revision_after_id", flat=True))


def editors_of(revision_ids: Iterable[int]) -> dict[int, str]:
    """Return who wrote each revision and when, for a sentence."""
    rows = Revision.objects.filter(pk__in=list(revision_ids)).select_related("user")
    return {
        row.pk: f"{row.user or '系统'}，{timezone.localtime(row.created_at):%Y-%m-%d %H:%M}"
        for row in rows.defer("content")
    }
