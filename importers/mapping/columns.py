"""Which column of a table feeds which field: a record that can be shown, kept and corrected."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from importers.mapping.headers import Dictionary, unit_of
from importers.reading import Table


class MappedColumn(BaseModel):
    """One column of one sheet. `column` counts from 1, as letters do."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheet: str
    column: int
    header: str
    field: str | None
    score: float
    unit: str | None = None


class ColumnMapping(BaseModel):
    """The columns of one table, in their order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sheet: str
    columns: tuple[MappedColumn, ...]

    @property
    def fields(self) -> set[str]:
        return {column.field for column in self.columns if column.field}

    def unmapped(self) -> list[MappedColumn]:
        return [column for column in self.columns if column.field is None]


def map_columns(table: Table, dictionary: Dictionary, several: Sequence[str] = ()) -> ColumnMapping:
    """Give each field its best column. `several`: fields that may have more (the next fill gaps)."""
    found = [
        MappedColumn(
            sheet=table.sheet,
            column=position,
            header=header,
            field=match.field,
            score=match.score,
            unit=unit_of(header),
        )
        for position, header in enumerate(table.header, start=1)
        if header
        for match in [dictionary.match(header)]
    ]
    best: dict[str, MappedColumn] = {}
    for column in found:
        if column.field and (column.field not in best or column.score > best[column.field].score):
            best[column.field] = column
    columns = [
        column
        if column.field is None or column.field in several or best[column.field] is column
        else column.model_copy(update={"field": None})
        for column in found
    ]
    return ColumnMapping(sheet=table.sheet, columns=tuple(columns))
