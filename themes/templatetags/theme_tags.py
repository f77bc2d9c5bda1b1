"""What a template needs to find the files of its theme and to write the small things right."""

from django import template
from django.templatetags.static import static

from themes.active import lookup_order
from themes.discovery import DEFAULT, themes

register = template.Library()


@register.simple_tag
def theme_static(path: str) -> str:
    """The address of a theme's file: the active theme's own one, otherwise that of `default`."""
    for slug in lookup_order():
        if (themes()[slug].static / path).is_file():
            return static(f"themes/{slug}/{path}")
    return static(f"themes/{DEFAULT}/{path}")
