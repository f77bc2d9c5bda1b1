from typing import Any, ClassVar

from django.http import HttpRequest

from pages.base.listing import paginate
from pages.base.models import ColumnPage
from pages.base.visibility import visibility_of
from pages.policies.models.interpretation import InterpretationPage
from pages.policies.models.policy import PolicyPage
from pages.policies.querysets import (
    narrowed_interpretations,
    narrowed_policies,
    with_interpretations,
)


class PolicyIndexPage(ColumnPage):
    """The column 政策文件."""

    column_type: ClassVar[str] = "政策文件"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["policies.PolicyPage"]
    template = "policies/policy_index_page.html"

    class Meta:
        verbose_name = "政策文件栏目"
        verbose_name_plural = "政策文件栏目"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        everything = visibility_of(request).of(PolicyPage.objects.child_of(self))
        policies, filters = narrowed_policies(everything, request)
        context["filters"] = filters
        context["results"] = paginate(request, policies)
        with_interpretations(context["results"].object_list)
        return context


class InterpretationIndexPage(ColumnPage):
    """The column 政策解读."""

    column_type: ClassVar[str] = "政策解读"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["policies.InterpretationPage"]
    template = "policies/interpretation_index_page.html"

    class Meta:
        verbose_name = "政策解读栏目"
        verbose_name_plural = "政策解读栏目"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        everything = visibility_of(request).of(InterpretationPage.objects.child_of(self))
        found, filters = narrowed_interpretations(everything, request)
        context["filters"] = filters
        context["results"] = paginate(request, found)
        return context
