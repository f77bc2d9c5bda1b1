"""The command, through its one door: `manage.py load_demo`."""

import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker
from wagtail.models import Page

from pages.base.lookups import pages_by_code
from pages.base.models import Department, PageCode, PageRelation, SiteSettings
from pages.consultations.models import Comment, CommentEvent, ConsultationPage
from pages.guides.models import GuidePage
from pages.lists.models import ListNoticePage, ListRow
from pages.policies.models import InterpretationPage, PolicyPage
from tests.yici.demo.content import CONSULTATIONS, DEPARTMENTS, GUIDES, LIVE
from yici.accounts.models import User

pytestmark = [pytest.mark.contract, pytest.mark.django_db]


def load(*options: str) -> str:
    out = StringIO()
    call_command("load_demo", *options, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def report(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Load everything once into the empty site; what the command printed."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load("--with-users")
        transaction.set_rollback(True)


def test_it_writes_every_kind_and_says_so_in_chinese(report: str) -> None:
    assert f"办事指南：新写 {len(LIVE)}" in report
    assert "办事指南（草稿）：新写 3" in report
    assert "意见征集：新写 24" in report
    assert GuidePage.objects.live().count() == len(LIVE)
    assert GuidePage.objects.filter(live=False).count() == len(GUIDES) - len(LIVE)
    assert (PolicyPage.objects.count(), InterpretationPage.objects.count()) == (12, 8)
    assert ListNoticePage.objects.live().count() == 4
    assert Department.objects.count() == len(DEPARTMENTS)
    assert Page.find_problems() == ([], [], [], [], [])


def test_every_consultation_is_in_the_state_its_file_says(report: str) -> None:
    wanted = {record["slug"]: record["state"] for record in CONSULTATIONS}
    pages = ConsultationPage.objects.live()
    assert {page.slug: page.state().value for page in pages} == wanted
    assert set(Counter(page.state() for page in pages).values()) == {4}


def test_every_fate_of_a_policy_is_shown(report: str) -> None:
    fates = Counter(policy.current_validity for policy in PolicyPage.objects.all())
    assert fates["repealed"] == fates["expired"] == fates["not_yet"] == 1
    assert all(
        re.fullmatch(r"\w{18}/202[56]-\d{5}", page.index_no) for page in PolicyPage.objects.all()
    )
    assert PageRelation.objects.filter(relation="adopted_as").count() == 4
    assert PageRelation.objects.filter(relation="interprets").count() == 9


def test_a_row_with_a_code_of_a_public_guide_leads_to_it(report: str) -> None:
    codes = set(ListRow.objects.exclude(task_code="").values_list("task_code", flat=True))
    public = {guide["task_code"] for guide in LIVE if "task_code" in guide}
    found = pages_by_code(["task_code"], codes)
    assert found.keys() == codes & public
    assert len(found) > 60
    bases = set(ListNoticePage.objects.values_list("basis_doc_number", flat=True))
    assert PageCode.objects.filter(scheme="doc_number").count() == 12
    assert len(bases) == 3


def test_a_guide_has_its_rows_in_order_and_its_topics(report: str) -> None:
    guide = GuidePage.objects.get(slug="shipin-jingying")
    wanted = next(record for record in GUIDES if record["slug"] == guide.slug)
    names = [row["name"] for row in wanted["process_steps"]]
    assert [step.name for step in guide.process_steps.all()] == names
    assert [topic.name for topic in guide.topics.all()] == wanted["themes_legal"]
    assert guide.first_published_at.date().isoformat() == wanted["dated_on"]
    assert guide.publisher.code == "shichang"


def test_comments_came_in_time_and_everything_done_to_them_is_kept(report: str) -> None:
    for comment in Comment.objects.select_related("consultation"):
        consultation = comment.consultation
        assert consultation.opens_at < comment.submitted_at < consultation.closes_at
    answered = Comment.objects.exclude(outcome="").count()
    assert CommentEvent.objects.filter(kind="received").count() == Comment.objects.count()
    assert CommentEvent.objects.filter(kind="answered").count() == answered > 30
    assert (
        len(set(Comment.objects.values_list("code_digest", flat=True))) == Comment.objects.count()
    )


def test_the_site_has_its_name_its_footer_and_six_hot_services(report: str) -> None:
    settings = SiteSettings.objects.get()
    assert settings.site_name == "云溪县人民政府门户网站"
    assert settings.site_id_code == "9901270001"
    assert len(settings.hot_services) == 6
    assert all(service.value["page"].live for service in settings.hot_services)


def test_the_passwords_are_random_and_printed_once(report: str) -> None:
    printed = dict(re.findall(r"账号 (\S+) 的密码：(\S+)（", report))
    assert set(printed) == {"demo-admin", "demo-renshe", "demo-shichang"}
    assert len(set(printed.values())) == 3
    assert all(
        User.objects.get(username=name).check_password(word) for name, word in printed.items()
    )
    editor = User.objects.get(username="demo-renshe")
    assert [department.code for department in editor.departments.all()] == ["renshe"]
    assert not editor.is_superuser
    assert "密码" not in load("--with-users")


def test_a_second_run_writes_nothing_and_restores_nothing(report: str) -> None:
    guide = GuidePage.objects.get(slug="jiehun-dengji")
    guide.title, guide.slug = "婚姻登记（编辑改过）", "hunyin"
    guide.save_revision().publish()
    policy = PolicyPage.objects.get(doc_number="云政规〔2026〕2号")
    policy.slug = "renamed-by-an-editor"
    policy.save()
    before = Page.objects.count()
    out = load()
    assert "这次什么也没有写" in out
    assert "新写" not in out
    assert Page.objects.count() == before
    assert GuidePage.objects.get(pk=guide.pk).title == "婚姻登记（编辑改过）"
