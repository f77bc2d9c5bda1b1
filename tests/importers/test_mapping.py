"""Headers are matched by synonyms with a score, never by exact string."""

import pytest

from importers.mapping.columns import ColumnMapping, map_columns
from importers.mapping.headers import unit_of
from importers.reading import read_document
from importers.registry import import_kind
from pages.base.codelists import raw
from tests.importers.tables_for_tests import xlsx

pytestmark = pytest.mark.unit

# Where our field bears another Chinese label than the reference list of synonyms.
LABELS = {
    "申请材料": "materials.name",
    "预约办理": "supports_booking",
    "物流快递": "supports_courier",
}


def _field(header: str) -> str | None:
    return import_kind("guides").dictionary.match(header).field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("事项名称", "name"),
        (" *事项名称（必填）： ", "name"),
        ("法定办结时限（工作日）", "legal_limit_value"),
        ("办理时限（工作日）/法定", "legal_limit_value"),
        ("办理时限/承诺", "promised_limit_value"),
        ("联系方式/咨询", "consultation"),
        ("联系方式/投诉", "supervision"),
        ("申请材料/名称", "materials.name"),
        ("申请材料/份数", "materials.paper_copies"),
        ("篇扩承诺办结时限/pkcommitmentTime", "promised_limit_value"),
        ("libNum/事项编码", "task_code"),
        ("序号", None),
        ("备注", None),
        ("学校名称", None),
        ("名称", None),
        ("", None),
    ],
)
def test_headers(header: str, field: str | None) -> None:
    assert _field(header) == field


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("法定办结时限", "承诺办结时限"),
        ("咨询电话", "投诉电话"),
        ("基本编码", "实施编码"),
        ("法定办结时限单位", "法定办结时限"),
        ("是否收费", "收费依据"),
        ("材料名称", "事项名称"),
    ],
)
def test_headers_that_look_alike_are_different_fields(one: str, other: str) -> None:
    assert _field(one) is not None
    assert _field(one) != _field(other)


def test_every_synonym_of_the_reference_list_is_known() -> None:
    for label, synonyms in raw()["header_synonyms"].items():
        wanted = LABELS.get(label) or _field(label)
        assert wanted is not None, label
        for synonym in synonyms:
            found = _field(synonym)
            assert found is not None, synonym
            if not synonym.endswith("主题分类"):
                assert found == wanted, synonym


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("时限（工作日）/法定", "工作日"),
        ("法定时限(单位：自然日)", "自然日"),
        ("时限（日）", "日"),
        ("名称（必填）", None),
    ],
)
def test_a_unit_in_the_header(header: str, unit: str | None) -> None:
    assert unit_of(header) == unit


def test_two_columns_for_one_field_the_better_one_is_taken_and_names_fill_gaps() -> None:
    source = xlsx([["事项名称", "主项名称", "咨询方式", "联系方式"], ["甲", "乙", "1", "2"]])
    kind = import_kind("guides")
    table = read_document(source, kind.dictionary.score).tables[0]
    mapping = map_columns(table, kind.dictionary, kind.several)
    assert [column.field for column in mapping.columns] == ["name", "name", "consultation", None]


def test_a_mapping_can_be_kept_and_refuses_what_it_does_not_know() -> None:
    source = xlsx([["事项名称", "实施主体"], ["甲", "乙"]])
    kind = import_kind("guides")
    mapping = map_columns(read_document(source, kind.dictionary.score).tables[0], kind.dictionary)
    assert ColumnMapping.model_validate_json(mapping.model_dump_json()) == mapping
    with pytest.raises(ValueError, match="extra"):
        ColumnMapping.model_validate(mapping.model_dump() | {"unknown": 1})
