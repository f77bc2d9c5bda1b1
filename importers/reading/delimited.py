"""Comma (tab, semicolon) separated text in UTF-8, UTF-16, GB18030 or Big5."""

import csv
import io
import re
from collections import Counter

from charset_normalizer import from_bytes

from importers.reading.grid import Grid
from importers.reading.limits import Limits, check_grid
from importers.reading.problems import UnreadableFileError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ",\t;|"
_SAMPLE = 64 * 1024
_FORMULA_TEXT = re.compile(r'^="(.*)"$', re.DOTALL)  # how exporters keep Excel from eating zeros

_GUARDED = re.compile(r"^'[=+\-@\t\r]")

csv.field_size_limit(1024 * 1024)


def read_delimited(content: bytes, name: str, limits: Limits) -> tuple[Grid, str]:
    """Return the table and the encoding; raises UnreadableFileError when it is no text."""
    text, encoding = decode(content)
    rows: list[list[str | None]] = []
    numbers: list[int] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text))
    first_line = 1
    try:
        for row in reader:
            rows.append([_unwrap(cell) for cell in row])
            numbers.append(first_line)
            first_line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableFileError(
            f"第 {first_line} 行的引号不成对或单元格过长，请用表格软件打开、另存为 .xlsx 后再上传。"
        ) from error
    check_grid(len(rows), max(map(len, rows), default=0), limits, name)
    return Grid(sheet=name, rows=rows, numbers=numbers), encoding


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding (utf-8, utf-16, gb18030 or big5)."""
    for bom, codec in _BOMS:
        if content.startswith(bom):
            return _strictly(content, codec), codec.removesuffix("-sig")
    try:
        return _printable(content.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        codec = _guess(content)
    return _strictly(content, codec), codec


def _guess(content: bytes) -> str:
    """Choose between the legacy encodings; without the list, short GBK is taken for Korean."""
    sample = content[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=["gb18030", "big5", "utf_16"]).best()
    return "big5" if best is not None and best.encoding == "big5" else "gb18030"


def _strictly(content: bytes, codec: str) -> str:
    try:
        return _printable(content.decode(codec))
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            "认不出文件的编码，也不是 .xlsx 或 .xls。请用表格软件打开、另存为 .xlsx 后再上传。"
        ) from error


def _printable(text: str) -> str:
    if "\x00" in text:
        raise UnreadableFileError("这不是文本表格（含有二进制内容）。请另存为 .xlsx 后再上传。")
    return text


def find_delimiter(text: str) -> str:
    """Return the separator that occurs equally often on most of the first lines."""
    lines = [line for line in text[:_SAMPLE].splitlines()[:50] if line.strip()]

    def steadiness(delimiter: str) -> tuple[int, int]:
        counts = Counter(line.count(delimiter) for line in lines)
        counts.pop(0, None)
        times, count = max(((n, c) for c, n in counts.items()), default=(0, 0))
        return times * min(count, 3), count

    best = max(_DELIMITERS, key=steadiness)
    return best if steadiness(best)[0] else ","


def _unwrap(cell: str) -> str | None:
    """Undo what exporters do to keep Excel from eating zeros and running formulas."""
    found = _FORMULA_TEXT.match(cell.strip())
    text = found[1] if found else cell
    return (text[1:] if _GUARDED.match(text) else text) or None
