from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BaseConfig(AppConfig):
    name = "pages.base"
    label = "base"
    verbose_name = "公共记录"

    def ready(self) -> None:
        """Let every app register its kind, its house checks and its handlers."""
        autodiscover_modules("kind", "checks", "handlers")
