"""Where the files of a theme are: of the active theme first, otherwise those of `default`."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import segno
from django import template
from django.db import models
from django.templatetags.static import static
from django.utils.safestring import SafeString

from themes.active import active_theme, lookup_order
from themes.discovery import DEFAULT, known, themes

register = template.Library()


@register.simple_tag
def theme_static(path: str) -> str:
    """The address of a theme's file: the active theme's own one, otherwise that of `default`."""
    for slug in lookup_order():
        if _has(slug, path):
            return static(f"themes/{slug}/{path}")
    return static(f"themes/{DEFAULT}/{path}")


@register.simple_tag
def theme_own_static(path: str) -> str:
    """The address of a file that only the active theme has; empty when it has none."""
    slug = known(active_theme())
    return static(f"themes/{slug}/{path}") if _has(slug, path) else ""


def _has(slug: str, path: str) -> bool:
    return (themes()[slug].static / path).is_file()


@register.simple_tag
@lru_cache(maxsize=1024)
def qr_code(address: str) -> SafeString:
    """A QR code of an address as an SVG that needs no style and no request.

    Drawing takes 5 ms and 3 kB, so the addresses asked for last are kept.
    """
    drawing = segno.make(address, error="m").svg_inline(omitsize=True, border=2)
    return SafeString(drawing)


@register.filter
def labels(record: models.Model, field_name: str) -> str:
    """The printed labels of a field that holds several slugs of a code list, joined with 、."""
    field: Any = record._meta.get_field(field_name)
    return "、".join(field.codelist.label(slug) for slug in getattr(record, field_name) or ())


@register.inclusion_tag("partials/share_bar.html")
def share_bar(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A bar of 100 units divided like the counts; places are attributes, so it needs no style."""
    total = sum(part["count"] for part in parts)
    segments, start = [], 0.0
    for part in parts:
        width = 100 * part["count"] / total
        segments.append({**part, "x": f"{start:.2f}", "width": f"{width:.2f}"})
        start += width
    return {"segments": segments, "total": total}
