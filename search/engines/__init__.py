"""Which engine answers: `YICI_SEARCH_ENGINE`, or by the database's vendor when it says auto."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from search.engines.interface import Engine
from search.engines.sqlite import SqliteEngine
from search.engines.substring import SubstringEngine

ENGINES: dict[str, type[Engine]] = {"sqlite": SqliteEngine, "substring": SubstringEngine}
_OF_VENDOR = {"sqlite": "sqlite"}


def get_engine() -> Engine:
    name = settings.YICI_SEARCH_ENGINE
    if name == "auto":
        name = _OF_VENDOR.get(connection.vendor, "substring")
    if name not in ENGINES:
        raise ImproperlyConfigured(f"没有名为 {name} 的检索引擎；可用：auto、{'、'.join(ENGINES)}")
    return ENGINES[name]()
