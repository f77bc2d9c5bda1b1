"""Lines of an official document become the one block of rich text that an editor would paste."""

import json
import re

from django.utils.html import escape

_HEADING = re.compile(r"^([一二三四五六七八九十]+、|第[一二三四五六七八九十]+章)[^。；]{1,40}$")


def body_of(lines: list[str], title: str = "") -> str:
    """Return the stored form of a body; a line that repeats the document's name is a heading."""
    html = "".join(_paragraph(line, title) for line in lines)
    return json.dumps([{"type": "text", "value": html}], ensure_ascii=False)


def _paragraph(line: str, title: str) -> str:
    is_heading = bool(_HEADING.match(line)) or f"《{line}》" in title
    tag = "h2" if is_heading else "p"
    return f"<{tag}>{escape(line)}</{tag}>"
