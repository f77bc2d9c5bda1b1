"""From the bytes of a file to tables. Knows no Django, no database and no kind of page."""

from importers.reading.problems import FileProblem, UnreadableFileError
from importers.reading.source import Document, Source, read_document
from importers.reading.tables import Row, Table

__all__ = [
    "Document",
    "FileProblem",
    "Row",
    "Source",
    "Table",
    "UnreadableFileError",
    "read_document",
]
