"""Drafts saved in bulk are what save_revision would have saved, field by field."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from importers.actions import Prepared, carry_out, keep, prepare
from importers.kinds.guides import writing
from importers.planning.plan import Options
from importers.registry import import_kind
from pages.base.models import Department, Topic
from pages.guides.models import GuideFee, GuidePage, ProcessStep
from tests.factories import make_department, make_editor, make_guide
from tests.importers.tables_for_tests import xlsx

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

ROWS: list[Any] = [
    [
        *(
            "实施编码",
            "事项名称",
            "实施主体",
            "承诺办结时限",
            "是否收费",
            "计划生效日期",
            "服务对象",
        ),
        *("主题", "申请材料", "收费项目名称", "收费标准"),
    ],
    [
        *(
            "11440113MB2C92966P4000131024000",
            "身份证补领（改名）",
            "县公安局",
            "即办",
            "是",
            "2026-03-05",
        ),
        *("自然人、企业法人", "户籍办理/新主题", "照片\n申请表\n户口簿", "工本费", "每证 20 元"),
    ],
    [
        "11440113MB2C92966P4000131024001",
        "婚姻登记",
        "新机构",
        "20个工作日",
        "否",
        None,
        None,
        None,
        None,
        None,
        None,
    ],
]


@pytest.fixture
def prepared() -> Prepared:
    """Two guides, one public and one a draft, that a file would change."""
    department = make_department("县公安局")
    first = make_guide(
        "身份证补领",
        task_code="11440113MB2C92966P4000131024000",
        implementing_body=department,
        materials=["户口簿", "照片", "旧证"],
    )
    first.topics = list(Topic.objects.filter(audience="legal")[:1])
    first.fees.add(GuideFee(name="旧收费", standard="1 元"))
    first.process_steps.add(ProcessStep(name="受理"))
    first.save_revision().publish()
    make_guide(
        "婚姻登记", task_code="11440113MB2C92966P4000131024001", implementing_body=department
    )
    found = prepare(xlsx(ROWS), import_kind("guides"), Options(user=make_editor(is_superuser=True)))
    assert found.plan.totals["changed"] == 2
    return found


def _stable(content: dict[str, Any]) -> dict[str, Any]:
    """Without identities of rows that both ways make anew, and records made by both."""
    rows = {
        name: [{k: v for k, v in row.items() if row["pk"] or k != "row_guid"} for row in value]
        for name, value in content.items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    }
    topics = Topic.objects.filter(pk__in=content["topics"]).order_by("name")
    bodies = {
        name: Department.objects.get(pk=content[name]).name
        for name in ("implementing_body", "publisher")
    }
    return content | rows | bodies | {"topics": list(topics.values_list("name", flat=True))}


def _state() -> Iterator[Any]:
    for guide in GuidePage.objects.order_by("pk"):
        revision = guide.latest_revision
        assert revision is not None
        yield _stable(revision.content)
        yield revision.object_str, revision.user_id, revision.content_type_id
        yield guide.title, guide.draft_title, guide.live, guide.has_unpublished_changes
        yield guide.latest_revision_created_at == revision.created_at
        entries = PageLogEntry.objects.filter(page=guide.pk).order_by("pk")
        yield list(entries.values_list("action", "label", "user_id", "content_changed"))
        yield entries.latest("pk").revision_id == revision.pk
        yield ReferenceIndex.get_references_for_object(guide).count()
        restored = revision.as_object()
        yield [material.name for material in restored.materials.all()]
        yield str(restored.implementing_body), str(restored.effective_from)


def _written(prepared: Prepared, monkeypatch: pytest.MonkeyPatch, *, in_bulk: bool) -> list[Any]:
    with transaction.atomic(), monkeypatch.context() as patch:
        if not in_bulk:
            patch.setattr(writing, "newest_drafts", lambda page_class, page_ids: {})
        carry_out(keep(prepared), prepared)
        state = list(_state())
        transaction.set_rollback(True)
    return state


def test_bulk_drafts_are_ordinary_drafts(
    prepared: Prepared, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = _written(prepared, monkeypatch, in_bulk=False)
    bulk = _written(prepared, monkeypatch, in_bulk=True)
    for mine, theirs in zip(bulk, ordinary, strict=True):
        assert mine == theirs


def test_a_bulk_draft_can_be_published(prepared: Prepared) -> None:
    carry_out(keep(prepared), prepared)
    for guide in GuidePage.objects.all():
        guide.get_latest_revision().publish()
    first = GuidePage.objects.get(task_code="11440113MB2C92966P4000131024000")
    assert first.title == "身份证补领（改名）"
    assert [material.name for material in first.materials.all()] == ["照片", "申请表", "户口簿"]
    assert [fee.name for fee in first.fees.all()] == ["工本费"]
    assert [step.name for step in first.process_steps.all()] == ["受理"]
    assert first.promised_limit_unit == "instant"
    assert first.promised_limit_value is None
    assert {topic.name for topic in first.topics.all()} >= {"户籍办理", "新主题"}
    assert Page.find_problems() == ([], [], [], [], [])
