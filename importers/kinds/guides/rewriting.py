"""Put the values of a record into the content of a revision, without restoring the page."""

from collections.abc import Mapping, Sequence
from typing import Any

from modelcluster.models import get_serializable_data_for_fields

from importers.kinds.guides.columns import CHILD_KEYS, CHILD_MODELS
from importers.kinds.guides.content import THEMES, Books, limit_fields, plain_fields
from importers.kinds.guides.printing import LIMITS
from importers.planning.contents import Content


def rewritten(content: Content, values: Mapping[str, Any], books: Books) -> Content:
    """Return a copy of the content with what the file says; what it does not have stays."""
    new = dict(content)
    new.update({attribute: value for _name, attribute, value in plain_fields(values)})
    for stem in LIMITS:
        new.update(limit_fields(values, stem))
    department = books.departments.find(values.get("implementing_body") or "")
    if department:
        new["implementing_body"] = new["publisher"] = department.pk
    _rewrite_topics(new, values, books)
    for child in CHILD_MODELS:
        if child in values:
            new[child] = _rewritten_rows(
                content["pk"], child, content.get(child, []), values[child]
            )
    return new


def _rewrite_topics(content: Content, values: Mapping[str, Any], books: Books) -> None:
    given = {field: audience for field, audience in THEMES.items() if field in values}
    if not given:
        return
    replaced = {
        topic.pk
        for audience in given.values()
        for topic in books.topics.of(audience, content["topics"])
    }
    named = [
        topic.pk
        for field, audience in given.items()
        for name in values[field]
        if (topic := books.topics.find(audience, name))
    ]
    content["topics"] = [pk for pk in content["topics"] if pk not in replaced] + named


def _rewritten_rows(
    page_id: int, child: str, old: Sequence[Content], rows: Sequence[Mapping[str, Any]]
) -> list[Content]:
    """A row of the same name stays the same row; the others are new or go."""
    key = CHILD_KEYS[child]
    known: dict[str, list[Content]] = {}
    for row in old:
        known.setdefault(row[key], []).append(row)
    return [
        {
            **(known[row[key]].pop(0) if known.get(row[key]) else _new_row(child, page_id)),
            **row,
            "sort_order": position,
        }
        for position, row in enumerate(rows)
    ]


def _new_row(child: str, page_id: int) -> Content:
    row: Content = get_serializable_data_for_fields(CHILD_MODELS[child](page_id=page_id))
    return row
