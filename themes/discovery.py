"""Which themes there are: every folder with a `theme.toml`, ours first, then those of the site."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

DEFAULT = "default"
HOME = Path(__file__).parent
SLUG = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True)
class Theme:
    """One folder: what it is called, and where its templates and static files are."""

    slug: str
    label: str
    folder: Path

    @property
    def templates(self) -> Path:
        return self.folder / "templates"

    @property
    def static(self) -> Path:
        return self.folder / "static"


def themes() -> dict[str, Theme]:
    """Themes by slug, `default` first; `settings.THEME_DIRS` adds folders from elsewhere."""
    return _read(HOME, *(Path(folder) for folder in getattr(settings, "THEME_DIRS", ())))


def known(slug: str) -> str:
    """The slug itself when such a theme is there, otherwise `default`: a lost folder is no error."""
    return slug if slug in themes() else DEFAULT


@cache
def _read(*homes: Path) -> dict[str, Theme]:
    found = sorted(_found(homes), key=lambda theme: (theme.slug != DEFAULT, theme.slug))
    return {theme.slug: theme for theme in found}


def _found(homes: tuple[Path, ...]) -> Iterator[Theme]:
    for home in homes:
        for manifest in home.glob("*/theme.toml"):
            folder = manifest.parent
            if SLUG.fullmatch(folder.name):
                described = tomllib.loads(manifest.read_text(encoding="utf-8"))
                yield Theme(folder.name, str(described.get("label", folder.name)), folder)
