from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from yici.tree.actions import plant_first_tree

# Django signals once for each app that has models; one of them stands for the whole migrate.
WAGTAIL = "wagtailcore"


@receiver(post_migrate)
def on_post_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == WAGTAIL and using == "default":
        plant_first_tree()
