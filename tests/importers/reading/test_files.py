"""What a file is, told from its content; what may not be opened; what is damaged."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from importers.reading import (
    Document,
    Source,
    UnreadableFileError,
    read_document,
    workbooks,
)
from importers.reading.filetype import sniff
from importers.reading.limits import Limits
from tests.importers.tables_for_tests import csv_source, xlsx

pytestmark = pytest.mark.unit

ROWS = [["事项名称", "实施主体"], ["居民身份证补领", "县公安局"]]


def _read(source: Source, limits: Limits | None = None) -> Document:
    return read_document(source, lambda header: float(header in {"事项名称", "实施主体"}), limits)


def test_the_type_is_told_by_content_not_by_name() -> None:
    source = Source("其实是表格.csv", xlsx(ROWS).content)
    document = _read(source)
    assert document.type == "xlsx"
    assert document.tables[0].rows[0].cells == ("居民身份证补领", "县公安局")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空的"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><table><tr><td>1</td></tr></table>", "HTML"),
        (b"\x89PNG\r\n", "图片"),
        (b"PK\x03\x04 broken", "损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "损坏"),
        (b"\xff\xfe\x00\x00\xff\xff\xff\xff\x00", "编码"),
        (b"a,b\x00c\n1,2\n", "二进制"),
    ],
)
def test_what_is_no_table_is_refused_in_chinese(content: bytes, word: str) -> None:
    with pytest.raises(UnreadableFileError, match=word):
        _read(Source("表.xlsx", content))


def test_a_word_document_is_named_as_one() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnreadableFileError, match="Word"):
        sniff(buffer.getvalue())


def test_a_zip_bomb_is_not_opened() -> None:
    buffer = io.BytesIO(xlsx(ROWS).content)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/big.bin", b"\0" * 5_000_000)
    assert len(buffer.getvalue()) < 50_000
    with pytest.raises(UnreadableFileError, match="解压后"):
        _read(Source("bomb.xlsx", buffer.getvalue()), Limits(unpacked_bytes=1_000_000))


def test_a_sheet_with_too_many_cells_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="超出上限"):
        _read(xlsx([*ROWS, *[["a", "b"]] * 20]), Limits(cells=20))
    with pytest.raises(UnreadableFileError, match="超出上限"):
        _read(csv_source("a,b\n" * 20), Limits(rows=10))


def test_a_missing_file_is_a_message() -> None:
    with pytest.raises(UnreadableFileError, match="打不开"):
        Source.from_path("/nowhere/不存在.xlsx")


def test_hidden_sheets_are_marked() -> None:
    workbook = Workbook()
    for title in ("公开", "隐藏"):
        sheet = workbook.create_sheet(title)
        for row in ROWS:
            sheet.append(row)
    workbook["隐藏"].sheet_state = "hidden"
    buffer = io.BytesIO()
    workbook.save(buffer)
    document = _read(Source("表.xlsx", buffer.getvalue()))
    assert [(table.sheet, table.hidden) for table in document.tables] == [
        ("公开", False),
        ("隐藏", True),
    ]


def test_a_panic_of_the_reader_library_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})

    def panics(path: str) -> None:
        raise panic

    monkeypatch.setattr(workbooks, "load_workbook", panics)
    with pytest.raises(UnreadableFileError, match="内部结构有错"):
        _read(xlsx(ROWS))


def test_a_keyboard_interrupt_is_no_panic(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbooks, "load_workbook", interrupted)
    with pytest.raises(KeyboardInterrupt):
        _read(xlsx(ROWS))
