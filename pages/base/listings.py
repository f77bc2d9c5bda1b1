"""The admin's list of one kind: title with its actions first, the kind's own columns, then the state."""

from typing import Any

from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet


def columns(title: str, *own: Column) -> list[Any]:
    """Return the columns of a listing with the kind's own ones in the middle."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=title, sort_key="title", classname="title"),
        *own,
        DateColumn(
            "latest_revision_created_at",
            label="更新",
            sort_key="latest_revision_created_at",
            width="10%",
        ),
        PageStatusColumn("status", label="状态", sort_key="live", width="10%"),
    ]


class KindListing(PageListingViewSet):
    """One entry of the admin's menu for each kind; subclasses name model, columns and filters."""

    add_to_admin_menu = True
