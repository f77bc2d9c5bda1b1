from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from pages.base.listings import KindListing, columns
from pages.lists.models import ListNoticePage, ListRow


class ListNoticeListing(KindListing):
    model = ListNoticePage
    icon = "list-ul"
    menu_label = "清单公告"
    menu_order = 220
    list_display = columns(
        "标题",
        Column("get_list_type_display", label="种类", sort_key="list_type"),
        Column("batch_label", label="批次", sort_key="batch_no"),
        Column("dated_on", label="公布日期", sort_key="dated_on"),
    )
    list_filter = ["list_type", "publisher", "live"]


class ListRowViewSet(ModelViewSet):
    """The rows of all notices, filtered by notice; thousands are no burden here."""

    model = ListRow
    icon = "table"
    menu_label = "清单事项"
    menu_order = 221
    add_to_admin_menu = True
    list_display = ["position", "name", "notice", "department_label", "task_code"]
    list_filter = ["notice", "department"]
    list_export = ["notice", "position", "name", "task_code", "department_label", "note"]
    search_fields = ["name", "task_code"]
    form_fields = [
        "notice",
        "position",
        "name",
        "task_code",
        "department",
        "department_name",
        "note",
    ]
    ordering = ["notice", "position"]


@hooks.register("register_admin_viewset")
def register_notice_listing() -> ListNoticeListing:
    return ListNoticeListing("list_notices")


@hooks.register("register_admin_viewset")
def register_row_viewset() -> ListRowViewSet:
    return ListRowViewSet("list_rows")
