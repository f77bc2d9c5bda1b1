from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages.base.frame import Frame


def site_frame(request: HttpRequest) -> dict[str, Any]:
    """Give every template `frame`; nothing is read until a template asks for it."""
    return {"frame": SimpleLazyObject(lambda: Frame(request))}
