"""Which engine answers: `YICI_SEARCH_ENGINE`, or by the database's vendor when it says auto."""

from django.conf import settings
from django.db import connection

from search.engines.interface import Engine
from search.engines.sqlite import SqliteEngine
from search.engines.substring import SubstringEngine

AUTO = "auto"
ENGINES: dict[str, type[Engine]] = {"sqlite": SqliteEngine, "substring": SubstringEngine}
_OF_VENDOR = {"sqlite": "sqlite"}


def get_engine() -> Engine:
    """Return a new engine; KeyError for a name that `checks` refuses."""
    name = settings.YICI_SEARCH_ENGINE
    if name == AUTO:
        name = _OF_VENDOR.get(connection.vendor, "substring")
    return ENGINES[name]()
