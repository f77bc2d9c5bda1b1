"""The one door through which HTML from outside passes before it is stored or shown."""

import html as entities
import re

import bleach

# What the rich text editor itself can write, and tables for official documents.
ALLOWED_TAGS = {
    *("h2", "h3", "p", "br", "b", "strong", "ol", "ul", "li", "a", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td", "caption", "sup", "sub", "embed"),
}
ALLOWED_ATTRIBUTES = {
    "a": ["href", "linktype", "id"],
    "embed": ["embedtype", "id", "alt", "format"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}
ALLOWED_PROTOCOLS = {"http", "https", "mailto", "tel"}
_SCRIPTS = re.compile(r"<(script|style)\b.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def sanitise(html: str) -> str:
    """Return HTML that holds only tags an editor may write; scripts and styles go with their text.

    bleach alone would leave the text of a script element standing in the page.
    """
    return bleach.clean(
        _SCRIPTS.sub("", html),
        tags=ALLOWED_TAGS,
        attributes=ALLOWED_ATTRIBUTES,
        protocols=ALLOWED_PROTOCOLS,
        strip=True,
    )


def plain_text(html: str) -> str:
    """Return the text of some HTML with a line break where a block or a `<br>` ended."""
    broken = re.sub(r"(?i)<br\s*/?>|</(p|div|li|tr|h\d)\s*>", "\n", _SCRIPTS.sub("", html))
    text = bleach.clean(broken, tags=set(), strip=True)
    return re.sub(r"\n{2,}", "\n", entities.unescape(text)).strip()
