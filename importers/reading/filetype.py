"""What a file is, told from its content: names lie, and WPS saves .et as the old .xls."""

import io
import re
import zipfile
from typing import Literal

from importers.reading.problems import UnreadableFileError

FileType = Literal["xlsx", "xlsb", "ods", "xls", "csv"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")  # Excel 2 to 5 without a container
_FOREIGN = {
    b"%PDF": "PDF 文件",
    b"\x89PNG": "图片",
    b"\xff\xd8\xff": "图片",
    b"GIF8": "图片",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"{\\rtf": "RTF 文档",
}
_MARKUP = re.compile(rb"^\s*(<!doctype\s+html|<html|<table|<meta|<head|<body)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml")


def sniff(content: bytes) -> FileType:
    """Return the type; raises UnreadableFileError in Chinese for what is no table."""
    head = content[:4096]
    if head.startswith(_OLE):
        return _inside_container(content)
    if head.startswith(_BIFF):
        return "xls"
    if head.startswith(b"PK"):
        return _inside_archive(content)
    for magic, name in _FOREIGN.items():
        if head.startswith(magic):
            raise UnreadableFileError(f"这是{name}，不是表格。请上传 .xlsx、.xls 或 .csv 文件。")
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if _MARKUP.match(bare):
        raise UnreadableFileError(
            "这个文件其实是网页（HTML）改了后缀。请用表格软件打开，另存为 .xlsx 后再上传。"
        )
    if _XML.match(bare):
        raise UnreadableFileError("这是 XML 文件。请用表格软件打开，另存为 .xlsx 后再上传。")
    return "csv"


def _inside_container(content: bytes) -> FileType:
    """The old container holds .xls, but also .doc and workbooks encrypted with a password."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableFileError("文件设了打开密码。请去掉密码，另存后再上传。")
    if "WordDocument".encode("utf-16-le") in content:
        raise UnreadableFileError(
            "这是 Word 文档。请把其中的表格复制到 Excel，另存为 .xlsx 后再上传。"
        )
    return "xls"


def _inside_archive(content: bytes) -> FileType:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(
            "文件已损坏（压缩包不完整），请用表格软件重新打开、另存为 .xlsx 后再上传。"
        ) from error
    if "content.xml" in names:
        return "ods"
    if any(name.endswith("workbook.bin") for name in names):
        return "xlsb"
    if any(name.startswith("word/") for name in names):
        raise UnreadableFileError(
            "这是 Word 文档。请把其中的表格复制到 Excel，另存为 .xlsx 后再上传。"
        )
    if "[content_types].xml" in names:
        return "xlsx"
    raise UnreadableFileError("这是压缩包，不是表格。请解压后上传里面的 .xlsx、.xls 或 .csv 文件。")
