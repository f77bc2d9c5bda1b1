"""Tokenise once, in Python: every engine stores these tokens and analyses nothing again.

A run of CJK characters becomes overlapping bigrams and, to close it, its last character; so every
character of a run begins a token, and any piece of text is found as a row of neighbouring tokens.
Runs of other letters and digits stay whole. Everything else separates.
"""

import re
import unicodedata
from collections.abc import Iterator

ANALYSIS_VERSION = 1
"""Part of every stored document. A change of the rules in this module raises it and asks for `search_rebuild`."""

LONGEST_TOKEN = 64
"""Characters kept of a run of letters; PostgreSQL refuses lexemes above 2 kB."""

# Han with its extensions, 々〇, kana, bopomofo, hangul: scripts written without blanks, or in which
# a word is not what people search by.
_CJK = (
    "\u3005\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U0001b000-\U0001b16f"
    "\U00020000-\U0003fffd"
)
_RUN = re.compile(f"([{_CJK}]+)|([^\\W_{_CJK}]+)")
SEPARATORS = re.compile(f"(?:[^\\w{_CJK}]|_)+")
"""What lies between words. Han that Python's Unicode tables do not know yet is no separator."""

# Marks that are not seen: soft hyphen, zero width, direction, variation selectors.
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]+"
)


def normalise(text: str) -> str:
    """NFKC and casefold (Unicode's NFKC_Casefold), without marks that are not seen."""
    folded = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold()
    return unicodedata.normalize("NFKC", folded)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a normalised text, each with whether it is CJK."""
    for found in _RUN.finditer(text):
        yield (found[1], True) if found[1] else (found[2][:LONGEST_TOKEN], False)


def places(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each token that a question can ask for, with where it lies in a normalised text."""
    for found in _RUN.finditer(text):
        if found[2]:
            yield found[2][:LONGEST_TOKEN], found.start(), found.end()
            continue
        for start in range(found.start(), found.end()):
            yield text[start], start, start + 1
            if start + 1 < found.end():
                yield text[start : start + 2], start, start + 2


def is_cjk(token: str) -> bool:
    found = _RUN.match(token)
    return bool(found and found[1])


def bigrams(run: str) -> list[str]:
    """Overlapping pairs of a CJK run; a run of one stays."""
    return [run[i : i + 2] for i in range(len(run) - 1)] or [run]


def tokenise(text: str) -> list[str]:
    """Tokens as they are stored, in order."""
    tokens: list[str] = []
    for run, cjk in runs(normalise(text)):
        if not cjk or len(run) == 1:
            tokens.append(run)
        else:
            tokens.extend(bigrams(run))
            tokens.append(run[-1])
    return tokens
