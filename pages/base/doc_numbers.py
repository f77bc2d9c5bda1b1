"""文号 (发文字号) in its canonical form: 机关代字〔年份〕顺序号 (GB/T 9704-2012)."""

import re
import unicodedata

_OPEN, _CLOSE = "〔﹝[［【(（<〈", "〕﹞]］】)）>〉"
_NUMBER = re.compile(
    rf"^(?P<agency>[\u4e00-\u9fa5]{{1,12}})[{re.escape(_OPEN)}](?P<year>(?:19|20)\d{{2}})[{re.escape(_CLOSE)}]"
    r"第?0*(?P<serial>[1-9]\d{0,4})号$"
)
_ORDER = re.compile(r"^(?P<agency>[\u4e00-\u9fa5]{1,12}令)第?0*(?P<serial>[1-9]\d{0,4})号$")
_NOISE = re.compile(r"[\s第号]+")


def canonical(text: str) -> str | None:
    """Return 融政发〔2018〕26号 for any bracket, width or leading zero; None if it is no 文号.

    A number that lost its brackets (融政发201826) is not guessed back: a person must confirm it.
    """
    compact = "".join(unicodedata.normalize("NFKC", text).split())
    if found := _NUMBER.match(compact):
        return f"{found['agency']}〔{found['year']}〕{found['serial']}号"
    if found := _ORDER.match(compact):
        return f"{found['agency']}第{found['serial']}号"
    return None


def folded(text: str) -> str:
    """Return the form under which numbers are compared: without brackets, blanks, 第 and 号."""
    compact = canonical(text) or unicodedata.normalize("NFKC", text)
    return _NOISE.sub("", "".join(char for char in compact if char not in _OPEN + _CLOSE))
