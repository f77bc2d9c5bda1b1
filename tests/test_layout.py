"""The tree is what the architecture says, and versions are what the lock says."""

import importlib
from pathlib import Path

import pytest
import wagtail
from django.apps import apps

from pages.base.models import BasePage

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.contract


@pytest.mark.parametrize("name", ["yici", "pages", "search", "importers", "themes"])
def test_every_top_level_name_lies_in_the_repository(name: str) -> None:
    module = importlib.import_module(name)
    assert Path(str(module.__file__)).is_relative_to(ROOT)


def test_site_is_not_a_package() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()
    assert importlib.import_module("site").__file__ != str(ROOT / "site" / "__init__.py")


def test_wagtail_was_not_pulled_back() -> None:
    assert wagtail.VERSION[:2] == (8, 0)


def test_every_page_class_is_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    classes = [model.__name__ for model in apps.get_models() if issubclass(model, BasePage)]
    assert len(classes) >= 11
    assert [name for name in classes if f"`{name}`" not in glossary] == []


def test_no_requirement_names_an_index() -> None:
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
