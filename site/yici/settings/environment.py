"""The one typed table of environment variables; nothing else in the project reads the environment.

The README's table is tested against it (tests/yici/test_settings.py).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ

ROOT = Path(__file__).resolve().parents[3]
env = environ.Env()


@dataclass(frozen=True)
class Variable:
    """One setting that an operator may give: its name, its type, what it is without one."""

    name: str
    type: str  # a reader of django-environ: str, bool, int, list, db_url, cache_url
    default: Any
    meaning: str  # Chinese, printed in the README


VARIABLES = (
    Variable("SECRET_KEY", "str", "", "签名密钥，至少 50 个字符；生产环境必填，缺失或过弱拒绝启动"),
    Variable("ALLOWED_HOSTS", "list", [], "网站域名，用逗号隔开；生产环境必填"),
    Variable(
        "DATABASE_URL",
        "db_url",
        f"sqlite:///{ROOT}/var/yici.sqlite3",
        "数据库；默认是 var/ 下的 SQLite 文件，大型网站用 postgres://用户:密码@主机/库名",
    ),
    Variable(
        "CACHE_URL", "cache_url", "locmemcache://", "缓存；多台服务器时用 redis://主机:6379/0"
    ),
    Variable("DATA_DIR", "str", f"{ROOT}/var", "上传的附件、图片和收集的静态文件放在哪里"),
    Variable("BASE_URL", "str", "http://127.0.0.1:8000", "网站的完整网址，用于后台链接和二维码"),
    Variable("HTTPS", "bool", True, "网站是否走 HTTPS；没有证书的内网才设为 false"),
    Variable(
        "BEHIND_PROXY", "bool", False, "前面有 nginx 等反向代理并传 X-Forwarded-Proto 时为 true"
    ),
    Variable(
        "SEARCH_ENGINE", "str", "auto", "检索引擎：auto 按数据库选择，也可写 sqlite 或 substring"
    ),
    Variable("LOG_LEVEL", "str", "INFO", "日志级别：DEBUG、INFO、WARNING、ERROR"),
)

_BY_NAME = {variable.name: variable for variable in VARIABLES}


def read(name: str) -> Any:
    """Return the value of a variable of the table; KeyError for a name that is not in it."""
    variable = _BY_NAME[name]
    return getattr(env, variable.type)(variable.name, default=variable.default)
