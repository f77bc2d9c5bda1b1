from typing import Any, ClassVar

from django.http import HttpRequest

from pages.base.listing import paginate
from pages.base.models import ColumnPage
from pages.base.visibility import visibility_of
from pages.guides.models.guide import GuidePage
from pages.guides.querysets import narrowed


class GuideIndexPage(ColumnPage):
    """The column 办事指南: every guide, narrowed by department, visits and theme."""

    column_type: ClassVar[str] = "办事服务"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guides.GuidePage"]
    template = "guides/guide_index_page.html"

    class Meta:
        verbose_name = "办事指南栏目"
        verbose_name_plural = "办事指南栏目"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        everything = visibility_of(request).of(GuidePage.objects.child_of(self))
        guides, filters = narrowed(everything, request)
        context["filters"] = filters
        context["results"] = paginate(request, guides)
        return context
