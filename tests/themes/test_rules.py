"""Rules of the house for templates and styles: no inline code, nothing from outside."""

import re
from pathlib import Path

import pytest

from themes.discovery import themes

pytestmark = pytest.mark.unit

# Addresses that a reader may follow, and that a page never loads by itself.
LINKED = {"beian.miit.gov.cn", "beian.mps.gov.cn", "bszs.conac.cn"}
TEMPLATES = sorted(file for theme in themes().values() for file in theme.templates.rglob("*.html"))
FILES = sorted(file for theme in themes().values() for file in theme.static.rglob("*.*"))


def name(file: Path) -> str:
    return "/".join(file.parts[-3:])


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_has_no_inline_style_or_script(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle\s*=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']|javascript:", text)


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_loads_nothing_from_outside(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|action)\s*=\s*["'](?:https?:)?//""", text)
    assert not re.search(r"""<link[^>]*href\s*=\s*["'](?:https?:)?//""", text)
    hosts = set(re.findall(r"https?://([\w.-]+)", text))
    assert hosts <= LINKED


@pytest.mark.parametrize("template", TEMPLATES, ids=name)
def test_a_template_writes_nothing_unescaped(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape\s+off", text)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_a_static_file_asks_for_nothing_else(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "@import" not in text
    assert not re.search(r"url\(|@font-face|fetch\(|XMLHttpRequest|eval\(", text)


def test_the_built_style_carries_its_licence_and_no_foreign_mark() -> None:
    folder = themes()["default"].static / "css"
    assert "MIT License" in (folder / "LICENSE-govuk-frontend.txt").read_text(encoding="utf-8")
    built = (folder / "govuk.css").read_text(encoding="utf-8")
    assert "GDS Transport" not in built
    assert "crown" not in built.lower()


def test_red_holds_only_what_differs() -> None:
    folder = themes()["red"].folder
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert files == {"theme.toml", "static/css/theme.css"}
