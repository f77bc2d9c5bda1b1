from typing import Any, ClassVar

from django.http import HttpRequest

from pages.base.listing import paginate
from pages.base.models import ColumnPage
from pages.base.visibility import visibility_of
from pages.consultations.models.consultation import ConsultationPage
from pages.consultations.querysets import narrowed


class ConsultationIndexPage(ColumnPage):
    """The column 意见征集: what is open first."""

    column_type: ClassVar[str] = "征集调查"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["consultations.ConsultationPage"]
    template = "consultations/consultation_index_page.html"

    class Meta:
        verbose_name = "意见征集栏目"
        verbose_name_plural = "意见征集栏目"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        everything = visibility_of(request).of(ConsultationPage.objects.child_of(self))
        found, filters = narrowed(everything, request)
        context["filters"] = filters
        context["results"] = paginate(request, found)
        return context
