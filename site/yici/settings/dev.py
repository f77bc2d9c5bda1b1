"""A developer's machine and `make run`: no HTTPS, files served by the application, a key of its own."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from yici.settings.base import *
from yici.settings.base import DATA_DIR, SECRET_KEY, STORAGES


def _local_key(path: Path) -> str:
    """Return the key kept in `path`, made and written on the first start so that logins survive."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(get_random_secret_key())
    return path.read_text()


SECRET_KEY = SECRET_KEY or _local_key(DATA_DIR / "secret-key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
SERVE_MEDIA = True

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False

WHITENOISE_USE_FINDERS = True
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
