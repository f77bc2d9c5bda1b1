"""The app that decides which folder of looks a request is answered from."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "themes"
    verbose_name = "主题外观"
