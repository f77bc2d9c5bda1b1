"""Workbooks (.xlsx .xls .xlsb .ods) through calamine, each of its failures as a Chinese sentence."""

from collections.abc import Callable
from tempfile import NamedTemporaryFile
from typing import TypeVar

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from importers.reading.grid import Grid, Merge
from importers.reading.limits import Limits, check_grid
from importers.reading.problems import FileProblem, UnreadableFileError

_T = TypeVar("_T")


def read_workbook(
    content: bytes, type_: str, limits: Limits
) -> tuple[list[Grid], list[FileProblem]]:
    """Return every worksheet that holds cells, hidden ones marked, and what could not be read.

    Through a file named after the true type: from memory calamine tries every format in turn and
    an encrypted workbook is only "not detected".
    """
    with NamedTemporaryFile(suffix=f".{type_}") as file:
        file.write(content)
        file.flush()
        with _guarded(lambda: load_workbook(file.name)) as workbook:
            return _read_sheets(workbook, limits)


def _read_sheets(
    workbook: CalamineWorkbook, limits: Limits
) -> tuple[list[Grid], list[FileProblem]]:
    grids: list[Grid] = []
    problems: list[FileProblem] = []
    for position, meta in enumerate(workbook.sheets_metadata):
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            grid = _read_sheet(workbook, position, limits)
        except _SheetError as error:
            problems.append(FileProblem(str(error), "error", sheet=meta.name))
            continue
        if not grid.is_empty():
            grids.append(grid)
    return grids, problems


class _SheetError(Exception):
    """One sheet cannot be read; the others may be."""


def _read_sheet(workbook: CalamineWorkbook, position: int, limits: Limits) -> Grid:
    meta = workbook.sheets_metadata[position]
    try:
        sheet = _guarded(lambda: workbook.get_sheet_by_index(position))
    except UnreadableFileError as error:
        raise _SheetError(f"工作表“{meta.name}”无法读取：{error}") from error
    check_grid(*_size(sheet), limits, meta.name)
    return Grid(
        sheet=meta.name,
        # Not iter_rows(): it drops the empty columns before the data, and letters would be wrong.
        rows=_guarded(lambda: sheet.to_python(skip_empty_area=False)),
        hidden=meta.visible != SheetVisibleEnum.Visible,
        merges=_merges(sheet),
    )


def _size(sheet: CalamineSheet) -> tuple[int, int]:
    """Rows and columns counted from A1 (calamine's `total_height` is the last index, not a count)."""
    last_row, last_column = sheet.end or (-1, -1)
    return last_row + 1, last_column + 1


def _merges(sheet: CalamineSheet) -> list[Merge]:
    height, width = _size(sheet)
    return [
        Merge(top, left, min(bottom, height - 1), min(right, width - 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < height and left < width
    ]


def _guarded(step: Callable[[], _T]) -> _T:
    """Run one call into the reader library; a Rust panic is not an `Exception` in Python."""
    try:
        return step()
    except PasswordError as error:
        raise UnreadableFileError("文件设了打开密码。请去掉密码，另存后再上传。") from error
    except (CalamineError, OSError, ValueError) as error:
        if "limit exceeded" in str(error):
            raise UnreadableFileError(
                "工作表大得不正常（多半是整列设置了格式），为安全起见没有打开。请把数据复制到新工作簿后再上传。"
            ) from error
        raise UnreadableFileError(
            "文件已损坏或不是真正的表格文件，请用表格软件打开、另存为 .xlsx 后再上传。"
            f"（读取程序说：{error}）"
        ) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableFileError(
            "文件内部结构有错，读取中断。请用表格软件打开、另存为 .xlsx 后再上传。"
        ) from error
