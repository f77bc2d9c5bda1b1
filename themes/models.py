"""The one field that a site's settings need so that an editor can choose a theme."""

from django.db import models

from themes.discovery import DEFAULT, themes


def theme_choices() -> list[tuple[str, str]]:
    """A callable, so that a new theme folder needs no migration."""
    return [(theme.slug, theme.label) for theme in themes().values()]


class ThemeChoice(models.Model):
    """Mixin for the settings model that `settings.THEME_SETTINGS_MODEL` names."""

    theme = models.CharField(
        "主题外观",
        max_length=40,
        choices=theme_choices,
        default=DEFAULT,
        help_text="网站的颜色与样式，保存后立即生效。",
    )

    class Meta:
        abstract = True
