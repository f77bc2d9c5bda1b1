from wagtail.models import Page

from pages.base.models import Department
from pages.lists.models import ListNoticePage, ListRow
from yici.demo.files import Record, fields_of, read
from yici.demo.publishing import morning_of, place, release
from yici.demo.tally import Tally

OURS = {"publisher", "published_on", "rows"}


def load_lists(column: Page, departments: dict[str, Department], tally: Tally) -> None:
    """Write the notices whose slug, or whose kind and batch, nobody has yet."""
    slugs = set(ListNoticePage.objects.values_list("slug", flat=True))
    batches = set(ListNoticePage.objects.values_list("list_type", "batch_no"))
    for record in read("lists"):
        if record["slug"] in slugs or (record["list_type"], record["batch_no"]) in batches:
            tally.found("清单公告")
            continue
        notice = ListNoticePage(
            publisher=departments[record["publisher"]], **fields_of(record, without=OURS)
        )
        place(column, notice, morning_of(record["published_on"]))
        _write_rows(notice, record["rows"], departments)
        release(notice)  # after the rows, so that search reads their names
        tally.wrote("清单公告")
        tally.wrote("清单事项", len(record["rows"]))


def _write_rows(
    notice: ListNoticePage, records: list[Record], departments: dict[str, Department]
) -> None:
    ListRow.objects.bulk_create(
        ListRow(
            notice=notice,
            **record | {"department": departments.get(record.get("department", ""))},
        )
        for record in records
    )
