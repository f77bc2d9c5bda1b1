"""Time limits: a number and a unit, from `20(工作日)`, `20个工作日`, 即办, or a unit in the header."""

import re

from importers.converting.numerals import NUMERAL, fold, parse_whole
from importers.converting.reading import (
    NOTHING,
    Converter,
    Hint,
    Reading,
    Remark,
    Values,
    unreadable,
)
from importers.converting.text import of_text, plain
from importers.reading.cells import Cell
from pages.base.codelists import codelist

INSTANT = "instant"
_INSTANT = re.compile(
    r"(即办|即办件|当场|当场办结|当场办理|即时|即时办结|即时办理|即到即办|立等可取|当即办结)"
)
# 日 alone may mean working or calendar days: it is asked, not guessed.
_UNIT = r"工作日|自然日|日历日|小时|天|日|个?月|年|时|W|N"
_LIMIT = re.compile(
    rf"(?:自?受理(?:之日)?起|收到申请(?:之日)?起|受理后)?(?:≤|<=|不超过|最长|最多)?"
    rf"(\d+(?:\.0+)?|{NUMERAL})[(\[]?个?({_UNIT})?[)\]]?(?:以?内|之内)?(?:办结|完成|办理完毕)?"
)
_NUMBER = re.compile(rf"\d|{NUMERAL}个?({_UNIT})")
_LONGEST = 36_500


def limit(stem: str) -> Converter:
    """Fill `<stem>_value`, `<stem>_unit` and, for words around the figure, `<stem>_note`."""

    def parse(text: str, cell: Cell, hint: Hint) -> Reading:
        return _read(stem, text, hint)

    return of_text(parse)


def unit(field: str) -> Converter:
    """A column that holds only the unit of another one."""

    def convert(cell: Cell, hint: Hint) -> Reading:
        text = plain(cell)
        if text is None:
            return NOTHING
        slug = unit_slug(text)
        if slug is None:
            return unreadable(
                "unknown_unit", f"“{text[:40]}”不是时限单位，请填工作日、自然日、月、年或小时。"
            )
        return Reading({field: slug})

    return convert


def unit_slug(text: str) -> str | None:
    """Return the slug of a unit by its label; 日 alone, which is not clear, gives None."""
    folded = fold(text).removeprefix("个")
    return None if folded in {"日", "时"} else codelist("limit_unit").slug_for(folded)


def _read(stem: str, text: str, hint: Hint) -> Reading:
    folded = fold(text).strip("。;,、")
    if _INSTANT.fullmatch(folded):
        return Reading({f"{stem}_unit": INSTANT})
    found = _LIMIT.match(folded)
    number = parse_whole(found[1]) if found else None
    if found is None or number is None or number > _LONGEST or not _clear(folded[found.end() :]):
        return unreadable(
            "unreadable_limit",
            f"“{text[:60]}”读不出一个时限，请写成“20个工作日”，其余说明写到时限说明。",
        )
    values: Values = {f"{stem}_value": number}
    if folded[found.end() :]:
        values[f"{stem}_note"] = text
    return _with_unit(stem, values, found[2] or hint.unit)


def _clear(rest: str) -> bool:
    """Words after the figure are a note as long as they hold no second figure."""
    return not rest or (rest[0] in "(（,，。;；" and not _NUMBER.search(rest))


def _with_unit(stem: str, values: Values, written: str | None) -> Reading:
    slug = unit_slug(written) if written else None
    if slug:
        return Reading(values | {f"{stem}_unit": slug})
    what = f"单位“{written}”分不清工作日还是自然日" if written else "没有单位"
    return Reading(
        values,
        (Remark("limit_without_unit", f"时限{what}，请补上（工作日、自然日、月……）。", "warning"),),
    )
