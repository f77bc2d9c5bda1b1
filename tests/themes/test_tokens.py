"""The tokens of the design brief are all defined, and their contrasts are computed, not believed."""

import re
from pathlib import Path

import pytest

from themes.discovery import themes

pytestmark = pytest.mark.unit

NAMES = {
    *(f"--colour-{name}" for name in ("brand", "brand-hover", "text", "quiet", "line", "surface")),
    *(f"--colour-{name}" for name in ("page", "ok", "warn", "stop")),
    *("--focus", "--font", "--measure", "--page", "--radius", "--leading", "--leading-heading"),
    *("--text-phone", "--text-desktop", "--text-elder"),
    *(f"--step-{step}" for step in range(5)),
    *(f"--space-{step}" for step in range(1, 9)),
}


def declared(file: Path) -> dict[str, str]:
    """Custom properties of a style sheet: name → value."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {
        name: " ".join(value.split()) for name, value in re.findall(r"(--[\w-]+):\s*([^;]+);", text)
    }


def tokens(slug: str) -> dict[str, str]:
    own = themes()[slug].static / "css" / "theme.css"
    values = declared(themes()["default"].static / "css" / "tokens.css")
    return values | (declared(own) if own.is_file() else {})


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_scale_of_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_default_defines_every_token_of_the_brief() -> None:
    assert tokens("default").keys() >= NAMES


@pytest.mark.parametrize("slug", sorted(themes()))
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("--colour-brand", "--colour-page", 7),
        ("--colour-brand-hover", "--colour-page", 7),
        ("--colour-brand", "--colour-surface", 4.5),
        ("--colour-text", "--colour-page", 7),
        ("--colour-text", "--colour-mark", 7),
        ("--colour-text", "--focus-colour", 7),
        ("--colour-quiet", "--colour-page", 4.5),
        ("--colour-quiet", "--colour-surface", 4.5),
        ("--colour-ok", "--colour-surface", 4.5),
        ("--colour-warn", "--colour-surface", 4.5),
        ("--colour-stop", "--colour-surface", 4.5),
        ("--colour-control", "--colour-page", 3),
        ("--focus-colour", "--colour-text", 3),
    ],
)
def test_contrast(slug: str, ink: str, ground: str, least: float) -> None:
    values = tokens(slug)
    assert contrast(values[ink], values[ground]) >= least


def test_other_themes_invent_no_token() -> None:
    known = tokens("default").keys()
    for slug in themes():
        assert tokens(slug).keys() == known, slug


def test_every_variable_that_is_used_is_defined() -> None:
    styles = themes()["default"].static / "css"
    own = [file for file in styles.glob("*.css") if file.name != "govuk.css"]
    used = {name for file in own for name in re.findall(r"var\((--[\w-]+)", file.read_text())}
    assert used <= tokens("default").keys()
