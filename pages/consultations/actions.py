"""Every change made to a consultation's comments. Each keeps an event of what was and what is."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from pages.consultations.enums import EventKind, State
from pages.consultations.models import Comment, CommentEvent, CommentSeries, ConsultationPage
from pages.consultations.receipts import code_for, digest_of, is_code, number_for

CONSENT_VERSION = "2026-11"


class TooLateError(Exception):
    """The consultation is not open; the text was not stored and must stay in the form."""


@dataclass(frozen=True)
class Submission:
    """What a citizen sent, already validated."""

    text: str
    idempotency_key: uuid.UUID
    clause_id: int | None = None
    identity: str = ""


@transaction.atomic
def receive_comment(consultation: ConsultationPage, submission: Submission) -> Comment:
    """Store a comment with its event and receipt in one transaction, or raise TooLateError.

    The database's clock inside this transaction decides whether it is in time. The same
    idempotency key gives the same comment: a double click or a reload stores nothing twice.
    """
    series = _locked_series(consultation)
    known = Comment.objects.filter(idempotency_key=submission.idempotency_key).first()
    if known:
        return known
    now = database_now(consultation)
    if consultation.state(now) != State.OPEN:
        raise TooLateError
    CommentSeries.objects.filter(pk=series.pk).update(last_number=F("last_number") + 1)
    series.refresh_from_db(fields=["last_number"])
    year = timezone.localtime(consultation.opens_at).year
    comment = Comment.objects.create(
        consultation=consultation,
        clause_id=submission.clause_id,
        number=number_for(year, consultation.pk, series.last_number),
        idempotency_key=submission.idempotency_key,
        code_digest=digest_of(code_for(submission.idempotency_key)),
        text=submission.text,
        identity=submission.identity,
        consent_version=CONSENT_VERSION,
        submitted_at=now,
    )
    CommentEvent.objects.create(comment=comment, kind=EventKind.RECEIVED, at=now)
    return comment


def database_now(consultation: ConsultationPage) -> dt.datetime:
    """Return the instant that the database sees, not the one of this web server."""
    row = ConsultationPage.objects.annotate(now=Now()).values_list("now", flat=True)
    now: dt.datetime = row.get(pk=consultation.pk)
    return now


def find_by_receipt(number: str, code: str) -> Comment | None:
    """Return the comment of a receipt; the same None for a wrong number and for a wrong code."""
    wanted = Comment.objects.filter(number=number.strip().upper())
    comment = wanted.select_related("consultation", "clause").first()
    digest = comment.code_digest if comment else digest_of("")
    return comment if is_code(code, digest) and comment else None


@transaction.atomic
def withdraw_comment(comment: Comment) -> None:
    """Take a comment back by its receipt while the consultation is open; it is kept, not counted."""
    now = database_now(comment.consultation)
    if comment.withdrawn_at or comment.consultation.state(now) != State.OPEN:
        raise TooLateError
    comment.withdrawn_at = now
    comment.save(update_fields=["withdrawn_at"])
    CommentEvent.objects.create(comment=comment, kind=EventKind.WITHDRAWN, at=now)


@transaction.atomic
def moderate_comment(comment: Comment, moderation: str, actor: Any) -> None:
    """Record a moderator's decision with the old value."""
    _record(comment, EventKind.MODERATED, actor, (comment.moderation, moderation))
    comment.moderation = moderation
    comment.save(update_fields=["moderation"])


@transaction.atomic
def answer_comment(comment: Comment, outcome: str, reply: str, actor: Any) -> None:
    """Record what became of a comment and why; the sender reads it with the receipt."""
    _record(comment, EventKind.ANSWERED, actor, (comment.outcome, outcome))
    comment.outcome, comment.reply = outcome, reply
    comment.save(update_fields=["outcome", "reply"])


def _record(comment: Comment, kind: EventKind, actor: Any, change: tuple[str, str]) -> None:
    old, new = change
    CommentEvent.objects.create(
        comment=comment, kind=kind, at=timezone.now(), actor=actor, old=old, new=new
    )


def _locked_series(consultation: ConsultationPage) -> CommentSeries:
    series, _created = CommentSeries.objects.get_or_create(consultation=consultation)
    return CommentSeries.objects.select_for_update().get(pk=series.pk)
