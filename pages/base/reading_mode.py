"""关怀版: larger text for the whole visit, kept in a cookie, without a script or an account."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

COOKIE = "yici_mode"
ELDER = "elder"
STANDARD = "standard"
ONE_YEAR = 365 * 24 * 3600


def is_elder(request: HttpRequest) -> bool:
    """Tell whether this request asks for 关怀版, by its address first and by its cookie second."""
    asked = request.GET.get("mode") or request.COOKIES.get(COOKIE)
    return asked == ELDER


class ReadingModeMiddleware:
    """Remember `?mode=elder` or `?mode=standard` in a cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        mode = request.GET.get("mode")
        if mode in {ELDER, STANDARD}:
            response.set_cookie(
                COOKIE,
                mode,
                max_age=ONE_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
