"""The body of a long document with its contents: headings get an address that links can name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django import template
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from wagtail.rich_text import expand_db_html

register = template.Library()

HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
# 落款: who issued it, alone on a line, and the date, alone on the next.
SIGNED = re.compile(r"<p[^>]*>([^<。；：]{2,40})</p>\s*<p[^>]*>(\d{4}年\d{1,2}月\d{1,2}日)</p>")
SIGNATURE = r'<p class="signature">\1</p><p class="signature">\2</p>'


@dataclass
class Outline:
    """Blocks in their order, and the headings found in them as (anchor, words)."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)

    def add_text(self, source: str) -> None:
        html = HEADING.sub(self._anchored, expand_db_html(source))
        html = SIGNED.sub(SIGNATURE, html)
        self.blocks.append({"type": "text", "html": SafeString(html)})

    def _anchored(self, heading: re.Match[str]) -> str:
        inner = SafeString(heading.group(1))
        anchor = f"part-{len(self.headings) + 1}"
        self.headings.append((anchor, unescape(strip_tags(inner))))
        return format_html('<h2 id="{}">{}</h2>', anchor, inner)


@register.simple_tag
def outline(body: Iterable[Any]) -> Outline:
    """Read a body of text, tables and pictures; the text is the sanitised one that is stored."""
    found = Outline()
    for block in body:
        if block.block_type == "text":
            found.add_text(block.value.source)
        else:
            found.blocks.append({"type": block.block_type, "value": block.value})
    return found
