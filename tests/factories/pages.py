import datetime as dt
from typing import Any, TypeVar

from django.utils import timezone
from wagtail.models import Page

from pages.base.models import BasePage, ColumnPage, PageRelation, Relation
from pages.consultations.models import Clause, ConsultationIndexPage, ConsultationPage
from pages.guides.models import GuideIndexPage, GuideMaterial, GuidePage
from pages.lists.models import ListIndexPage, ListNoticePage, ListRow
from pages.policies.models import (
    InterpretationIndexPage,
    InterpretationPage,
    PolicyIndexPage,
    PolicyPage,
)
from tests.factories.records import make_department

AnyPage = TypeVar("AnyPage", bound=BasePage)


def make_guide(title: str = "居民身份证补领", *, publish: bool = True, **fields: Any) -> GuidePage:
    """A guide with the promises that its page prints and one material a name in `materials`."""
    materials = fields.pop("materials", ["居民户口簿"])
    fields.setdefault("implementing_body", make_department())
    fields.setdefault("visits_on_site", 1)
    fields.setdefault("promised_limit_value", 3)
    fields.setdefault("promised_limit_unit", "working_day")
    guide = GuidePage(title=title, publisher=fields["implementing_body"], **fields)
    rows = [GuideMaterial(name=name, original_copies=1) for name in materials]
    guide.materials.set(rows)
    return _place(guide, GuideIndexPage, publish)


def make_notice(
    title: str = "最多跑一次事项清单（第一批）",
    *,
    rows: list[dict[str, Any]] | None = None,
    **fields: Any,
) -> ListNoticePage:
    publish = fields.pop("publish", True)
    fields.setdefault("publisher", make_department())
    fields.setdefault("list_type", "one_visit")
    notice = _place(ListNoticePage(title=title, **fields), ListIndexPage, publish)
    ListRow.objects.bulk_create(
        ListRow(notice=notice, position=position, **row)
        for position, row in enumerate(rows or [{"name": "居民身份证补领"}], start=1)
    )
    return notice


def make_policy(title: str = "关于做好高龄津贴发放工作的通知", **fields: Any) -> PolicyPage:
    publish = fields.pop("publish", True)
    fields.setdefault("publisher", make_department())
    fields.setdefault("doc_number", "云民发〔2026〕3号")
    fields.setdefault("dated_on", dt.date(2026, 3, 5))
    return _place(PolicyPage(title=title, **fields), PolicyIndexPage, publish)


def make_interpretation(
    policy: PolicyPage, title: str = "高龄津贴怎么领？", **fields: Any
) -> InterpretationPage:
    publish = fields.pop("publish", True)
    page = InterpretationPage(title=title, publisher=policy.publisher, **fields)
    page.relations.set([PageRelation(target=policy, relation=Relation.INTERPRETS)])
    return _place(page, InterpretationIndexPage, publish)


def make_consultation(
    title: str = "县城停车收费办法（征求意见稿）", **fields: Any
) -> ConsultationPage:
    """A consultation that is open now unless its instants say otherwise."""
    publish = fields.pop("publish", True)
    clauses = fields.pop("clauses", ["第一条", "第二条"])
    now = timezone.now()
    defaults: dict[str, Any] = {
        "publisher": make_department("云溪县发展和改革局"),
        "explanation": "为了让停车有序、收费公道，起草本办法。",
        "basis": "《中华人民共和国价格法》",
        "opens_at": now - dt.timedelta(days=5),
        "closes_at": now + dt.timedelta(days=30),
        "ways": "信函：云溪县政府大院三号楼\n电话：0999-6210000",
        "contact_name": "王科长",
        "contact_phone": "0999-6210000",
    }
    page = ConsultationPage(title=title, **(defaults | fields))
    page.clauses.set([Clause(label=label, text=f"{label}的内容。") for label in clauses])
    return _place(page, ConsultationIndexPage, publish)


def _place(page: AnyPage, column: type[ColumnPage], publish: bool) -> AnyPage:
    parent: Page = column.objects.get()
    page.live = False
    parent.add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    found: AnyPage = type(page).objects.get(pk=page.pk)
    return found
