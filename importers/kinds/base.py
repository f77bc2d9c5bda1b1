"""What every kind of import gives; the rest of the importer knows nothing else of it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from importers.assembling import Shape
from importers.mapping.headers import Dictionary
from importers.reading import Table
from importers.records import Record

if TYPE_CHECKING:
    from importers.exporting.files import ExportTable
    from importers.planning.plan import Options, Plan
    from importers.writing.results import Progress, Written
    from pages.base.models import Department


class ImportKind(ABC):
    """One kind: its columns, how records are compared with what is there, how they are written."""

    slug: str
    label: str  # 办事指南
    unit: str = "项"  # 312 项
    listing_url_name: str  # where a clerk checks and publishes what was imported
    required: Sequence[str] = ("name",)  # a table without these columns is not of this kind
    several: Sequence[str] = ("name",)  # fields of which a second column fills the gaps
    shape: Shape

    def __init__(self) -> None:
        self.dictionary = Dictionary(
            {column.field: (column.label, column.headers) for column in self.shape.columns.values()}
        )

    def label_of(self, field: str) -> str:
        """Return the Chinese name of a field of a report."""
        column = self.shape.columns.get(field)
        return column.label if column else field

    @abstractmethod
    def may_add(self, user: Any) -> bool:
        """Whether the user may create pages of this kind where an import would put them."""

    @abstractmethod
    def may_publish(self, user: Any) -> bool:
        """Whether the user may publish there."""

    @abstractmethod
    def finish(self, record: Record, table: Table) -> None:
        """Decide what needs the whole record or the lines above the table."""

    @abstractmethod
    def plan(self, records: Sequence[Record], options: "Options") -> "Plan":
        """Compare with what is there; writes nothing."""

    @abstractmethod
    def write(self, plan: "Plan", progress: "Progress") -> Iterator[list["Written"]]:
        """Write what the plan says, in chunks of their own transactions."""

    @abstractmethod
    def export(self, department: "Department | None", *, template: bool) -> "ExportTable":
        """Return a table that this kind reads back unchanged; a template has only the headers."""

    @abstractmethod
    def readable(self, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield field and text of every value, as a person reads them and in their order."""
