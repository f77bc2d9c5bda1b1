"""How a demo page gets into the tree: the documented way of Wagtail, with a date of its own.

Wagtail notes the references of a page again at every save of the page and of each of its rows;
here they are noted once, when the page is finished: the content is in after half the time.
"""

import datetime as dt

from django.utils import timezone
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.base.models import BasePage

OFFICE_OPENS = dt.time(9, 30)


def morning_of(day: str) -> dt.datetime:
    """Return half past nine, local time, of a day written 2026-03-25."""
    return timezone.make_aware(dt.datetime.combine(dt.date.fromisoformat(day), OFFICE_OPENS))


def place(parent: Page, page: BasePage, published_at: dt.datetime | None = None) -> None:
    """Put a page below its parent, not yet public.

    The invented county has a past, so its pages carry the dates of that past; the site itself
    never lets an editor choose the instant of publication.
    """
    page.live = False
    page.first_published_at = published_at
    with disable_reference_index_auto_update():
        parent.add_child(instance=page)


def keep_as_draft(page: BasePage) -> None:
    """Leave a page that has been placed as a draft in an editor's list."""
    page.save_revision()
    ReferenceIndex.create_or_update_for_object(page)


def release(page: BasePage) -> None:
    """Publish a page that has been placed, through the signals that number and index it."""
    with disable_reference_index_auto_update():
        page.save_revision().publish()
    page.refresh_from_db()
    ReferenceIndex.create_or_update_for_object(page)


def publish(parent: Page, page: BasePage, published_at: dt.datetime) -> None:
    place(parent, page, published_at)
    release(page)
