"""Whatever titles, column order, synonyms and number formats: the same records come out."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importers.extracting import extract
from importers.registry import import_kind
from tests.importers.tables_for_tests import csv_source, xlsx

pytestmark = pytest.mark.unit

COLUMNS = import_kind("guides").shape.columns
NAMES = st.text("甲乙丙丁戊己庚辛壬癸证照许可登记（）", min_size=2, max_size=12).filter(
    lambda name: name.strip("（）") and not name.startswith("（")
)
GUIDES = st.fixed_dictionaries(
    {
        "name": NAMES,
        "implementing_body": st.sampled_from(["县公安局", "县民政局", "县卫生健康局"]),
        "legal_limit_value": st.integers(1, 90),
        "visits_on_site": st.integers(0, 3),
        "is_charged": st.booleans(),
        "acceptance_conditions": st.text(
            "一二三四五六七八九条件符合规定，。", min_size=1, max_size=40
        ),
    }
)
LIMIT_FORMS = ["{}个工作日", "{}(工作日)", "{} 工作日", "{}（个工作日）"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[Any]], list[dict[str, Any]]]:
    """Rows as a department writes them, and the records that they mean."""
    guides = draw(st.lists(GUIDES, min_size=1, max_size=5, unique_by=lambda g: g["name"]))
    fields = draw(st.permutations(sorted(guides[0])))
    headers = [draw(st.sampled_from(COLUMNS[field].headers)) for field in fields]
    form = draw(st.sampled_from(LIMIT_FORMS))
    yes, no = draw(st.sampled_from([("是", "否"), ("收费", "不收费"), ("1", "0")]))
    rows: list[list[Any]] = []
    if draw(st.booleans()):
        rows += [["附件1"], ["某某县政务服务事项清单（2026年版）"]]
    if draw(st.booleans()):
        rows.append(["填报单位：某某县政务服务局", "填报日期：2026年3月5日"])
    rows.append(["序号", *headers])
    for number, guide in enumerate(guides, start=1):
        printed = guide | {
            "legal_limit_value": form.format(guide["legal_limit_value"]),
            "is_charged": yes if guide["is_charged"] else no,
        }
        rows.append([number, *(printed[field] for field in fields)])
    if draw(st.booleans()):
        rows += [["合计", f"{len(guides)}项"], ["注：由各部门负责解释。"]]
    return rows, guides


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables(), st.sampled_from(["xlsx", "utf-8", "gb18030"]))
def test_any_layout_is_read_back(
    table: tuple[list[list[Any]], list[dict[str, Any]]], format_: str
) -> None:
    rows, guides = table
    if format_ == "xlsx":
        source = xlsx(rows)
    else:
        lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
        source = csv_source("\n".join(lines) + "\n", format_)
    records = extract(source, import_kind("guides")).records
    assert len(records) == len(guides)
    for record, guide in zip(records, guides, strict=True):
        unit = record.values.pop("legal_limit_unit")
        assert unit == "working_day"
        assert record.values == guide
        assert not record.is_invalid
