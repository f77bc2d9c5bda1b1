"""The full-text table of SQLite. It keeps no text of its own and follows search_searchsection.

`tokenize='ascii'` splits at ASCII signs only and leaves every other byte alone, so the ready tokens
go in as they are. A later migration that alters the model SearchSection makes SQLite build the
table anew, which drops these triggers: it must then create them again (a contract test fails
otherwise).
"""

from django.db import migrations

TABLES = (
    """
    CREATE VIRTUAL TABLE search_index USING fts5(
        title, keywords, keys, body,
        content='search_searchsection', content_rowid='id', tokenize='ascii'
    )
    """,
    # The order of candidates: an equal key first, then names, then text.
    "INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(2.0, 2.0, 10.0, 1.0)')",
)
TRIGGERS = (
    """
    CREATE TRIGGER search_section_added AFTER INSERT ON search_searchsection BEGIN
        INSERT INTO search_index(rowid, title, keywords, keys, body)
        VALUES (new.id, new.title, new.keywords, new.keys, new.body);
    END
    """,
    """
    CREATE TRIGGER search_section_removed AFTER DELETE ON search_searchsection BEGIN
        INSERT INTO search_index(search_index, rowid, title, keywords, keys, body)
        VALUES ('delete', old.id, old.title, old.keywords, old.keys, old.body);
    END
    """,
    """
    CREATE TRIGGER search_section_changed AFTER UPDATE ON search_searchsection BEGIN
        INSERT INTO search_index(search_index, rowid, title, keywords, keys, body)
        VALUES ('delete', old.id, old.title, old.keywords, old.keys, old.body);
        INSERT INTO search_index(rowid, title, keywords, keys, body)
        VALUES (new.id, new.title, new.keywords, new.keys, new.body);
    END
    """,
)
UNDO = (
    "DROP TRIGGER search_section_added",
    "DROP TRIGGER search_section_removed",
    "DROP TRIGGER search_section_changed",
    "DROP TABLE search_index",
)


def create(apps, schema_editor):
    _run_on_sqlite(schema_editor, (*TABLES, *TRIGGERS))


def drop(apps, schema_editor):
    _run_on_sqlite(schema_editor, UNDO)


def _run_on_sqlite(schema_editor, statements):
    if schema_editor.connection.vendor == "sqlite":
        for statement in statements:
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_documents_and_sections")]

    operations = [migrations.RunPython(create, drop)]
