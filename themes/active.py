"""The theme of the request being answered, kept where loader and tags can see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from themes.discovery import DEFAULT, known

_active: ContextVar[str] = ContextVar("theme", default=DEFAULT)


def active_theme() -> str:
    return _active.get()


def lookup_order() -> tuple[str, ...]:
    """The slugs to look in, in this order: the active theme, then `default`."""
    active = known(_active.get())
    return (DEFAULT,) if active == DEFAULT else (active, DEFAULT)


@contextmanager
def use_theme(slug: str) -> Iterator[None]:
    """Answer with this theme inside the block; an unknown name means `default`."""
    token = _active.set(known(slug))
    try:
        yield
    finally:
        _active.reset(token)
