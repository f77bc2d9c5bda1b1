"""Records of a file: values under the standard's names, and what the clerk must be told of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from importers.converting.reading import Values
from importers.reading.problems import Severity


@dataclass(frozen=True)
class CellProblem:
    """One problem of a record, at a cell when it has one."""

    rule: str
    message: str
    severity: Severity = "error"
    field: str | None = None
    cell: str | None = None  # "H7"
    value: str | None = None  # what the file says

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass
class Record:
    """One record of the file. `row` is its first row as the clerk sees it, `rows` all of them."""

    sheet: str
    row: int
    rows: list[int]
    values: Values
    problems: list[CellProblem] = field(default_factory=list)
    cells: Mapping[str, str] = field(default_factory=dict)  # field → cell it came from
    disagrees: bool = False  # its rows contradict each other: nobody can say which is right

    @property
    def is_invalid(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)

    def same_content(self, other: "Record") -> bool:
        return self.values == other.values

    def complain(
        self, rule: str, message: str, *, field: str | None = None, severity: Severity = "error"
    ) -> None:
        """Add a problem at the cell that a field came from."""
        value = self.values.get(field) if field else None
        self.problems.append(
            CellProblem(
                rule,
                message,
                severity,
                field,
                self.cells.get(field) if field else None,
                None if value is None else str(value),
            )
        )


def identities_agree(one: Values, other: Values, fields: Sequence[str]) -> bool:
    """Whether two rows may be rows of one record: same name, no identity field contradicts."""
    if not one.get("name") or one.get("name") != other.get("name"):
        return False
    return all(one[name] == other[name] for name in fields if name in one and name in other)
