"""Static files of a theme are found, fall back to default and carry their hash in production."""

import json
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.template import Context, Template
from pytest_django import Settings

from themes.active import use_theme

pytestmark = pytest.mark.unit


def address(tag: str, theme: str = "default") -> str:
    with use_theme(theme):
        return Template(f"{{% load theme_tags %}}{{% {tag} %}}").render(Context())


def test_the_finder_reaches_the_files_of_every_theme() -> None:
    for path in ("themes/default/css/tokens.css", "themes/red/css/theme.css"):
        found = finders.find(path)
        assert isinstance(found, str)
        assert Path(found).is_file()


def test_a_file_that_red_lacks_comes_from_default() -> None:
    assert address('theme_static "css/yici.css"', "red") == "/static/themes/default/css/yici.css"


def test_only_the_active_theme_adds_its_own_file() -> None:
    assert address('theme_own_static "css/theme.css"', "red") == "/static/themes/red/css/theme.css"
    assert address('theme_own_static "css/theme.css"') == ""


def test_the_tag_works_with_the_manifest_storage(tmp_path: Path, settings: Settings) -> None:
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_FINDERS = ["themes.finders.ThemeFinder"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    manifest = json.loads((tmp_path / "staticfiles.json").read_text(encoding="utf-8"))
    hashed = manifest["paths"]["themes/default/css/yici.css"]
    assert address('theme_static "css/yici.css"', "red") == f"/static/{hashed}"
    assert hashed != "themes/default/css/yici.css"
