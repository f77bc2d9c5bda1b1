"""What is exported is read back without a change, and runs nothing in a spreadsheet program."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from importers.actions import prepare
from importers.kinds.guides.resource import GuideResource
from importers.planning.plan import Options, Plan
from importers.reading import Source
from importers.registry import import_kind
from pages.base.models import Topic
from tests.factories import make_department, make_guide

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


def _exported(tmp_path: Path, suffix: str, *options: str) -> Path:
    path = tmp_path / f"导出{suffix}"
    call_command("export_sheet", "guides", str(path), *options)
    return path


def _plan(path: Path) -> Plan:
    return prepare(Source.from_path(path), import_kind("guides"), Options()).plan


def _make_guides() -> None:
    guide = make_guide(
        "居民身份证补领",
        task_code="11440113MB2C92966P4000131024000",
        catalog_code="000131024000",
        item_type="licence",
        service_targets=["person", "enterprise"],
        legal_limit_value=20,
        legal_limit_unit="calendar_day",
        acceptance_conditions="=HYPERLINK(1)\n-二\n@三",
        consultation="-0775-1234567",
        is_charged=False,
        online_url="https://example.gov.cn/?a=1&b=2",
        materials=["户口簿", "身份证、照片（2张）", "2.5寸照片"],
    )
    guide.topics = list(Topic.objects.filter(audience="person")[:2])
    guide.save_revision()
    make_guide("婚姻登记", implementing_body=make_department("县民政局", code="mzj"), publish=False)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_what_is_exported_is_read_back_unchanged(tmp_path: Path, suffix: str) -> None:
    _make_guides()
    plan = _plan(_exported(tmp_path, suffix))
    assert [row.changes for row in plan.rows] == [[], []]
    assert plan.totals["unchanged"] == 2


def test_nothing_in_the_file_is_a_formula(tmp_path: Path) -> None:
    _make_guides()
    sheet = load_workbook(_exported(tmp_path, ".xlsx")).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert "=HYPERLINK" in str([c.value for c in sheet[2]])
    text = _exported(tmp_path, ".csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in text
    assert "'-0775" in text


def test_one_department_and_an_empty_template(tmp_path: Path) -> None:
    _make_guides()
    assert [
        row.record.values["name"]
        for row in _plan(_exported(tmp_path, ".csv", "--department", "mzj")).rows
    ] == ["婚姻登记"]
    template = _exported(tmp_path, ".xlsx", "--template")
    assert _plan(template).rows == []
    with pytest.raises(CommandError, match="xlsx"):
        call_command("export_sheet", "guides", str(tmp_path / "a.pdf"))


def test_the_resource_reads_its_own_words_and_says_what_is_wrong() -> None:
    resource = GuideResource()
    limit = resource.fields["legal_limit_value"]
    assert limit.clean({"法定办结时限": "20个工作日"}) == 20
    with pytest.raises(ValidationError, match="读不出"):
        limit.clean({"法定办结时限": "看情况"})
