"""What a file may cost before it is opened and while it is read (a spreadsheet may be a bomb)."""

import io
import zipfile
from dataclasses import dataclass

from importers.reading.problems import UnreadableFileError

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes, counts of rows and of cells. A workbook of 10,000 rows × 25 columns unpacks to 20 MB."""

    file_bytes: int = 30 * MB
    unpacked_bytes: int = 300 * MB
    members: int = 2_000
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 5_000_000


def check_size(content: bytes, limits: Limits) -> None:
    if not content:
        raise UnreadableFileError("文件是空的（0 字节），请重新导出或另存后再上传。")
    if len(content) > limits.file_bytes:
        raise UnreadableFileError(
            f"文件有 {len(content) / MB:.1f} MB，超过 {limits.file_bytes // MB} MB 的上限，"
            "请拆成几个文件导入。"
        )


def check_archive(content: bytes, limits: Limits) -> None:
    """Refuse a zip whose members would unpack to more than is allowed.

    The declared sizes are enough: the reader itself refuses a member larger than declared.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(
            "文件已损坏（压缩包不完整），请用表格软件重新打开、另存为 .xlsx 后再上传。"
        ) from error
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.unpacked_bytes or len(members) > limits.members:
        raise UnreadableFileError(
            f"文件解压后有 {unpacked / MB:.0f} MB、{len(members)} 个部件，超出上限，"
            "为安全起见没有打开。请删去多余的工作表、图片和空白格式后再上传。"
        )


def check_grid(rows: int, columns: int, limits: Limits, sheet: str) -> None:
    if rows > limits.rows or columns > limits.columns or rows * columns > limits.cells:
        raise UnreadableFileError(
            f"工作表“{sheet}”有 {rows} 行 × {columns} 列，超出上限"
            f"（{limits.rows} 行、{limits.columns} 列、{limits.cells} 格）。"
            "多半是整列设置了格式：请把数据复制到新工作簿后再上传。"
        )
