"""Test files of a spreadsheet reader: merged, hidden, encrypted, corrupted, bombs. None may crash."""

import resource
import sys
import time
from pathlib import Path

import pytest

from importers.reading import Source, UnreadableFileError
from importers.registry import import_kind
from importers.tabulating import sheet_report

pytestmark = pytest.mark.real_data

SLOWEST = 30  # seconds


def test_each_file_gives_tables_or_a_chinese_message(real_data: Path) -> None:
    dictionaries = [import_kind("guides").dictionary]
    files = sorted((real_data / "spreadsheets" / "calamine").iterdir())
    messages: dict[str, str] = {}
    for path in files:
        start = time.perf_counter()
        try:
            report = sheet_report(Source.from_path(path), dictionaries)
            assert report["tables"] or report["problems"], path.name
        except UnreadableFileError as error:
            messages[path.name] = str(error)
        assert time.perf_counter() - start < SLOWEST, path.name
    for name, message in messages.items():
        sys.stdout.write(f"{name}: {message}\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{len(files) - len(messages)} of {len(files)} read, peak {peak} MB\n")
    assert all(any("\u4e00" <= char <= "\u9fff" for char in m) for m in messages.values())
    for name in (
        "pass_protected.xlsx",
        "pass_protected.xlsb",
        "pass_protected.ods",
        "issue_385.xls",
    ):
        assert "密码" in messages[name]
    assert "大得不正常" in messages["issue_594_dos.ods"]
    assert peak < 1024
