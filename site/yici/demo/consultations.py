import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from pages.base.models import Department, Relation
from pages.consultations.models import Clause, ConsultationPage, ConsultationResult
from yici.demo.comments import write_comments
from yici.demo.files import Record, read
from yici.demo.policies import relations_to
from yici.demo.publishing import publish
from yici.demo.tally import Tally
from yici.demo.topics import TopicIndex, topic_index, topics_of

BEFORE_OPENING = dt.timedelta(hours=7, minutes=30)
INSTANTS = {
    "opens": "opens_at",
    "closes": "closes_at",
    "ended_early": "ended_early_at",
    "result_published": "result_published_at",
}
OURS = {
    *("state", "publisher", "topics", "ways", "clauses", "comments", "results", "adopted_policy"),
    *(f"{name}{ending}" for name in INSTANTS for ending in ("_on", "_in_days")),
}


def load_consultations(column: Page, departments: dict[str, Department], tally: Tally) -> None:
    """Write the consultations whose slug nobody has yet, with the comments they received."""
    topics = topic_index()
    known = set(ConsultationPage.objects.values_list("slug", flat=True))
    for record in read("consultations"):
        if record["slug"] in known:
            tally.found("意见征集")
            continue
        page = _consultation(record, departments[record["publisher"]], topics)
        publish(column, page, _announced_at(page))
        write_comments(page, record.get("comments", []))
        tally.wrote("意见征集")
        tally.wrote("意见", len(record.get("comments", [])))


def _consultation(record: Record, publisher: Department, topics: TopicIndex) -> ConsultationPage:
    instants = {field: _instant(record, name) for name, field in INSTANTS.items()}
    page = ConsultationPage(
        **{name: value for name, value in record.items() if name not in OURS},
        **instants,
        publisher=publisher,
        ways="\n".join(record["ways"]),
        **_rows(record),
    )
    page.dated_on = timezone.localdate(_announced_at(page))
    page.topics = topics_of(topics, "person", record.get("topics", []))
    return page


def _announced_at(page: ConsultationPage) -> dt.datetime:
    """Return the afternoon before the period begins, or now if that is still to come."""
    return min(page.opens_at - BEFORE_OPENING, timezone.now())


def _rows(record: Record) -> dict[str, Any]:
    adopted = record.get("adopted_policy")
    return {
        "clauses": [Clause(sort_order=at, **row) for at, row in enumerate(record["clauses"])],
        "results": [
            ConsultationResult(sort_order=at, **row)
            for at, row in enumerate(record.get("results", []))
        ],
        "relations": relations_to([(Relation.ADOPTED_AS, adopted)] if adopted else []),
    }


def _instant(record: Record, name: str) -> dt.datetime | None:
    """Return midnight of a day that is written as a date or as days from today."""
    if f"{name}_in_days" in record:
        day = timezone.localdate() + dt.timedelta(days=record[f"{name}_in_days"])
    elif f"{name}_on" in record:
        day = dt.date.fromisoformat(record[f"{name}_on"])
    else:
        return None
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))
