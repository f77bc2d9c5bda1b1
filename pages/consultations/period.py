"""The period of a consultation: from which instant to which, and what that makes of its state."""

import datetime as dt
import math
from typing import Protocol

from django.utils import timezone

from pages.consultations.enums import State

MIN_PERIOD = dt.timedelta(days=30)  # 重大行政决策程序暂行条例 art 15: calendar days


class Timetable(Protocol):
    opens_at: dt.datetime
    closes_at: dt.datetime
    ended_early_at: dt.datetime | None
    result_published_at: dt.datetime | None


def state_at(consultation: Timetable, now: dt.datetime, *, is_decided: bool) -> State:
    """Return the public state at an instant; the period is [opens_at, closes_at)."""
    if consultation.ended_early_at and consultation.ended_early_at <= now:
        return State.ENDED
    if now < consultation.opens_at:
        return State.NOT_STARTED
    if now < consultation.closes_at:
        return State.OPEN
    if is_decided:
        return State.DECIDED
    if consultation.result_published_at and consultation.result_published_at <= now:
        return State.ANSWERED
    return State.CLOSED


def is_long_enough(opens_at: dt.datetime, closes_at: dt.datetime) -> bool:
    """Tell whether the period has at least 30 calendar days."""
    return closes_at - opens_at >= MIN_PERIOD


def days_left(closes_at: dt.datetime, now: dt.datetime) -> int:
    """Return the days left, counting a begun day as one; 0 once it is closed."""
    return max(0, math.ceil((closes_at - now) / dt.timedelta(days=1)))


def closing_words(closes_at: dt.datetime) -> str:
    """Return 2026年6月30日24:00 for a period that closes on 1 July at 00:00 local time."""
    local = timezone.localtime(closes_at)
    if (local.hour, local.minute) == (0, 0):
        day = local - dt.timedelta(days=1)
        return f"{day.year}年{day.month}月{day.day}日24:00"
    return f"{local.year}年{local.month}月{local.day}日{local:%H:%M}"
