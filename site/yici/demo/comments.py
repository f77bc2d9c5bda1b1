"""The comments of the demo, as they lie in the archive.

`receive_comment` refuses whatever comes after closing, and rightly so; a demo needs comments of
last month. So receipt and event are written here as that action writes them, and everything that
happened to a comment afterwards goes through the actions.
"""

import datetime as dt
import uuid

from django.utils import timezone

from pages.consultations.actions import CONSENT_VERSION, answer_comment, moderate_comment
from pages.consultations.enums import EventKind, Moderation
from pages.consultations.models import Comment, CommentEvent, CommentSeries, ConsultationPage
from pages.consultations.receipts import code_for, digest_of, number_for
from yici.demo.files import Record


def write_comments(consultation: ConsultationPage, records: list[Record]) -> None:
    """Write the comments at even intervals over the part of the period that has passed."""
    if not records:
        return
    clauses = {clause.label: clause.pk for clause in consultation.clauses.all()}
    instants = _instants(consultation, len(records))
    for serial, (record, at) in enumerate(zip(records, instants, strict=True), start=1):
        comment = _receive(consultation, serial, record["text"], at)
        comment.clause_id = clauses.get(record.get("clause", ""))
        comment.identity = record["identity"]
        comment.save(update_fields=["clause", "identity"])
        _work_on(comment, record)
    CommentSeries.objects.update_or_create(
        consultation=consultation, defaults={"last_number": len(records)}
    )


def _instants(consultation: ConsultationPage, number: int) -> list[dt.datetime]:
    ends = [consultation.closes_at, consultation.ended_early_at or timezone.now(), timezone.now()]
    step = (min(ends) - consultation.opens_at) / (number + 1)
    return [consultation.opens_at + step * (place + 1) for place in range(number)]


def _receive(consultation: ConsultationPage, serial: int, text: str, at: dt.datetime) -> Comment:
    key = uuid.uuid4()
    year = timezone.localtime(consultation.opens_at).year
    comment = Comment.objects.create(
        consultation=consultation,
        number=number_for(year, consultation.pk, serial),
        idempotency_key=key,
        code_digest=digest_of(code_for(key)),
        text=text,
        consent_version=CONSENT_VERSION,
        submitted_at=at,
    )
    CommentEvent.objects.create(comment=comment, kind=EventKind.RECEIVED, at=at)
    return comment


def _work_on(comment: Comment, record: Record) -> None:
    if record["moderation"] != Moderation.PENDING:
        moderate_comment(comment, record["moderation"], None)
    if record.get("outcome"):
        answer_comment(comment, record["outcome"], record.get("reply", ""), None)
