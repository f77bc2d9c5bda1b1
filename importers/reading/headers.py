"""Find the header of a table: one to three rows, below title and 填报单位 rows."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from importers.reading.cells import is_blank, text_of
from importers.reading.grid import Grid

Vocabulary = Callable[[str], float]
"""How surely a header text ("办理时限/法定" when joined) names a known column, 0 to 1."""

SCANNED_ROWS = 15
MAX_HEADER_ROWS = 3
KNOWN = 0.8
MIN_KNOWN = 3
FEWEST = 2  # columns of a table, and known ones when they are at least half of it
LONGEST_HEADER = 60
NOTE = re.compile(r"(填报|填表|报送|制表|编制|盖章|联系人|联系电话|日期|单位)[^/]{0,12}[:：]")
_IDENTIFIER = re.compile(r"^[A-Za-z_][\w.\-]*$")


@dataclass(frozen=True)
class Header:
    """Rows `top` to `bottom` (from 0) and the joined text of each column."""

    top: int
    bottom: int
    texts: tuple[str | None, ...]


def find_header(grid: Grid, vocabulary: Vocabulary) -> Header | None:
    """Return the header with most known columns; without known words, the first row that looks so."""
    candidates = list(_candidates(grid))
    known = [_known(header, vocabulary) for header in candidates]
    enough = [
        (
            count,
            header.top - header.bottom,
            -position,
        )  # on a tie the flatter header, then the first
        for position, (header, count) in enumerate(zip(candidates, known, strict=True))
        if count >= MIN_KNOWN or (count >= FEWEST and count * 2 >= _filled(header))
    ]
    if enough:
        return candidates[-max(enough)[2]]
    return next((header for header in candidates if _looks_like_header(grid, header)), None)


def _known(header: Header, vocabulary: Vocabulary) -> int:
    return sum(1 for text in header.texts if text and vocabulary(text) >= KNOWN)


def _filled(header: Header) -> int:
    return sum(1 for text in header.texts if text)


def _candidates(grid: Grid) -> Iterator[Header]:
    width = grid.width
    for top in range(min(SCANNED_ROWS, len(grid.rows))):
        texts = row_texts(grid, top, width)
        if len({text for text in texts if text}) < FEWEST:
            continue
        for bottom in sorted({top, _merged_bottom(grid, top), _loose_bottom(grid, top, width)}):
            yield Header(top, bottom, _joined(grid, top, bottom, width))


def row_texts(grid: Grid, row: int, width: int) -> list[str | None]:
    texts = [text_of(grid.cell(row, column)) for column in range(width)]
    return [re.sub(r"\s+", "", text) if text else None for text in texts]


def _merged_bottom(grid: Grid, top: int) -> int:
    """Last row of a header whose cells are merged: over children, or down over several rows."""
    bottom = top
    for merge in sorted(grid.merges, key=lambda m: m.top):
        if not top <= merge.top <= bottom:
            continue
        below = merge.bottom + 1 if merge.right > merge.left else merge.bottom
        if below < len(grid.rows) and below - top < MAX_HEADER_ROWS:
            children = grid.rows[below][merge.left : merge.right + 1]
            if merge.right == merge.left or any(not is_blank(cell) for cell in children):
                bottom = max(bottom, below)
    return bottom


def _loose_bottom(grid: Grid, top: int, width: int) -> int:
    """The same where merges are lost (csv, .ods), or where machine names stand above Chinese ones."""
    below = top + 1
    if below >= len(grid.rows):
        return top
    upper, lower = row_texts(grid, top, width), row_texts(grid, below, width)
    pairs = [(up, low) for up, low in zip(upper, lower, strict=True) if low]
    if not pairs or any(
        not isinstance(grid.cell(below, c), str) for c, low in enumerate(lower) if low
    ):
        return top
    if len(pairs) >= MIN_KNOWN and all(up and _IDENTIFIER.match(up) for up, _low in pairs):
        return below
    under_gaps = sum(1 for up, _low in pairs if not up)
    under_parents = sum(
        1 for c, low in enumerate(lower) if low and upper[c] and c + 1 < width and not upper[c + 1]
    )
    return below if under_gaps and under_gaps + under_parents == len(pairs) else top


def _joined(grid: Grid, top: int, bottom: int, width: int) -> tuple[str | None, ...]:
    levels = [
        _spread(grid, row, width) if row < bottom else row_texts(grid, row, width)
        for row in range(top, bottom + 1)
    ]
    return tuple(_join(parts) for parts in zip(*levels, strict=True))


def _spread(grid: Grid, row: int, width: int) -> list[str | None]:
    """Give a parent's text to every column it stands over."""
    texts = row_texts(grid, row, width)
    merged = {merge.left: merge for merge in grid.merges if merge.top == row}
    for left, merge in merged.items():
        for column in range(left, min(merge.right + 1, width)):
            texts[column] = texts[left]
    if not grid.merges:
        for column in range(1, width):
            if (
                texts[column] is None
                and row + 1 < len(grid.rows)
                and text_of(grid.cell(row + 1, column))
            ):
                texts[column] = texts[column - 1]
    return texts


def _join(parts: tuple[str | None, ...]) -> str | None:
    distinct = list(dict.fromkeys(part for part in parts if part))
    return "/".join(distinct) or None


def _looks_like_header(grid: Grid, header: Header) -> bool:
    """Texts only, short, all different, in most columns of the table, and no 填报单位 line."""
    if header.bottom > header.top and header.bottom != _merged_bottom(grid, header.top):
        return False
    texts = [text for text in header.texts if text]
    cells = [c for c in grid.rows[header.bottom] if not is_blank(c)]
    return (
        len(texts) >= max(FEWEST, 0.6 * grid.width)
        and len(set(texts)) == len(texts)
        and all(isinstance(cell, str) for cell in cells)
        and all(len(text) <= LONGEST_HEADER and not NOTE.search(text) for text in texts)
    )
