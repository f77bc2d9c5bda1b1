"""A file is what its bytes say, whatever its name claims."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from wagtail.images import get_image_model

from pages.media.content import check_content
from pages.media.models import StoredDocument
from tests.factories import make_editor


def workbook() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a.txt", "甲")
    return buffer.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
EXE = b"MZ\x90\x00" + b"\0" * 300


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("表.xlsx", workbook()),
        ("表.xls", OLE),
        ("旧.doc", OLE),
        ("文件.pdf", PDF),
        ("包.zip", archive()),
        ("说明.txt", "说明".encode()),
        ("清单.csv", "事项,编码".encode("gb18030")),
        ("没有内容.txt", b""),
    ],
)
def test_a_file_that_is_what_it_says_passes(name: str, content: bytes) -> None:
    check_content(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("表.xlsx", EXE),
        ("文件.pdf", workbook()),
        ("图.png", PDF),
        ("说明.txt", EXE),
        ("空.pdf", b""),
    ],
)
def test_a_file_that_lies_is_refused_in_chinese(name: str, content: bytes) -> None:
    with pytest.raises(ValidationError, match="扩展名是"):
        check_content(io.BytesIO(content), name)


@pytest.mark.django_db
def test_an_editor_who_uploads_a_renamed_program_is_told_and_nothing_is_stored(
    client: Client,
) -> None:
    client.force_login(make_editor(is_superuser=True))
    response = client.post(
        "/admin/documents/add/",
        {"title": "通知", "file": SimpleUploadedFile("通知.pdf", EXE), "collection": "1"},
    )
    assert "扩展名是 .pdf" in response.content.decode()
    assert StoredDocument.objects.count() == 0


@pytest.mark.django_db
def test_a_stored_document_knows_its_size_hash_and_type() -> None:
    document = StoredDocument(title="通知", file=SimpleUploadedFile("通知.pdf", PDF))
    document.full_clean()
    document.save()
    assert (document.detected_type, document.get_file_size()) == ("pdf", len(PDF))
    assert len(document.get_file_hash()) == 40


@pytest.mark.django_db
def test_pictures_are_checked_too(client: Client) -> None:
    client.force_login(make_editor(is_superuser=True))
    file = SimpleUploadedFile("图.png", PDF)
    response = client.post("/admin/images/add/", {"title": "图", "file": file, "collection": "1"})
    assert response.status_code == 200
    assert get_image_model().objects.count() == 0
