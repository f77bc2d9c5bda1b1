import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.base.doc_numbers import canonical, folded

FORMS = [
    "融政发〔2018〕26号",
    "融政发[2018]26号",
    "融政发（2018）26号",
    "融政发〔２０１８〕第026号",
    " 融政发 【2018】 26 号 ",
]


@pytest.mark.parametrize("text", FORMS)
def test_every_bracket_form_gives_one_number(text: str) -> None:
    assert canonical(text) == "融政发〔2018〕26号"
    assert folded(text) == "融政发201826"


@pytest.mark.parametrize(
    "text", ["桂政发201828", "融政发2018年26号", "", "〔2018〕26号", "融政发〔18〕26号"]
)
def test_a_damaged_number_is_not_guessed(text: str) -> None:
    assert canonical(text) is None


def test_orders_have_no_brackets() -> None:
    assert canonical("国令第 711 号") == "国令第711号"


@given(st.text())
def test_folding_never_fails(text: str) -> None:
    assert isinstance(folded(text), str)


@given(
    st.text(alphabet="川黔云府办政发规函", min_size=1, max_size=6),
    st.integers(1949, 2099),
    st.integers(1, 99999),
    st.sampled_from(["〔〕", "[]", "（）", "()", "【】"]),
)
def test_canonical_and_folded_agree_for_every_form(
    agency: str, year: int, serial: int, brackets: str
) -> None:
    text = f"{agency}{brackets[0]}{year}{brackets[1]}{serial}号"
    assert canonical(text) == f"{agency}〔{year}〕{serial}号"
    assert folded(text) == f"{agency}{year}{serial}"
