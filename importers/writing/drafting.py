"""Save new drafts of many pages at once: what `save_revision` writes, without restoring pages.

A draft leaves the page's own row alone but for its pointers, so search and references do not
change. tests/importers/test_drafts_equal_ordinary.py compares the result with the ordinary way.
"""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from modelcluster.models import get_serializable_data_for_fields
from wagtail.models import Comment, Page, PageLogEntry, Revision

from importers.planning.contents import Content, contents_of

# What belongs to the page as a whole and not to one revision (Wagtail's `with_content_json`).
_OF_THE_PAGE = (
    *("pk", "content_type", "path", "depth", "numchild", "url_path", "draft_title", "live"),
    *("has_unpublished_changes", "owner", "locked", "locked_by", "locked_at", "latest_revision"),
    *("latest_revision_created_at", "translation_key", "locale", "alias_of", "index_no"),
)


def newest_drafts(page_class: type[Page], page_ids: Sequence[int]) -> dict[int, Content]:
    """Return the newest content of each page, locked until the transaction ends.

    Pages under discussion are left out: their comments need the ordinary way.
    """
    discussed = set(Comment.objects.filter(page__in=page_ids).values_list("page_id", flat=True))
    list(Page.objects.select_for_update().filter(pk__in=page_ids).values_list("pk"))
    wanted = [page_id for page_id in page_ids if page_id not in discussed]
    contents = contents_of(page_class, wanted)
    pages = page_class.objects.filter(pk__in=wanted)
    return {page.pk: contents[page.pk] | _own_fields(page) for page in pages}


def save_drafts(contents: Mapping[int, Content], user: Any) -> dict[int, Revision]:
    """Save a new draft with each content; must run inside a transaction."""
    now = timezone.now()
    base = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_type_id=content["content_type"],
            base_content_type=base,
            object_id=str(page_id),
            created_at=now,
            user=user,
            object_str=content["title"],
            content=content,
        )
        for page_id, content in contents.items()
    )
    saved = {int(revision.object_id): revision for revision in revisions}
    _point_at(contents, now)
    _log(saved, user, now)
    return saved


def _own_fields(page: Page) -> Content:
    own = get_serializable_data_for_fields(page)
    return {name: own[name] for name in _OF_THE_PAGE if name in own}


def _point_at(contents: Mapping[int, Content], now: datetime) -> None:
    mine = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=Cast(OuterRef("pk"), models.CharField()),
    ).order_by("-pk")
    Page.objects.filter(pk__in=contents).update(
        latest_revision=Subquery(mine.values("pk")[:1]),
        latest_revision_created_at=now,
        has_unpublished_changes=True,
    )
    renamed = [
        Page(pk=page_id, draft_title=content["title"])
        for page_id, content in contents.items()
        if content["title"] != content["draft_title"]
    ]
    Page.objects.bulk_update(renamed, ["draft_title"])


def _log(revisions: Mapping[int, Revision], user: Any, now: datetime) -> None:
    operation = uuid.uuid4()
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            content_type_id=revision.content_type_id,
            label=revision.object_str,
            action="wagtail.edit",
            timestamp=now,
            data={},
            user=user,
            uuid=operation,
            content_changed=True,
            page_id=page_id,
            revision=revision,
        )
        for page_id, revision in revisions.items()
    )
