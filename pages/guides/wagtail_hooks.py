from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from pages.guides.models import GuidePage


class GuideListing(PageListingViewSet):
    """办事指南 in the menu: by department, with the promises as columns."""

    model = GuidePage
    icon = "form"
    menu_label = "办事指南"
    menu_order = 210
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("implementing_body", label="实施主体", sort_key="implementing_body__name"),
        Column("visits_on_site", label="跑几次", sort_key="visits_on_site"),
        Column("promised_limit", label="承诺时限"),
        "latest_revision_created_at",
        "live",
    ]
    list_filter = ["implementing_body", "item_type", "visits_on_site", "live"]


@hooks.register("register_admin_viewset")
def register_guide_listing() -> GuideListing:
    return GuideListing("guides")
