from collections.abc import Callable
from dataclasses import dataclass

from importers.planning.plan import PlannedRow

CHUNK = 200
"""Rows a transaction: long enough to be quick, short enough that editors never wait for long."""


@dataclass(frozen=True)
class Written:
    """What became of one planned row."""

    row: PlannedRow
    page_id: int
    revision_id: int
    created: bool


Progress = Callable[[list[Written]], None]
"""Called inside the transaction of each chunk, so that ledger and pages can never disagree."""
