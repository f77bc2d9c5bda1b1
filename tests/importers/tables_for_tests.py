"""Files written for tests: a workbook from rows and merged ranges, bytes of a csv."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from importers.reading import Source

Rows = Sequence[Any]  # rows of cells, of any lengths and types


def xlsx(rows: Rows, merges: Sequence[str] = (), name: str = "事项.xlsx") -> Source:
    """Return a workbook of one sheet as somebody would upload it."""
    workbook = Workbook()
    sheet = workbook.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return Source(name, buffer.getvalue())


def csv_source(text: str, encoding: str = "utf-8", name: str = "事项.csv") -> Source:
    return Source(name, text.encode(encoding))
