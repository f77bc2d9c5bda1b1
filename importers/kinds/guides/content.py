"""From the values of a report to the fields of a page, and back from a revision to compare."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from importers.kinds.guides.columns import CHILD_KEYS, CHILD_MODELS, HEADERS
from importers.kinds.guides.printing import LIMITS, printed, printed_limit
from importers.planning.plan import Change
from importers.planning.references import DepartmentBook, TopicBook
from importers.records import Record
from pages.base.models import Topic

THEMES = {"themes_person": "person", "themes_legal": "legal"}
NOT_FIELDS = {"row_guid", "implementing_body", "themes", *THEMES, *CHILD_MODELS}


class Books:
    """What names mean: departments and topics, read once for an import."""

    def __init__(self) -> None:
        self.departments = DepartmentBook()
        self.topics = TopicBook()


def plain_fields(values: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Yield report field, page field and value of everything that is stored as it is."""
    for name, value in values.items():
        if name not in NOT_FIELDS:
            yield name, "title" if name == "name" else name, value


def differences(
    values: Mapping[str, Any], content: Mapping[str, Any], books: Books
) -> list[Change]:
    """Return what the file would change in the content of a revision, as printed.

    A field that the file does not have is left alone.
    """
    changes = [*_plain_differences(values, content), *_limit_differences(values, content)]
    changes += _reference_differences(values, content, books)
    for child in CHILD_MODELS:
        if child in values and not _same_rows(values[child], content.get(child, [])):
            old = printed(child, [_known_fields(child, row) for row in content.get(child, [])])
            changes.append(Change(child, label_of(child), old, printed(child, values[child])))
    return changes


def label_of(field: str) -> str:
    """Return the Chinese name of a field, a child table or a page field."""
    if field in CHILD_MODELS:
        return str(CHILD_MODELS[field]._meta.verbose_name)
    return HEADERS["guide"].get(field, (field,))[0]


def _plain_differences(values: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Change]:
    limits = {f"{stem}_{part}" for stem in LIMITS for part in ("value", "unit")}
    for name, attribute, value in plain_fields(values):
        old = content.get(attribute)
        if name not in limits and _blank(old) != _blank(value):
            yield Change(name, label_of(name), printed(name, old), printed(name, value))


def _limit_differences(values: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Change]:
    """Number and unit change together: 20 个工作日 → 10 个工作日."""
    for stem in LIMITS:
        given = {name: values[name] for name in (f"{stem}_value", f"{stem}_unit") if name in values}
        if any(_blank(content.get(name)) != value for name, value in given.items()):
            field = f"{stem}_value"
            new = limit_fields(given, stem)
            yield Change(
                field,
                label_of(field),
                printed_limit(content, stem),
                printed_limit({**content, **new}, stem),
            )


def limit_fields(values: Mapping[str, Any], stem: str) -> dict[str, Any]:
    """Return number and unit to be stored: done at once has no number, a new number a new unit."""
    value, unit = values.get(f"{stem}_value"), values.get(f"{stem}_unit")
    if value is None and unit is None:
        return {}
    if value is None and unit != "instant":
        return {f"{stem}_unit": unit}
    return {f"{stem}_value": value, f"{stem}_unit": unit or ""}


def _reference_differences(
    values: Mapping[str, Any], content: Mapping[str, Any], books: Books
) -> Iterator[Change]:
    body = values.get("implementing_body")
    if body:
        department = books.departments.find(body)
        if department is None or department.pk != content.get("implementing_body"):
            old = books.departments.name_of(content.get("implementing_body"))
            yield Change("implementing_body", label_of("implementing_body"), old, body)
    for field, audience in THEMES.items():
        if field not in values:
            continue
        old_topics = books.topics.of(audience, content.get("topics", []))
        new = {books.topics.find(audience, name) for name in values[field]}
        if new != set(old_topics):
            names = "、".join(topic.name for topic in old_topics)
            yield Change(field, label_of(field), names, "、".join(values[field]))


def _same_rows(new: Sequence[Mapping[str, Any]], old: Sequence[Mapping[str, Any]]) -> bool:
    return len(new) == len(old) and all(
        _blank(before.get(name)) == _blank(value)
        for row, before in zip(new, old, strict=True)
        for name, value in row.items()
    )


def _known_fields(child: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a stored row that a table may hold, the name first."""
    key = CHILD_KEYS[child]
    return {key: row.get(key)} | {name: row.get(name) for name in HEADERS[child] if name != key}


def _blank(value: Any) -> Any:
    """Nothing is nothing, however it is stored."""
    return None if value in ("", []) else value


def settle_themes(record: Record, books: Books) -> None:
    """Decide which classification a theme belongs to: by its name, then by the service targets."""
    names = record.values.pop("themes", None)
    if names is None:
        return
    targets = set(record.values.get("service_targets", []))
    found: dict[str, list[str]] = {field: list(record.values.get(field, [])) for field in THEMES}
    for name in names:
        for audience in _audiences(name, targets, books):
            field = f"themes_{audience}"
            if name not in found[field]:
                found[field].append(name)
    record.values.update({field: names for field, names in found.items() if names})
    if "themes" in record.cells:
        record.cells = {**record.cells, **dict.fromkeys(THEMES, record.cells["themes"])}


def _audiences(name: str, targets: set[str], books: Books) -> list[Topic.Audience]:
    everyone = [Topic.Audience.PERSON, Topic.Audience.LEGAL]
    known = [audience for audience in everyone if books.topics.find(audience, name)]
    if len(known) == 1:
        return known
    wanted = []
    if "person" in targets:
        wanted.append(Topic.Audience.PERSON)
    if targets - {"person"}:
        wanted.append(Topic.Audience.LEGAL)
    if known and wanted:
        return wanted
    return wanted[:1] or [Topic.Audience.PERSON]
