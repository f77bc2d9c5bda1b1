"""The guides of the demo obey the rules that cities check (G01–G12 of the quality checker)."""

import re
from typing import Any

import pytest

from pages.base.codelists import codelist, raw
from tests.yici.demo.content import (
    DEPARTMENTS,
    GUIDE_CODES,
    GUIDES,
    LIVE,
    MATERIAL_CODES,
    SITE,
    STEP_CODES,
)

pytestmark = pytest.mark.unit

# The eight elements whose absence an inspection counts, and what a publishable guide adds to them.
ELEMENTS = ["name", "legal_basis", "acceptance_conditions", "materials", "places", "office_hours"]
MORE = ["consultation", "supervision", "process", "item_type", "service_targets", "handling_modes"]
VAGUE = re.compile(r"^(其他|其它|有关|相关)的?(材料|证明|资料|文件)|等(材料)?$")
PHONE = re.compile(r"0980-\d{5,7}")


def by_slug(guide: dict[str, Any]) -> str:
    return str(guide["slug"])


every_guide = pytest.mark.parametrize("guide", GUIDES, ids=by_slug)
every_live_guide = pytest.mark.parametrize("guide", LIVE, ids=by_slug)


def unknown(record: dict[str, Any], lists: dict[str, str]) -> list[str]:
    """Return the values of a record that are not in the code list of their field."""
    bad = []
    for field, name in lists.items():
        known = {code.slug for code in codelist(name).values}
        values = record.get(field, [])
        bad += [
            f"{field}={value}"
            for value in ([values] if isinstance(values, str) else values)
            if value not in known
        ]
    return bad


@every_guide
def test_every_slug_is_in_its_code_list(guide: dict[str, Any]) -> None:
    assert unknown(guide, GUIDE_CODES) == []
    assert [
        unknown(row, MATERIAL_CODES) for row in guide["materials"] if unknown(row, MATERIAL_CODES)
    ] == []
    assert [
        unknown(row, STEP_CODES) for row in guide["process_steps"] if unknown(row, STEP_CODES)
    ] == []


@every_guide
def test_the_themes_are_those_of_the_national_lists(guide: dict[str, Any]) -> None:
    for field, name in (("themes_person", "theme_person"), ("themes_legal", "theme_legal")):
        assert set(guide.get(field, [])) <= {theme["name"] for theme in raw()[name]}


@every_live_guide
def test_a_public_guide_has_what_an_inspection_counts(guide: dict[str, Any]) -> None:
    assert [name for name in [*ELEMENTS, *MORE] if not guide.get(name)] == []
    assert PHONE.search(guide["consultation"])
    assert guide["consultation"] != guide["supervision"]
    assert guide["implementing_body"] in DEPARTMENTS


@every_live_guide
def test_the_promise_fits_the_kind_of_case(guide: dict[str, Any]) -> None:
    instant = guide["promised_limit_unit"] == "instant"
    assert instant == (guide["case_type"] == "instant") == (guide["review_mode"] == "instant")
    same_unit = guide.get("legal_limit_unit") == guide["promised_limit_unit"]
    if same_unit:
        assert guide["promised_limit_value"] <= guide["legal_limit_value"]


@every_live_guide
def test_the_number_of_visits_is_explained_and_possible(guide: dict[str, Any]) -> None:
    visits = guide["visits_on_site"]
    assert bool(guide.get("visit_reason")) == (visits > 0)
    if visits == 0 and not guide["is_online"]:
        assert "courier" in guide["handling_modes"]
    if guide.get("online_level") == "IV":
        assert visits == 0
    assert guide["is_online"] == bool(guide.get("online_url"))


@every_live_guide
def test_fees_have_a_basis_and_a_standard(guide: dict[str, Any]) -> None:
    fees = guide.get("fees", [])
    assert guide["is_charged"] == bool(fees) == bool(guide.get("fee_basis"))
    assert all(fee["name"] and fee["standard"] for fee in fees)
    assert fees or not guide["supports_online_payment"]


@every_guide
def test_the_materials_are_named_counted_and_have_a_source(guide: dict[str, Any]) -> None:
    for material in guide["materials"]:
        assert not VAGUE.search(material["name"]), material["name"]
        assert material["necessity"] != "conditional" or material["necessity_condition"]
        assert material["source"] == "applicant" or material["source_note"]
        assert material["paper_copies"] >= 1 or material["needs_electronic"]


def test_a_real_county_has_drafts_and_gaps() -> None:
    assert len(GUIDES) >= 60
    assert sum(not guide["live"] for guide in GUIDES) == 3
    assert {guide["visits_on_site"] for guide in LIVE} == {0, 1, 2}
    assert {guide["item_type"] for guide in LIVE} >= {
        "licence",
        "payment",
        "confirmation",
        "reward",
    }
    assert sum("task_code" not in guide for guide in LIVE) == 1
    assert any(row["necessity"] == "deferrable" for guide in LIVE for row in guide["materials"])


def test_the_hot_services_are_public_guides() -> None:
    hot = [service["guide"] for service in SITE["hot_services"]]
    assert len(hot) == 6
    assert set(hot) <= {guide["slug"] for guide in LIVE}
