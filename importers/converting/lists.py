"""Cells that hold several things, and values of code lists."""

import re
from collections.abc import Iterator

from importers.converting.reading import (
    NOTHING,
    PLACEHOLDER,
    Converter,
    Hint,
    Reading,
    Remark,
    unreadable,
)
from importers.converting.text import is_placeholder, of_text, one_line, plain
from importers.reading.cells import Cell
from pages.base.codelists import codelist

_OPEN, _CLOSE = "《“（(【[〔〈「", "》”）)】]〕〉」"
SEPARATORS = "、；;，,\n|^"
_NUMBERED = re.compile(
    r"(?:^|(?<=[\n；;。 ]))\s*(?:\d{1,2}[.、．)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*"
)


def split_outside(text: str, separators: str) -> list[str]:
    """Split at separators, but not inside brackets, book title marks or quotes."""
    parts, depth, start = [], 0, 0
    for position, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in separators and depth == 0:
            parts.append(text[start:position])
            start = position + 1
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip()]


def split_entries(text: str) -> list[str]:
    """Split a cell of several materials by what separates them: numbers, else lines, else ；.

    Not at 、 or ，, which stand inside names ("身份证、户口簿复印件"). The numbers go.
    """
    if len(_NUMBERED.findall(text)) > 1:
        parts = _NUMBERED.split(text)
    else:
        parts = split_outside(text, "\n" if "\n" in text else "；;")
    return [entry for part in parts if (entry := _bare(part))]


def _bare(entry: str) -> str:
    return one_line(_NUMBERED.sub("", entry, count=1)).strip(" ；;，,、")


def choice(field: str, list_name: str) -> Converter:
    """One value of a code list: by label, alias, then code."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        text = plain(cell)
        if text is None:
            return NOTHING
        slug = codelist(list_name).slug_for(one_line(text))
        if slug is None:
            return PLACEHOLDER if is_placeholder(text) else _unknown(list_name, text)
        return Reading({field: slug}, _by_number(list_name, text, slug))

    return convert


def choices(field: str, list_name: str) -> Converter:
    """Several values of a code list in one cell, stored in the order of the list."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        text = plain(cell)
        if text is None:
            return NOTHING
        values = codelist(list_name)
        whole = values.slug_for(one_line(text))
        if whole:
            return Reading({field: [whole]}, _by_number(list_name, text, whole))
        if is_placeholder(text):
            return PLACEHOLDER
        slugs = {part: values.slug_for(part) for part in split_outside(text, SEPARATORS + "/")}
        for part, slug in slugs.items():
            if slug is None:
                return _unknown(list_name, part)
        found = set(slugs.values())
        return Reading({field: [code.slug for code in values.values if code.slug in found]})

    return convert


def names(field: str) -> Converter:
    """Several names in one cell, also with a slash between them; each once."""

    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        found = list(dict.fromkeys(_names_in(text)))
        return Reading({field: found}) if found else PLACEHOLDER

    return of_text(parse)


def _names_in(text: str) -> Iterator[str]:
    for part in split_outside(text, SEPARATORS + "/"):
        name = one_line(part)
        if not is_placeholder(name):
            yield name


def _unknown(list_name: str, text: str) -> Reading:
    labels = "、".join(code.label for code in codelist(list_name).values)
    return unreadable("unknown_choice", f"“{text[:40]}”不在可选项里。可填：{labels}。")


def _by_number(list_name: str, text: str, slug: str) -> tuple[Remark, ...]:
    """Numbers mean different things in different provinces: say what was made of one."""
    if not text.strip().isdigit():
        return ()
    label = codelist(list_name).label(slug)
    return (
        Remark("national_code", f"填的是代码 {text}，按国家编码读作“{label}”，请核对。", "warning"),
    )
