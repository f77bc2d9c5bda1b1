from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from importers.access import options_for, visible_batches
from importers.actions import carry_out, prepare_again
from importers.models import ImportBatch, ImportRow, Mode, RowStatus
from importers.previewing import shown_rows
from importers.reading import UnreadableFileError
from importers.reading.cells import letters
from importers.registry import import_kind

PER_PAGE = 50
SURE = 0.95


def _sureness(score: float) -> str:
    if score == 1:
        return "一致"
    return "同义" if score >= SURE else "相近，请核对"


class PreviewView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What an import would do, row by row; after it was carried out, what it did."""

    model = ImportBatch
    index_url_name = ""
    index_results_url_name = edit_url_name = add_url_name = history_url_name = ""
    usage_url_name = delete_url_name = ""
    template_name = "importers/preview.html"
    page_title = "导入"

    @cached_property
    def batch(self) -> ImportBatch:
        return get_object_or_404(visible_batches(self.request.user), pk=self.kwargs["pk"])

    @cached_property
    def kind(self) -> Any:
        return import_kind(self.batch.kind)

    def get_page_subtitle(self) -> str:
        return str(self.batch)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": "导入"},
            {"url": "", "label": self.batch.file_name},
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry it out: read again, compare again, write."""
        mode = Mode.PUBLISH if request.POST.get("mode") == Mode.PUBLISH else Mode.DRAFT
        if mode is Mode.PUBLISH and not self.kind.may_publish(request.user):
            raise PermissionDenied
        if self.batch.is_open:
            self._carry_out(mode)
        return redirect(self.edit_url_name, self.batch.pk)

    def _carry_out(self, mode: Mode) -> None:
        try:
            prepared = prepare_again(self.batch, options_for(self.request.user, mode))
            carry_out(self.batch, prepared)
        except UnreadableFileError as error:
            messages.error(self.request, str(error))
            return
        totals = self.batch.totals
        what = "发布" if mode is Mode.PUBLISH else "存为草稿"
        messages.success(
            self.request,
            f"导入完成，已{what}：新增 {totals['new']} {self.kind.unit}，"
            f"修改 {totals['changed']} {self.kind.unit}。",
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        status = self.request.GET.get("status", "")
        rows = self._rows(status)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        totals = self.batch.totals
        return context | {
            "batch": self.batch,
            "kind": self.kind,
            "status": status,
            "statuses": [
                (choice.value, choice.label, totals.get(choice.value, 0)) for choice in RowStatus
            ],
            "to_write": self.batch.rows.filter(
                status__in=[RowStatus.NEW, RowStatus.CHANGED], revision_after=None
            ).count(),
            "left_out": totals["invalid"] + totals["conflict"],
            "rows": list(shown_rows(list(page), self.kind)),
            "page": page,
            "columns": self._columns(),
            "repeated": self._same_file(),
            "may_publish": self.kind.may_publish(self.request.user),
            "confirm_url": self.request.path,
        }

    def _rows(self, status: str) -> QuerySet[ImportRow]:
        rows = self.batch.rows.select_related("page")
        return rows.filter(status=status) if status in RowStatus.values else rows

    def _columns(self) -> list[dict[str, Any]]:
        """The columns of the file beside the fields they were taken for."""
        return [
            column
            | {
                "letter": letters(column["column"]),
                "label": self.kind.label_of(column["field"]) if column["field"] else "",
                "sureness": _sureness(column["score"]) if column["field"] else "",
            }
            for column in self.batch.report.get("columns", [])
        ]

    def _same_file(self) -> ImportBatch | None:
        """An earlier import of exactly this file."""
        applied = ImportBatch.objects.filter(
            sha256=self.batch.sha256, status=ImportBatch.Status.APPLIED
        )
        return applied.exclude(pk=self.batch.pk).first()
