from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.dispatch import receiver

from yici.database.actions import enable_write_ahead_log, ensure_page_index

# Django signals once for each app that has models; one of them stands for the whole migrate.
WAGTAIL = "wagtailcore"


@receiver(pre_migrate)
def on_pre_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == WAGTAIL:
        enable_write_ahead_log(using)


@receiver(post_migrate)
def on_post_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == WAGTAIL:
        ensure_page_index(using)
