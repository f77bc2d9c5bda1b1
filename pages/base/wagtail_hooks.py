from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pages.base.models import Department, Topic


class DepartmentViewSet(SnippetViewSet):
    model = Department
    icon = "group"
    menu_label = "机构"
    list_display = ["name", "code", "level", "phone", "is_active"]
    list_filter = ["level", "is_active"]
    list_export = [
        *("name", "code", "short_names", "unified_social_credit_code", "level"),
        *("region_code", "region_name", "parent", "address", "phone", "website", "is_active"),
    ]
    search_fields = ["name", "short_names", "code", "unified_social_credit_code"]
    search_backend_name = None  # plain database look-up: finds Chinese substrings
    ordering = ["sort_order", "name"]


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_label = "主题"
    list_display = ["name", "audience", "code", "parent"]
    list_filter = ["audience"]
    search_fields = ["name", "code"]
    search_backend_name = None
    ordering = ["audience", "sort_order"]


class SharedRecords(SnippetViewSetGroup):
    """机构与主题: what every kind refers to."""

    items = (DepartmentViewSet, TopicViewSet)
    menu_label = "机构与主题"
    menu_icon = "group"
    menu_order = 300


register_snippet(SharedRecords)


@hooks.register("insert_global_admin_css")
def admin_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("base/admin.css"))
