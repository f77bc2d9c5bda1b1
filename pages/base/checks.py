"""House rules as `manage.py check`."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from wagtail.models import Page

from pages.base.kinds import kinds
from pages.base.models import BasePage, ColumnPage


@register
def check_page_classes(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Every page class builds on the base page; every kind that is not a column is registered."""
    errors: list[CheckMessage] = []
    registered = {kind.slug for kind in kinds()} | {"page"}
    for model in apps.get_models():
        if not issubclass(model, Page) or model is Page:
            continue
        if not issubclass(model, BasePage):
            errors.append(Error(f"{model.__name__} 没有继承 BasePage。", obj=model, id="base.E001"))
        elif not issubclass(model, ColumnPage) and model.kind not in registered:
            errors.append(
                Error(
                    f"{model.__name__} 的 kind “{model.kind}” 没有登记。",
                    hint="在该应用的 apps.py 里调用 register_kind。",
                    obj=model,
                    id="base.E002",
                )
            )
    return errors
