import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from pages.consultations.models import ConsultationPage
from tests.factories import make_consultation, make_editor

pytestmark = pytest.mark.django_db


def test_the_dashboard_names_what_closes_soon_and_what_waits_for_its_result(client: Client) -> None:
    now = timezone.now()
    make_consultation("还早的征集")
    make_consultation(
        "快截止的征集", opens_at=now - dt.timedelta(days=28), closes_at=now + dt.timedelta(days=3)
    )
    closed = make_consultation("等结果的征集")
    ConsultationPage.objects.filter(pk=closed.pk).update(closes_at=now - dt.timedelta(days=1))
    client.force_login(make_editor(is_superuser=True))
    html = client.get("/admin/").content.decode()
    assert "还有 3 天截止" in html
    assert "等结果的征集" in html
    panel = html.split("快截止的、等结果的")[-1]
    assert "还早的征集" not in panel.split("</ul>")[0]
