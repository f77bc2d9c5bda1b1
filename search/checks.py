from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import connection

from search.engines import AUTO, ENGINES


@register
def engine_fits_database(**kwargs: Any) -> list[CheckMessage]:
    """A wrong SEARCH_ENGINE is told at start, not by the first visitor."""
    name = settings.YICI_SEARCH_ENGINE
    if name != AUTO and name not in ENGINES:
        known = "、".join([AUTO, *ENGINES])
        return [
            Error(
                f"没有名为 {name} 的检索引擎。",
                hint=f"SEARCH_ENGINE 可用：{known}",
                id="search.E001",
            )
        ]
    if name == "sqlite" and connection.vendor != "sqlite":
        return [Error("检索引擎 sqlite 需要 SQLite 数据库。", hint="改用 auto。", id="search.E002")]
    return []
