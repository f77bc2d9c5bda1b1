"""What an import would do, before anything is written. The preview shows it, apply carries it out."""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from importers.models import Mode, RowStatus
from importers.reading import FileProblem
from importers.records import Record

if TYPE_CHECKING:
    from pages.base.models import Department


@dataclass(frozen=True)
class Options:
    """Who imports, into which departments, and how far it goes."""

    mode: Mode = Mode.DRAFT
    user: Any = None  # of settings.AUTH_USER_MODEL; None: a command
    departments: tuple["Department", ...] = ()  # empty: every department
    all_or_nothing: bool = False

    @property
    def default_department(self) -> "Department | None":
        """The department of rows that name none: only when there is no choice."""
        return self.departments[0] if len(self.departments) == 1 else None


@dataclass(frozen=True)
class Change:
    """One field that would change, as printed."""

    field: str
    label: str
    old: str
    new: str


@dataclass
class PlannedRow:
    """One record and its fate. `content` holds the page's fields that would be set."""

    record: Record
    key: str
    status: RowStatus = RowStatus.NEW
    page_id: int | None = None
    revision_before: int | None = None
    content: dict[str, Any] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def is_written(self) -> bool:
        return self.status in {RowStatus.NEW, RowStatus.CHANGED}

    def conflict(self, rule: str, message: str, field: str | None = None) -> None:
        self.record.complain(rule, message, field=field)
        self.status = RowStatus.CONFLICT


@dataclass
class Plan:
    rows: list[PlannedRow]
    options: Options
    problems: list[FileProblem] = field(default_factory=list)

    @property
    def totals(self) -> dict[str, int]:
        """Rows and the count of each status; the counts add up to the rows."""
        counted = Counter(row.status for row in self.rows)
        order = ("new", "changed", "unchanged", "invalid", "conflict", "ignored")
        return {"rows": len(self.rows)} | {name: counted[RowStatus(name)] for name in order}

    @property
    def is_clean(self) -> bool:
        return all(row.status not in {RowStatus.INVALID, RowStatus.CONFLICT} for row in self.rows)

    @property
    def writes(self) -> bool:
        """Whether carrying it out would change anything."""
        if self.options.all_or_nothing and not self.is_clean:
            return False
        return any(row.is_written for row in self.rows)
