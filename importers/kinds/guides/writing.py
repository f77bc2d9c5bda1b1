"""Carry out a plan of guides: new ones in bulk, changed ones each from its newest revision."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Page

from importers.kinds.guides.columns import CHILD_KEYS, CHILD_MODELS
from importers.kinds.guides.content import THEMES, Books, limit_fields, plain_fields
from importers.kinds.guides.printing import LIMITS
from importers.models import Mode, RowStatus
from importers.planning.plan import Plan, PlannedRow
from importers.writing.creating import create_pages
from importers.writing.results import CHUNK, Progress, Written
from pages.guides.models import GuidePage


class GuideWriter:
    """Writes one plan below one column, ≤ 200 rows a transaction."""

    def __init__(self, plan: Plan, column: Page, progress: Progress) -> None:
        self.plan = plan
        self.column = column
        self.progress = progress
        self.books = Books()
        self.user = plan.options.user

    def write(self) -> Iterator[list[Written]]:
        rows = [row for row in self.plan.rows if row.is_written]
        with transaction.atomic():
            self._create_references(rows)
        for status, step in ((RowStatus.NEW, self._create), (RowStatus.CHANGED, self._change)):
            todo = [row for row in rows if row.status is status]
            for start in range(0, len(todo), CHUNK):
                with transaction.atomic():
                    written = step(todo[start : start + CHUNK])
                    self.progress(written)
                yield written

    def _create_references(self, rows: Sequence[PlannedRow]) -> None:
        values = [row.record.values for row in rows]
        self.books.departments.create_missing(
            v["implementing_body"] for v in values if v.get("implementing_body")
        )
        self.books.topics.create_missing(
            (audience, name)
            for v in values
            for field, audience in THEMES.items()
            for name in v.get(field, [])
        )

    def _create(self, rows: Sequence[PlannedRow]) -> list[Written]:
        guides = []
        for row in rows:
            guide = GuidePage()
            self._fill(guide, row.record.values)
            guides.append(guide)
        publish = self.plan.options.mode is Mode.PUBLISH
        revisions = create_pages(self.column, guides, self.user, publish=publish)
        for row, guide in zip(rows, guides, strict=True):
            row.page_id = guide.pk
        return [
            Written(row, guide.pk, revision.pk, created=True)
            for row, guide, revision in zip(rows, guides, revisions, strict=True)
        ]

    def _change(self, rows: Sequence[PlannedRow]) -> list[Written]:
        written = []
        pages = GuidePage.objects.select_related("latest_revision").in_bulk(
            [row.page_id for row in rows]
        )
        for row in rows:
            try:
                with transaction.atomic():
                    written.append(self._change_one(row, pages[row.page_id]))
            except (ValidationError, IntegrityError, KeyError) as error:
                row.conflict("not_written", f"写入时出错，没有改动：{error}")
        return written

    def _change_one(self, row: PlannedRow, page: GuidePage) -> Written:
        guide = page.get_latest_revision_as_object()
        self._fill(guide, row.record.values)
        revision = guide.save_revision(user=self.user, log_action=True, clean=False)
        if self.plan.options.mode is Mode.PUBLISH:
            revision.publish(user=self.user)
        return Written(row, guide.pk, revision.pk, created=False)

    def _fill(self, guide: GuidePage, values: dict[str, Any]) -> None:
        """Set what the file says; what it does not have stays."""
        for _name, attribute, value in plain_fields(values):
            setattr(guide, attribute, getattr(GuidePage, attribute).field.to_python(value))
        for stem in LIMITS:
            for attribute, value in limit_fields(values, stem).items():
                setattr(guide, attribute, value)
        body = values.get("implementing_body")
        if body:
            guide.implementing_body = self.books.departments.find(body)
            guide.publisher = guide.implementing_body
        self._fill_topics(guide, values)
        for child in CHILD_MODELS:
            if child in values:
                _fill_rows(guide, child, values[child])

    def _fill_topics(self, guide: GuidePage, values: dict[str, Any]) -> None:
        given = {field: audience for field, audience in THEMES.items() if field in values}
        if not given:
            return
        before = guide.topics.all() if guide.pk else []
        kept = [topic for topic in before if topic.audience not in given.values()]
        named = [
            self.books.topics.find(audience, name)
            for field, audience in given.items()
            for name in values[field]
        ]
        guide.topics = [*kept, *filter(None, named)]


def _fill_rows(guide: GuidePage, child: str, rows: Sequence[dict[str, Any]]) -> None:
    """Replace the rows of a child table; a row of the same name stays the same row."""
    key = CHILD_KEYS[child]
    manager = getattr(guide, child)
    known: dict[str, list[Any]] = {}
    for record in manager.all():
        known.setdefault(getattr(record, key), []).append(record)
    records = []
    for position, values in enumerate(rows):
        same = known.get(values[key])
        record = same.pop(0) if same else CHILD_MODELS[child]()
        for name, value in values.items():
            setattr(record, name, value)
        record.sort_order = position
        records.append(record)
    manager.set(records)
