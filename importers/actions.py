"""Every step of an import: read and compare, keep for the preview, carry out."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from wagtail.log_actions import LogContext, log

from importers.extracting import Extraction, extract
from importers.kinds.base import ImportKind
from importers.models import ImportBatch, ImportRow, Mode
from importers.planning.plan import Options, Plan, PlannedRow
from importers.reading import Source
from importers.registry import import_kind
from importers.reports import head_of
from importers.writing.results import Written

LEDGER_CHUNK = 500
Told = Callable[[int, int], None]
"""Rows written so far, and in all."""


@dataclass
class Prepared:
    """A file read and compared with what is there. Nothing has been written."""

    kind: ImportKind
    extraction: Extraction
    plan: Plan


def prepare(source: Source, kind: ImportKind, options: Options) -> Prepared:
    """Read a file and plan its import; raises UnreadableFileError. This is the whole dry run."""
    extraction = extract(source, kind)
    return Prepared(kind, extraction, kind.plan(extraction.records, options))


@transaction.atomic
def keep(prepared: Prepared) -> ImportBatch:
    """Keep file and findings, so that somebody can look at them and confirm."""
    source, options = prepared.extraction.source, prepared.plan.options
    batch = ImportBatch(
        kind=prepared.kind.slug,
        file_name=source.name[:255],
        sha256=source.sha256,
        mode=options.mode,
        user=options.user,
        department=options.default_department,
    )
    batch.file.save(source.name, ContentFile(source.content), save=False)
    _note(batch, prepared, prepared.plan.totals)
    batch.save()
    _write_ledger(batch, prepared.plan)
    return batch


def prepare_again(batch: ImportBatch, options: Options) -> Prepared:
    """Read the kept file once more: what is there may have changed since the preview."""
    with batch.file.open("rb") as file:
        source = Source(batch.file_name, file.read())
    return prepare(source, import_kind(batch.kind), options)


def carry_out(batch: ImportBatch, prepared: Prepared, told: Told = lambda done, todo: None) -> None:
    """Write what the plan says and note row by row what was done.

    Pages and ledger of a chunk are written in one transaction, so an import that was broken off
    can be carried out again: what was written is unchanged then, and keeps its entry. Where
    `all_or_nothing` is asked and a row is wrong, nothing is written.
    """
    plan = prepared.plan
    with transaction.atomic():
        batch.rows.filter(revision_after=None).delete()
        _write_ledger(batch, plan)
    if plan.options.all_or_nothing and not plan.is_clean:
        _close(batch, prepared, ImportBatch.Status.REFUSED)
        return
    ledger = _Ledger(batch, plan, told)
    try:
        with LogContext(user=plan.options.user):
            for _written in prepared.kind.write(plan, ledger.note):
                pass
    except Exception:
        _close(batch, prepared, ImportBatch.Status.FAILED)
        raise
    ledger.note_refused()
    _close(batch, prepared, ImportBatch.Status.APPLIED)
    log(batch, "importers.apply", user=plan.options.user, data=batch.totals)


class _Ledger:
    """Says of each row, in the transaction that wrote it, which revision came after which."""

    def __init__(self, batch: ImportBatch, plan: Plan, told: Told) -> None:
        self._batch = batch
        self._told = told
        self._positions = {id(row): position for position, row in enumerate(plan.rows)}
        self._todo = [row for row in plan.rows if row.is_written]
        self._done = 0

    def note(self, written: list[Written]) -> None:
        entries = []
        for result in written:
            entry = self._entry(result.row)
            entry.created = result.created
            entry.revision_after_id = result.revision_id
            entries.append(entry)
        self._save(entries)
        self._done += len(written)
        self._told(self._done, len(self._todo))

    def note_refused(self) -> None:
        """Rows that could not be written after all have become conflicts."""
        self._save([self._entry(row) for row in self._todo if not row.is_written])

    def _entry(self, row: PlannedRow) -> ImportRow:
        return _ledger_row(self._batch, self._positions[id(row)], row)

    def _save(self, entries: list[ImportRow]) -> None:
        ImportRow.objects.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=["batch", "position"],
            update_fields=["status", "record", "page", "created", "revision_after"],
        )


def _note(batch: ImportBatch, prepared: Prepared, totals: dict[str, int]) -> None:
    batch.totals = totals
    batch.report = head_of(prepared.extraction, prepared.plan)


def _close(batch: ImportBatch, prepared: Prepared, status: str) -> None:
    _note(batch, prepared, _ledger_totals(batch))
    batch.status = status
    batch.mode = Mode(prepared.plan.options.mode)
    batch.applied_at = timezone.now()
    batch.save()


def _ledger_totals(batch: ImportBatch) -> dict[str, int]:
    """Count the ledger itself: an import that was broken off and repeated counts once."""
    counted = dict(batch.rows.order_by().values_list("status").annotate(number=Count("pk")))
    order = ("new", "changed", "unchanged", "invalid", "conflict", "ignored")
    return {"rows": sum(counted.values())} | {name: counted.get(name, 0) for name in order}


def _write_ledger(batch: ImportBatch, plan: Plan) -> None:
    """Enter every row that is not in the ledger yet."""
    known = set(batch.rows.values_list("position", flat=True))
    ImportRow.objects.bulk_create(
        [
            _ledger_row(batch, position, row)
            for position, row in enumerate(plan.rows)
            if position not in known
        ],
        batch_size=LEDGER_CHUNK,
    )


def _ledger_row(batch: ImportBatch, position: int, row: PlannedRow) -> ImportRow:
    return ImportRow(
        batch=batch,
        position=position,
        sheet=row.record.sheet[:255],
        row=row.record.row,
        status=row.status,
        key=row.key[:500],
        title=str(row.record.values.get("name", ""))[:500],
        record=_record_json(row),
        changes=[asdict(change) for change in row.changes],
        page_id=row.page_id,
        revision_before_id=row.revision_before,
    )


def _record_json(row: PlannedRow) -> dict[str, Any]:
    record = row.record
    return {
        "rows": record.rows,
        "values": record.values,
        "problems": [problem.as_json() for problem in record.problems],
        "cells": dict(record.cells),
    }
