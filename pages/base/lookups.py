"""Questions that several kinds ask in the same way."""

from collections.abc import Iterable

from wagtail.models import Page

from pages.base.models import BasePage, PageAttachment, PageCode, PageRelation


def pages_by_code(schemes: Iterable[str], codes: Iterable[str]) -> dict[str, Page]:
    """Return code → published page in one query; codes that nobody has are absent.

    Where several pages carry one code, the one published first is taken.
    """
    wanted = {code for code in codes if code}
    rows = (
        PageCode.objects.filter(scheme__in=schemes, code__in=wanted, page__live=True)
        .select_related("page")
        .order_by("-page_id")
    )
    return {row.code: row.page for row in rows}


def relations_of(page: Page) -> list[PageRelation]:
    """Return the relations from and to a page whose other end is public, in one query."""
    rows = (
        (
            PageRelation.objects.filter(page_id=page.pk)
            | PageRelation.objects.filter(target_id=page.pk)
        )
        .select_related("page", "target")
        .order_by("sort_order", "pk")
    )
    return [row for row in rows if row.page.live and row.target.live]


def attachments_of(page: BasePage) -> list[PageAttachment]:
    """Return the attachments of a page with their documents, in one query."""
    return list(page.attachments.select_related("document"))
