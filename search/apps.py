from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Its handlers are discovered and connected by `pages.base`."""

    name = "search"
    verbose_name = "检索"
