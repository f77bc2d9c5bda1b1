from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from pages.base.signals import pages_changed
from pages.lists.models import ListRow


@receiver(post_save, sender=ListRow)
def on_row_saved(sender: type[ListRow], instance: ListRow, **kwargs: Any) -> None:
    pages_changed.send(sender, page_ids=[instance.notice_id])


@receiver(post_delete, sender=ListRow)
def on_row_deleted(sender: type[ListRow], instance: ListRow, origin: Any, **kwargs: Any) -> None:
    if origin is instance:  # not one of the thousands that go with their notice
        pages_changed.send(sender, page_ids=[instance.notice_id])
