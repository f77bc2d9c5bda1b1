from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    name = "pages.policies"
    label = "policies"
    verbose_name = "政策与解读"
