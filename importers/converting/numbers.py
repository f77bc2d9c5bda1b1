"""Counts, yes and no, dates."""

import re
from datetime import date, timedelta

from importers.converting.numerals import NUMERAL, fold, parse_numeral, parse_whole
from importers.converting.reading import Converter, Hint, Reading, unreadable
from importers.converting.text import of_text
from importers.reading.cells import Cell

_COUNT = re.compile(
    rf"(?:最多|至多|不超过|共)?(?:跑|去)?(\d+(?:\.0+)?|{NUMERAL})(?:次|份|个|张|套)?"
)
_NO_VISIT = {
    "不用跑",
    "零跑动",
    "零跑腿",
    "无需到现场",
    "无需现场",
    "不需到现场",
    "无须到现场",
    "一次不用跑",
    "零次",
}
_YES = {
    *(
        "是",
        "有",
        "支持",
        "可以",
        "可",
        "能",
        "涉及",
        "需要",
        "需",
        "已进驻",
        "进驻",
        "收费",
        "适用",
    ),
    *("1", "y", "yes", "true", "√", "✓", "✔"),
}
_NO = {
    *(
        "否",
        "不支持",
        "不可以",
        "不可",
        "不能",
        "不涉及",
        "不需要",
        "未进驻",
        "不进驻",
        "不收费",
        "免费",
    ),
    *("不适用", "0", "n", "no", "false", "×", "✗", "✘"),
}
_NUMERIC_DATE = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ]?0{1,2}:00(:00)?)?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_CHINESE_DATE = re.compile(
    rf"(\d{{4}}|{NUMERAL})年(\d{{1,2}}|{NUMERAL})月(\d{{1,2}}|{NUMERAL})[日号]"
)
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_DAYS = range(10_000, 80_000)  # 1927 to 2119
_LARGEST_COUNT = 1000


def count(field: str) -> Converter:
    """A small number: visits, copies, a version."""

    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        number = _parse_count(text)
        if number is None or number > _LARGEST_COUNT:
            return unreadable(
                "not_a_count", f"“{text[:40]}”不是次数或份数，请只填一个数字，例如 1。"
            )
        return Reading({field: number})

    return of_text(parse)


def _parse_count(text: str) -> int | None:
    folded = fold(text)
    if folded in _NO_VISIT:
        return 0
    found = _COUNT.fullmatch(folded)
    return parse_whole(found[1]) if found else None


def yes_no(field: str) -> Converter:
    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        folded = fold(text).casefold()
        if folded in _YES or folded in _NO:
            return Reading({field: folded in _YES})
        return unreadable("not_yes_no", f"“{text[:40]}”看不出是“是”还是“否”，请填是或否。")

    return of_text(parse)


def day(field: str) -> Converter:
    """A day; a cell that the spreadsheet itself keeps as a date is taken as it is."""

    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        found = (
            cell if isinstance(cell, date) else parse_date(text, serial=not isinstance(cell, str))
        )
        if found is None:
            return unreadable("not_a_date", f"“{text[:40]}”不是日期，请写成 2026-03-05。")
        return Reading({field: found.isoformat()[:10]})

    return of_text(parse)


def parse_date(text: str, *, serial: bool = False) -> date | None:
    """Return the day written in one of the usual ways; None when it is damaged or no date.

    `serial`: a number may be a spreadsheet's own count of days since 1899-12-30.
    """
    folded = fold(text)
    if serial and folded.isdigit() and int(folded) in _EXCEL_DAYS:
        return _EXCEL_EPOCH + timedelta(days=int(folded))
    numbers = _date_numbers(folded)
    if numbers is None:
        return None
    try:
        return date(*numbers)
    except ValueError:
        return None


def _date_numbers(text: str) -> tuple[int, int, int] | None:
    if found := _NUMERIC_DATE.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _COMPACT_DATE.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _CHINESE_DATE.fullmatch(text):
        parts = [int(part) if part.isdigit() else parse_numeral(part) for part in found.groups()]
        year, month, month_day = parts
        return (year or 0, month or 0, month_day or 0)
    return None
