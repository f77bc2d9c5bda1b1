"""The figures of the home page are counted, not typed."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from pages.guides.models import GuidePage
from pages.guides.querysets import FULLY_ONLINE
from tests.factories import make_guide

pytestmark = pytest.mark.django_db


def test_the_three_shares_count_live_public_guides(client: Client) -> None:
    make_guide("网上办", visits_on_site=0, is_online=True)
    make_guide("快递办", visits_on_site=0, is_online=False)
    make_guide("跑一次", visits_on_site=1)
    make_guide("跑三次", visits_on_site=3)
    make_guide("草稿", visits_on_site=3, publish=False)
    secret = make_guide("内部", visits_on_site=3)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    figures = client.get("/").context["progress"]
    assert [(one.label, one.figure) for one in figures] == [
        ("最多跑一次", 75),
        ("一次不用跑", 50),
        ("全程网办", 25),
    ]


def test_a_site_without_guides_claims_nothing(client: Client) -> None:
    assert client.get("/").context["progress"] == []


def test_the_database_and_the_page_agree_on_what_is_fully_online() -> None:
    for level in ("", "III", "IV"):
        for online in (None, False, True):
            for visits in (None, 0, 1):
                make_guide(
                    f"{level}{online}{visits}",
                    online_level=level,
                    is_online=online,
                    visits_on_site=visits,
                )
    asked = set(GuidePage.objects.filter(FULLY_ONLINE).values_list("pk", flat=True))
    assert asked == {guide.pk for guide in GuidePage.objects.all() if guide.is_fully_online}
    assert asked
