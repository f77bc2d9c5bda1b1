"""What an import of guides would do, row by row: the same checks as the real run, no write."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from importers.actions import carry_out, keep, prepare
from importers.models import Mode
from importers.planning.plan import Options, Plan
from importers.registry import import_kind
from pages.base.models import Department, Topic
from pages.guides.models import GuidePage
from tests.factories import make_department, make_guide
from tests.importers.tables_for_tests import Rows, xlsx

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

CODE = "11440113MB2C92966P4000131024000"
OTHER_CODE = "11440113MB2C92966P4000131024001"


def _plan(rows: Rows, **options: Any) -> Plan:
    return prepare(xlsx(rows), import_kind("guides"), Options(**options)).plan


def _apply(rows: Rows, **options: Any) -> Plan:
    prepared = prepare(xlsx(rows), import_kind("guides"), Options(**options))
    carry_out(keep(prepared), prepared)
    return prepared.plan


def _statuses(plan: Plan) -> list[str]:
    return [row.status.value for row in plan.rows]


def _rules(plan: Plan) -> list[list[str]]:
    return [[problem.rule for problem in row.record.problems] for row in plan.rows]


def _body(guide: GuidePage) -> str:
    return str(guide.implementing_body)


HEADER = ["实施编码", "事项名称", "实施主体", "咨询电话"]


def test_a_dry_run_writes_nothing() -> None:
    with CaptureQueriesContext(connection) as queries:
        plan = _plan([HEADER, [CODE, "甲", "新机构", "1"], [None, "乙", "新机构", "1"]])
    assert _statuses(plan) == ["new", "new"]
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not [q["sql"] for q in queries if q["sql"].startswith(writes)]
    assert _rules(plan)[0] == ["no_phone", "new_department"]
    assert "新机构（2 项）" in plan.problems[0].message


def test_the_same_file_again_changes_nothing_and_writes_nothing() -> None:
    rows = [HEADER, [CODE, "甲", "县公安局", "0775-1234567"], [None, "乙", "县公安局", "12345"]]
    assert _statuses(_apply(rows)) == ["new", "new"]
    revisions = Revision.objects.count()
    again = _plan(rows)
    assert _statuses(again) == ["unchanged", "unchanged"]
    assert not again.writes
    assert Revision.objects.count() == revisions
    assert GuidePage.objects.filter(live=False).count() == 2


def test_only_what_the_file_says_is_changed() -> None:
    guide = make_guide(
        "补领身份证",
        task_code=CODE,
        notes="带户口簿",
        supervision="12345",
        materials=["户口簿", "照片"],
    )
    rows = [
        [*HEADER, "申请材料"],
        [CODE, "补领身份证", _body(guide), "12345", "照片\n申请表"],
    ]
    plan = _apply(rows)
    assert _statuses(plan) == ["changed"]
    assert [change.field for change in plan.rows[0].changes] == ["consultation", "materials"]
    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert draft.consultation == "12345"
    assert draft.notes == "带户口簿"
    assert [m.name for m in draft.materials.all()] == ["照片", "申请表"]
    before = {m.name: m.row_guid for m in guide.materials.all()}
    assert draft.materials.all()[0].row_guid == before["照片"]
    assert draft.materials.all()[0].original_copies == 1
    assert GuidePage.objects.get(pk=guide.pk).live
    assert not GuidePage.objects.get(pk=guide.pk).consultation


def test_an_empty_cell_or_a_placeholder_takes_nothing_away() -> None:
    guide = make_guide("补领身份证", task_code=CODE, consultation="12345")
    name = _body(guide)
    assert _statuses(_plan([HEADER, [CODE, "补领身份证", name, None]])) == ["unchanged"]
    assert _statuses(_plan([HEADER, [CODE, "补领身份证", name, "无"]])) == ["unchanged"]


def test_keys_code_before_name() -> None:
    guide = make_guide("补领身份证", task_code=CODE)
    body = _body(guide)
    renamed = _plan([HEADER, [CODE, "身份证补领", body, None]])
    assert (_statuses(renamed), renamed.rows[0].page_id) == (["changed"], guide.pk)
    other = _plan([HEADER, [OTHER_CODE, "补领身份证", body, None]])
    assert _statuses(other) == ["new"]
    by_name = _plan([HEADER, [None, "补领身份证", body, "12345"]])
    assert by_name.rows[0].page_id == guide.pk
    elsewhere = _plan([HEADER, [None, "补领身份证", "别的局", "12345"]])
    assert _statuses(elsewhere) == ["new"]


def test_two_pages_of_one_code_are_told_apart_by_name() -> None:
    one = make_guide("甲", task_code=CODE)
    make_guide("乙", task_code=CODE)
    body = _body(one)
    plan = _plan([HEADER, [CODE, "甲", body, "12345"], [CODE, "丙", body, "12345"]])
    assert _statuses(plan) == ["changed", "new"]
    assert plan.rows[0].page_id == one.pk
    alone = _plan([HEADER, [CODE, "丙", body, "12345"]])
    assert _statuses(alone) == ["conflict"]
    assert _rules(alone) == [["several_pages"]]


def test_duplicates_in_the_file() -> None:
    plan = _plan(
        [
            HEADER,
            [CODE, "甲", "县公安局", "12345"],
            [CODE, "甲", "县公安局", "12345"],
            [CODE, "乙", "县公安局", "12345"],
            [None, "丙", "县公安局", "12345"],
            [None, "丙", "县公安局", "67890"],
        ]
    )
    assert _statuses(plan) == ["new", "ignored", "new", "conflict", "conflict"]
    assert plan.totals == {
        "rows": 5,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "invalid": 0,
        "conflict": 2,
        "ignored": 1,
    }
    assert "shared_code" in _rules(plan)[0]
    assert "repeated" in _rules(plan)[1]


def test_codes_shared_by_several_items_import_twice_without_change() -> None:
    rows = [
        HEADER,
        [CODE, "甲", "县公安局", "12345"],
        [CODE, "乙", "县公安局", "12345"],
        [None, "乙", "县公安局", "67890"],
    ]
    assert _statuses(_apply(rows)) == ["new", "new", "new"]
    assert _statuses(_plan(rows)) == ["unchanged", "unchanged", "unchanged"]


def test_an_editors_draft_is_never_overwritten() -> None:
    guide = make_guide("补领身份证", task_code=CODE)
    rows = [HEADER, [CODE, "补领身份证", _body(guide), "12345"]]
    guide.notes = "编辑正在改"
    guide.save_revision()
    plan = _apply(rows)
    assert _statuses(plan) == ["conflict"]
    assert "pending_draft" in _rules(plan)[0]
    assert GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().notes == "编辑正在改"


def test_a_draft_of_an_import_may_be_imported_over() -> None:
    rows = [HEADER, [CODE, "补领身份证", "县公安局", "12345"]]
    _apply(rows)
    rows[1][3] = "67890"
    assert _statuses(_apply(rows)) == ["changed"]
    guide = GuidePage.objects.get()
    assert guide.get_latest_revision_as_object().consultation == "67890"


def test_a_locked_page_is_a_conflict_only_when_it_would_change() -> None:
    guide = make_guide("补领身份证", task_code=CODE, consultation="12345")
    GuidePage.objects.filter(pk=guide.pk).update(locked=True)
    body = _body(guide)
    assert _statuses(_plan([HEADER, [CODE, "补领身份证", body, "12345"]])) == ["unchanged"]
    locked = _plan([HEADER, [CODE, "补领身份证", body, "67890"]])
    assert _rules(locked) == [["locked"]]


def test_another_departments_rows_are_conflicts() -> None:
    mine, theirs = make_department("县民政局"), make_department("县公安局")
    guide = make_guide("甲", task_code=CODE, implementing_body=theirs)
    plan = _plan(
        [
            HEADER,
            [None, "乙", "县公安局", "12345"],
            [None, "丙", None, "12345"],
            [CODE, "甲", "县民政局", "12345"],
        ],
        departments=(mine,),
    )
    assert _statuses(plan) == ["conflict", "new", "conflict"]
    assert plan.rows[1].record.values["implementing_body"] == "县民政局"
    assert guide.pk == plan.rows[2].page_id


def test_short_names_and_brackets_find_the_department() -> None:
    make_department("云溪县市场监督管理局（知识产权局）", short_names="县市场监管局")
    rows = [
        HEADER,
        [None, "甲", "县市场监管局", None],
        [None, "乙", "云溪县市场监督管理局(知识产权局)", None],
    ]
    _apply(rows)
    assert Department.objects.count() == 1
    assert {g.implementing_body.name for g in GuidePage.objects.all() if g.implementing_body} == {
        "云溪县市场监督管理局（知识产权局）"
    }


def test_new_departments_get_codes_of_their_own() -> None:
    make_department("县民政局", code="xian-gong-an-ju")
    _apply([HEADER, [None, "甲", "县公安局", None], [None, "乙", "县公安局", None]])
    assert Department.objects.get(name="县公安局").code == "xian-gong-an-ju-2"


def test_themes_by_their_list_and_by_the_targets() -> None:
    rows = [
        ["事项名称", "实施主体", "服务对象", "主题"],
        ["甲", "县公安局", "自然人", "户籍办理/其他"],
        ["乙", "县公安局", "企业法人", "其他、年检年审"],
        ["丙", "县公安局", None, "司法公证/找工作"],
    ]
    plan = _apply(rows)
    themes = [
        (r.record.values.get("themes_person"), r.record.values.get("themes_legal"))
        for r in plan.rows
    ]
    assert themes == [
        (["户籍办理", "其他"], None),
        (None, ["其他", "年检年审"]),
        (["司法公证", "找工作"], None),
    ]
    new = Topic.objects.get(name="找工作")
    assert (new.audience, new.parent and new.parent.name) == ("person", "地方特色")
    assert _statuses(_plan(rows)) == ["unchanged"] * 3


def test_invalid_rows_stay_out_and_the_others_go_in() -> None:
    rows = [
        ["事项名称", "实施主体", "承诺办结时限"],
        ["甲", "县公安局", "约二十天上下"],
        ["乙", "县公安局", "20"],
        ["丙" * 300, "县公安局", "即办"],
    ]
    plan = _apply(rows)
    assert _statuses(plan) == ["invalid", "new", "invalid"]
    guide = GuidePage.objects.get()
    assert (guide.promised_limit_value, guide.promised_limit_unit) == (20, "")
    assert "promised_limit_value" not in plan.rows[0].record.values


def test_all_or_nothing() -> None:
    rows = [
        ["事项名称", "实施主体", "承诺办结时限"],
        ["甲", "县公安局", "不知道几天"],
        ["乙", "县公安局", "即办"],
    ]
    plan = _apply(rows, all_or_nothing=True)
    assert not plan.writes
    assert not GuidePage.objects.exists()
    assert not Department.objects.filter(name="县公安局").exists()


def test_publishing_wants_a_unit_and_makes_the_codes_known() -> None:
    rows = [
        ["实施编码", "事项名称", "实施主体", "承诺办结时限"],
        [CODE, "甲", "县公安局", "3个工作日"],
        [None, "乙", "县公安局", "20"],
    ]
    plan = _apply(rows, mode=Mode.PUBLISH)
    assert _statuses(plan) == ["new", "invalid"]
    guide = GuidePage.objects.get()
    assert guide.live
    assert list(guide.codes.values_list("code", flat=True)) == [CODE]
    assert guide.publisher == guide.implementing_body


def test_comparing_a_thousand_guides_takes_few_queries() -> None:
    rows = [HEADER, *[[None, f"事项{n}", "县公安局", "12345"] for n in range(1000)]]
    _apply(rows)
    with CaptureQueriesContext(connection) as queries:
        plan = _plan(rows)
    assert plan.totals["unchanged"] == 1000
    assert len(queries) < 15
