"""What the tests of the demo read: the content files, and where a code list stands in them."""

from typing import Any

from yici.demo.files import read

GUIDES: list[dict[str, Any]] = read("guides")
LIVE = [guide for guide in GUIDES if guide["live"]]
NOTICES: list[dict[str, Any]] = read("lists")
CONSULTATIONS: list[dict[str, Any]] = read("consultations")
DEPARTMENTS = {record["code"]: record for record in read("departments")}
POLICIES: list[dict[str, Any]] = read("policies")["policies"]
INTERPRETATIONS: list[dict[str, Any]] = read("policies")["interpretations"]
SITE: dict[str, Any] = read("site")

GUIDE_CODES = {
    "item_type": "item_type",
    "item_state": "item_state",
    "implementing_body_kind": "body_kind",
    "exercise_level": "exercise_level",
    "power_source": "power_source",
    "service_targets": "service_target",
    "legal_limit_unit": "limit_unit",
    "promised_limit_unit": "limit_unit",
    "case_type": "case_type",
    "review_mode": "review_mode",
    "handling_modes": "handling_mode",
    "online_depth": "online_depth",
    "online_level": "online_level",
    "handling_area": "handling_area",
    "result_types": "result_type",
}
MATERIAL_CODES = {
    "kind": "material_kind",
    "forms": "material_form",
    "original_or_copy": "original_or_copy",
    "necessity": "necessity",
    "source": "material_source",
}
STEP_CODES = {"unit": "limit_unit"}
POLICY_CODES = {"doc_genre": "doc_genre", "validity": "validity"}


def all_text(value: Any) -> str:
    """Return every string below a value, one a line."""
    if isinstance(value, dict):
        return "\n".join(all_text(item) for item in value.values())
    if isinstance(value, list):
        return "\n".join(all_text(item) for item in value)
    return value if isinstance(value, str) else ""
