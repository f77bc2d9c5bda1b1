"""Every code of the demo passes the check that its standard gives it."""

import datetime as dt
import re
from collections import Counter
from typing import Any

import pytest

from pages.base.codelists import codelist
from pages.base.doc_numbers import canonical
from tests.yici.demo.content import (
    CONSULTATIONS,
    DEPARTMENTS,
    GUIDES,
    INTERPRETATIONS,
    NOTICES,
    POLICIES,
    SITE,
    all_text,
)

pytestmark = pytest.mark.unit

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]  # GB 11714
WRITTEN_ON = dt.date(2026, 11, 22)
FIELDS_OF_THE_PAST = ("dated_on", "published_on")
NUMBER = re.compile(r"[\u4e00-\u9fa5]{1,12}[〔\[（(]\d{4}[〕\]）)]\d+号")


def body_check(body: str) -> str:
    total = sum(int(char, 36) * weight for char, weight in zip(body, BODY_WEIGHTS, strict=True))
    digit = 11 - total % 11
    return {10: "X", 11: "0"}.get(digit, str(digit))


def check_character(code: str) -> str:
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(code, WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def test_the_checks_themselves_know_a_right_code_from_a_wrong_one() -> None:
    right, wrong = "11440113MB2C92966P", "91350211M0000XUF46"
    assert (body_check(right[8:16]), check_character(right[:17])) == (right[16], right[17])
    assert check_character(wrong[:17]) != wrong[17]


@pytest.mark.parametrize("department", DEPARTMENTS.values(), ids=lambda record: record["code"])
def test_the_credit_codes_pass_both_checks(department: dict[str, Any]) -> None:
    code = department["unified_social_credit_code"]
    assert body_check(code[8:16]) == code[16]
    assert check_character(code[:17]) == code[17]
    assert code[2:8] == "990127"  # a region that does not exist


@pytest.mark.parametrize(
    "guide", [guide for guide in GUIDES if "task_code" in guide], ids=lambda guide: guide["slug"]
)
def test_a_task_code_is_department_level_and_catalogue(guide: dict[str, Any]) -> None:
    department = DEPARTMENTS[guide["implementing_body"]]["unified_social_credit_code"]
    level = {"county": "4", "town": "5"}[guide["exercise_level"]]
    assert guide["task_code"] == f"{department}{level}{guide['catalog_code']}"
    assert len(guide["task_code"]) == 31
    item_type = next(
        code for code in codelist("item_type").values if code.slug == guide["item_type"]
    )
    assert guide["catalog_code"][2:4] == item_type.national_code


@pytest.mark.parametrize(
    ("records", "field"),
    [
        (GUIDES, "task_code"),
        (GUIDES, "slug"),
        (GUIDES, "name"),
        (POLICIES, "doc_number"),
        (POLICIES, "slug"),
        (INTERPRETATIONS, "slug"),
        (NOTICES, "slug"),
        (CONSULTATIONS, "slug"),
        (list(DEPARTMENTS.values()), "unified_social_credit_code"),
        (list(DEPARTMENTS.values()), "name"),
    ],
)
def test_no_code_stands_twice(records: list[dict[str, Any]], field: str) -> None:
    counts = Counter(record[field] for record in records if field in record)
    assert [code for code, number in counts.items() if number > 1] == []


def test_document_numbers_are_canonical_wherever_they_are_written() -> None:
    text = all_text([POLICIES, INTERPRETATIONS, NOTICES, CONSULTATIONS, GUIDES])
    numbers = {found[0] for found in NUMBER.finditer(text)}
    assert len(numbers) > 20
    assert [number for number in numbers if canonical(number) != number] == []


def test_nothing_was_published_in_the_future() -> None:
    for record in [*GUIDES, *NOTICES, *POLICIES, *INTERPRETATIONS]:
        for field in FIELDS_OF_THE_PAST:
            if field in record:
                assert dt.date(2025, 1, 1) <= dt.date.fromisoformat(record[field]) <= WRITTEN_ON


def test_telephones_and_hosts_are_invented() -> None:
    text = all_text([GUIDES, NOTICES, POLICIES, INTERPRETATIONS, CONSULTATIONS, SITE])
    text += all_text(list(DEPARTMENTS.values()))
    area_codes = set(re.findall(r"\b(0\d{2,3})-\d{5,8}", text))
    hosts = set(re.findall(r"(?:https?://|@)([\w.-]+\.\w+)", text))
    assert area_codes == {"0980"}  # an area code that nobody has been given
    assert {host.removeprefix("zfwzgl.") for host in hosts} <= {
        "zwfw.yunxi.example.gov.cn",
        "yunxi.example.gov.cn",
        "bad.example",
    }
