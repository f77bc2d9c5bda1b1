import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.cells import Cell, letters, text_of, tidy

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, None),
        ("  ", None),
        ("\ufeff 居民身份证\u200b ", "居民身份证"),
        (442199605000.0, "442199605000"),
        (20.0, "20"),
        (0.5, "0.5"),
        (1e-7, "0.0000001"),
        (True, "TRUE"),
        (float("nan"), None),
        (dt.date(2026, 3, 5), "2026-03-05"),
        (dt.datetime.fromisoformat("2026-03-05T00:00"), "2026-03-05"),
        (dt.datetime.fromisoformat("2026-03-05T09:30"), "2026-03-05 09:30"),
        (dt.time(9, 0), "09:00"),
        (dt.timedelta(hours=26, minutes=5), "26:05:00"),
        ("第一行\r\n第二行", "第一行\n第二行"),
    ],
)
def test_a_cell_is_read_as_a_person_reads_it(cell: Cell, text: str | None) -> None:
    assert text_of(cell) == text


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_number_never_has_an_exponent(number: float) -> None:
    text = text_of(number)
    assert text is None or not {"e", "E", "n", "i"} & set(text)


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (56, "BD"), (703, "AAA")]
)
def test_columns_have_letters(column: int, name: str) -> None:
    assert letters(column) == name
