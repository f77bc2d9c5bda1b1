from wagtail import hooks
from wagtail.admin.ui.tables import Column

from pages.base.listings import KindListing, columns
from pages.guides.models import GuidePage


class GuideListing(KindListing):
    """办事指南 by department, with the promises as columns."""

    model = GuidePage
    icon = "form"
    menu_label = "办事指南"
    menu_order = 210
    list_display = columns(
        "事项名称",
        Column("implementing_body", label="实施主体", sort_key="implementing_body__name"),
        Column("visits_on_site", label="跑几次", sort_key="visits_on_site"),
        Column("promised_limit", label="承诺时限"),
    )
    list_filter = ["implementing_body", "item_type", "visits_on_site", "live"]


@hooks.register("register_admin_viewset")
def register_guide_listing() -> GuideListing:
    return GuideListing("guides")
