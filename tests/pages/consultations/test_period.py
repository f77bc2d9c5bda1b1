"""The clock: which state the public sees at which instant."""

import datetime as dt
from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from pages.base.models import PageRelation, Relation
from pages.consultations.enums import State
from pages.consultations.models import ConsultationPage
from pages.consultations.period import closing_words, days_left, is_long_enough, state_at
from pages.consultations.querysets import state_query, with_decided
from tests.factories import make_consultation, make_policy

SHANGHAI = timezone.get_default_timezone()
OPENS = dt.datetime(2026, 6, 1, tzinfo=SHANGHAI)
CLOSES = dt.datetime(2026, 7, 1, tzinfo=SHANGHAI)
MICROSECOND = dt.timedelta(microseconds=1)


@dataclass
class Timetable:
    opens_at: dt.datetime = OPENS
    closes_at: dt.datetime = CLOSES
    ended_early_at: dt.datetime | None = None
    result_published_at: dt.datetime | None = None


@pytest.mark.parametrize(
    ("now", "decided", "state"),
    [
        (OPENS - MICROSECOND, False, State.NOT_STARTED),
        (OPENS, False, State.OPEN),
        (CLOSES - MICROSECOND, False, State.OPEN),
        (CLOSES - MICROSECOND, True, State.OPEN),
        (CLOSES, False, State.CLOSED),
        (CLOSES, True, State.DECIDED),
    ],
)
def test_the_period_is_half_open(now: dt.datetime, decided: bool, state: State) -> None:
    assert state_at(Timetable(), now, is_decided=decided) == state


def test_ending_early_wins_over_everything_else() -> None:
    timetable = Timetable(ended_early_at=OPENS, result_published_at=CLOSES)
    assert state_at(timetable, CLOSES, is_decided=True) == State.ENDED


def test_a_result_turns_closed_into_answered_at_its_own_instant() -> None:
    timetable = Timetable(result_published_at=CLOSES + dt.timedelta(days=9))
    assert state_at(timetable, CLOSES + dt.timedelta(days=8), is_decided=False) == State.CLOSED
    assert state_at(timetable, CLOSES + dt.timedelta(days=9), is_decided=False) == State.ANSWERED


def test_thirty_calendar_days_are_enough_and_a_second_less_is_not() -> None:
    assert is_long_enough(OPENS, OPENS + dt.timedelta(days=30))
    assert not is_long_enough(OPENS, OPENS + dt.timedelta(days=30, seconds=-1))


def test_midnight_is_said_as_24_of_the_day_before() -> None:
    assert closing_words(CLOSES.astimezone(dt.UTC)) == "2026年6月30日24:00"
    assert closing_words(CLOSES - dt.timedelta(hours=6)) == "2026年6月30日18:00"


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (CLOSES - dt.timedelta(days=3), 3),
        (CLOSES - dt.timedelta(hours=1), 1),
        (CLOSES, 0),
        (CLOSES + dt.timedelta(days=9), 0),
    ],
)
def test_a_begun_day_counts_as_a_day_left(now: dt.datetime, left: int) -> None:
    assert days_left(CLOSES, now) == left


INSTANTS = st.integers(-40, 40).map(
    lambda days: timezone.now() + dt.timedelta(days=days, minutes=7)
)


@pytest.mark.django_db
@given(
    opens=INSTANTS,
    days=st.integers(1, 60),
    ended=st.none() | INSTANTS,
    result=st.none() | INSTANTS,
    decided=st.booleans(),
)
def test_the_database_agrees_with_the_clock_on_every_timetable(
    opens: dt.datetime,
    days: int,
    ended: dt.datetime | None,
    result: dt.datetime | None,
    decided: bool,
) -> None:
    page = ConsultationPage.objects.first() or make_consultation()
    policy = page.relations.model.objects.first() or PageRelation(page=page, target=make_policy())
    policy.relation = Relation.ADOPTED_AS if decided else Relation.RELATED
    policy.save()
    ConsultationPage.objects.filter(pk=page.pk).update(
        opens_at=opens,
        closes_at=opens + dt.timedelta(days=days),
        ended_early_at=ended,
        result_published_at=result,
    )
    now = timezone.now()
    pages = with_decided(ConsultationPage.objects.all())
    states = [state for state in State if pages.filter(state_query(state, now)).exists()]
    assert states == [ConsultationPage.objects.get().state(now)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "reason", "market", "field"),
    [
        (29, "", False, "short_period_reason"),
        (29, "汛期紧急", True, "closes_at"),
        (0, "", False, "closes_at"),
    ],
)
def test_a_period_that_the_law_does_not_allow_is_refused(
    days: int, reason: str, market: bool, field: str
) -> None:
    page = make_consultation()
    page.closes_at = page.opens_at + dt.timedelta(days=days)
    page.short_period_reason, page.affects_market_entities = reason, market
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert list(caught.value.message_dict) == [field]


@pytest.mark.django_db
def test_a_short_period_with_its_reason_and_a_long_one_without_are_accepted() -> None:
    page = make_consultation()
    page.closes_at, page.short_period_reason = page.opens_at + dt.timedelta(days=29), "汛期紧急"
    page.full_clean()
    page.closes_at, page.short_period_reason = page.opens_at + dt.timedelta(days=30), ""
    page.full_clean()
