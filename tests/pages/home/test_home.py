import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import (
    make_consultation,
    make_guide,
    make_interpretation,
    make_notice,
    make_policy,
)

pytestmark = pytest.mark.django_db


def test_home_shows_the_doors_what_is_open_and_what_is_new(client: Client) -> None:
    guide, notice, policy = make_guide(), make_notice(), make_policy()
    interpretation, consultation = make_interpretation(policy), make_consultation()
    response = client.get("/")
    doors = response.context["doors"]
    assert {slug: door.count for slug, door in doors.items()} == dict.fromkeys(
        ["guide", "list", "policy", "interpretation", "consultation"], 1
    )
    html = response.content.decode()
    for page in (notice, policy, interpretation, consultation):
        assert f'href="{page.url}"' in html
    assert 'name="q"' in html
    assert guide.title


def test_private_pages_are_neither_counted_nor_shown(client: Client) -> None:
    make_policy("公开的文件")
    secret = make_policy("内部文件", doc_number="云密〔2026〕1号")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    response = client.get("/")
    assert response.context["doors"]["policy"].count == 1
    assert "内部文件" not in response.content.decode()
    assert "内部文件" not in client.get("/policies/").content.decode()
    assert client.get(secret.url).status_code == 302


def test_the_site_map_lists_the_columns(client: Client) -> None:
    html = client.get("/sitemap/").content.decode()
    for title in ("办事指南", "清单公告", "政策文件", "政策解读", "意见征集"):
        assert title in html


def test_the_elder_mode_lasts_for_the_visit_and_can_be_left(client: Client) -> None:
    client.get("/?mode=elder")
    assert "elder" in client.get("/guides/").content.decode().split("<head>")[0]
    client.get("/?mode=standard")
    assert "elder" not in client.get("/guides/").content.decode().split("<head>")[0]


def test_the_footer_has_what_inspections_count(client: Client) -> None:
    html = client.get("/guides/").content.decode()
    for words in ("主办单位", "网站标识码", "ICP", "公安", "网站地图", "联系"):
        assert words in html
    assert "url=http%3A%2F%2Ftestserver%2Fguides%2F" in html
