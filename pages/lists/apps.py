from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "pages.lists"
    label = "lists"
    verbose_name = "清单公告"
