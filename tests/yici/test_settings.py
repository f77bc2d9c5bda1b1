"""Settings as an operator meets them: through the environment, in a process of their own."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from yici.settings.environment import VARIABLES, read

ROOT = Path(__file__).resolve().parents[2]
GOOD_KEY = "k8Zt2vQwX9pLr4mNs7bYc1dFg6hJ3uEa5iOxRqTyUzPwVnMsKl"
pytestmark = pytest.mark.contract


def run_check(**variables: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "yici.settings.production"}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"],
        cwd=ROOT,
        env=environment | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_has_no_finding(tmp_path: Path) -> None:
    result = run_check(
        SECRET_KEY=GOOD_KEY, ALLOWED_HOSTS="www.example.gov.cn", DATA_DIR=str(tmp_path)
    )
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout


@pytest.mark.parametrize(
    ("key", "hosts", "message"),
    [
        ("", "www.example.gov.cn", "SECRET_KEY 缺失或过弱"),
        ("short", "www.example.gov.cn", "SECRET_KEY 缺失或过弱"),
        ("a" * 60, "www.example.gov.cn", "SECRET_KEY 缺失或过弱"),
        ("django-insecure-" + GOOD_KEY, "www.example.gov.cn", "SECRET_KEY 是示例值"),
        (GOOD_KEY, "", "ALLOWED_HOSTS 没有设置"),
    ],
)
def test_production_refuses_to_start_without_what_protects_it(
    key: str, hosts: str, message: str
) -> None:
    result = run_check(SECRET_KEY=key, ALLOWED_HOSTS=hosts)
    assert result.returncode != 0
    assert message in result.stderr


def test_the_readme_lists_exactly_the_variables_of_the_table() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `([A-Z_]+)` \|.*\| (.+) \|$", readme, re.MULTILINE)
    assert documented == [(variable.name, variable.meaning) for variable in VARIABLES]


def test_an_unknown_variable_is_an_error() -> None:
    with pytest.raises(KeyError):
        read("NOT_IN_THE_TABLE")


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        str(path.relative_to(ROOT))
        for folder in ("site", "pages", "search", "importers", "themes")
        for path in (ROOT / folder).rglob("*.py")
        if re.search(r"os\.environ\[|os\.getenv|environ\.get\(", path.read_text(encoding="utf-8"))
    ]
    assert readers == []
