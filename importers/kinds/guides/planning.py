"""Compare records of guides with the guides that are there. Writes nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from importers.assembling import UNIT_MISSING
from importers.kinds.guides.columns import CHILD_MODELS
from importers.kinds.guides.content import (
    THEMES,
    Books,
    differences,
    plain_fields,
    settle_themes,
)
from importers.models import Mode, RowStatus
from importers.planning.contents import Content
from importers.planning.duplicates import settle_duplicates
from importers.planning.existing import Existing, newest_contents
from importers.planning.guards import forbid_creation, guard_changes
from importers.planning.matching import Catalogue, Identity, choose, identity_of, printed_key
from importers.planning.plan import Options, Plan, PlannedRow
from importers.planning.references import fold_name
from importers.reading import FileProblem
from importers.records import CellProblem, Record
from pages.guides.models import GuidePage


class GuidePlanner:
    """One import of guides: reads what it needs once, then decides row by row."""

    def __init__(self, records: Sequence[Record], options: Options) -> None:
        self.options = options
        self.books = Books()
        self.rows = [self._prepare(record) for record in records]
        self.identities = [self._identity(row.record) for row in self.rows]

    def plan(self, *, may_create: bool = True) -> Plan:
        shared = settle_duplicates(self.rows, self.identities)
        catalogue = self._catalogue()
        changed: list[tuple[PlannedRow, Existing]] = []
        taken: dict[int, PlannedRow] = {}
        for position, row in enumerate(self.rows):
            if row.status is not RowStatus.NEW:
                continue
            identity = self.identities[position]
            found = choose(identity, catalogue.candidates(identity), shared=position in shared)
            page = self._one_page(row, found, taken)
            if page is not None and self._compare(row, page):
                changed.append((row, page))
        if not may_create:
            forbid_creation(self.rows, "您没有在“办事指南”栏目新建页面的权限。")
        guard_changes(changed, self.options, GuidePage)
        return Plan(self.rows, self.options, list(self._new_names()))

    def _prepare(self, record: Record) -> PlannedRow:
        """Fill in the department, sort the themes, check every value against its field."""
        department = self.options.default_department
        if department and not record.values.get("implementing_body"):
            record.values["implementing_body"] = department.name
        settle_themes(record, self.books)
        _check_fields(record)
        if self.options.mode is Mode.PUBLISH:
            _insist_on_units(record)
        row = PlannedRow(record, printed_key(record.values))
        if record.disagrees:
            row.status = RowStatus.CONFLICT
        elif record.is_invalid:
            row.status = RowStatus.INVALID
        else:
            self._check_department(row)
        return row

    def _check_department(self, row: PlannedRow) -> None:
        name = row.record.values.get("implementing_body")
        if not self.options.departments:
            if not name:
                message = "没有写实施主体，先存为草稿，发布前要补上。"
                row.record.complain(
                    "no_body", message, field="implementing_body", severity="warning"
                )
            return
        own = "、".join(department.name for department in self.options.departments)
        department = self.books.departments.find(name) if name else None
        if department is None or department.pk not in {d.pk for d in self.options.departments}:
            written = f"“{name}”" if name else "空的"
            message = f"实施主体是{written}，不是本次导入的部门（{own}），没有导入。"
            row.conflict("other_department", message, "implementing_body")

    def _identity(self, record: Record) -> Identity:
        values = record.values
        body = values.get("implementing_body")
        department = self.books.departments.find(body) if body else None
        return identity_of(
            values,
            department.pk if department else fold_name(body) if body else None,
            values.get("name", ""),
            values.get("row_guid", ""),
        )

    def _catalogue(self) -> Catalogue:
        wanted = Catalogue.wanted_keys(self.identities)
        catalogue = Catalogue()
        for page in newest_contents(GuidePage):
            catalogue.add(_page_identity(page.content), page, wanted.__contains__)
        return catalogue

    def _one_page(
        self, row: PlannedRow, found: Sequence[Existing], taken: dict[int, PlannedRow]
    ) -> Existing | None:
        if len(found) > 1:
            titles = "、".join(
                f"“{page.content['title']}”（编号 {page.page_id}）" for page in found[:3]
            )
            row.conflict(
                "several_pages", f"站内有 {len(found)} 项对得上：{titles}，无法判断是哪一项。"
            )
            return None
        if not found:
            return None
        page = found[0]
        row.page_id, row.revision_before = page.page_id, page.revision_id
        other = taken.setdefault(page.page_id, row)
        if other is not row:
            message = (
                f"与第 {other.record.row} 行对应站内同一项“{page.content['title']}”，没有导入。"
            )
            row.conflict("same_page", message)
            return None
        return page

    def _compare(self, row: PlannedRow, page: Existing) -> bool:
        """Set the status; returns whether the page would change."""
        row.changes = differences(row.record.values, page.content, self.books)
        row.status = RowStatus.CHANGED if row.changes else RowStatus.UNCHANGED
        if row.changes and not self._is_ours(page):
            row.conflict(
                "other_department", "站内这一项属于别的部门，没有改动。", "implementing_body"
            )
            return False
        return bool(row.changes)

    def _is_ours(self, page: Existing) -> bool:
        own = {department.pk for department in self.options.departments}
        return not own or page.content.get("implementing_body") in own

    def _new_names(self) -> list[FileProblem]:
        """Tell, once for the file and at each row, what would be made besides guides."""
        bodies: dict[str, int] = {}
        topics: dict[str, int] = {}
        for row in self.rows:
            if row.is_written:
                self._note_new_body(row.record, bodies)
                self._note_new_topics(row.record, topics)
        return [
            *_told("机构不在机构库里，导入时会新建，请核对名称", bodies),
            *_told("主题不在国家主题分类里，导入时会建为地方特色主题", topics),
        ]

    def _note_new_body(self, record: Record, counted: dict[str, int]) -> None:
        name = record.values.get("implementing_body")
        if name and self.books.departments.find(name) is None:
            counted[name] = counted.get(name, 0) + 1
            message = f"机构“{name}”不在机构库里，导入时会新建。"
            record.complain(
                "new_department", message, field="implementing_body", severity="warning"
            )

    def _note_new_topics(self, record: Record, counted: dict[str, int]) -> None:
        for field, audience in THEMES.items():
            for name in record.values.get(field, []):
                if self.books.topics.find(audience, name) is None:
                    counted[name] = counted.get(name, 0) + 1
                    message = f"主题“{name}”不在国家主题分类里，会建为地方特色主题。"
                    record.complain("new_topic", message, field=field, severity="warning")


def _told(what: str, counted: dict[str, int]) -> Iterator[FileProblem]:
    if counted:
        names = "、".join(f"{name}（{count} 项）" for name, count in counted.items())
        yield FileProblem(f"有 {len(counted)} 个{what}：{names}。")


def _page_identity(content: Content) -> Identity:
    guid = str(content.get("translation_key") or "")
    return identity_of(content, content.get("implementing_body"), content["title"], guid)


def _check_fields(record: Record) -> None:
    """What the model's fields refuse is an error of the cell."""
    for name, attribute, value in plain_fields(dict(record.values)):
        problem = _refusal(GuidePage, attribute, value)
        if problem:
            record.complain("not_valid", problem, field=name)
            del record.values[name]
    for child, model in CHILD_MODELS.items():
        for row in record.values.get(child, []):
            for name, value in row.items():
                problem = _refusal(model, name, value)
                if problem:
                    record.complain("not_valid", f"“{str(value)[:40]}”：{problem}", field=child)


def _refusal(model: type[models.Model], attribute: str, value: Any) -> str:
    """Return why the field refuses a value; values repeat from row to row, so answers are kept."""
    key = tuple(value) if isinstance(value, list) else value
    return _refusal_of(model, attribute, key, type(value).__name__)


@lru_cache(maxsize=8192)
def _refusal_of(model: type[models.Model], attribute: str, value: Any, kind: str) -> str:
    if kind == "list":
        value = list(value)
    try:
        getattr(model, attribute).field.clean(value, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _insist_on_units(record: Record) -> None:
    """A number without unit may wait in a draft; nobody can publish it."""
    record.problems = [
        CellProblem(**asdict(problem) | {"severity": "error"})
        if problem.rule == UNIT_MISSING
        else problem
        for problem in record.problems
    ]
