from django.db.models import QuerySet
from django.utils import timezone

from pages.base.kinds import Kind, register_kind
from pages.base.visibility import Visibility
from pages.consultations.enums import State
from pages.consultations.models import ConsultationIndexPage, ConsultationPage
from pages.consultations.querysets import state_query, with_decided


def open_consultations(visibility: Visibility, limit: int) -> "QuerySet[ConsultationPage]":
    """Return what is open now, the one that closes first first."""
    return (
        with_decided(visibility.of(ConsultationPage.objects.all()))
        .filter(state_query(State.OPEN, timezone.now()))
        .select_related("publisher")
        .order_by("closes_at")[:limit]
    )


register_kind(
    Kind(
        "consultation",
        "意见征集",
        50,
        ConsultationPage,
        ConsultationIndexPage,
        open_consultations,
    )
)
