"""A real site with the demo content, served as `make run` serves it, and a browser that watches.

The server runs in a process of its own on a database of its own, made once for all browser tests.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

from tests.template_database import migrated_file

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
EDITOR = ("e2e-editor", "browser-clerk-2026")
SCREENSHOTS = os.environ.get("YICI_SCREENSHOTS", "")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's Chromium; a missing one fails the test run, `make test` installs it."""
    chromium = shutil.which("chromium")
    assert chromium, "没有找到 chromium：请用 make test，它会安装浏览器。"
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
    return browser_type_launch_args | {"executable_path": chromium, "args": quiet}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site with the demo content and one editor."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copy(migrated_file(), folder / "site.sqlite3")
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "yici.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/site.sqlite3",
        "DATA_DIR": str(folder),
        "DJANGO_SUPERUSER_PASSWORD": EDITOR[1],
    }
    for command in (
        ["load_demo"],
        ["createsuperuser", "--noinput", "--username", EDITOR[0], "--email", "e@example.gov.cn"],
    ):
        manage = [sys.executable, "manage.py", *command]
        done = subprocess.run(manage, cwd=ROOT, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
    port = _free_port()
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "--bind",
            f"127.0.0.1:{port}",
            "--workers",
            "2",
            "yici.wsgi",
        ],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


class Visitor:
    """A browser page that remembers every console error and every request to elsewhere."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.problems: list[str] = []
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.problems.append(f"script: {error}"))
        page.on("request", self._note_request)

    def open(self, path: str) -> Page:
        response = self.page.goto(f"{self.site}{path}")
        assert response is not None
        assert response.ok, f"{path}: {response.status}"
        return self.page

    def audit(self, name: str = "") -> None:
        """Fail on any axe violation, console error, or request that left this machine."""
        results = Axe().run(self.page)
        assert results.violations_count == 0, f"{self.page.url}\n{results.generate_report()}"
        assert self.problems == [], self.page.url
        if SCREENSHOTS and name:
            self.page.screenshot(path=f"{SCREENSHOTS}/{name}.png", full_page=True)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text}")

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.hostname != "127.0.0.1":
            self.problems.append(f"request: {request.url}")


@pytest.fixture(params=[(390, 844), (1280, 900)], ids=["phone", "desktop"])
def visitor(request: pytest.FixtureRequest, page: Page, site: str) -> Visitor:
    """The same journey on a phone and on a desktop."""
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    return Visitor(page, site)


@pytest.fixture
def editor(page: Page, site: str) -> Visitor:
    """An editor who has signed in to the admin on a desktop."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}/admin/login/")
    page.fill("input[name=username]", EDITOR[0])
    page.fill("input[name=password]", EDITOR[1])
    page.click("button[type=submit]")
    page.wait_for_url(f"{site}/admin/")
    return Visitor(page, site)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        assert server.poll() is None, "服务没有启动"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"{address} 在 {START_SECONDS} 秒内没有应答")
