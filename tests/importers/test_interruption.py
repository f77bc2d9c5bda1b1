"""An import that breaks off half way is taken up again: nothing twice, nothing lost."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Revision

from importers.actions import carry_out, keep, prepare
from importers.kinds.guides import writing
from importers.models import ImportBatch
from importers.planning.plan import Options
from importers.registry import import_kind
from importers.writing.creating import create_pages
from pages.guides.models import GuidePage
from tests.importers.tables_for_tests import xlsx

pytestmark = [pytest.mark.unit, pytest.mark.django_db]

ROWS: list[Any] = [
    ["事项名称", "实施主体", "承诺办结时限"],
    *[[f"事项{n}", "县公安局", "即办"] for n in range(7)],
    ["坏", "县公安局", "大概"],
]


class BreaksAtTheSecondChunk:
    """Creates one chunk of pages; at the next the database is gone."""

    def __init__(self) -> None:
        self.chunks = 0

    def __call__(self, *args: Any, **kwargs: Any) -> list[Revision]:
        self.chunks += 1
        if self.chunks > 1:
            raise ConnectionError("the database went away")
        return create_pages(*args, **kwargs)


def test_carried_out_again_after_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = import_kind("guides")
    batch = keep(prepare(xlsx(ROWS), kind, Options()))
    with monkeypatch.context() as patch:
        patch.setattr(writing, "CHUNK", 3)
        patch.setattr(writing, "create_pages", BreaksAtTheSecondChunk())
        with pytest.raises(ConnectionError):
            carry_out(batch, prepare(xlsx(ROWS), kind, Options()))
    assert GuidePage.objects.count() == 3
    assert batch.status == ImportBatch.Status.FAILED
    assert batch.is_open
    assert batch.rows.count() == 8

    carry_out(batch, prepare(xlsx(ROWS), kind, Options()))
    assert GuidePage.objects.count() == 7
    assert batch.status == ImportBatch.Status.APPLIED
    assert batch.rows.filter(created=True, revision_after__isnull=False).count() == 7
    assert (batch.totals["new"], batch.totals["invalid"]) == (7, 1)
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_chunk_costs_few_queries() -> None:
    rows = [ROWS[0], *[[f"事项{n}", "县公安局", "即办"] for n in range(200)]]
    prepared = prepare(xlsx(rows), import_kind("guides"), Options())
    batch = keep(prepared)
    with CaptureQueriesContext(connection) as queries:
        carry_out(batch, prepared)
    assert GuidePage.objects.count() == 200
    assert len(queries) < 120
