from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pages.base.signals import pages_changed
from search.actions import index_pages, index_subtree, remove_pages


@receiver(page_published)
def on_published(instance: Page, **kwargs: Any) -> None:
    index_pages([instance.pk])


@receiver(pages_changed)
def on_changed(page_ids: Iterable[int], **kwargs: Any) -> None:
    index_pages(list(page_ids))


@receiver(page_unpublished)
def on_unpublished(instance: Page, **kwargs: Any) -> None:
    remove_pages([instance.pk])


@receiver(post_page_move)
def on_moved(instance: Page, **kwargs: Any) -> None:
    index_subtree(instance)


@receiver(post_delete, sender=Page)
def on_deleted(instance: Page, **kwargs: Any) -> None:
    remove_pages([instance.pk])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def on_privacy_changed(instance: PageViewRestriction, **kwargs: Any) -> None:
    for page in Page.objects.filter(pk=instance.page_id):
        index_subtree(page)
