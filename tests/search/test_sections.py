"""Passages: short enough to rank, cut where nothing that is searched is lost."""

from hypothesis import given
from hypothesis import strategies as st

from search.sections import LENGTH, LONGEST_QUERY, MOST, split
from search.tokens import tokenise

PARTS = st.sampled_from(
    ["居民身份证", "补领，", "一次办好。", "融政发〔2018〕26号", "\n", "WPS ", "！？"]
)
TEXTS = st.lists(PARTS, max_size=400).map("".join)


@given(TEXTS)
def test_nothing_is_lost_and_nothing_is_too_long(text: str) -> None:
    passages = split(text)

    assert "".join(passages).split() == text.split() or not passages
    assert [token for passage in passages for token in tokenise(passage)] == tokenise(text)
    assert all(len(passage) <= LENGTH for passage in passages)


def test_sentences_stay_whole() -> None:
    sentence = "申请人到窗口提交材料，工作人员当场审核。"

    assert all(passage.endswith("。") for passage in split(sentence * 100))


def test_what_has_no_separator_is_cut_with_an_overlap() -> None:
    run = "".join(chr(0x4E00 + place) for place in range(2_000))
    passages = split(run)

    for start in range(0, len(run) - LONGEST_QUERY, 7):
        assert any(run[start : start + LONGEST_QUERY] in passage for passage in passages)


def test_a_very_long_text_has_a_bounded_number_of_passages() -> None:
    assert len(split("一次办好。" * 400_000)) <= MOST * 1.1


def test_an_empty_text_has_none() -> None:
    assert split(" \n ") == []
