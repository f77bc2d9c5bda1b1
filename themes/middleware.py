"""Answers each request with the theme that its site has chosen."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from wagtail.models import Site

from themes.active import use_theme
from themes.discovery import DEFAULT


class ThemeMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with use_theme(theme_of(request)):
            return self.get_response(request)


def theme_of(request: HttpRequest) -> str:
    """The slug in the site's settings; `default` before there is a site or a settings model.

    `for_request` keeps the settings on the request, so the footer asks no second time.
    """
    label = getattr(settings, "THEME_SETTINGS_MODEL", "")
    if not label or Site.find_for_request(request) is None:
        return DEFAULT
    model: Any = apps.get_model(label)
    return str(model.for_request(request).theme)
