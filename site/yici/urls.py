"""The one place that mounts search, admin, documents and pages."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.static import serve as serve_file
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from yici.security import ADMIN_PATH

handler404 = "yici.errors.page_not_found"

urlpatterns: list[URLPattern | URLResolver] = [
    path(ADMIN_PATH, include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("search/", include("search.urls")),
    path("opinions/", include("pages.consultations.urls")),
    path("sitemap/", include("pages.home.urls")),
    path("sitemap.xml", sitemap),
]

if getattr(settings, "SERVE_MEDIA", False):
    urlpatterns.append(
        re_path(r"^media/(?P<path>.*)$", serve_file, {"document_root": settings.MEDIA_ROOT})
    )

urlpatterns.append(path("", include(wagtail_urls)))
