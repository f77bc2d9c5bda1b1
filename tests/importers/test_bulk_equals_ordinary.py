"""The bulk writer writes what add_child, save_revision and publish write, row for row."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from django.db import models, transaction
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision
from wagtail.search.models import IndexEntry

from importers.writing.creating import create_pages
from pages.base.models import Department, PageCode, Topic
from pages.guides.models import (
    GuideFaq,
    GuideFee,
    GuideIndexPage,
    GuideMaterial,
    GuidePage,
    ProcessStep,
)
from tests.factories import make_department, make_editor

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

# What differs from run to run by its nature: keys, instants, identities.
UNSTABLE = {
    *("id", "pk", "page", "page_ptr", "translation_key", "row_guid", "path", "latest_revision"),
    *("latest_revision_created_at", "live_revision", "first_published_at", "last_published_at"),
}


def _guides(department: Department) -> list[GuidePage]:
    topics = list(Topic.objects.filter(audience="person")[:2])
    guides = []
    for number in range(7):
        guide = GuidePage(
            title=f"居民身份证补领（{number // 2}）",  # two of a name: the slugs must differ
            task_code=f"11440113MB2C92966P400013102400{number}",
            implementing_body=department,
            publisher=department,
            visits_on_site=number,
            service_targets=["person", "enterprise"],
            legal_limit_value=20,
            legal_limit_unit="working_day",
        )
        guide.topics = topics
        guide.materials.set(
            [GuideMaterial(name=f"材料{n}", original_copies=n) for n in range(number)]
        )
        guide.fees.set([GuideFee(name="工本费", standard="每证 20 元")])
        guide.process_steps.set([ProcessStep(name="受理"), ProcessStep(name="审查")])
        guide.faqs.set([GuideFaq(question="能代办吗？", answer="能。")])
        guides.append(guide)
    return guides


def _ordinarily(parent: Page, pages: Sequence[Page], user: Any, *, publish: bool = False) -> None:
    for page in pages:
        page.live, page.owner = False, user
        parent.add_child(instance=page)
        revision = page.save_revision(user=user, log_action=True)
        if publish:
            revision.publish(user=user)


def _fields(record: models.Model) -> dict[str, Any]:
    return {
        field.name: field.value_from_object(record)
        for field in record._meta.concrete_fields
        if field.name not in UNSTABLE
    }


def _stable(content: Any) -> Any:
    if isinstance(content, dict):
        return {k: _stable(v) for k, v in content.items() if k not in UNSTABLE}
    return [_stable(item) for item in content] if isinstance(content, list) else content


def _references(page: Page) -> list[tuple[Any, ...]]:
    rows = ReferenceIndex.get_references_for_object(page).values_list(
        "content_type", "to_content_type", "to_object_id", "model_path", "content_path"
    )
    return sorted((*row[:4], re.sub(r"\.\d+\.", ".#.", row[4])) for row in rows)


def _everything(page: GuidePage) -> Iterator[Any]:
    """Every row that belongs to a page, without keys and instants."""
    yield _fields(page)
    yield page.first_published_at is not None, page.last_published_at is not None
    yield (
        page.live_revision_id is not None,
        page.live_revision_id in {None, page.latest_revision_id},
    )
    for relation in get_all_child_relations(GuidePage):
        yield [_fields(row) for row in getattr(page, relation.get_accessor_name()).all()]
    yield sorted(page.topics.values_list("pk", flat=True))
    revisions = Revision.objects.for_instance(page)
    for revision in revisions.order_by("pk"):
        yield revision.user_id, revision.object_str, _stable(revision.content)
        yield revision.content["latest_revision"], revision.content["live_revision"]
    for entry in PageLogEntry.objects.filter(page=page.pk).order_by("pk"):
        yield entry.action, entry.label, entry.user_id, entry.content_changed, entry.data
        yield entry.content_type_id, entry.revision_id in {None, page.latest_revision_id}
    yield _references(page)
    yield sorted(PageCode.objects.filter(page=page.pk).values_list("scheme", "code"))


def _snapshot(write: Callable[..., Any], user: Any, *, publish: bool) -> list[Any]:
    """Write the guides in a transaction, look at everything, and take it back."""
    with transaction.atomic():
        column = GuideIndexPage.objects.get()
        write(column, _guides(make_department()), user, publish=publish)
        pages = list(GuidePage.objects.order_by("path"))
        found: list[Any] = [list(_everything(page)) for page in pages]
        column.refresh_from_db()
        found.append((column.numchild, Page.find_problems()))
        found.append([page.path[len(column.path) :] for page in pages])
        found.append(IndexEntry.objects.filter(content_type=pages[0].content_type).count())
        found.append(GuidePage.objects.search("居民身份证补领").count())
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("publish", [False, True])
def test_bulk_writes_the_same_rows(publish: bool) -> None:
    make_department()
    user = make_editor(is_superuser=True)
    ordinary = _snapshot(_ordinarily, user, publish=publish)
    bulk = _snapshot(create_pages, user, publish=publish)
    assert len(bulk) == len(ordinary)
    for mine, theirs in zip(bulk, ordinary, strict=True):
        assert mine == theirs


@pytest.mark.parametrize("publish", [False, True])
def test_a_revision_restores_the_rows_and_can_be_published(publish: bool) -> None:
    column = GuideIndexPage.objects.get()
    guides = _guides(make_department())
    revisions = create_pages(column, guides, None, publish=publish)
    restored = revisions[3].as_object()
    assert [m.name for m in restored.materials.all()] == ["材料0", "材料1", "材料2"]
    assert [t.pk for t in restored.topics.all()] == [t.pk for t in guides[3].topics.all()]
    restored.save_revision().publish()
    page = GuidePage.objects.get(pk=guides[3].pk)
    assert page.live
    assert page.materials.count() == 3
    assert Page.find_problems() == ([], [], [], [], [])


def test_pages_are_appended_after_the_ones_that_are_there() -> None:
    column = GuideIndexPage.objects.get()
    department = make_department()
    create_pages(column, _guides(department), None)
    create_pages(column, _guides(department), None)
    slugs = list(GuidePage.objects.values_list("slug", flat=True))
    assert len(slugs) == len(set(slugs)) == 14
    assert GuideIndexPage.objects.get().numchild == 14
    assert Page.find_problems() == ([], [], [], [], [])
