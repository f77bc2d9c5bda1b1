"""Codes: national ones are checked for their shape, local ones are kept as they came."""

import re
import unicodedata

from importers.converting.reading import (
    Converter,
    Hint,
    Reading,
    Remark,
    unreadable,
)
from importers.converting.text import of_text
from importers.reading.cells import LARGEST_EXACT, Cell

_SHAPE = re.compile(r"[0-9A-Z]+")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+\d+")
TASK_CODE = 31
HANDLE_CODE = 33
CATALOG_CODE = 12
_SHORTENED = range(9, 12)  # digits left of a 12-digit code whose leading zeros a number lost
_CREDIT_CODE = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{10}")


def code(field: str, local_field: str | None, lengths: tuple[int, ...]) -> Converter:
    """A national code of one of the given lengths; another shape is kept under `local_field`."""

    def parse(typed: str, cell: Cell, hint: Hint) -> Reading:
        lost = _lost_digits(cell, typed, lengths)
        return lost or _by_shape(typed, field, local_field, lengths)

    return of_text(parse)


def local_code(field: str, limit: int) -> Converter:
    """A code of a province or a city: kept verbatim, only blanks at its ends go."""

    def parse(typed: str, cell: Cell, hint: Hint) -> Reading:
        lost = _lost_digits(cell, typed, ())
        if lost:
            return lost
        if len(typed) > limit:
            return unreadable("too_long", f"编码有 {len(typed)} 个字符，超过 {limit} 个的上限。")
        return Reading({field: typed})

    return of_text(parse)


def credit_code(field: str) -> Converter:
    """统一社会信用代码; only its form is looked at here, a doubt is a warning."""

    def parse(typed: str, cell: Cell, hint: Hint) -> Reading:
        lost = _lost_digits(cell, typed, ())
        if lost:
            return lost
        folded = fold_code(typed)
        if _CREDIT_CODE.fullmatch(folded):
            return Reading({field: folded})
        remark = Remark(
            "credit_code", f"“{folded[:40]}”不像 18 位统一社会信用代码，请核对。", "warning"
        )
        return Reading({field: folded[:50]}, (remark,))

    return of_text(parse)


def fold_code(text: str) -> str:
    """NFKC, no blanks, upper case, without the apostrophe that keeps Excel from eating zeros."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lstrip("'").upper()


def _lost_digits(cell: Cell, typed: str, lengths: tuple[int, ...]) -> Reading | None:
    """A code kept as a number may have lost its first zeros or its last digits."""
    numeric = isinstance(cell, int | float)
    if (isinstance(cell, int | float) and abs(cell) >= LARGEST_EXACT) or _SCIENTIFIC.fullmatch(
        fold_code(typed)
    ):
        return unreadable(
            "lost_digits",
            "编码存成了数字，15 位以后的数字已经丢失。请把这一列设为“文本”格式后重新填写。",
        )
    if numeric and CATALOG_CODE in lengths and len(typed) in _SHORTENED:
        remark = Remark(
            "lost_zeros",
            f"编码存成了数字，只剩 {len(typed)} 位，开头的 0 可能已经丢失，没有导入这一格。"
            "请把这一列设为“文本”格式后重新填写。",
            "warning",
        )
        return Reading(remarks=(remark,))
    return None


def _by_shape(typed: str, field: str, local_field: str | None, lengths: tuple[int, ...]) -> Reading:
    folded = fold_code(typed)
    wanted = " 或 ".join(map(str, lengths))
    if _SHAPE.fullmatch(folded) and len(folded) in lengths:
        if lengths == (TASK_CODE, HANDLE_CODE) and len(folded) == HANDLE_CODE:
            remark = Remark(
                "handle_code",
                "33 位，像是业务办理项编码（实施编码是 31 位），已照原样保存。",
                "warning",
            )
            return Reading({field: folded}, (remark,))
        return Reading({field: folded})
    if local_field is None:
        return unreadable("code_shape", f"“{typed[:60]}”不是 {wanted} 位数字或大写字母的编码。")
    remark = Remark(
        "local_code", f"不是 {wanted} 位的国家编码，已作为地方编码原样保存。", "warning"
    )
    return Reading({local_field: typed}, (remark,))
