import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.base.codelists import codelist, raw

LISTS = [name for name, value in raw().items() if isinstance(value, dict) and "values" in value]


@pytest.mark.parametrize("name", LISTS)
def test_every_label_and_alias_finds_its_own_slug(name: str) -> None:
    codes = codelist(name)
    for code in codes.values:
        assert codes.slug_for(code.label) == code.slug
        assert codes.slug_for(f" {code.label[0]} {code.label[1:]} ") == code.slug


@pytest.mark.parametrize(
    ("name", "text", "slug"),
    [
        ("item_type", "行政许可", "licence"),
        ("item_type", "1", "licence"),  # Sichuan's export writes codes without padding
        ("item_type", "01", "licence"),
        ("item_type", "其他类别事项", "other_power"),
        ("limit_unit", "个工作日", "working_day"),
        ("service_target", "自然人", "person"),
        ("exercise_level", "镇（乡、街道）级", "town"),
        ("necessity", "容缺后补", "deferrable"),
        ("item_type", "不认识的类型", None),
        ("item_type", "", None),
    ],
)
def test_a_value_from_outside_is_matched_by_label_alias_or_code(
    name: str, text: str, slug: str | None
) -> None:
    assert codelist(name).slug_for(text) == slug


def test_a_label_wins_over_another_entrys_alias() -> None:
    assert codelist("necessity").slug_for("必要") == "required"
    assert codelist("necessity").slug_for("非必要") == "conditional"


@given(st.text())
def test_any_text_is_answered_without_an_error(text: str) -> None:
    for name in LISTS:
        slug = codelist(name).slug_for(text)
        assert slug is None or slug in dict(codelist(name).choices())
