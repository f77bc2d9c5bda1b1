"""Write a table as .xlsx or .csv so that a spreadsheet program runs nothing of it."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter


@dataclass(frozen=True)
class ExportTable:
    """A table of texts on its way to a file."""

    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[str]]


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
COLUMN_WIDTH = 22


def write_table(table: ExportTable, target: Path) -> None:
    """Write a table; ValueError for a name that ends in neither .xlsx nor .csv."""
    writers: dict[str, Callable[[ExportTable, Path], None]] = {
        ".xlsx": _write_workbook,
        ".csv": _write_csv,
    }
    writer = writers.get(target.suffix.lower())
    if writer is None:
        raise ValueError(f"只能导出为 .xlsx 或 .csv，不能是“{target.suffix}”。")
    writer(table, target)


def _write_workbook(table: ExportTable, target: Path) -> None:
    """Every cell is text: codes keep their zeros, nothing is a formula or turns into a date."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(table.title)
    sheet.freeze_panes = "A2"
    for column in range(1, len(table.headers) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = COLUMN_WIDTH
    bold = Font(bold=True)
    for number, row in enumerate([table.headers, *table.rows]):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=str(value or ""))
            cell.data_type = "s"
            cell.number_format = "@"
            if number == 0:
                cell.font = bold
            cells.append(cell)
        sheet.append(cells)
    workbook.save(target)


def _write_csv(table: ExportTable, target: Path) -> None:
    """UTF-8 with a mark that Excel knows; an apostrophe before what would be a formula."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.headers)
        for row in table.rows:
            writer.writerow(
                [f"'{value}" if str(value).startswith(FORMULA_STARTS) else value for value in row]
            )
