"""Text cells: cleaned of markup and of what cannot be seen, never rewritten."""

import html
import re
from collections.abc import Callable

from importers.converting.reading import (
    NOTHING,
    PLACEHOLDER,
    Converter,
    Hint,
    Reading,
    Remark,
    unreadable,
)
from importers.reading.cells import Cell, text_of, tidy
from pages.base.sanitising import plain_text

PLACEHOLDERS = {
    "无",
    "无。",
    "暂无",
    "没有",
    "—",
    "——",
    "-",
    "--",
    "－",
    "/",
    "／",
    "\\",
    "N/A",
    "n/a",
}
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(r"<[A-Za-z/!]")
_ERRORS = re.compile(r"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)$")
_WIDE = {
    wide: wide - 0xFEE0
    for r in ("０９", "ＡＺ", "ａｚ")
    for wide in range(ord(r[0]), ord(r[1]) + 1)
}
_ENTITY_DEPTH = 3


def clean(text: str) -> str:
    """Return plain text: entities decoded (also when encoded twice), tags away, `<br>` a line break.

    Full-width letters and digits become ordinary ones; punctuation stays as it was typed.
    """
    for _ in range(_ENTITY_DEPTH):
        decoded = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if decoded == text:
            break
        text = decoded
    if _TAG.search(text):
        text = plain_text(text)
    lines = [line.rstrip() for line in tidy(text).translate(_WIDE).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def one_line(text: str) -> str:
    """Undo line breaks that only fit the column: none between Chinese characters, else a blank."""
    text = re.sub(r"(?<=[^\x00-\x7f])\s*\n\s*|\s*\n\s*(?=[^\x00-\x7f])", "", text)
    return re.sub(r"\s*\n\s*", " ", text)


def is_placeholder(text: str) -> bool:
    return text in PLACEHOLDERS


def plain(cell: Cell) -> str | None:
    """Return the cleaned text of any cell; None when there is none."""
    text = text_of(cell)
    return clean(text) or None if text else None


def of_text(parse: Callable[[str, Cell, Hint], Reading]) -> Converter:
    """Make a converter of what a cell's text means, once it is there and no placeholder."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        text = plain(cell)
        if text is None:
            return NOTHING
        return PLACEHOLDER if is_placeholder(text) else parse(text, cell, hint)

    return convert


def line(field: str, *, limit: int | None = None, keeps_none: bool = False) -> Converter:
    """A text on one line, at most `limit` characters."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        return _read(field, cell, limit, keeps_none, single=True)

    return convert


def text(field: str, *, limit: int | None = None, keeps_none: bool = False) -> Converter:
    """A text that keeps its line breaks. `keeps_none`: here 无 is an answer."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        return _read(field, cell, limit, keeps_none, single=False)

    return convert


def _read(field: str, cell: Cell, limit: int | None, keeps_none: bool, *, single: bool) -> Reading:
    value = plain(cell)
    if value is None:
        return NOTHING
    if is_placeholder(value) and not keeps_none:
        return PLACEHOLDER
    if _ERRORS.match(value):
        return unreadable("formula_error", f"单元格是公式错误 {value}，请改正公式或直接填写内容。")
    value = one_line(value) if single else value
    if limit and len(value) > limit:
        return unreadable(
            "too_long", f"有 {len(value)} 个字，超过 {limit} 字的上限，请精简或移到别的栏目。"
        )
    return Reading({field: value}, _date_remark(cell))


def _date_remark(cell: Cell) -> tuple[Remark, ...]:
    if isinstance(cell, str | int | float | None):
        return ()
    return (
        Remark(
            "date_in_text",
            "这一格是日期格式，原来写的可能不是这个样子（例如 1-3 会变成 1 月 3 日），请核对。",
            "warning",
        ),
    )
