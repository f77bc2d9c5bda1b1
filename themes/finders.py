"""Makes `themes/<slug>/static/css/x.css` reachable as `themes/<slug>/css/x.css`."""

from typing import Any

from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

from themes.discovery import themes


class PrefixedStorage(FileSystemStorage):
    """A folder whose files are collected below a prefix."""

    def __init__(self, prefix: str, location: str) -> None:
        super().__init__(location=location)
        self.prefix = prefix


class ThemeFinder(FileSystemFinder):
    """Django's own finder, with the static folders of the themes as its locations."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(app_names, *args, **kwargs)
        self.locations = [
            (f"themes/{theme.slug}", str(theme.static)) for theme in themes().values()
        ]
        self.storages = {root: PrefixedStorage(prefix, root) for prefix, root in self.locations}

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Nothing to check: no location was typed by hand, and a theme may have no files."""
        return []
