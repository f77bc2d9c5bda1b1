"""The 2,262 real items: imported, imported again, exported and imported; time and memory."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from django.core.management import call_command
from wagtail.models import Page, Revision

from importers.actions import Prepared, carry_out, keep, prepare
from importers.planning.plan import Options
from importers.reading import Source
from importers.registry import import_kind
from pages.guides.models import GuideMaterial, GuidePage
from tests.importers.real_items import read_items, write_items

pytestmark = [pytest.mark.real_data, pytest.mark.django_db]

ITEMS = 2262
_T = TypeVar("_T")


def _timed(what: str, step: Callable[[], _T]) -> _T:
    start = time.perf_counter()
    result = step()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{what}: {time.perf_counter() - start:.1f} s, peak memory {peak} MB\n")
    return result


def _prepare(path: Path) -> Prepared:
    return prepare(Source.from_path(path), import_kind("guides"), Options())


def test_import_again_and_export(real_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "事项.xlsx"
    assert write_items(real_data, path) == ITEMS

    prepared = _timed("read and compare", lambda: _prepare(path))
    assert prepared.plan.totals["new"] == ITEMS
    start = time.perf_counter()
    _timed("write", lambda: carry_out(keep(prepared), prepared))
    assert time.perf_counter() - start < 180
    assert GuidePage.objects.filter(live=False).count() == ITEMS
    assert Revision.objects.filter(object_str__gt="").count() >= ITEMS
    wanted = sum(
        len(i["material_intro"])
        for i in read_items(real_data)
        if isinstance(i["material_intro"], list)
    )
    assert GuideMaterial.objects.count() == wanted
    assert Page.find_problems() == ([], [], [], [], [])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    assert peak < 1024

    again = _timed("the same file again", lambda: _prepare(path))
    assert again.plan.totals["unchanged"] == ITEMS
    assert not again.plan.writes

    exported = tmp_path / "导出.xlsx"
    _timed("export", lambda: call_command("export_sheet", "guides", str(exported)))
    back = _timed("the export again", lambda: _prepare(exported))
    changed = [(row.key, row.changes) for row in back.plan.rows if row.changes]
    assert changed == []
    assert back.plan.totals["unchanged"] == ITEMS


def test_values_are_those_of_the_items(real_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "事项.xlsx"
    write_items(real_data, path)
    rows = _prepare(path).plan.rows
    for row, item in zip(rows, read_items(real_data), strict=True):
        values: dict[str, Any] = row.record.values
        assert values["task_code"] == item["TASK_CODE"]
        assert values["name"] == item["TASK_NAME"].strip()
        assert values["implementing_body"] == item["DEPT_NAME"].strip()
        assert values["visits_on_site"] == int(item["visit_number"])
        assert values.get("legal_limit_value") == _number(item["handle_time"])
        assert values.get("promised_limit_value") == _number(item["handle_time_limit"])
        assert len(values["service_targets"]) == len(item["service_object_name"])
        themes = {*values.get("themes_person", []), *values.get("themes_legal", [])}
        assert themes == set(item["theme_category"])


def _number(limit: str) -> int | None:
    return None if limit == "无" else int(limit.split("(", maxsplit=1)[0])
