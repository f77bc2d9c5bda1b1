from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(AppConfig):
    name = "yici.accounts"
    label = "accounts"
    verbose_name = "账号"


class WagtailUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user administration with the field for departments."""

    user_viewset = "yici.accounts.viewsets.UserViewSet"
