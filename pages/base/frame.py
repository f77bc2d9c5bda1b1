"""What stands around the content of every page: settings, navigation, breadcrumb, links."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site

from pages.base.models import SiteSettings
from pages.base.reading_mode import is_elder
from pages.base.routing import Trail, read_trail, trail_of

CORRECTION_URL = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"


@dataclass(frozen=True)
class Link:
    title: str
    url: str
    current: bool = False


class Frame:
    """Read lazily by templates: a page that prints no breadcrumb does not pay for one."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def settings(self) -> SiteSettings:
        settings: SiteSettings = SiteSettings.for_request(self.request)
        return settings

    @cached_property
    def elder(self) -> bool:
        return is_elder(self.request)

    @cached_property
    def _trail(self) -> Trail:
        trail = trail_of(self.request)
        site = Site.find_for_request(self.request)
        if trail is None and site is not None:
            trail = read_trail(site.root_page, [])
        return trail or Trail()

    @cached_property
    def nav(self) -> list[Link]:
        """The columns of the site; the one that holds the page shown is marked."""
        return [
            Link(page.title, self._url(page), current=page in self._trail.ancestors)
            for page in self._trail.columns
        ]

    @cached_property
    def breadcrumb(self) -> list[Link]:
        """The way from the home page to the page shown; the last one is where the reader is."""
        pages = self._trail.ancestors
        return [Link("首页", "/")] + [
            Link(page.title, self._url(page), current=page is pages[-1]) for page in pages
        ]

    @cached_property
    def page_url(self) -> str:
        """The absolute address of this page without its query."""
        return self.request.build_absolute_uri(self.request.path)

    @cached_property
    def correction_url(self) -> str:
        """The deep link of 我为政府网站找错 for this very page."""
        code = quote(self.settings.site_id_code)
        return f"{CORRECTION_URL}?site_code={code}&url={quote(self.page_url, safe='')}"

    @cached_property
    def mode_url(self) -> str:
        """The address of this page in the other reading mode (关怀版 or 标准版)."""
        query = self.request.GET.copy()
        query["mode"] = "standard" if self.elder else "elder"
        return f"{self.request.path}?{query.urlencode()}"

    @cached_property
    def search_url(self) -> str:
        return reverse("search:results")

    def _url(self, page: Page) -> str:
        return page.get_url(self.request) or ""
