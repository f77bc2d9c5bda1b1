from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "pages.home"
    label = "home"
    verbose_name = "首页与栏目"
