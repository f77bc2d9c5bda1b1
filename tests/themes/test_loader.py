"""Templates come from the active theme, then from default; the cache keeps themes apart."""

from pathlib import Path

import pytest
from django.template import Context, Engine, TemplateDoesNotExist
from pytest_django import Settings

from themes.active import use_theme
from themes.loader import Loader

pytestmark = pytest.mark.unit

LOADERS = [("themes.loader.CachedLoader", ["themes.loader.Loader"])]


@pytest.fixture
def engine(tmp_path: Path, settings: Settings) -> Engine:
    """Two invented themes beside ours: both have page.html, only one has its own 404."""
    for slug in ("spring", "autumn"):
        templates = tmp_path / slug / "templates"
        templates.mkdir(parents=True)
        (tmp_path / slug / "theme.toml").write_text(f'label = "{slug}"\n', encoding="utf-8")
        (templates / "page.html").write_text(slug, encoding="utf-8")
    (tmp_path / "spring" / "templates" / "partials").mkdir()
    (tmp_path / "spring/templates/partials/nav_list.html").write_text("own", encoding="utf-8")
    (tmp_path / "spring/templates/500.html").write_text(
        '{% extends "500.html" %}', encoding="utf-8"
    )
    settings.THEME_DIRS = [tmp_path]
    return Engine(loaders=LOADERS, libraries={"theme_tags": "themes.templatetags.theme_tags"})


def test_the_cached_loader_does_not_mix_themes(engine: Engine) -> None:
    found = []
    for slug in ("spring", "autumn", "spring"):
        with use_theme(slug):
            found.append(engine.get_template("page.html").source)
    assert found == ["spring", "autumn", "spring"]


def test_a_missing_template_of_one_theme_is_still_found_in_another(engine: Engine) -> None:
    with use_theme("red"), pytest.raises(TemplateDoesNotExist):
        engine.get_template("page.html")
    with use_theme("spring"):
        assert engine.get_template("page.html").source == "spring"


def test_red_falls_back_to_default(engine: Engine) -> None:
    with use_theme("red"):
        origin = engine.get_template("base.html").origin
    assert Path(origin.name).parts[-3:] == ("default", "templates", "base.html")


def test_a_theme_replaces_one_template_and_keeps_the_others(engine: Engine) -> None:
    with use_theme("spring"):
        assert engine.get_template("partials/nav_list.html").source == "own"
        assert "default" in str(engine.get_template("base.html").origin.name)


def test_a_theme_may_extend_the_template_it_replaces(engine: Engine) -> None:
    with use_theme("spring"):
        template = engine.get_template("500.html")
        assert "系统出了问题" in template.render(Context())


def test_a_lost_theme_means_default(engine: Engine) -> None:
    with use_theme("no-such-theme"):
        assert "default" in str(engine.get_template("base.html").origin.name)


def test_no_template_is_read_from_outside_the_themes(engine: Engine) -> None:
    with pytest.raises(TemplateDoesNotExist):
        engine.get_template("../theme.toml")


def test_the_development_server_watches_every_theme(engine: Engine, tmp_path: Path) -> None:
    assert tmp_path / "autumn" / "templates" in Loader(engine).get_dirs()
