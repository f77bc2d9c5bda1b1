from django.db import models
from wagtail.models import Page

from pages.base.models import Department
from pages.guides.models import GuideFaq, GuideFee, GuideMaterial, GuidePage, ProcessStep
from yici.demo.files import Record, fields_of, read
from yici.demo.publishing import keep_as_draft, morning_of, place, release
from yici.demo.tally import Tally
from yici.demo.topics import TopicIndex, topic_index, topics_of

ROWS: dict[str, type[models.Model]] = {
    "materials": GuideMaterial,
    "fees": GuideFee,
    "process_steps": ProcessStep,
    "faqs": GuideFaq,
}
OURS = {"live", "name", "implementing_body", "themes_person", "themes_legal", *ROWS}


def load_guides(column: Page, departments: dict[str, Department], tally: Tally) -> None:
    """Write the guides whose slug and 实施编码 nobody has yet; drafts stay drafts."""
    topics = topic_index()
    slugs = set(GuidePage.objects.values_list("slug", flat=True))
    codes = set(GuidePage.objects.exclude(task_code="").values_list("task_code", flat=True))
    for record in read("guides"):
        if record["slug"] in slugs or record.get("task_code") in codes:
            tally.found("办事指南")
            continue
        guide = _guide(record, departments[record["implementing_body"]], topics)
        if record["live"]:
            place(column, guide, morning_of(record["dated_on"]))
            release(guide)
            tally.wrote("办事指南")
        else:
            place(column, guide)
            keep_as_draft(guide)
            tally.wrote("办事指南（草稿）")


def _guide(record: Record, body: Department, topics: TopicIndex) -> GuidePage:
    guide = GuidePage(
        title=record["name"],
        implementing_body=body,
        implementing_body_code=body.unified_social_credit_code,
        **fields_of(record, without=OURS),
        **{name: _rows(row_class, record.get(name, [])) for name, row_class in ROWS.items()},
    )
    guide.topics = [
        *topics_of(topics, "person", record.get("themes_person", [])),
        *topics_of(topics, "legal", record.get("themes_legal", [])),
    ]
    return guide


def _rows(row_class: type[models.Model], records: list[Record]) -> list[models.Model]:
    return [row_class(sort_order=order, **record) for order, record in enumerate(records)]
