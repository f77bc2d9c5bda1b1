from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from pages.base.blocks import BodyBlock
from pages.base.body import body_text
from pages.base.description import Description
from pages.base.fields import StreamField
from pages.base.models import BasePage, ColumnPage
from pages.base.routing import keep_trail, read_trail, specific_page, trail_of
from pages.base.visibility import visibility_of
from pages.home.querysets import doors, progress


class HomePage(ColumnPage):
    """The root of a site: one question, four doors, what is open now and what is new."""

    column_type: ClassVar[str] = "首页"
    parent_page_types = ["wagtailcore.Page"]
    max_count_per_parent = 1
    template = "home/home_page.html"

    class Meta:
        verbose_name = "首页"
        verbose_name_plural = "首页"

    def route(self, request: HttpRequest, path_components: Sequence[str]) -> RouteResult:
        """Find the page by its whole address at once and leave the trail on the request."""
        trail = read_trail(self, path_components)
        keep_trail(request, trail)
        self.is_known_public = trail.is_public
        if not trail.ancestors:
            result: RouteResult = super().route(request, path_components)
            return result
        deepest = trail.ancestors[-1]
        page = specific_page(deepest)
        if isinstance(page, BasePage):
            page.is_known_public = trail.is_public
        rest = list(path_components[deepest.depth - self.depth :])
        found: RouteResult = page.route(request, rest)
        return found

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        visibility = visibility_of(request)
        context["doors"] = doors(visibility, trail_of(request))
        context["progress"] = progress(visibility)
        return context


class SectionPage(BasePage):
    """A page of running text: 关于本站, 隐私声明, 网站地图 …"""

    column_type: ClassVar[str] = "概况信息"
    parent_page_types = ["home.HomePage", "home.SectionPage"]
    template = "home/section_page.html"

    body = StreamField(BodyBlock(), verbose_name="正文", blank=True, use_json_field=True)

    content_panels = [*Page.content_panels, FieldPanel("body"), *BasePage.publication_panels]

    class Meta:
        verbose_name = "普通页面"
        verbose_name_plural = "普通页面"

    def describe(self) -> Description:
        return replace(super().describe(), body=body_text(self.body))
