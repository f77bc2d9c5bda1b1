"""Values of guides as a person reads them: labels for slugs, 是 and 否, one line a material."""

from collections.abc import Iterator, Mapping
from typing import Any

from importers.kinds.guides.columns import CHILD_MODELS, HEADERS
from pages.base.codelists import codelist
from pages.base.fields import CodeField, CodesField
from pages.guides.limits import Limit
from pages.guides.models import GuidePage

LIMITS = ("legal_limit", "promised_limit")
_LISTS: dict[str, str] = {
    name: field.codelist_name
    for name in HEADERS["guide"]
    if isinstance(
        field := getattr(getattr(GuidePage, name, None), "field", None), CodeField | CodesField
    )
}


def printed(field: str, value: Any) -> str:
    """Return the text of one value of a report."""
    if value in (None, "", []):
        return ""
    if field in CHILD_MODELS:
        return "\n".join(_row(field, number, row) for number, row in enumerate(value, start=1))
    if isinstance(value, bool):
        return "是" if value else "否"
    values = value if isinstance(value, list) else [value]
    name = _LISTS.get(field)
    return "、".join(codelist(name).label(str(v)) if name else str(v) for v in values)


def printed_limit(values: Mapping[str, Any], stem: str) -> str:
    """Return value and unit together: 20 个工作日, 当场办结."""
    value, unit = values.get(f"{stem}_value"), values.get(f"{stem}_unit") or ""
    if value is None and not unit:
        return ""
    return str(Limit(value, unit)) if unit else f"{value}（没有单位）"


def readable(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield field and text; the two parts of a limit are one."""
    for field, value in values.items():
        stem, _, part = field.rpartition("_")
        if stem in LIMITS and part in {"value", "unit"}:
            if part == "value" or f"{stem}_value" not in values:
                yield f"{stem}_value", printed_limit(values, stem)
        else:
            yield field, printed(field, value)


def _row(child: str, number: int, row: Mapping[str, Any]) -> str:
    model = CHILD_MODELS[child]
    parts = []
    for name, value in row.items():
        if name in {"name", "question"} or value in (None, "", []):
            continue
        field = getattr(model, name).field
        text = field.codelist.label(value) if isinstance(field, CodeField) else _plain(value)
        parts.append(f"{HEADERS[child][name][0]} {text}")
    title = row.get("name") or row.get("question")
    return f"{number}. {title}" + (f"（{'，'.join(parts)}）" if parts else "")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
