from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from importers.exporting.files import ExportTable
from importers.kinds.base import ImportKind
from importers.kinds.guides import printing
from importers.kinds.guides.columns import guide_shape
from importers.kinds.guides.content import label_of
from importers.kinds.guides.planning import GuidePlanner
from importers.kinds.guides.resource import GuideResource
from importers.kinds.guides.writing import GuideWriter
from importers.planning.plan import Options, Plan
from importers.reading import Table, UnreadableFileError
from importers.reading.notes import reporting_body
from importers.records import Record
from importers.reports import ordered
from importers.writing.results import Progress, Written
from pages.base.models import Department
from pages.guides.models import GuideIndexPage


class GuideKind(ImportKind):
    """办事指南: one record a guide, with its materials, fees, steps and questions."""

    slug = "guides"
    label = "办事指南"
    listing_url_name = "guides:index"
    shape = guide_shape()

    def finish(self, record: Record, table: Table) -> None:
        values = record.values
        if not values.get("name"):
            record.complain("no_name", "没有事项名称，无法导入这一行。", field="name")
        if not values.get("implementing_body") and (body := reporting_body(table)):
            values["implementing_body"] = body
            message = f"没有写实施主体，取自表头的填报单位“{body}”。"
            record.complain(
                "body_from_note", message, field="implementing_body", severity="warning"
            )

    def plan(self, records: Sequence[Record], options: Options) -> Plan:
        may_create = options.user is None or self.may_add(options.user)
        return GuidePlanner(records, options).plan(may_create=may_create)

    def write(self, plan: Plan, progress: Progress) -> Iterator[list[Written]]:
        return GuideWriter(plan, self.column(), progress).write()

    def export(self, department: Department | None, *, template: bool) -> ExportTable:
        resource = GuideResource()
        rows = () if template else resource.rows(department.pk if department else None)
        dataset = resource.export(rows)
        return ExportTable(self.label, dataset.headers, list(dataset))

    def may_add(self, user: Any) -> bool:
        column = self._find_column()
        return column is not None and bool(column.permissions_for_user(user).can_add_subpage())

    def may_publish(self, user: Any) -> bool:
        column = self._find_column()
        return column is not None and bool(column.permissions_for_user(user).can_publish_subpage())

    def _find_column(self) -> GuideIndexPage | None:
        column: GuideIndexPage | None = GuideIndexPage.objects.order_by("path").first()
        return column

    def column(self) -> GuideIndexPage:
        """The column new guides go to: the first one of the site."""
        column = self._find_column()
        if column is None:
            raise UnreadableFileError("网站还没有“办事指南”栏目，请先在后台建一个。")
        return column

    def label_of(self, field: str) -> str:
        return label_of(field)

    def readable(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        return printing.readable(ordered(values, self.shape.columns))
