"""What an editor must not forget: consultations that close soon or wait for their result."""

import datetime as dt
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from pages.consultations.enums import State
from pages.consultations.models import ConsultationPage
from pages.consultations.querysets import state_query, with_decided

SOON = dt.timedelta(days=7)
SHOWN = 8


class ConsultationsPanel(Component):
    order = 120
    template_name = "consultations/admin/panel.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        now = timezone.now()
        pages = with_decided(ConsultationPage.objects.filter(live=True)).order_by("closes_at")
        closing = pages.filter(state_query(State.OPEN, now), closes_at__lte=now + SOON)
        waiting = pages.filter(state_query(State.CLOSED, now))
        return {"closing": list(closing[:SHOWN]), "waiting": list(waiting[:SHOWN])}
