from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter

from importers.viewsets import ImportViewSet


@hooks.register("register_admin_viewset")
def register_imports() -> ImportViewSet:
    return ImportViewSet("imports")


@hooks.register("register_log_actions")
def register_import_actions(actions: Any) -> None:
    @actions.register_action("importers.apply")
    class ApplyFormatter(LogFormatter):
        label = "导入"

        def format_message(self, log_entry: Any) -> str:
            totals = log_entry.data or {}
            return f"导入：新增 {totals.get('new', 0)} 项，修改 {totals.get('changed', 0)} 项"
