"""Counts, yes and no, dates, codes, lists, phones, bodies: read as meant or told, never guessed."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.converting.bodies import body_name
from importers.converting.codes import CATALOG_CODE, HANDLE_CODE, TASK_CODE, code, credit_code
from importers.converting.contacts import contact, url
from importers.converting.lists import choice, choices, names, split_entries, split_outside
from importers.converting.numbers import count, day, parse_date, yes_no
from importers.converting.numerals import parse_numeral
from importers.converting.reading import Converter, Hint
from importers.converting.text import clean, line, text
from importers.reading.cells import Cell
from pages.base.codelists import Code, codelist

pytestmark = pytest.mark.unit

HINT = Hint()
CATALOG = code("catalog_code", "local_catalog_code", (CATALOG_CODE,))
TASK = code("task_code", "local_task_code", (TASK_CODE, HANDLE_CODE))
EVERY_CONVERTER: list[Converter] = [
    *(CATALOG, TASK, count("n"), yes_no("b"), day("d"), line("t", limit=50), text("t")),
    *(choice("c", "item_type"), choices("c", "service_target"), names("n"), contact("p")),
    *(url("u"), body_name("o"), credit_code("c")),
]
CELLS = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.timedeltas(),
)


@given(CELLS, st.sampled_from(EVERY_CONVERTER))
def test_no_cell_breaks_a_converter(cell: Cell, convert: Converter) -> None:
    reading = convert(cell, HINT)
    json.dumps(dict(reading.values))
    assert all(remark.message for remark in reading.remarks)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0", 0),
        (1.0, 1),
        ("1次", 1),
        ("最多1次", 1),
        ("至多跑一次", 1),
        ("不用跑", 0),
        ("零跑动", 0),
        ("２", 2),
    ],
)
def test_counts(cell: Cell, number: int) -> None:
    assert count("n")(cell, HINT).values == {"n": number}


@pytest.mark.parametrize("cell", ["多次", "0-1次", "1.5", "-1"])
def test_what_is_no_count_is_told(cell: str) -> None:
    reading = count("n")(cell, HINT)
    assert dict(reading.values) == {}
    assert reading.remarks


@pytest.mark.parametrize("cell", ["是", "支持", "1", "Y", "√", True, 1.0])
def test_yes(cell: Cell) -> None:
    assert yes_no("b")(cell, HINT).values == {"b": True}


@pytest.mark.parametrize("cell", ["否", "不支持", "0", "不收费", "免费", False])
def test_no(cell: Cell) -> None:
    assert yes_no("b")(cell, HINT).values == {"b": False}


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "2018-12-12",
            "2018.12.12",
            "2018/12/12",
            "20181212",
            "2018年12月12日",
            "２０１８－１２－１２",
        ),
        *("二〇一八年十二月十二日", dt.date(2018, 12, 12), 43446, 20181212.0),
    ],
)
def test_dates(cell: Cell) -> None:
    assert day("d")(cell, HINT).values == {"d": "2018-12-12"}


@pytest.mark.parametrize(
    "cell", ["20181212日", "2018-13-40", "1-3", "按照省级部署同步完成", "2019年12月底前"]
)
def test_damaged_dates_are_told(cell: str) -> None:
    assert dict(day("d")(cell, HINT).values) == {}


@given(
    st.dates(dt.date(1000, 1, 1)),
    st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日"]),
)
def test_dates_are_read_back(day_: dt.date, form: str) -> None:
    assert parse_date(day_.strftime(form)) == day_


def test_a_cell_that_became_a_date_is_told_in_a_text() -> None:
    reading = line("t")(dt.date(2026, 1, 3), HINT)
    assert [remark.rule for remark in reading.remarks] == ["date_in_text"]


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("442199605000", {"catalog_code": "442199605000"}),
        (442199605000.0, {"catalog_code": "442199605000"}),
        (" 44210905700y ", {"catalog_code": "44210905700Y"}),
        ("'000131024000", {"catalog_code": "000131024000"}),
        ("G-000007-001", {"local_catalog_code": "G-000007-001"}),
    ],
)
def test_catalogue_codes(cell: Cell, values: dict[str, str]) -> None:
    assert CATALOG(cell, HINT).values == values


def test_a_code_that_lost_its_zeros_is_not_stored() -> None:
    reading = CATALOG(131024000.0, HINT)
    assert dict(reading.values) == {}
    assert [(r.rule, r.severity) for r in reading.remarks] == [("lost_zeros", "warning")]


@pytest.mark.parametrize("cell", [1.1440113292966e30, "1.14E+30", 1234567890123456.0])
def test_a_code_that_lost_its_last_digits_is_an_error(cell: Cell) -> None:
    reading = TASK(cell, HINT)
    assert dict(reading.values) == {}
    assert [(r.rule, r.severity) for r in reading.remarks] == [("lost_digits", "error")]


def test_task_codes_of_31_and_33_and_of_provinces() -> None:
    assert TASK("11440113MB2C92966P4000131024000", HINT).remarks == ()
    long = TASK("11440100007483172Q344010602900706", HINT)
    assert long.values == {"task_code": "11440100007483172Q344010602900706"}
    assert long.remarks[0].severity == "warning"
    sichuan = "511Z07001006-511602000000-000-11511301008778183N-1-00"
    assert TASK(sichuan, HINT).values == {"local_task_code": sichuan}


def test_code_lists_are_matched_by_label_then_told() -> None:
    read = choices("service_targets", "service_target")
    assert read("自然人、企业法人，其他组织", HINT).values == {
        "service_targets": ["person", "enterprise", "other"]
    }
    wrong = read("自然人、外星人", HINT)
    assert dict(wrong.values) == {}
    assert "外星人" in wrong.remarks[0].message


def test_a_number_of_a_code_list_is_read_and_told() -> None:
    reading = choice("item_type", "item_type")("1", HINT)
    assert reading.values == {"item_type": "licence"}
    assert reading.remarks[0].severity == "warning"


@given(st.sets(st.sampled_from(codelist("online_depth").values), min_size=1))
def test_every_label_is_read_back(codes: set[Code]) -> None:
    reading = choices("x", "online_depth")("、".join(code.label for code in codes), HINT)
    assert set(reading.values["x"]) == {code.slug for code in codes}


def test_themes_are_split_but_not_inside_brackets() -> None:
    read = names("themes")
    assert read("就业创业/找工作/人才", HINT).values["themes"] == ["就业创业", "找工作", "人才"]
    whole = "社会保障（社会保险、社会救助）"
    assert read(whole, HINT).values["themes"] == [whole]


@pytest.mark.parametrize(
    ("cell", "entries"),
    [
        ("1.身份证\n2.户口簿；", ["身份证", "户口簿"]),
        ("1、申请表；2、身份证、户口簿复印件", ["申请表", "身份证、户口簿复印件"]),
        ("（一）营业执照\n（二）章程", ["营业执照", "章程"]),
        ("居民身份证", ["居民身份证"]),
        (
            "《医师资格证书》；无医疗事故、违纪等证明",
            ["《医师资格证书》", "无医疗事故、违纪等证明"],
        ),
        ("2.5寸照片", ["2.5寸照片"]),
    ],
)
def test_materials_in_one_cell(cell: str, entries: list[str]) -> None:
    assert split_entries(cell) == entries


@given(st.text(), st.text(alphabet="、；，\n", min_size=1))
def test_splitting_keeps_every_character_but_separators_and_blanks(
    value: str, separators: str
) -> None:
    def bare(t: str) -> str:
        return "".join(char for char in t if char not in separators and not char.isspace())

    assert bare("".join(split_outside(value, separators))) == bare(value)


def test_phones_get_plain_dashes_and_nonsense_is_told() -> None:
    assert contact("p")("0431—84258766", HINT).values == {"p": "0431-84258766"}
    assert contact("p")("020-38356454转1", HINT).remarks == ()
    assert contact("p")("0000swjw", HINT).remarks[0].severity == "warning"


def test_several_bodies_in_a_cell_are_told_a_broken_line_is_mended() -> None:
    read = body_name("implementing_body")
    assert read("市营商\n\n环境局", HINT).values == {"implementing_body": "市营商环境局"}
    assert read("县公安局、县司法局", HINT).remarks[0].rule == "several_bodies"
    one = "广东省药品检验所(广东省药品质量研究所、广东省口岸药品检验所)"
    assert read(one, HINT).values == {"implementing_body": one}


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("一、条件<br/>二、材料", "一、条件\n二、材料"),
        ("&amp;lt;p&amp;gt;条件&amp;lt;/p&amp;gt;", "条件"),
        ("建筑面积<500㎡", "建筑面积<500㎡"),
        ("第１条ＡＢＣ（甲）", "第1条ABC（甲）"),
        ("<script>alert(1)</script>条件", "条件"),
        ("https://a.gov.cn/?a=1&copy=2", "https://a.gov.cn/?a=1&copy=2"),
        ("条件\t一\u00a0二", "条件 一 二"),
    ],
)
def test_text_is_cleaned_not_rewritten(raw: str, plain: str) -> None:
    assert clean(raw) == plain


@given(st.text())
def test_cleaned_text_holds_no_tag_and_no_control(raw: str) -> None:
    cleaned = clean(raw)
    assert "\x00" not in cleaned
    assert "<script" not in cleaned.lower()


def test_hostile_lines_come_out_as_plain_text(real_data: Path) -> None:
    for raw in (
        (real_data / "hostile-text" / "xss-sample.txt").read_text(encoding="utf-8").splitlines()
    ):
        assert "<script" not in clean(raw).lower()
        assert "<img" not in clean(raw).lower()


@given(st.integers(0, 9999))
def test_numerals(number: int) -> None:
    digits = "零一二三四五六七八九"
    written = "".join(digits[int(d)] for d in str(number))
    assert parse_numeral(written) == number


def test_numerals_with_units() -> None:
    assert [parse_numeral(t) for t in ("十", "十五", "二十", "一百零五", "三百六十五", "两千")] == [
        10,
        15,
        20,
        105,
        365,
        2000,
    ]
