"""Every question asked of list notices and their rows."""

from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from pages.base.doc_numbers import folded
from pages.base.listing import Filter, build_filter, department_counts, paginate
from pages.base.lookups import attachments_of, pages_by_code
from pages.lists.enums import ListType

if TYPE_CHECKING:
    from pages.lists.models import ListNoticePage, ListRow

ROWS_A_PAGE = 100


def narrowed(
    everything: "QuerySet[ListNoticePage]", request: HttpRequest
) -> tuple["QuerySet[ListNoticePage]", list[Filter]]:
    """Return the notices that the query string asks for, and the filter by kind of list."""
    counts = everything.order_by().values_list("list_type").annotate(number=Count("pk"))
    labels = dict(ListType.choices)
    rows = [(slug, labels.get(slug, slug), number) for slug, number in counts.order_by("list_type")]
    chosen = request.GET.get("type", "")
    found = everything.filter(list_type=chosen) if chosen in labels else everything
    return with_row_counts(found), [build_filter(request, "type", "清单种类", rows)]


def with_row_counts(notices: "QuerySet[ListNoticePage]") -> "QuerySet[ListNoticePage]":
    return (
        notices.select_related("publisher")
        .annotate(row_count=Count("rows"))
        .order_by("-dated_on", "-first_published_at")
    )


def rows_shown(notice: "ListNoticePage", request: HttpRequest) -> dict[str, Any]:
    """Return one page of the rows with the guides they name, the filter, and the linked basis.

    A constant number of queries, however many rows the notice has.
    """
    everything = notice.rows.all()
    found = everything
    department = request.GET.get("department", "")
    words = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    if department:
        found = found.filter(department__code=department)
    if words:
        found = found.filter(name__icontains=words)
    page = paginate(request, found.select_related("department").order_by("position"), ROWS_A_PAGE)
    rows: list[ListRow] = list(page.object_list)
    basis = folded(notice.basis_doc_number)
    found_by_code = pages_by_code(
        ("task_code", "local_task_code", "doc_number"), [basis, *(row.task_code for row in rows)]
    )
    return {
        "results": page,
        "rows": _linked(rows, found_by_code),
        "row_count": everything.count() if department or words else page.paginator.count,
        "filters": [
            build_filter(request, "department", "部门", department_counts(everything, "department"))
        ],
        "row_query": words,
        "basis_page": found_by_code.get(basis),
        "attachments": attachments_of(notice),
    }


def _linked(rows: "list[ListRow]", guides: dict[str, Page]) -> list[dict[str, Any]]:
    return [{"row": row, "guide": guides.get(row.task_code)} for row in rows]
