"""Tokens: what engines store, and that whatever stands in a text can be found by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.queries import Phrase, parse
from search.tokens import LONGEST_TOKEN, normalise, places, tokenise

CHINESE = "居民身份证补领办理一次的〇々あいカー한국𠮷𪜀"
MIXED = st.text(alphabet=CHINESE + "aB1２9Ａ ，。（）〔〕-_/\n😀\u00ad\u200b", max_size=60)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("，。！ \n", []),
        ("证", ["证"]),
        ("身份", ["身份", "份"]),
        ("身份证", ["身份", "份证", "证"]),
        ("身份，证", ["身份", "份", "证"]),
        ("WPS365办公", ["wps365", "办公", "公"]),
        ("２０２６年３月", ["2026", "年", "3", "月"]),
        ("融政发〔2018〕26号", ["融政", "政发", "发", "2018", "26", "号"]),
        ("𠮷野家", ["𠮷野", "野家", "家"]),
        ("ラーメン", ["ラー", "ーメ", "メン", "ン"]),
        ("ﾗｰﾒﾝ", ["ラー", "ーメ", "メン", "ン"]),
        ("Straße", ["strasse"]),
        ("\U0002ec00氏", ["\U0002ec00氏", "氏"]),
        ("居\u200b民", ["居民", "民"]),
        ("葛\U000e0100城", ["葛城", "城"]),
        ("snake_case", ["snake", "case"]),
        ("x" * 100, ["x" * LONGEST_TOKEN]),
    ],
)
def test_tokens_of_a_text(text: str, tokens: list[str]) -> None:
    assert tokenise(text) == tokens


@given(st.text())
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text)

    assert normalise(once) == once


@given(st.text())
def test_no_token_holds_a_sign_that_an_engine_might_read(text: str) -> None:
    for token in tokenise(text):
        assert all(character.isalnum() or ord(character) > 127 for character in token)


@given(MIXED, MIXED)
def test_a_blank_between_texts_keeps_their_tokens_apart(first: str, second: str) -> None:
    assert tokenise(f"{first} {second}") == tokenise(first) + tokenise(second)


@given(MIXED)
def test_every_chinese_character_begins_a_token(text: str) -> None:
    beginnings = {token[0] for token in tokenise(text)}

    assert set(normalise(text)) & set(CHINESE) <= beginnings


@given(before=MIXED, word=st.text(alphabet=CHINESE, min_size=1, max_size=12), after=MIXED)
def test_chinese_words_are_found_wherever_they_stand(before: str, word: str, after: str) -> None:
    tokens = " ".join(tokenise(before + word + after))

    for unit in parse(word).units:
        assert any(phrase.is_in(tokens) for phrase in unit)


@given(MIXED)
def test_places_lie_where_their_tokens_are(text: str) -> None:
    plain = normalise(text)

    for token, start, end in places(plain):
        assert plain[start:end] == token


def test_a_phrase_is_found_as_whole_tokens_only() -> None:
    assert Phrase(("身份", "份证")).is_in("居民 民身 身份 份证 证")
    assert not Phrase(("身份", "份证")).is_in("身份 份 证")
    assert not Phrase(("wps",)).is_in("wps365")
    assert Phrase(("证",), is_open=True).is_in("证明 明")
    assert not Phrase(("证",)).is_in("证明 明")
