"""Four authored layouts over real values: title rows, two-row header, GBK csv, old .xls."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from importers.actions import prepare
from importers.planning.plan import Options
from importers.reading import Source
from importers.registry import import_kind
from pages.base.codelists import codelist

pytestmark = [pytest.mark.real_data, pytest.mark.django_db]

FILES = ("01_标题行_部门合并.xlsx", "02_双层表头.xlsx", "03_GBK导出.csv", "04_旧版.xls")


def _as_expected(values: dict[str, Any]) -> dict[str, Any]:
    """Say our values under the words of the expectation."""
    targets = codelist("service_target")
    themes = [*values.get("themes_person", []), *values.get("themes_legal", [])]
    visits = values.get("visits_on_site")
    return {
        "name": values.get("name"),
        "dept": values.get("implementing_body"),
        "code": values.get("task_code"),
        "catalogue": values.get("catalog_code"),
        "type": codelist("item_type").label(values.get("item_type", "")),
        "legal": values.get("legal_limit_value"),
        "legal_unit": _unit(values.get("legal_limit_unit")),
        "promise": values.get("promised_limit_value"),
        "promise_unit": _unit(values.get("promised_limit_unit")),
        "visits": None if visits is None else str(visits),
        "consult": values.get("consultation"),
        "complain": values.get("supervision"),
        "place": values.get("places"),
        "cond": values.get("acceptance_conditions"),
        "objects": [targets.label(slug) for slug in values.get("service_targets", [])],
        "themes": list(dict.fromkeys(themes)),
    }


def _unit(slug: str | None) -> str | None:
    return codelist("limit_unit").label(slug) if slug else None


def _trimmed(value: Any) -> Any:
    """Outer blanks and line ends are what cleaning takes away."""
    return value.strip() if isinstance(value, str) else value


@pytest.mark.parametrize("name", FILES)
def test_every_field_is_read_as_expected(real_data: Path, name: str) -> None:
    expected = json.loads(
        (real_data / "import-layouts" / "expected" / f"{name}.json").read_text(encoding="utf-8")
    )
    source = Source.from_path(real_data / "import-layouts" / name)
    prepared = prepare(source, import_kind("guides"), Options())

    rows = prepared.plan.rows
    assert len(rows) == len(expected["records"])
    assert {row.status.value for row in rows} == {"new"}
    wrong = []
    fields = 0
    for row, record in zip(rows, expected["records"], strict=True):
        found = _as_expected(row.record.values)
        fields += len(record)
        wrong += [
            (row.record.row, field, value, found[field])
            for field, value in record.items()
            if _trimmed(value) != found[field]
        ]
    sys.stdout.write(f"{name}: {fields - len(wrong)} of {fields} fields equal\n")
    assert wrong == []


def test_header_encoding_and_footers_are_told(real_data: Path) -> None:
    kind = import_kind("guides")
    folder = real_data / "import-layouts"
    titled = prepare(Source.from_path(folder / FILES[0]), kind, Options())
    assert [p.row for p in titled.extraction.problems] == [41, 42]
    csv = prepare(Source.from_path(folder / FILES[2]), kind, Options())
    assert csv.extraction.document.encoding == "gb18030"
    assert csv.extraction.document.type == "csv"


def test_a_template_of_56_columns_without_rows_is_read(real_data: Path) -> None:
    source = Source.from_path(real_data / "gd-duty-list-template" / "权责清单导入模板.xlsx")
    prepared = prepare(source, import_kind("guides"), Options())
    table = prepared.extraction.document.tables[0]
    assert table.header_rows == [1, 2]
    assert prepared.plan.rows == []
    assert {"name", "legal_limit_value", "visits_on_site"} <= prepared.extraction.mappings[0].fields
