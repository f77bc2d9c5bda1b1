"""Chinese numerals up to the thousands, as they occur in time limits, counts and dates."""

import re
import unicodedata

_DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = r"[零〇○一二两三四五六七八九十百千]+"


def fold(text: str) -> str:
    """NFKC without blanks: for what is compared or parsed, never for what is stored."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def parse_numeral(text: str) -> int | None:
    """Return 二十 as 20 and 二〇一八 as 2018; None for anything else."""
    if not re.fullmatch(NUMERAL, text):
        return None
    if not set(text) & set(_UNITS):
        return int("".join(str(_DIGITS[char]) for char in text))
    total, digit = 0, None
    for char in text:
        if char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def parse_whole(text: str) -> int | None:
    """Return a non-negative whole number written in any usual way ("20", "20.0", "２０", "二十")."""
    folded = fold(text).replace(",", "")
    if re.fullmatch(r"\d{1,9}(\.0+)?", folded):
        return int(folded.split(".")[0])
    return parse_numeral(folded)
