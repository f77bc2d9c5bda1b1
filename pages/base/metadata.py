"""The page tags that inspections read (国办发〔2017〕47号, annex): none of the mandatory is empty."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, Site

from pages.base.models.settings import SiteSettings
from pages.base.routing import trail_of

if TYPE_CHECKING:
    from pages.base.models.page import BasePage

Tags = list[tuple[str, str]]
NO_SITE_CODE = "0000000000"  # printed until 网站标识码 is filled in; the tag may not be empty


def page_tags(page: "BasePage", request: HttpRequest) -> Tags:
    """Return (name, content) of the meta tags: 3 on the home page, 7 on a column, more on content."""
    tags = _site_tags(request)
    if page.depth <= _root_depth(request):
        return tags
    is_column = getattr(page, "is_column", False)
    column = page if is_column else _column_of(page, request)
    tags += _column_tags(column, page)
    if not is_column:
        tags += _article_tags(page, request)
    return tags


def default_description(title: str) -> str:
    """ColumnDescription of a column for which nobody has written one: the tag may not be empty."""
    return f"{title}栏目发布{title}相关信息。"


def _root_depth(request: HttpRequest) -> int:
    site = Site.find_for_request(request)
    return site.root_page.depth if site else 0


def _site_tags(request: HttpRequest) -> Tags:
    settings = SiteSettings.for_request(request)
    return [
        ("SiteName", settings.site_name),
        ("SiteDomain", request.get_host().partition(":")[0]),
        ("SiteIDCode", settings.site_id_code or NO_SITE_CODE),
    ]


def _column_of(page: "BasePage", request: HttpRequest) -> Page:
    trail = trail_of(request)
    above = trail.ancestors[:-1] if trail else []
    return above[-1] if above else page


def _column_tags(column: Page, page: "BasePage") -> Tags:
    description = getattr(column, "description", default_description(column.title))
    return [
        ("ColumnName", column.title),
        ("ColumnDescription", description),
        ("ColumnKeywords", f"{column.title},{page.column_type}"),
        ("ColumnType", page.column_type),
    ]


def _article_tags(page: "BasePage", request: HttpRequest) -> Tags:
    published = page.first_published_at or timezone.now()
    source = page.content_source or SiteSettings.for_request(request).site_name
    keywords = ",".join([page.title, *(topic.name for topic in page.topics.all())])
    return [
        ("ArticleTitle", page.title),
        ("PubDate", timezone.localtime(published).strftime("%Y-%m-%d %H:%M")),
        ("ContentSource", source),
        ("Keywords", keywords),
        ("Author", source),
        ("Description", page.summary or page.title),
        ("Url", request.build_absolute_uri(request.path)),
    ]
