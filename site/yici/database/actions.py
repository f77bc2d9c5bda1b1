"""Set-up of the database that no model owns. Both actions may be repeated."""

from django.db import connections

PAGE_INDEX = "yici_page_depth_path"


def enable_write_ahead_log(using: str) -> None:
    """Put an SQLite file into WAL, once and for good; other databases are left alone.

    Done while the file is migrated and nobody else writes: the conversion ignores the busy
    timeout, so setting it on each connection loses writes.
    """
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=WAL")


def ensure_page_index(using: str) -> None:
    """Create the index (depth, path) on Wagtail's page table if it is missing.

    `get_children()` asks for one depth within a range of paths; with the path alone indexed it
    walks every descendant. It is not part of a migration because SQLite drops indexes that the
    model does not name whenever a later Wagtail release alters the table.
    """
    connection = connections[using]
    if "wagtailcore_page" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX IF NOT EXISTS {PAGE_INDEX} ON wagtailcore_page (depth, path)")
