"""Lists, policies and consultations of the demo agree with each other and with the rules."""

import re
from collections import Counter
from typing import Any

import pytest

from pages.base.codelists import codelist, raw
from pages.consultations.enums import OUTCOMES_WITHOUT_REASON, Moderation, Outcome, Procedure, State
from pages.lists.enums import ListType
from tests.yici.demo.content import (
    CONSULTATIONS,
    DEPARTMENTS,
    GUIDES,
    INTERPRETATIONS,
    NOTICES,
    POLICIES,
    POLICY_CODES,
    SITE,
)

pytestmark = pytest.mark.unit

DOC_NUMBERS = {policy["doc_number"] for policy in POLICIES}
SUBJECTS = {
    f"{group['name']}/{child}"
    for group in raw()["subject_two_level"]
    for child in group["children"]
}
THEMES = {theme["name"] for theme in raw()["theme_person"]}
MIN_DAYS = 30


def by_slug(record: dict[str, Any]) -> str:
    return str(record["slug"])


every_notice = pytest.mark.parametrize("notice", NOTICES, ids=by_slug)
every_consultation = pytest.mark.parametrize("consultation", CONSULTATIONS, ids=by_slug)


@every_notice
def test_the_rows_of_a_list_name_guides_that_keep_the_promise(notice: dict[str, Any]) -> None:
    guides = {guide["task_code"]: guide for guide in GUIDES if "task_code" in guide}
    named = [guides[row["task_code"]] for row in notice["rows"] if "task_code" in row]
    assert notice["list_type"] in ListType.values
    assert 15 <= len(notice["rows"]) <= 40
    assert len(named) < len(notice["rows"])  # some rows have no guide yet, as everywhere
    assert len(named) > len(notice["rows"]) * 0.7
    if notice["list_type"] == ListType.ONE_VISIT:
        assert max(guide["visits_on_site"] for guide in named) == 1
    if notice["list_type"] == ListType.ZERO_VISIT:
        assert {guide["visits_on_site"] for guide in named} == {0}
    if notice["list_type"] == ListType.DEFERRABLE:
        assert all(
            "deferrable" in {row["necessity"] for row in guide["materials"]} for guide in named
        )


@every_notice
def test_a_list_is_numbered_and_rests_on_a_policy(notice: dict[str, Any]) -> None:
    assert [row["position"] for row in notice["rows"]] == [*range(1, len(notice["rows"]) + 1)]
    assert notice["basis_doc_number"] in DOC_NUMBERS
    assert notice["basis_doc_number"] in notice["basis"]
    assert {row.get("department") for row in notice["rows"]} <= {None, *DEPARTMENTS}


@pytest.mark.parametrize("policy", POLICIES, ids=by_slug)
def test_a_policy_is_complete(policy: dict[str, Any]) -> None:
    for field, name in POLICY_CODES.items():
        assert policy.get(field, codelist(name).values[0].slug) in dict(codelist(name).choices())
    assert policy["subject"] in SUBJECTS
    assert policy["publisher"] in DEPARTMENTS
    assert policy["summary"]
    assert 300 <= len("".join(policy["body"])) <= 2000
    assert policy["dated_on"] <= policy["published_on"]
    assert {row["doc_number"] for row in policy.get("relations", [])} <= DOC_NUMBERS


def test_the_policies_show_every_fate_of_a_document() -> None:
    assert len(POLICIES) == 12
    repealed = [policy["doc_number"] for policy in POLICIES if policy.get("repealed_on")]
    repealing = [
        row["doc_number"]
        for policy in POLICIES
        for row in policy.get("relations", [])
        if row["relation"] == "repeals"
    ]
    assert repealed == repealing
    assert any(policy.get("valid_until", "2099") < "2026" for policy in POLICIES)
    assert any(policy["effective_on"] > "2026-11-22" for policy in POLICIES)


@pytest.mark.parametrize("page", INTERPRETATIONS, ids=by_slug)
def test_an_interpretation_asks_a_question_and_reads_policies(page: dict[str, Any]) -> None:
    assert "？" in page["title"] or "问答" in page["title"]
    assert page["interprets"]
    assert set(page["interprets"]) <= DOC_NUMBERS
    assert 300 <= len("".join(page["body"])) <= 700
    published = {policy["doc_number"]: policy["published_on"] for policy in POLICIES}
    assert page["published_on"] >= max(published[number] for number in page["interprets"])


@every_consultation
def test_a_consultation_keeps_the_law(consultation: dict[str, Any]) -> None:
    assert consultation["procedure"] in Procedure.values
    assert consultation["publisher"] in DEPARTMENTS
    assert 3 <= len(consultation["clauses"]) <= 8
    assert set(consultation.get("topics", [])) <= THEMES
    if "opens_in_days" in consultation:
        days = consultation["closes_in_days"] - consultation["opens_in_days"]
        assert days >= MIN_DAYS or consultation["short_period_reason"]
        assert days >= MIN_DAYS or not consultation["affects_market_entities"]
    rows = [*consultation.get("results", []), *consultation.get("comments", [])]
    for row in rows:
        outcome = row.get("outcome", Outcome.ADOPTED)
        assert outcome in Outcome.values
        assert outcome in OUTCOMES_WITHOUT_REASON or row.get("reason") or row.get("reply")


@every_consultation
def test_the_comments_belong_to_the_draft_and_are_counted_right(
    consultation: dict[str, Any],
) -> None:
    labels = {clause["label"] for clause in consultation["clauses"]}
    comments = consultation.get("comments", [])
    assert {comment["moderation"] for comment in comments} <= set(Moderation.values)
    assert {comment.get("clause") for comment in comments} <= {None, *labels}
    assert {row.get("clause_label") for row in consultation.get("results", [])} <= {None, *labels}
    counted = [comment for comment in comments if comment["moderation"] != Moderation.SPAM]
    told = re.search(r"共收到意见(\d+)条", consultation.get("result_summary", ""))
    if told:
        assert int(told[1]) == len(counted) + consultation["offline_count"]
        parts = re.findall(
            r"(?:未采纳|部分采纳|采纳|解释说明|转办)(\d+)条", consultation["result_summary"]
        )
        assert sum(map(int, parts)) == int(told[1])


def test_every_state_has_four_consultations_and_hostile_words_are_among_them() -> None:
    assert Counter(record["state"] for record in CONSULTATIONS) == dict.fromkeys(State.values, 4)
    text = "\n".join(
        comment["text"] for record in CONSULTATIONS for comment in record.get("comments", [])
    )
    assert "<script>alert(1)</script>" in text
    assert "=HYPERLINK(" in text


def test_a_decided_consultation_ends_before_its_policy_is_dated() -> None:
    dated = {policy["doc_number"]: policy["dated_on"] for policy in POLICIES}
    decided = [record for record in CONSULTATIONS if record["state"] == State.DECIDED]
    for record in decided:
        assert record["closes_on"] < record["result_published_on"] < dated[record["adopted_policy"]]


def test_the_footer_is_complete() -> None:
    settings = SITE["settings"]
    for name in ("sponsor", "site_id_code", "icp_no", "police_no", "conac_id", "contact"):
        assert settings[name]
    assert re.fullmatch(r"\d{10}", settings["site_id_code"])
