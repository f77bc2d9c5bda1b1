"""Create many pages at once: every row that `add_child` and `save_revision` would write.

treebeard and Django refuse bulk inserts of multi-table models, and one page the ordinary way costs
some 170 queries. Here a chunk costs about 25. tests/importers/test_bulk_equals_ordinary.py proves
the result equal to the ordinary way.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connections, models, router
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Cast
from django.db.models.sql import InsertQuery
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.backends import get_search_backends
from wagtail.signals import page_published, published

from importers.writing.places import free_slugs, next_paths
from importers.writing.references import index_references
from pages.base.slugs import pinyin_slug

_UNREVISED = {
    "live": False,
    "has_unpublished_changes": False,
    "first_published_at": None,
    "last_published_at": None,
    "latest_revision": None,
    "latest_revision_created_at": None,
    "live_revision": None,
}
"""What a page says of itself before its first revision; that is what the revision stores."""


def create_pages(
    parent: Page, pages: Sequence[Page], user: Any, *, publish: bool = False
) -> list[Revision]:
    """Create pages of one class under `parent`, as drafts or published; returns their revisions.

    Must run inside a transaction. `pages` are unsaved, with their child rows and many-to-many
    relations set; they are saved instances afterwards.
    """
    if not pages:
        return []
    parent = Page.objects.select_for_update().get(pk=parent.pk)
    now = timezone.now()
    _complete(parent, pages, user, now)
    if publish:
        _make_live(pages, now)
    _insert_pages(pages)
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))
    _insert_relations(pages)
    revisions = _insert_revisions(pages, user, now)
    index_references(pages)
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(type(pages[0]), pages)
    if publish:
        _tell_published(pages, revisions)
    _log(pages, revisions, user, now)
    return revisions


def _complete(parent: Page, pages: Sequence[Page], user: Any, now: datetime) -> None:
    """Fill in what the tree and the drafts need and the caller cannot know."""
    paths = next_paths(parent, len(pages))
    slugs = free_slugs(parent, [page.slug or pinyin_slug(page.title) for page in pages])
    for page, path, slug in zip(pages, paths, slugs, strict=True):
        page.path, page.slug = path, slug
        page.depth, page.numchild = parent.depth + 1, 0
        page.locale_id = parent.locale_id
        page.owner = user
        page.draft_title = page.title
        page.latest_revision_created_at = now
        page.live, page.has_unpublished_changes = False, True
        page.set_url_path(parent)
        _keep_in_memory(page)


def _keep_in_memory(page: Page) -> None:
    """From here on rows and relations are those in memory: nobody asks the database for them."""
    model = type(page)
    names = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    names += [field.name for field in get_all_child_m2m_relations(model)]
    for name in names:
        setattr(page, name, list(getattr(page, name).all()))


def _make_live(pages: Sequence[Page], now: datetime) -> None:
    for page in pages:
        page.live, page.has_unpublished_changes = True, False
        page.first_published_at = page.last_published_at = now


def _tell_published(pages: Sequence[Page], revisions: Sequence[Revision]) -> None:
    """Whoever listens for published pages (codes, search, caches) hears of each."""
    for page, revision in zip(pages, revisions, strict=True):
        page.live_revision = revision
        page_published.send(sender=type(page), instance=page, revision=revision)
        published.send(sender=type(page), instance=page, revision=revision)


def _insert_pages(pages: Sequence[Page]) -> None:
    """Insert the rows of both tables; the second table takes its key from the first."""
    shared = [field for field in Page._meta.concrete_fields if not field.primary_key]
    bases = [
        Page(**{field.attname: getattr(page, field.attname) for field in shared}) for page in pages
    ]
    Page.objects.bulk_create(bases)
    page: Any
    for page, base in zip(pages, bases, strict=True):
        page.id = page.page_ptr_id = base.pk
    _insert_own_fields(pages)


def _insert_own_fields(pages: Sequence[Page]) -> None:
    model = type(pages[0])
    fields = model._meta.local_concrete_fields
    alias = router.db_for_write(model)
    batch = connections[alias].ops.bulk_batch_size(fields, pages)
    for start in range(0, len(pages), batch):
        query = InsertQuery(model)
        query.insert_values(fields, list(pages[start : start + batch]))
        query.get_compiler(using=alias).execute_sql()


def _insert_relations(pages: Sequence[Page]) -> None:
    model = type(pages[0])
    for relation in get_all_child_relations(model):
        rows: list[models.Model] = []
        for page in pages:
            for child in getattr(page, relation.get_accessor_name()).get_object_list():
                setattr(child, relation.field.attname, page.pk)
                rows.append(child)
        relation.related_model.objects.bulk_create(rows)
    for field in get_all_child_m2m_relations(model):
        through = field.remote_field.through
        own, other = field.m2m_column_name(), field.m2m_reverse_name()
        through.objects.bulk_create(
            through(**{own: page.pk, other: record.pk})
            for page in pages
            for record in getattr(page, field.name).all()
        )


def _insert_revisions(pages: Sequence[Page], user: Any, now: datetime) -> list[Revision]:
    base = ContentType.objects.get_for_model(Page)
    revisions: list[Revision] = Revision.objects.bulk_create(
        Revision(
            content_type=page.cached_content_type,
            base_content_type=base,
            object_id=str(page.pk),
            created_at=now,
            user=user,
            object_str=str(page),
            content=_first_content(page),
        )
        for page in pages
    )
    for page, revision in zip(pages, revisions, strict=True):
        page.latest_revision = revision
    mine = Revision.objects.filter(
        base_content_type=base, object_id=Cast(OuterRef("pk"), models.CharField())
    )
    newest = Subquery(mine.values("pk")[:1])
    pointers = {"latest_revision": newest} | ({"live_revision": newest} if pages[0].live else {})
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(**pointers)
    return revisions


def _first_content(page: Page) -> dict[str, Any]:
    """What `save_revision` stores in a first revision: the page before it had one."""
    content: dict[str, Any] = page.serializable_data()
    return content | _UNREVISED


def _log(pages: Sequence[Page], revisions: Sequence[Revision], user: Any, now: datetime) -> None:
    """The same entries that the editor writes for a new page."""
    operation = uuid.uuid4()
    actions = ["wagtail.create", "wagtail.edit"] + ["wagtail.publish"] * pages[0].live
    entries = [
        PageLogEntry(
            content_type=page.cached_content_type,
            label=page.get_admin_display_title(),
            action=action,
            timestamp=now,
            data={},
            user=user,
            uuid=operation,
            content_changed=True,
            page=page,
            revision=None if action == "wagtail.create" else revision,
        )
        for page, revision in zip(pages, revisions, strict=True)
        for action in actions
    ]
    PageLogEntry.objects.bulk_create(entries)
