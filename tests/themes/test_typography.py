"""Small things that Chinese official text needs."""

import pytest

from themes.templatetags.typography import dial, dialable, first_phone, paragraphs, whole_numbers

pytestmark = pytest.mark.unit


def test_the_number_of_a_document_stays_on_one_line() -> None:
    assert whole_numbers("见融政发〔2018〕26号。") == (
        '见融政发<span class="nowrap">〔2018〕26号</span>。'
    )


def test_text_from_people_is_escaped() -> None:
    hostile = "<svg onload=x>〔2018〕<b>1号\n0772-8136110<i>"
    for printed in (whole_numbers(hostile), paragraphs(hostile), dialable(hostile)):
        assert "<svg" not in printed
        assert "<b>" not in printed
        assert "<i>" not in printed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("电话：0772-8136110（工作日）", "07728136110"),
        ("热线12345", "12345"),
        ("手机13812345678", "13812345678"),
        ("全国统一 400-810-1234", "4008101234"),
    ],
)
def test_a_telephone_number_can_be_dialled(text: str, number: str) -> None:
    assert f'href="tel:{number}"' in dialable(text)
    assert dial(first_phone(text)) == number


@pytest.mark.parametrize("text", ["收费12345元", "编码000131024000", "2026年3月5日", ""])
def test_other_numbers_are_no_telephones(text: str) -> None:
    assert "tel:" not in dialable(text)
    assert first_phone(text) == ""


def test_a_line_is_a_paragraph_and_ordinals_hang() -> None:
    assert paragraphs("总则\n\n一、目的\n（二）范围\n1.5元") == (
        "<p>总则</p>\n"
        '<p class="hanging">一、目的</p>\n'
        '<p class="hanging">（二）范围</p>\n'
        "<p>1.5元</p>"
    )


def test_nothing_is_printed_for_an_empty_field() -> None:
    assert paragraphs(None) == ""
