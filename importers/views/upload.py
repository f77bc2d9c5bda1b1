from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.views.generic import CreateView

from importers.access import may_import
from importers.actions import keep
from importers.forms import UploadForm


class UploadView(CreateView):
    """The first step: a file is read and compared, nothing is imported yet."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_import(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": "导入"},
            {"url": "", "label": "上传表格"},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_form_kwargs()
        return kwargs | {"for_user": self.request.user}

    def form_valid(self, form: UploadForm) -> HttpResponseRedirect:
        self.object = keep(form.prepared)
        return HttpResponseRedirect(self.get_edit_url())
