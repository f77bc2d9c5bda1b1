"""A request is answered with the theme that its site has chosen."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings
from wagtail.models import Site

from pages.base.models import SiteSettings
from themes.active import active_theme
from themes.middleware import ThemeMiddleware

pytestmark = [pytest.mark.unit, pytest.mark.django_db]


def answer(request: HttpRequest) -> str:
    """The theme seen by a view behind the middleware."""
    response = ThemeMiddleware(lambda _request: HttpResponse(active_theme()))(request)
    return response.content.decode()


@pytest.fixture
def request_() -> HttpRequest:
    return RequestFactory().get("/")


def choose(slug: str) -> None:
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"theme": slug})


def test_the_site_setting_names_the_theme(request_: HttpRequest) -> None:
    choose("red")
    assert answer(request_) == "red"


def test_the_theme_is_forgotten_after_the_answer(request_: HttpRequest) -> None:
    choose("red")
    answer(request_)
    assert active_theme() == "default"


def test_a_theme_whose_folder_is_gone_is_answered_by_default(request_: HttpRequest) -> None:
    choose("gone")
    assert answer(request_) == "default"


def test_no_site_yet_is_default_and_no_error(request_: HttpRequest) -> None:
    Site.objects.all().delete()
    assert answer(request_) == "default"


def test_no_settings_model_is_default(request_: HttpRequest, settings: Settings) -> None:
    settings.THEME_SETTINGS_MODEL = ""
    assert answer(request_) == "default"


def test_the_footer_asks_no_second_time(
    request_: HttpRequest, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    choose("red")
    Site.find_for_request(request_)
    with django_assert_num_queries(1):
        answer(request_)
        assert SiteSettings.for_request(request_).theme == "red"
