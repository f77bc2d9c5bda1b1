"""Reasons why a page that would change may not be touched."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page

from importers.models import RowStatus
from importers.planning.existing import Existing, editors_of, in_workflow, written_by_import
from importers.planning.plan import Options, PlannedRow


def guard_changes(
    changed: Sequence[tuple[PlannedRow, Existing]], options: Options, page_class: type[Page]
) -> None:
    """Turn changes into conflicts where an editor's work would be overwritten."""
    if not changed:
        return
    pages = [page for _row, page in changed]
    waiting = in_workflow(page.page_id for page in pages)
    drafts = {page.revision_id for page in pages if page.has_draft and page.revision_id}
    by_editors = drafts - written_by_import(drafts)
    editors = editors_of(by_editors)
    forbidden = _forbidden([page.page_id for page in pages], options.user, page_class)
    for row, page in changed:
        if page.locked:
            row.conflict("locked", "这一页已被锁定，没有改动；请先解锁。")
        elif page.page_id in waiting:
            row.conflict("in_workflow", "这一页正在审批流程中，没有改动；请等流程结束。")
        elif page.revision_id in by_editors:
            message = f"这一页有编辑还没发布的修改（{editors[page.revision_id]}），没有改动，请先发布或放弃那份草稿。"
            row.conflict("pending_draft", message)
        elif page.page_id in forbidden:
            row.conflict("no_permission", "您没有修改这一页的权限。")


def _forbidden(page_ids: Sequence[int], user: Any, page_class: type[Page]) -> set[int]:
    """Return the pages that the user may not edit; permissions are read once a user."""
    if user is None or user.is_superuser:
        return set()
    pages = page_class.objects.filter(pk__in=page_ids).only(
        "pk", "path", "depth", "owner_id", "locked"
    )
    return {page.pk for page in pages if not page.permissions_for_user(user).can_edit()}


def forbid_creation(rows: Sequence[PlannedRow], reason: str) -> None:
    for row in rows:
        if row.status is RowStatus.NEW:
            row.conflict("no_permission", reason)
