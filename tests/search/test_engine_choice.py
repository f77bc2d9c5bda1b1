"""Which engine answers, and what a wrong setting says."""

from types import SimpleNamespace

import pytest
from django.test import override_settings

from search.checks import engine_fits_database
from search.engines import ENGINES, get_engine
from search.engines.sqlite import SqliteEngine
from search.engines.substring import SubstringEngine


def test_auto_goes_by_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(YICI_SEARCH_ENGINE="auto"):
        monkeypatch.setattr("search.engines.connection", SimpleNamespace(vendor="sqlite"))
        assert isinstance(get_engine(), SqliteEngine)
        monkeypatch.setattr("search.engines.connection", SimpleNamespace(vendor="oracle"))
        assert isinstance(get_engine(), SubstringEngine)


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_a_name_chooses(name: str) -> None:
    with override_settings(YICI_SEARCH_ENGINE=name):
        assert isinstance(get_engine(), ENGINES[name])


@pytest.mark.parametrize(
    ("name", "vendor", "problems"),
    [
        ("auto", "postgresql", []),
        ("sqlite", "sqlite", []),
        ("sqlite", "postgresql", ["search.E002"]),
        ("lucene", "sqlite", ["search.E001"]),
    ],
)
def test_a_wrong_engine_is_told_at_start(
    monkeypatch: pytest.MonkeyPatch, name: str, vendor: str, problems: list[str]
) -> None:
    monkeypatch.setattr("search.checks.connection", SimpleNamespace(vendor=vendor))

    with override_settings(YICI_SEARCH_ENGINE=name):
        assert [message.id for message in engine_fits_database()] == problems
