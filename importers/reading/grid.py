from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.reading.cells import Cell, is_blank


@dataclass(frozen=True)
class Merge:
    """A merged range, both ends included, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells of one sheet as they lie there, before anybody decides what they mean."""

    sheet: str
    rows: Sequence[Sequence[Cell]]
    hidden: bool = False
    merges: Sequence[Merge] = ()
    numbers: Sequence[int] = field(default=())  # row numbers as the clerk sees them; csv lines jump

    def number(self, index: int) -> int:
        return self.numbers[index] if self.numbers else index + 1

    def cell(self, row: int, column: int) -> Cell:
        line = self.rows[row]
        return line[column] if column < len(line) else None

    @property
    def width(self) -> int:
        """Columns up to the last one that holds anything."""
        return max(
            (c + 1 for row in self.rows for c, cell in enumerate(row) if not is_blank(cell)),
            default=0,
        )

    def is_empty(self) -> bool:
        return all(is_blank(cell) for row in self.rows for cell in row)
