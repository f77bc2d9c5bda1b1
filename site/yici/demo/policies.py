from typing import Any

from wagtail.models import Page

from pages.base.doc_numbers import folded
from pages.base.lookups import pages_by_code
from pages.base.models import Department, PageRelation, Relation
from pages.policies.models import InterpretationPage, PolicyPage
from yici.demo.bodies import body_of
from yici.demo.files import Record, fields_of, read
from yici.demo.publishing import morning_of, publish
from yici.demo.tally import Tally
from yici.demo.topics import TopicIndex, topic_index, topics_of

OURS = {"publisher", "published_on", "subject", "topics", "relations", "interprets", "body"}


def load_policies(column: Page, departments: dict[str, Department], tally: Tally) -> None:
    """Write the policies whose 文号 and slug nobody has yet, the oldest first."""
    topics = topic_index()
    known = {*PolicyPage.objects.values_list("doc_number", flat=True)}
    known |= {*PolicyPage.objects.values_list("slug", flat=True)}
    for record in sorted(read("policies")["policies"], key=lambda record: record["dated_on"]):
        if {record["doc_number"], record["slug"]} & known:
            tally.found("政策文件")
            continue
        policy = PolicyPage(
            **_fields(record, departments),
            subject=topics.get(("subject", record["subject"])),
        )
        _publish(column, policy, record, topics)
        tally.wrote("政策文件")


def load_interpretations(column: Page, departments: dict[str, Department], tally: Tally) -> None:
    """Write the interpretations whose slug nobody has yet, linked to the policies they read."""
    topics = topic_index()
    known = set(InterpretationPage.objects.values_list("slug", flat=True))
    for record in read("policies")["interpretations"]:
        if record["slug"] in known:
            tally.found("政策解读")
            continue
        page = InterpretationPage(**_fields(record, departments))
        _publish(column, page, record, topics)
        tally.wrote("政策解读")


def _fields(record: Record, departments: dict[str, Department]) -> dict[str, Any]:
    links = [(row["relation"], row["doc_number"]) for row in record.get("relations", [])]
    links += [(Relation.INTERPRETS, number) for number in record.get("interprets", [])]
    return fields_of(record, without=OURS) | {
        "relations": relations_to(links),
        "publisher": departments[record["publisher"]],
        "body": body_of(record["body"], record["title"]),
    }


def _publish(
    column: Page, page: PolicyPage | InterpretationPage, record: Record, topics: TopicIndex
) -> None:
    page.topics = topics_of(topics, "person", record.get("topics", []))
    publish(column, page, morning_of(record["published_on"]))


def relations_to(links: list[tuple[str, str]]) -> list[PageRelation]:
    """Return relations for pairs (relation, 文号); a policy that is not public is left out."""
    numbered = [(relation, folded(number)) for relation, number in links]
    found = pages_by_code(["doc_number"], [code for _relation, code in numbered])
    return [
        PageRelation(sort_order=order, relation=relation, target=found[code])
        for order, (relation, code) in enumerate(numbered)
        if code in found
    ]
