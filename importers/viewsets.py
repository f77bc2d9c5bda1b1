from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from importers.access import may_import, visible_batches
from importers.forms import UploadForm
from importers.models import ImportBatch
from importers.views.preview import PreviewView
from importers.views.upload import UploadView


def _wrong(batch: ImportBatch) -> int:
    return int(batch.totals.get("invalid", 0) + batch.totals.get("conflict", 0))


class ImportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


class HistoryView(IndexView):
    """Every import the user may see, the newest first."""

    any_permission_required = ["add", "view"]
    add_item_label = "上传表格"
    page_title = "导入"

    def get_base_queryset(self) -> QuerySet[ImportBatch]:
        return visible_batches(self.request.user).select_related("user")

    def get_edit_url(self, instance: ImportBatch) -> str:
        return reverse(self.edit_url_name, args=(instance.pk,))

    def get_delete_url(self, instance: ImportBatch) -> None:
        """An import says where pages came from: it is never deleted."""
        return


class ImportViewSet(ModelViewSet):
    """导入: the history is the list, upload and preview are its pages; nothing is edited."""

    model = ImportBatch
    icon = "upload"
    menu_label = "导入"
    menu_order = 260
    add_to_admin_menu = True
    menu_item_class = ImportMenuItem
    index_view_class = HistoryView
    add_view_class = UploadView
    copy_view_enabled = False
    create_template_name = "importers/upload.html"
    index_results_template_name = "importers/index_results.html"
    search_fields = ["file_name", "sha256"]
    list_filter = ["status", "kind", "created_at"]
    list_export = [
        "file_name",
        "sha256",
        "kind",
        "mode",
        "status",
        "user",
        "created_at",
        "applied_at",
    ]
    list_display = [
        "file_name",
        Column("records", label="共", accessor=lambda batch: batch.totals.get("rows")),
        Column("new", label="新增", accessor=lambda batch: batch.totals.get("new")),
        Column("changed", label="有变化", accessor=lambda batch: batch.totals.get("changed")),
        Column("wrong", label="有问题", accessor=_wrong),
        Column("get_status_display", label="状态", sort_key="status"),
        UserColumn("user", label="导入人"),
        Column("created_at", label="上传时间", sort_key="created_at"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[UploadForm]:
        return UploadForm

    def get_edit_handler(self) -> None:
        return None

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        view_kwargs: dict[str, Any] = super().get_add_view_kwargs(**kwargs)
        return view_kwargs | {
            "page_title": "导入",
            "page_subtitle": "上传表格",
            "submit_button_label": "上传并预览",
            "submit_button_active_label": "正在读取…",
            "error_message": "文件没有读成，请看下面的说明。",
        }

    @property
    def preview_view(self) -> Any:
        return self.construct_view(PreviewView, permission_required="add")

    def get_urlpatterns(self) -> list[URLPattern]:
        """List, upload and preview. The preview is what other views link to as "edit"."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", self.preview_view, name="edit"),
            path("history/<int:pk>/", self.history_view, name="history"),
            path("history-results/<int:pk>/", self.history_results_view, name="history_results"),
        ]
