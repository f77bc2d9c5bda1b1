import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath

from importers.reading.delimited import read_delimited
from importers.reading.filetype import FileType, sniff
from importers.reading.grid import Grid
from importers.reading.headers import Vocabulary
from importers.reading.limits import Limits, check_archive, check_size
from importers.reading.problems import FileProblem, UnreadableFileError
from importers.reading.tables import Table, read_table
from importers.reading.workbooks import read_workbook


@dataclass(frozen=True)
class Source:
    """The file as it came: its name is shown and never trusted."""

    name: str
    content: bytes

    @classmethod
    def from_path(cls, path: str | Path) -> "Source":
        path = Path(path)
        try:
            return cls(path.name, path.read_bytes())
        except OSError as error:
            raise UnreadableFileError(f"找不到或打不开文件：{path}") from error

    @cached_property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass
class Document:
    """What was read: the tables in the order of the sheets, and what must be told of the file."""

    type: FileType
    encoding: str | None = None
    tables: list[Table] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)


def read_document(source: Source, vocabulary: Vocabulary, limits: Limits | None = None) -> Document:
    """Read every table of a file; raises UnreadableFileError with a Chinese message."""
    limits = limits or Limits()
    check_size(source.content, limits)
    document = Document(sniff(source.content))
    for grid in _grids(source, document, limits):
        table = read_table(grid, vocabulary)
        document.problems += table.problems
        document.tables.append(table)
    if not document.tables and not any(p.severity == "error" for p in document.problems):
        raise UnreadableFileError("文件里没有任何数据：所有工作表都是空的。")
    return document


def _grids(source: Source, document: Document, limits: Limits) -> list[Grid]:
    if document.type == "csv":
        grid, document.encoding = read_delimited(source.content, PurePath(source.name).stem, limits)
        return [] if grid.is_empty() else [grid]
    if document.type != "xls":
        check_archive(source.content, limits)
    grids, problems = read_workbook(source.content, document.type, limits)
    document.problems += problems
    return grids
