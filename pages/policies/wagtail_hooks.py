from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.policies.models import InterpretationPage, PolicyPage


class PolicyListing(PageListingViewSet):
    model = PolicyPage
    icon = "doc-full"
    menu_label = "政策文件"
    menu_order = 230
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("doc_number", label="文号", sort_key="doc_number"),
        Column("validity_label", label="有效性"),
        Column("dated_on", label="成文日期", sort_key="dated_on"),
        "live",
    ]
    list_filter = ["publisher", "doc_class", "live"]


class InterpretationListing(PageListingViewSet):
    model = InterpretationPage
    icon = "openquote"
    menu_label = "政策解读"
    menu_order = 240
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("get_form_display", label="形式", sort_key="form"),
        Column("publisher", label="发布机构", sort_key="publisher__name"),
        "latest_revision_created_at",
        "live",
    ]
    list_filter = ["publisher", "form", "live"]


@hooks.register("register_admin_viewset")
def register_policy_listing() -> PolicyListing:
    return PolicyListing("policies")


@hooks.register("register_admin_viewset")
def register_interpretation_listing() -> InterpretationListing:
    return InterpretationListing("interpretations")
