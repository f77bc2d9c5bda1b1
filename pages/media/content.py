"""What a file really is, read from its bytes: its name proves nothing."""

from pathlib import PurePath
from typing import IO

import filetype
from django.core.exceptions import ValidationError

HEADER_BYTES = 8192
# Extensions whose bytes are recognised as another type of the same family.
_SAME_FAMILY = {
    "jpeg": {"jpg"},
    "wps": {"doc", "docx", "zip"},
    "et": {"xls", "xlsx", "zip"},
    "ofd": {"zip"},
    "docx": {"zip"},
    "xlsx": {"zip"},
    "pptx": {"zip"},
    "xls": {"doc", "ppt"},
    "doc": {"xls", "ppt"},
    "ppt": {"doc", "xls"},
}
_TEXT = {"txt", "csv"}


def extension_of(name: str) -> str:
    return PurePath(name).suffix.lower().lstrip(".")


def detect_type(file: IO[bytes]) -> str:
    """Return the extension that the bytes tell, or "" for what has no signature (text, html)."""
    position = file.tell()
    file.seek(0)
    header = file.read(HEADER_BYTES)
    file.seek(position)
    if header.startswith(b"\xd0\xcf\x11\xe0"):
        return "doc"  # every OLE file: .doc, .xls and .ppt cannot be told apart by their start
    kind = filetype.guess(header)
    return kind.extension if kind else ""


def check_content(file: IO[bytes], name: str) -> None:
    """Raise ValidationError when the bytes do not agree with the extension of the name."""
    extension, detected = extension_of(name), detect_type(file)
    if extension in _TEXT and not detected:
        return
    if detected in {extension, *_SAME_FAMILY.get(extension, set())}:
        return
    found = f"内容是 {detected} 文件" if detected else "认不出内容的类型"
    raise ValidationError(
        f"这个文件的扩展名是 .{extension}，但{found}。请用原来的软件另存后再上传。"
    )
