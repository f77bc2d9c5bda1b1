from wagtail import hooks
from wagtail.admin.ui.tables import Column

from pages.base.listings import KindListing, columns
from pages.policies.models import InterpretationPage, PolicyPage


class PolicyListing(KindListing):
    model = PolicyPage
    icon = "doc-full"
    menu_label = "政策文件"
    menu_order = 230
    list_display = columns(
        "标题",
        Column("doc_number", label="文号", sort_key="doc_number"),
        Column("validity_label", label="有效性"),
        Column("dated_on", label="成文日期", sort_key="dated_on"),
    )
    list_filter = ["publisher", "doc_class", "live"]


class InterpretationListing(KindListing):
    model = InterpretationPage
    icon = "openquote"
    menu_label = "政策解读"
    menu_order = 240
    list_display = columns(
        "标题",
        Column("get_form_display", label="形式", sort_key="form"),
        Column("publisher", label="发布机构", sort_key="publisher__name"),
    )
    list_filter = ["publisher", "form", "live"]


@hooks.register("register_admin_viewset")
def register_policy_listing() -> PolicyListing:
    return PolicyListing("policies")


@hooks.register("register_admin_viewset")
def register_interpretation_listing() -> InterpretationListing:
    return InterpretationListing("interpretations")
