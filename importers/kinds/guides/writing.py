"""Carry out a plan of guides: new pages and new drafts in bulk, each from its newest revision."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Page

from importers.kinds.guides.columns import CHILD_KEYS, CHILD_MODELS
from importers.kinds.guides.content import THEMES, Books, limit_fields, plain_fields
from importers.kinds.guides.printing import LIMITS
from importers.kinds.guides.rewriting import rewritten
from importers.models import Mode, RowStatus
from importers.planning.contents import Content
from importers.planning.plan import Plan, PlannedRow
from importers.writing.creating import create_pages
from importers.writing.drafting import newest_drafts, save_drafts
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
        publish = self.plan.options.mode is Mode.PUBLISH
        guides: list[tuple[PlannedRow, GuidePage]] = []
        for row in rows:
            guide = GuidePage()
            self._fill(guide, row.record.values)
            if not publish or _may_become_public(row, guide):
                guides.append((row, guide))
        pages = [guide for _row, guide in guides]
        revisions = create_pages(self.column, pages, self.user, publish=publish)
        written = []
        for (row, guide), revision in zip(guides, revisions, strict=True):
            row.page_id = guide.pk
            written.append(Written(row, guide.pk, revision.pk, created=True))
        return written

    def _change(self, rows: Sequence[PlannedRow]) -> list[Written]:
        """Drafts in bulk; what is published or discussed goes the ordinary way, page by page."""
        by_page = {row.page_id: row for row in rows if row.page_id}
        drafts: dict[int, Content] = {}
        if self.plan.options.mode is Mode.DRAFT:
            drafts = newest_drafts(GuidePage, list(by_page))
        contents = {
            page_id: rewritten(content, by_page[page_id].record.values, self.books)
            for page_id, content in drafts.items()
        }
        written = [
            Written(by_page[page_id], page_id, revision.pk, created=False)
            for page_id, revision in save_drafts(contents, self.user).items()
        ]
        return written + self._change_one_by_one([r for r in rows if r.page_id not in contents])

    def _change_one_by_one(self, rows: Sequence[PlannedRow]) -> list[Written]:
        written = []
        pages = GuidePage.objects.in_bulk([row.page_id for row in rows])
        for row in rows:
            try:
                with transaction.atomic():
                    written.append(self._change_one(row, pages[row.page_id]))
            except (ValidationError, IntegrityError, KeyError) as error:
                row.conflict("not_written", f"写入时出错，没有改动：{_sentence(error)}")
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


def _may_become_public(row: PlannedRow, guide: GuidePage) -> bool:
    try:
        guide.check_publishable()
    except ValidationError as error:
        row.conflict("not_publishable", f"还不能发布：{_sentence(error)}")
        return False
    return True


def _sentence(error: Exception) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


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
