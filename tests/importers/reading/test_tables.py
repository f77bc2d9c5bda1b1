"""Header, titles, notes, merged cells, groups, footers: what is a record and what is not."""

import pytest

from importers.mapping.headers import Dictionary
from importers.reading import Table, read_document
from importers.reading.notes import reporting_body
from tests.importers.tables_for_tests import Rows, csv_source, xlsx

pytestmark = pytest.mark.unit

NAMES = Dictionary(
    {
        "name": ("事项名称", ()),
        "body": ("实施主体", ("实施部门", "责任单位")),
        "type": ("事项类型", ()),
        "legal": ("法定办结时限", ("法定办理时限",)),
        "promised": ("承诺办结时限", ("承诺办理时限",)),
        "phone": ("咨询电话", ()),
    }
)


def table_of(rows: Rows, *merges: str) -> Table:
    return read_document(xlsx(rows, merges), NAMES.score).tables[0]


def test_titles_and_notes_above_the_header() -> None:
    table = table_of(
        [
            ["附件1"],
            ["事项清单（2026年版）"],
            ["填报单位（盖章）：", "县公安局", None, "填报日期：2026年3月5日"],
            ["序号", "事项名称", "实施部门", "事项类型"],
            [1, "居民身份证补领", "县公安局", "行政许可"],
        ],
        "A1:D1",
        "A2:D2",
    )
    assert table.title == ["附件1", "事项清单（2026年版）"]
    assert table.notes == ["填报单位（盖章）：县公安局", "填报日期：2026年3月5日"]
    assert table.header_rows == [4]
    assert reporting_body(table) == "县公安局"


def test_a_header_of_two_rows_is_joined() -> None:
    table = table_of(
        [
            ["事项名称", "办理时限（工作日）", None, "实施主体"],
            [None, "法定", "承诺", None],
            ["居民身份证补领", 20, 1, "县公安局"],
        ],
        "A1:A2",
        "B1:C1",
        "D1:D2",
    )
    assert table.header_rows == [1, 2]
    assert table.header == (
        "事项名称",
        "办理时限（工作日）/法定",
        "办理时限（工作日）/承诺",
        "实施主体",
    )
    assert [row.number for row in table.rows] == [3]


def test_a_header_of_two_rows_without_merges_in_csv() -> None:
    text = "事项名称,办理时限,,实施主体\n,法定,承诺,\n身份证补领,20,1,县公安局\n"
    table = read_document(csv_source(text), NAMES.score).tables[0]
    assert table.header_rows == [1, 2]
    assert table.header[1:3] == ("办理时限/法定", "办理时限/承诺")


def test_machine_names_above_chinese_ones() -> None:
    table = table_of(
        [
            ["itemName", "deptName", "itemType", "咨询电话/phone"],
            ["事项名称", "实施主体", "事项类型", None],
            ["甲", "乙", "丙", "1"],
        ]
    )
    assert table.header_rows == [1, 2]
    assert len(table.rows) == 1


def test_merged_departments_are_filled_down() -> None:
    table = table_of(
        [
            ["事项名称", "实施部门", "事项类型"],
            ["甲", "县公安局", "x"],
            ["乙", None, "x"],
            ["丙", None, "x"],
        ],
        "B2:B4",
    )
    assert [row.cells[1] for row in table.rows] == ["县公安局"] * 3
    assert [(s.column, s.first, s.last) for s in table.spans] == [(1, 2, 4)]


def test_footers_groups_gaps_and_repeated_headers_are_no_records() -> None:
    header = ["序号", "事项名称", "实施部门", "事项类型"]
    table = table_of(
        [
            header,
            ["一、行政许可（2项）"],
            [1, "甲", "县公安局", "行政许可"],
            header,
            [2, "乙", "县公安局", "行政许可"],
            [None],
            ["二、公共服务"],
            [3, "丙", "县公安局", "公共服务"],
            ["合 计", "3项"],
            ["注：由各部门负责解释。"],
            ["填报人：张三", None, "审核人：李四"],
            [None],
        ],
        "A2:D2",
    )
    assert [row.cells[1] for row in table.rows] == ["甲", "乙", "丙"]
    assert [row.group for row in table.rows] == [
        "一、行政许可（2项）",
        "一、行政许可（2项）",
        "二、公共服务",
    ]
    assert [text.number for text in table.groups] == [2, 7]
    assert [text.number for text in table.footers] == [9, 10, 11]
    assert [problem.row for problem in table.problems] == [4, 6]


def test_a_row_of_column_numbers_and_an_example_are_skipped() -> None:
    table = table_of(
        [["事项名称", "实施部门", "事项类型"], ["（1）", "（2）", "（3）"], ["甲", "乙", "丙"]]
    )
    assert [row.cells[0] for row in table.rows] == ["甲"]
    table = table_of(
        [
            ["事项名称", "实施部门", "事项类型"],
            ["示例：身份证补领", "县公安局", "行政许可"],
            ["甲", "乙", "丙"],
        ]
    )
    assert [row.cells[0] for row in table.rows] == ["甲"]


def test_a_record_whose_name_begins_like_a_footer_stays() -> None:
    table = table_of(
        [
            ["事项名称", "实施部门", "事项类型"],
            ["合同备案", "县住建局", "其他"],
            ["说明书审核", "县药监局", "其他"],
        ]
    )
    assert len(table.rows) == 2


def test_a_table_of_another_kind_is_read_too() -> None:
    rows = [
        ["具有普通高等学历教育招生资格的高校名单"],
        ["序号", "学校名称", "办理地点", "层次"],
        ["北京市（2所）"],
        [1, "北京大学", "北京市", "本科"],
        [2, "清华大学", None, "本科"],
        ["备注：截至2026年"],
    ]
    table = table_of(rows, "A1:D1", "A3:D3")
    assert table.header_rows == [2]
    assert [row.group for row in table.rows] == ["北京市（2所）"] * 2
    assert [text.text for text in table.footers] == ["备注：截至2026年"]


def test_numbers_without_a_header_are_all_rows() -> None:
    table = table_of([[1, 2], [3, 4]])
    assert table.header_rows == []
    assert len(table.rows) == 2
