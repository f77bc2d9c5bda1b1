"""Fixtures for every test; each test belongs to one of the marks unit, contract, browser."""

from pathlib import Path

import pytest
from django.core.cache import cache
from hypothesis import settings

pytest_plugins = ["tests.template_database"]

# Shared machines: a slow example is no failure; how many there are is.
settings.register_profile("yici", deadline=None)
settings.load_profile("yici")

REAL_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
KINDS_OF_TEST = {"unit", "contract", "browser", "real_data"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that names no mark is a unit test, so that `-m unit` misses none."""
    for item in items:
        if not KINDS_OF_TEST & {mark.name for mark in item.iter_markers()}:
            item.add_marker(pytest.mark.unit)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real material beside the project; the test skips where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"真实数据不在：{REAL_DATA.parent.name}/{REAL_DATA.name}")
    return REAL_DATA
