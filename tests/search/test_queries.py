"""From typed text to what engines look for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.queries import MOST_TERMS, exact_key, parse
from search.sections import LONGEST_QUERY


def words(text: str) -> list[str]:
    """The first reading of each unit, its tokens joined by a plus."""
    return ["+".join(unit[0].tokens) for unit in parse(text).units]


def terms(text: str) -> list[str]:
    return [term.tokens[0] for term in parse(text).terms]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("身份证", ["身份+份证"]),
        ("身份证 补领", ["身份+份证", "补领"]),
        ("身份证怎么补领？", ["身份+份证", "补领"]),
        ("请问怎么办", ["请问+问怎+怎么+么办"]),
        ("2026年3月", ["2026+年+3+月"]),
        ("", []),
        ("“”？！😀", []),
    ],
)
def test_units_are_the_subject_without_question_words(text: str, units: list[str]) -> None:
    assert words(text) == units


def test_only_a_single_character_at_the_end_is_open() -> None:
    assert [unit[0].is_open for unit in parse("证 身份 2026年 wps").units] == [
        *(True, False, True, False)
    ]


def test_terms_leave_out_function_words_and_lone_characters() -> None:
    assert terms("我的居住证是什么时候可以领") == ["的居", "居住", "住证", "证是"]
    assert terms("2026年3月清单") == ["2026", "3", "月清", "清单"]
    assert terms("是的") == ["是的"]
    assert terms("证") == ["证"]


@pytest.mark.parametrize(
    "text",
    [
        "融政发〔2018〕26号",
        "融政发[2018]26号",
        "融政发（2018）026号",
        "融政发 ［2018］ 第26号",
        "融政发201826",
    ],
)
def test_every_form_of_a_document_number_is_read_alike(text: str) -> None:
    query = parse(text)

    assert "融政发201826" in query.keys
    assert ("融政", "政发", "发", "2018", "26") in {p.tokens for unit in query.units for p in unit}


def test_a_number_is_found_inside_a_question() -> None:
    query = parse("融政发〔2018〕26号 全文")

    assert "融政发201826" in query.keys
    assert words("融政发〔2018〕26号 全文") == ["融政+政发+发+2018+26", "全文"]


def test_keys_ignore_brackets_blanks_width_and_case() -> None:
    assert exact_key("《居住证》 办理（WPS）") == exact_key("居住证办理ｗｐｓ") == "居住证办理wps"


@given(st.text(max_size=500))
def test_any_text_is_read(text: str) -> None:
    query = parse(text)

    assert len(query.text) <= LONGEST_QUERY
    assert len(query.terms) <= MOST_TERMS
    assert bool(query.terms) == bool(query.units) == bool(query.keys)
    assert all(phrase.tokens for unit in query.units for phrase in unit)


def test_ten_thousand_characters_are_cut() -> None:
    assert len(parse("取水许可" * 2_500).text) == LONGEST_QUERY
