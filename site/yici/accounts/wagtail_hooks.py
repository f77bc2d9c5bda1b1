from typing import Any

from django.http import HttpRequest
from wagtail import hooks

# Wagtail's own help is in English and lies outside; ours is the handbook of the site.
FOREIGN_HELP = ("whats-new-in-wagtail", "editor-guide")


@hooks.register("construct_help_menu")
def keep_help_at_home(request: HttpRequest, items: list[Any]) -> None:
    items[:] = [item for item in items if not item.name.startswith(FOREIGN_HELP)]
