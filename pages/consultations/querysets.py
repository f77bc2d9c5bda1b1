"""Every question asked of consultations and comments."""

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone

from pages.base.listing import Filter, build_filter
from pages.base.lookups import attachments_of, relations_of
from pages.base.models import PageRelation, Relation
from pages.consultations.enums import Moderation, Outcome, State

if TYPE_CHECKING:
    from pages.consultations.models import Comment, ConsultationPage

_ORDER = [State.OPEN, State.NOT_STARTED, State.CLOSED, State.ANSWERED, State.DECIDED, State.ENDED]


def with_decided(pages: "QuerySet[ConsultationPage]") -> "QuerySet[ConsultationPage]":
    """Annotate `decided`: the adopted document is linked and public."""
    adopted = PageRelation.objects.filter(
        page_id=OuterRef("pk"), relation=Relation.ADOPTED_AS, target__live=True
    )
    return pages.annotate(decided=Exists(adopted))


def state_query(state: State, now: dt.datetime) -> Q:
    """Return the condition under which `period.state_at` gives this state (needs `decided`)."""
    ended = Q(ended_early_at__lte=now)
    running = ~ended | Q(ended_early_at__isnull=True)
    closed = running & Q(closes_at__lte=now)
    answered = Q(result_published_at__lte=now)
    return {
        State.ENDED: ended,
        State.NOT_STARTED: running & Q(opens_at__gt=now),
        State.OPEN: running & Q(opens_at__lte=now, closes_at__gt=now),
        State.DECIDED: closed & Q(decided=True),
        State.ANSWERED: closed & answered & Q(decided=False),
        State.CLOSED: closed & Q(decided=False) & (~answered | Q(result_published_at__isnull=True)),
    }[state]


def narrowed(
    pages: "QuerySet[ConsultationPage]", request: HttpRequest
) -> tuple["QuerySet[ConsultationPage]", list[Filter]]:
    """Return the consultations of a column by state, open ones first, and the filter by state."""
    now = timezone.now()
    ranks = [When(state_query(state, now), then=Value(rank)) for rank, state in enumerate(_ORDER)]
    everything = with_decided(pages).annotate(
        rank=Case(*ranks, default=Value(len(_ORDER)), output_field=IntegerField())
    )
    counts = Counter(
        dict(everything.order_by().values_list("rank").annotate(number=Count("pk", distinct=True)))
    )
    rows = [
        (state.value, str(state.label), counts[rank])
        for rank, state in enumerate(_ORDER)
        if counts[rank]
    ]
    chosen = request.GET.get("state", "")
    found = (
        everything.filter(rank=_ORDER.index(State(chosen)))
        if chosen in State.values
        else everything
    )
    ordered = found.select_related("publisher").order_by("rank", "-closes_at")
    return ordered, [build_filter(request, "state", "状态", rows)]


def surroundings(consultation: "ConsultationPage") -> dict[str, Any]:
    """Return what the page of a consultation prints: clauses with counts, result, adopted file."""
    relations = relations_of(consultation)
    adopted = next((row.target for row in relations if row.relation == Relation.ADOPTED_AS), None)
    vars(consultation)["decided"] = adopted is not None
    state = consultation.state()
    by_clause, by_outcome = comment_counts(consultation)
    total = by_clause.total()
    return {
        "state": state,
        "accepts_comments": state == State.OPEN,
        "clauses": [
            {"clause": clause, "comments": by_clause[clause.pk]}
            for clause in consultation.clauses.all()
        ],
        "basis_lines": _lines(consultation.basis),
        "ways": [line.partition("：")[::2] for line in _lines(consultation.ways)],
        "comment_count": total,
        "received_count": total + consultation.offline_count,
        "outcomes": [
            {"label": outcome.label, "slug": outcome.value, "count": by_outcome[outcome.value]}
            for outcome in Outcome
            if by_outcome[outcome.value]
        ],
        "results": list(consultation.results.all()),
        "adopted_policy": adopted,
        "attachments": attachments_of(consultation),
    }


def comment_counts(consultation: "ConsultationPage") -> tuple[Counter[int | None], Counter[str]]:
    """Return the counted comments by clause id (None: the whole draft) and by outcome, in one query."""
    by_clause: Counter[int | None] = Counter()
    by_outcome: Counter[str] = Counter()
    rows = (
        counted(consultation.comments.all())
        .order_by()
        .values_list("clause_id", "outcome")
        .annotate(number=Count("pk"))
    )
    for clause_id, outcome, number in rows:
        by_clause[clause_id] += number
        by_outcome[outcome] += number
    return by_clause, by_outcome


def counted(comments: "QuerySet[Comment]") -> "QuerySet[Comment]":
    """Spam and withdrawn comments are kept but not counted."""
    return comments.filter(withdrawn_at__isnull=True).exclude(moderation=Moderation.SPAM)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
