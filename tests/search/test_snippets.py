"""Snippets: the part that holds most of the question, marked, everything else escaped."""

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from search.queries import parse
from search.snippets import LENGTH, highlight, snippet


def test_what_touches_is_one_mark() -> None:
    assert highlight("居民身份证补领", parse("身份证")) == "居民<mark>身份证</mark>补领"


def test_marks_keep_the_printed_form() -> None:
    assert (
        highlight("ＷＰＳ 与（WPS）", parse("wps")) == "<mark>ＷＰＳ</mark> 与（<mark>WPS</mark>）"
    )


def test_a_word_inside_a_longer_word_is_not_marked() -> None:
    assert highlight("wps365", parse("wps")) == "wps365"


def test_the_best_part_of_a_passage_is_shown() -> None:
    text = "证件管理。" * 40 + "补领身份证要带户口簿。" + "其他规定。" * 40

    shown = snippet(text, parse("补领身份证"))

    assert "<mark>补领身份证</mark>要带户口簿" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_text_and_question_are_escaped() -> None:
    shown = snippet("<b>取水</b>许可<script>", parse("取水 script"))

    assert shown == "&lt;b&gt;<mark>取水</mark>&lt;/b&gt;许可&lt;<mark>script</mark>&gt;"


@given(text=st.text(max_size=400), question=st.text(max_size=40))
def test_a_snippet_is_a_part_of_the_text(text: str, question: str) -> None:
    shown = re.sub("</?mark>", "", snippet(text, parse(question)))
    inner = shown.removeprefix("…").removesuffix("…")

    assert inner in escape(" ".join(text.split())) or shown in escape(" ".join(text.split()))
    assert len(shown) <= LENGTH * 6 + 2


@given(
    text=st.text(alphabet="取水许可证<&a1 ", max_size=60),
    question=st.text("取水许可证a1 ", max_size=9),
)
def test_marking_changes_no_character(text: str, question: str) -> None:
    assert re.sub("</?mark>", "", highlight(text, parse(question))) == escape(text)
