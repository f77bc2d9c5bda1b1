"""Template loaders that look in the active theme, then in `default`, then in the apps.

"loaders": [("themes.loader.CachedLoader", [
    "themes.loader.Loader",
    "django.template.loaders.app_directories.Loader",
])]
"""

from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import SuspiciousFileOperation
from django.template import Origin
from django.template.loaders import cached, filesystem
from django.utils._os import safe_join

from themes.active import active_theme, lookup_order
from themes.discovery import themes


class Loader(filesystem.Loader):
    """Finds a template in the active theme or in `default`."""

    def get_dirs(self) -> list[str | Path]:
        """The folders of every theme: the development server watches what is named here."""
        return [theme.templates for theme in themes().values()]

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        for slug in lookup_order():
            try:
                name = safe_join(themes()[slug].templates, template_name)
            except SuspiciousFileOperation:
                continue
            yield Origin(name=name, template_name=template_name, loader=self)


class CachedLoader(cached.Loader):
    """Django's cached loader would serve one site the template of another site's theme."""

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        return f"{active_theme()}:{super().cache_key(template_name, skip)}"
