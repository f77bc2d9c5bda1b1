"""The report of `import_sheet --json` is a promise: its shape, its words, the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from importers.models import ImportBatch, ImportRow
from pages.guides.models import GuidePage
from tests.factories import make_department, make_guide
from tests.importers.tables_for_tests import csv_source, xlsx

pytestmark = [pytest.mark.contract, pytest.mark.django_db]

CODE = "11440113MB2C92966P4000131024000"
ROWS = [
    ["事项清单"],
    [
        "实施编码",
        "事项名称",
        "实施主体",
        "法定办结时限（工作日）",
        "承诺办结时限",
        "申请材料",
        "备注",
    ],
    [CODE, "居民身份证补领", "云溪县民政局", 20, "约三天", "户口簿", "内部"],
    [None, "婚姻登记", "云溪县民政局", 20, "即办", "1.身份证\n2.户口簿", None],
    ["合计：2项"],
]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    make_department("云溪县民政局")
    path = tmp_path / "事项.xlsx"
    path.write_bytes(xlsx(ROWS, ["A1:G1"]).content)
    return path


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, Any]:
    """Run the command; returns the exit status and what stood on standard output."""
    with pytest.raises(SystemExit) as exit_:
        call_command("import_sheet", "guides", *map(str, args))
    out = capsys.readouterr().out
    return int(exit_.value.code or 0), json.loads(out) if "--json" in args else out


def test_the_report_word_for_word(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, report = run(capsys, sheet, "--dry-run", "--json")
    assert status == 1
    assert list(report) == [
        *("version", "kind", "file", "mode", "import_id", "totals", "columns", "rows", "problems")
    ]
    assert report["version"] == 1
    assert report["kind"] == "guides"
    assert report["mode"] == "dry-run"
    assert report["import_id"] is None
    source = xlsx(ROWS, ["A1:G1"])
    assert report["file"] | {"sha256": "", "bytes": 0} == {
        "name": "事项.xlsx",
        "sha256": "",
        "bytes": 0,
        "type": "xlsx",
        "encoding": None,
    }
    assert len(report["file"]["sha256"]) == len(source.sha256)
    assert report["totals"] == {
        "rows": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "invalid": 1,
        "conflict": 0,
        "ignored": 0,
    }
    assert report["columns"][3] == {
        "sheet": "Sheet",
        "column": 4,
        "header": "法定办结时限（工作日）",
        "field": "legal_limit_value",
        "score": 1.0,
    }
    assert report["columns"][6]["field"] is None
    assert report["rows"][0] == {
        "sheet": "Sheet",
        "row": 3,
        "status": "invalid",
        "key": CODE,
        "page": None,
        "values": {
            "name": "居民身份证补领",
            "task_code": CODE,
            "implementing_body": "云溪县民政局",
            "legal_limit_value": 20,
            "legal_limit_unit": "working_day",
            "materials": [{"name": "户口簿"}],
        },
        "problems": [
            {
                "rule": "unreadable_limit",
                "message": "“约三天”读不出一个时限，请写成“20个工作日”，其余说明写到时限说明。",
                "severity": "error",
                "field": "promised_limit_value",
                "cell": "E3",
                "value": "约三天",
            }
        ],
    }
    assert report["rows"][1]["values"]["materials"] == [{"name": "身份证"}, {"name": "户口簿"}]
    assert report["rows"][1]["values"]["promised_limit_unit"] == "instant"
    assert {"severity", "message", "sheet", "row"} == set(report["problems"][0])
    told = [(problem["row"], problem["severity"]) for problem in report["problems"]]
    assert told == [(2, "warning"), (5, "warning")]
    assert not ImportBatch.objects.exists()
    assert not GuidePage.objects.exists()


def test_rows_that_are_right_are_imported_as_drafts(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, report = run(capsys, sheet, "--json")
    guide = GuidePage.objects.get()
    assert status == 1
    assert report["mode"] == "draft"
    assert report["rows"][1]["page"] == guide.pk
    assert not guide.live
    batch = ImportBatch.objects.get(pk=report["import_id"])
    assert (batch.status, batch.totals) == ("applied", report["totals"])
    assert batch.sha256 == report["file"]["sha256"]
    with batch.file.open("rb") as file:
        assert file.read() == sheet.read_bytes()
    entry = ImportRow.objects.get(batch=batch, status="new")
    assert (entry.page_id, entry.created, entry.revision_before) == (guide.pk, True, None)
    assert entry.revision_after == guide.latest_revision


def test_the_same_file_again_writes_nothing(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, sheet, "--json")
    _status, report = run(capsys, sheet, "--json")
    assert report["totals"]["unchanged"] == 1
    assert report["import_id"] is None
    assert ImportBatch.objects.count() == 1


def test_all_or_nothing_writes_nothing(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, report = run(capsys, sheet, "--json", "--all-or-nothing")
    assert status == 1
    assert report["rows"][1]["page"] is None
    assert not GuidePage.objects.exists()


def test_publish_and_exit_status_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_source("事项名称,实施主体\n婚姻登记,县民政局\n", "gb18030").content)
    status, report = run(capsys, path, "--publish", "--json")
    assert status == 0
    assert report["mode"] == "publish"
    assert report["file"]["encoding"] == "gb18030"
    assert GuidePage.objects.get().live


def test_a_change_says_which_revision_came_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = make_guide("婚姻登记", implementing_body=make_department("县民政局"))
    path = tmp_path / "a.csv"
    path.write_bytes(csv_source("事项名称,实施主体,咨询电话\n婚姻登记,县民政局,12345\n").content)
    _status, report = run(capsys, path, "--json")
    entry = ImportRow.objects.get(batch=report["import_id"])
    assert entry.revision_before == guide.latest_revision
    assert entry.revision_after == GuidePage.objects.get(pk=guide.pk).latest_revision
    assert not entry.created
    assert [change["field"] for change in entry.changes] == ["consultation"]


def test_only_one_departments_rows(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_department("县公安局", code="gaj")
    status, report = run(capsys, sheet, "--json", "--department", "gaj")
    assert status == 1
    assert report["rows"][1]["status"] == "conflict"


def test_a_file_that_cannot_be_read_has_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    status, report = run(capsys, path, "--json")
    assert status == 2
    assert report["rows"] == []
    assert report["problems"][0]["severity"] == "error"
    assert "损坏" in report["problems"][0]["message"]
    status, report = run(capsys, tmp_path / "没有.xlsx", "--json")
    assert status == 2


def test_the_summary_in_words(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _status, text = run(capsys, sheet, "--dry-run")
    assert "共 2 项：新增 1，有变化 0，没变化 0，有错误 1，有冲突 0，已忽略 0。" in text
    assert "E3 “约三天”读不出一个时限" in text


def test_read_sheet_reads_any_table_word_for_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], django_assert_num_queries: Any
) -> None:
    rows = [
        ["附件1"],
        ["填报单位：教育部"],
        ["序号", "学校名称", "办理地点"],
        ["北京市（2所）"],
        [1, "北京大学", "海淀区"],
        [2, "清华大学", None],
        ["备注：完"],
    ]
    path = tmp_path / "高校.xlsx"
    path.write_bytes(xlsx(rows, ["A1:C1", "A4:C4", "C5:C6"]).content)
    with django_assert_num_queries(0), pytest.raises(SystemExit) as exit_:
        call_command("read_sheet", str(path), "--json")
    report = json.loads(capsys.readouterr().out)
    assert exit_.value.code == 0
    assert list(report) == ["version", "file", "tables", "problems"]
    assert report["tables"] == [
        {
            "sheet": "Sheet",
            "hidden": False,
            "title": ["附件1"],
            "notes": ["填报单位：教育部"],
            "header_rows": [3],
            "header": ["序号", "学校名称", "办理地点"],
            "columns": [
                {"column": 1, "header": "序号", "field": None},
                {"column": 2, "header": "学校名称", "field": None},
                {"column": 3, "header": "办理地点", "field": "places"},
            ],
            "rows": [
                {"row": 5, "group": "北京市（2所）", "values": ["1", "北京大学", "海淀区"]},
                {"row": 6, "group": "北京市（2所）", "values": ["2", "清华大学", "海淀区"]},
            ],
            "groups": [{"row": 4, "text": "北京市（2所）"}],
            "footers": [{"row": 7, "text": "备注：完"}],
        }
    ]
