"""What a visitor sees when something did not work; none of these pages may fail itself."""

from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.shortcuts import render
from django.urls import Resolver404, resolve

from pages.consultations.views import expired_comment_form

MAX_WORDS = 60


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say it in one sentence and offer to search for the words of the address."""
    last = request.path.rstrip("/").rpartition("/")[2]
    words = unquote(last).replace("-", " ").replace("\x00", "").strip()[:MAX_WORDS]
    content = render(request, "404.html", {"suggested_query": words}).content
    return HttpResponseNotFound(content)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give a comment back with its text; for any other form say what to do now."""
    try:
        match = resolve(request.path)
    except Resolver404:
        match = None
    if match and match.view_name == "consultations:comment":
        return expired_comment_form(request, **match.kwargs)
    return render(request, "403_csrf.html", status=403)
