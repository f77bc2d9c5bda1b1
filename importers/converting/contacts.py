"""Phones and addresses of pages."""

import re

from importers.converting.reading import (
    Converter,
    Hint,
    Reading,
    Remark,
    unreadable,
)
from importers.converting.text import of_text, one_line
from importers.reading.cells import Cell

_DASH = re.compile(r"(?<=\d)\s*[—–－‐‑−﹣]+\s*(?=\d)")
_REACHABLE = re.compile(r"\d{3}[\d\-]{2,}|https?://|@|www\.|窗口|地址")
_URL = re.compile(r"https?://[^\s<>\"]{3,}", re.IGNORECASE)
_LONGEST_URL = 500


def contact(field: str) -> Converter:
    """The printed text of a channel; any dash between digits becomes the plain one."""

    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        value = _DASH.sub("-", text)
        if _REACHABLE.search(value):
            return Reading({field: value})
        remark = Remark(
            "no_phone", f"“{value[:40]}”里看不到电话号码或其他联系办法，请核对。", "warning"
        )
        return Reading({field: value}, (remark,))

    return of_text(parse)


def url(field: str) -> Converter:
    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        value = one_line(text)
        if _URL.fullmatch(value) and len(value) <= _LONGEST_URL:
            return Reading({field: value})
        return unreadable("not_a_url", f"“{value[:60]}”不是网址，请以 http:// 或 https:// 开头。")

    return of_text(parse)
