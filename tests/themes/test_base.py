"""The frame of every page, in every theme: tags, footer, reading mode, error pages."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from wagtail.models import Site

from pages.base.models import SiteSettings
from pages.base.reading_mode import COOKIE
from themes.active import use_theme
from themes.discovery import themes

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

SETTINGS = {
    "site_name": "云溪县人民政府",
    "sponsor": "云溪县人民政府办公室",
    "site_id_code": "4502240001",
    "icp_no": "桂ICP备05009132号-1",
    "police_no": "桂公网安备 45022402000701号",
    "conac_id": "0123456789ABCDEF0123456789ABCDEF",
    "contact": "0772-8136789",
}


@pytest.fixture
def site() -> Site:
    site: Site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults=SETTINGS)
    return site


def rendered(theme: str = "default", cookie: str = "", address: str = "/guides/?page=2") -> str:
    request = RequestFactory(SERVER_NAME="localhost").get(address)
    request.COOKIES[COOKIE] = cookie
    context = {"page_tags": [("SiteName", "云溪县人民政府"), ("ArticleTitle", '甲"乙')]}
    with use_theme(theme):
        return render_to_string("base.html", context, request)


@pytest.mark.parametrize("theme", sorted(themes()))
def test_every_theme_renders_the_frame(site: Site, theme: str) -> None:
    html = rendered(theme)
    assert '<html lang="zh-Hans">' in html
    assert re.search(r'<a class="skip-link" href="#main">', html)
    assert len(re.findall(r"<main\b", html)) == 1
    assert ("themes/red/css/theme.css" in html) == (theme == "red")


def test_the_footer_has_the_eight_mandatory_items(site: Site) -> None:
    footer = rendered().partition("<footer")[2]
    for field in ("sponsor", "site_id_code", "icp_no", "police_no", "contact"):
        assert SETTINGS[field] in footer
    assert f"https://bszs.conac.cn/sitename?method=show&amp;id={SETTINGS['conac_id']}" in footer
    assert "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4502240001" in footer
    assert ">网站地图</a>" in footer


def test_the_correction_link_names_this_page(site: Site) -> None:
    assert "url=http%3A%2F%2Flocalhost%2Fguides%2F" in rendered()


def test_page_tags_are_printed_and_escaped(site: Site) -> None:
    html = rendered()
    assert '<meta name="SiteName" content="云溪县人民政府">' in html
    assert '<meta name="ArticleTitle" content="甲&quot;乙">' in html


def test_the_reading_mode_is_a_class_and_a_plain_link(site: Site) -> None:
    standard, elder = rendered(), rendered(cookie="elder")
    assert '<html lang="zh-Hans" class="elder">' in elder
    assert 'href="/guides/?page=2&amp;mode=elder"' in standard
    assert 'href="/guides/?page=2&amp;mode=standard"' in elder


def test_the_error_page_needs_neither_database_nor_context() -> None:
    html = render_to_string("500.html")
    assert "系统出了问题" in html
    assert "tel:12345" in html


def test_a_page_that_is_not_there_offers_a_search(site: Site, client: Client) -> None:
    answer = client.get("/no/such-page/", headers={"host": "localhost"})
    assert answer.status_code == 404
    assert 'value="such page"' in answer.content.decode()
