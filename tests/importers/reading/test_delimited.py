import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.reading.delimited import decode, find_delimiter, read_delimited
from importers.reading.limits import Limits

pytestmark = pytest.mark.unit

TEXT = "事项名称,实施主体\n护士执业注册,县卫生健康局\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
    ],
)
def test_the_encoding_is_found(codec: str, name: str) -> None:
    assert decode(TEXT.encode(codec)) == (TEXT, name)


def test_short_gbk_is_not_taken_for_korean() -> None:
    assert decode("护士,镕䶮㛃".encode("gb18030"))[1] == "gb18030"


def test_traditional_characters_in_big5() -> None:
    text = "臺北市政府,戶籍謄本申請,辦理時間,國民身分證,繁體中文資料,學校名稱\n" * 5
    assert decode(text.encode("big5")) == (text, "big5")


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_separator_is_found(delimiter: str) -> None:
    text = "\n".join(delimiter.join(["名称", "部门，科室", "电话"]) for _ in range(5))
    assert find_delimiter(text) == delimiter


def test_codes_wrapped_for_excel_are_unwrapped() -> None:
    grid, _ = read_delimited(b'\xe7\xa0\x81,\xe5\x90\x8d\n"=""0001""",x\n', "t", Limits())
    assert grid.rows[1][0] == "0001"


def test_a_row_has_the_number_of_its_first_line() -> None:
    text = '名称,条件\n"甲","一\n二\n三"\n乙,四\n'
    grid, _ = read_delimited(text.encode(), "t", Limits())
    assert [grid.number(i) for i in range(3)] == [1, 2, 5]


CELLS = st.text(
    st.characters(codec="gb18030", exclude_characters="\x00\r", exclude_categories=["Cs"]),
    max_size=12,
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6), st.booleans())
def test_any_table_written_as_csv_is_read_back(rows: list[list[str]], as_gbk: bool) -> None:
    header = ["事项名称", "实施主体"]
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([header, *rows])
    content = buffer.getvalue().encode("gb18030" if as_gbk else "utf-8-sig")
    grid, encoding = read_delimited(content, "t", Limits())
    if encoding == "big5":  # a few characters cannot tell; the clerk sees and may change it
        return
    found = [[cell or "" for cell in row] for row in grid.rows]
    unwrapped = [
        [
            c.strip()[2:-1]
            if c.strip().startswith('="') and c.strip().endswith('"') and len(c.strip()) > 2
            else c
            for c in row
        ]
        for row in [header, *rows]
    ]
    assert found == unwrapped
