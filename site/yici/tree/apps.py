from django.apps import AppConfig


class TreeConfig(AppConfig):
    """The page tree that a new site starts with."""

    name = "yici.tree"
    label = "tree"
    verbose_name = "页面结构"
