"""A migrated SQLite file, made once for a set of migrations and copied for each test process.

`migrate` from nothing takes many seconds, a copy takes milliseconds. The file's name carries a hash
of every migration of ours and of the pinned requirements, so a change makes a new one.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".pytest_cache" / "databases"


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The copy is migrated already; Django only looks whether something is missing."""
    return connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    copy = tmp_path_factory.mktemp("database") / "test.sqlite3"
    shutil.copy(migrated_file(), copy)
    connection.settings_dict["TEST"]["NAME"] = str(copy)
    yield
    shutil.rmtree(copy.parent, ignore_errors=True)


def migrated_file() -> Path:
    """Return the migrated file for today's migrations, made by whichever process comes first."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = FOLDER / f"{_fingerprint()}.sqlite3"
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            _make(wanted)
    return wanted


def _fingerprint() -> str:
    digest = hashlib.sha256()
    folders = [ROOT / name for name in ("site", "pages", "search", "importers", "themes")]
    migrations = (path for folder in folders for path in folder.rglob("migrations/*.py"))
    sources = [ROOT / "requirements" / "runtime.txt", *(ROOT / "site" / "yici").rglob("actions.py")]
    for path in sorted([*migrations, *sources]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def _make(file: Path) -> None:
    for old in FOLDER.glob("*.sqlite3*"):
        old.unlink()
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "yici.settings.test",
        "DATABASE_URL": f"sqlite:///{fresh}",
        "DATA_DIR": str(settings.DATA_DIR),
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    fresh.rename(file)
