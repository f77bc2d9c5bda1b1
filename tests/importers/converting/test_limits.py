import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.converting.limits import limit
from importers.converting.reading import Hint
from importers.reading.cells import Cell

pytestmark = pytest.mark.unit

READ = limit("legal_limit")
UNITS = {
    "工作日": "working_day",
    "自然日": "calendar_day",
    "个月": "month",
    "年": "year",
    "小时": "hour",
}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("20(工作日)", 20, "working_day"),
        ("20个工作日", 20, "working_day"),
        ("20（个工作日）", 20, "working_day"),
        ("２０ 工作日", 20, "working_day"),
        ("二十个工作日", 20, "working_day"),
        ("自受理之日起20个工作日内", 20, "working_day"),
        ("不超过15个工作日", 15, "working_day"),
        ("91(自然日)", 91, "calendar_day"),
        ("30天", 30, "calendar_day"),
        ("3个月", 3, "month"),
        ("2小时", 2, "hour"),
        ("1年", 1, "year"),
        ("即办", None, "instant"),
        ("当场办结", None, "instant"),
    ],
)
def test_number_and_unit(text: str, value: int | None, unit: str) -> None:
    reading = READ(text, Hint())
    assert reading.values.get("legal_limit_value") == value
    assert reading.values["legal_limit_unit"] == unit
    assert reading.remarks == ()


@pytest.mark.parametrize("cell", ["无", "—", "/", "-", "暂无", " ", None])
def test_a_placeholder_is_nothing(cell: Cell) -> None:
    assert dict(READ(cell, Hint()).values) == {}


def test_the_unit_may_stand_in_the_header() -> None:
    reading = READ(20.0, Hint("法定（工作日）", "工作日"))
    assert reading.values == {"legal_limit_value": 20, "legal_limit_unit": "working_day"}


@pytest.mark.parametrize("cell", [20, "20", "20日"])
def test_a_number_without_a_clear_unit_is_asked_not_guessed(cell: Cell) -> None:
    reading = READ(cell, Hint())
    assert reading.values == {"legal_limit_value": 20}
    assert [(r.rule, r.severity) for r in reading.remarks] == [("limit_without_unit", "warning")]


def test_words_around_the_figure_become_the_note() -> None:
    reading = READ("20个工作日（不含听证时间）", Hint())
    assert reading.values["legal_limit_value"] == 20
    assert reading.values["legal_limit_note"] == "20个工作日（不含听证时间）"


@pytest.mark.parametrize(
    "text",
    [
        "视情况而定",
        "一般3个工作日，复杂的10个工作日",
        "15个工作日（可延长10个工作日）",
        "0.5个工作日",
        "-3天",
        "99999999个工作日",
    ],
)
def test_what_is_not_one_limit_is_a_problem_and_no_value(text: str) -> None:
    reading = READ(text, Hint())
    assert dict(reading.values) == {}
    assert reading.remarks[0].severity == "error"


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    reading = READ(text, Hint())
    assert reading.values.get("legal_limit_value", 0) >= 0


@given(
    st.integers(0, 3650),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["{}{}", "{}个{}", "{}({})", " {} （{}） ", "{}{}内"]),
)
def test_every_usual_way_of_writing_is_read_back(number: int, unit: str, form: str) -> None:
    if "个" in form and unit.startswith("个"):
        unit = unit[1:]
    reading = READ(form.format(number, unit), Hint())
    assert reading.values["legal_limit_value"] == number
    assert reading.values["legal_limit_unit"] == UNITS.get(unit, UNITS.get(f"个{unit}"))
