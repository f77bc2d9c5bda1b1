"""Rows of a table become records: one row an item, one row a material, several in a cell."""

from typing import Any

import pytest

from importers.extracting import Extraction, extract
from importers.reading import Source, UnreadableFileError
from importers.registry import import_kind
from tests.importers.tables_for_tests import csv_source, xlsx

pytestmark = pytest.mark.unit

HEADER = ["事项名称", "实施主体", "情形简称", "材料名称", "原件份数"]


def _extract(source: Source) -> Extraction:
    return extract(source, import_kind("guides"))


def _materials(extraction: Extraction) -> list[list[Any]]:
    return [[m["name"] for m in r.values.get("materials", [])] for r in extraction.records]


def test_one_row_a_material_with_the_item_repeated() -> None:
    found = _extract(
        xlsx(
            [
                HEADER,
                ["补领身份证", "县公安局", "无情形", "1.户口簿", 1],
                ["补领身份证", "县公安局", "无情形", "2.\n照片", 2],
                ["开无犯罪证明", "县公安局", "无", "无需材料", None],
            ]
        )
    )
    assert [record.rows for record in found.records] == [[2, 3], [4]]
    assert _materials(found) == [["户口簿", "照片"], []]
    assert found.records[0].values["materials"][1]["original_copies"] == 2


def test_one_row_a_material_with_the_item_merged() -> None:
    found = _extract(
        xlsx(
            [
                HEADER,
                ["补领身份证", "县公安局", "本人办", "户口簿", 1],
                [None, "县公安局", None, "照片", 1],
                ["开无犯罪证明", "县公安局", "本人办", "身份证", 1],
            ],
            ["A2:A3", "C2:C3"],
        )
    )
    assert _materials(found) == [["户口簿", "照片"], ["身份证"]]
    assert [m["necessity_condition"] for m in found.records[0].values["materials"]] == [
        "本人办"
    ] * 2


def test_rows_below_an_item_that_only_name_a_material_belong_to_it() -> None:
    text = (
        "事项名称,实施主体,材料名称\n补领身份证,县公安局,户口簿\n,,照片\n开证明,县公安局,身份证\n"
    )
    assert _materials(_extract(csv_source(text))) == [["户口簿", "照片"], ["身份证"]]


def test_rows_of_one_item_that_disagree_are_a_conflict_not_last_one_wins() -> None:
    header = [*HEADER[:2], "办理地点", "材料名称"]
    found = _extract(
        xlsx(
            [
                header,
                ["补领身份证", "县公安局", "一楼", "户口簿"],
                ["补领身份证", "县公安局", "二楼", "照片"],
            ]
        )
    )
    (record,) = found.records
    assert record.disagrees
    assert record.values["places"] == "一楼"
    assert record.problems[0].cell == "C3"


def test_several_materials_in_one_cell() -> None:
    rows = [["事项名称", "实施主体", "申请材料"], ["甲", "县公安局", "1.身份证\n2.户口簿"]]
    assert _materials(_extract(xlsx(rows))) == [["身份证", "户口簿"]]


def test_copies_that_belong_to_no_single_material_are_told() -> None:
    rows = [
        ["事项名称", "实施主体", "材料名称", "原件份数"],
        ["甲", "县公安局", "身份证；户口簿", 1],
    ]
    (record,) = _extract(xlsx(rows)).records
    assert record.values["materials"] == [{"name": "身份证"}, {"name": "户口簿"}]
    assert [problem.rule for problem in record.problems] == ["several_in_cell"]


def test_a_merge_across_two_items_is_filled_and_told() -> None:
    found = _extract(
        xlsx(
            [
                HEADER,
                ["甲", "县公安局", "情形一", "材料1", 1],
                [None, "县公安局", "情形二", "材料2", 1],
                ["乙", "县公安局", None, "材料3", 1],
                [None, "县公安局", None, "材料4", 1],
            ],
            ["A2:A3", "A4:A5", "C3:C4"],
        )
    )
    assert [record.rows for record in found.records] == [[2, 3], [4, 5]]
    assert [(p.row, "C3:C4" in p.message) for p in found.problems] == [(3, True)]
    assert found.records[1].values["materials"][0]["necessity_condition"] == "情形二"


def test_a_department_merged_over_whole_items_is_nothing_to_tell() -> None:
    rows = [
        ["事项名称", "实施主体", "事项类型"],
        ["甲", "县公安局", "行政许可"],
        ["乙", None, "行政许可"],
    ]
    found = _extract(xlsx(rows, ["B2:B3"]))
    assert [record.values["implementing_body"] for record in found.records] == ["县公安局"] * 2
    assert found.problems == []


def test_the_shape_of_changchun_292_blocks_two_merges_across_items() -> None:
    """§7.1: 4,310 rows, items merged in columns 1 and 3, repeated in 2; 289 names for 292 blocks."""
    rows: list[list[Any]] = [["事项名称", "省级主管部门", "情形简称", "材料名称"]]
    merges: list[str] = []
    for block in range(292):
        name = f"事项{block % 289}"
        size = 1 if block < 7 else 15
        first = len(rows) + 1
        rows += [[name if n == 0 else None, "省公安厅", "情形", f"材料{n}"] for n in range(size)]
        if size > 1:
            merges.append(f"A{first}:A{first + size - 1}")
    last = len(rows)
    merges += [f"C{last - 16}:C{last - 13}", f"C{last - 46}:C{last - 43}"]
    found = _extract(xlsx(rows, merges))
    assert len(found.records) == 292
    assert len({record.values["name"] for record in found.records}) == 289
    assert sum(len(record.rows) for record in found.records) == len(rows) - 1
    assert sum(len(r.values["materials"]) for r in found.records) == len(rows) - 1
    assert sum("跨过" in problem.message for problem in found.problems) == 2


def test_what_was_not_imported_is_told() -> None:
    found = _extract(
        xlsx(
            [
                ["序号", "事项名称", "实施主体", "联系科室领导"],
                [1, "甲", "县公安局", "王某"],
                [None],
                [2, "乙", "无", None],
                ["合计", 2],
            ]
        )
    )
    messages = "\n".join(problem.message for problem in found.problems)
    assert "D 列“联系科室领导”" in messages
    assert "第 3 行是数据中间的空行" in messages
    assert "第 5 行是表尾" in messages
    assert "“实施主体”列有 1 格" in messages


def test_the_body_comes_from_the_note_when_no_column_says_it() -> None:
    found = _extract(
        xlsx(
            [
                ["填报单位：县民政局"],
                ["事项名称", "事项类型"],
                ["甲", "行政确认"],
                ["乙", "行政确认"],
            ]
        )
    )
    assert [r.values["implementing_body"] for r in found.records] == ["县民政局"] * 2
    assert found.records[0].problems[0].severity == "warning"


def test_a_row_without_a_name_is_wrong_but_not_lost() -> None:
    rows = [
        ["事项名称", "实施主体", "事项类型"],
        [None, "县公安局", "行政许可"],
        ["乙", "县公安局", "行政许可"],
    ]
    found = _extract(xlsx(rows))
    assert [record.is_invalid for record in found.records] == [True, False]


def test_a_file_of_another_kind_is_refused_with_what_is_missing() -> None:
    with pytest.raises(UnreadableFileError, match="事项名称"):
        _extract(xlsx([["学校名称", "办理地点"], ["北京大学", "北京"]]))
