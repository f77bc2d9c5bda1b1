"""The file is put into WAL while it is migrated; the index on pages survives."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from yici.database.actions import PAGE_INDEX, ensure_page_index

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.contract
def test_migrate_puts_the_file_into_wal(tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    subprocess.run(
        [sys.executable, "manage.py", "migrate", "contenttypes", "0001", "--verbosity", "0"],
        cwd=ROOT,
        env={"PATH": "", "DATABASE_URL": f"sqlite:///{file}", "DATA_DIR": str(tmp_path)},
        check=True,
        capture_output=True,
    )
    with sqlite3.connect(file) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.django_db
def test_a_lost_page_index_comes_back_with_the_next_migrate() -> None:
    with connection.cursor() as cursor:
        assert PAGE_INDEX in connection.introspection.get_constraints(cursor, "wagtailcore_page")
        cursor.execute(f"DROP INDEX {PAGE_INDEX}")
        ensure_page_index("default")
        ensure_page_index("default")
        index = connection.introspection.get_constraints(cursor, "wagtailcore_page")[PAGE_INDEX]
    assert index["columns"] == ["depth", "path"]
