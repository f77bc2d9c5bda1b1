"""Every question asked of guides."""

from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from pages.base.listing import Filter, build_filter, department_counts, of_department
from pages.base.lookups import attachments_of

if TYPE_CHECKING:
    from pages.guides.models import GuidePage

CARD_FIELDS = (
    *("title", "slug", "path", "depth", "url_path", "content_type", "first_published_at"),
    *(
        "common_name",
        "summary",
        "visits_on_site",
        "is_online",
        "is_charged",
        "online_url",
        "online_level",
    ),
    *("promised_limit_value", "promised_limit_unit", "promised_limit_note"),
    *("publisher__name", "publisher__code"),
)
VISITS = {"0": "一次不用跑", "1": "最多跑一次", "more": "要跑两次以上"}
SEVERAL = 2
# 全程网办: level Ⅳ, or handled online without a visit; the same rule as GuidePage.is_fully_online.
FULLY_ONLINE = Q(online_level="IV") | Q(is_online=True, visits_on_site=0)


def cards(guides: "QuerySet[GuidePage]") -> "QuerySet[GuidePage]":
    """Read only what a card in a list prints."""
    return guides.select_related("publisher").only(*CARD_FIELDS)


def narrowed(
    everything: "QuerySet[GuidePage]", request: HttpRequest
) -> tuple["QuerySet[GuidePage]", list[Filter]]:
    """Return the guides that the query string asks for, and the filters with counts.

    Each filter counts with every choice but its own, so that a link never leads to nothing.
    """
    department = request.GET.get("department", "")
    by_visits = _with_visits(everything, request.GET.get("visits", ""))
    by_department = of_department(everything, department)
    filters = [
        build_filter(request, "visits", "跑几次", _visit_counts(by_department)),
        build_filter(request, "department", "部门", department_counts(by_visits)),
    ]
    found = of_department(by_visits, department)
    return cards(found).order_by("publisher__sort_order", "title"), filters


def _with_visits(guides: "QuerySet[GuidePage]", visits: str) -> "QuerySet[GuidePage]":
    if visits == "more":
        return guides.filter(visits_on_site__gte=SEVERAL)
    return guides.filter(visits_on_site=int(visits)) if visits in VISITS else guides


def _visit_counts(guides: "QuerySet[GuidePage]") -> list[tuple[str, str, int]]:
    counted: dict[str, int] = dict.fromkeys(VISITS, 0)
    rows = guides.order_by().values_list("visits_on_site").annotate(number=Count("pk"))
    for visits, number in rows:
        if visits is not None:
            counted["more" if visits >= SEVERAL else str(visits)] += number
    return [(value, label, counted[value]) for value, label in VISITS.items() if counted[value]]


def rows_of(guide: "GuidePage") -> dict[str, Any]:
    """Return the rows of one guide as its page prints them: one query a kind of row.

    `to_bring` holds what everybody must carry, `sometimes` what only some do, `looked_up` what the
    department reads elsewhere.
    """
    materials = list(guide.materials.select_related("blank_form", "sample_form"))
    return {
        "to_bring": [material for material in materials if material.is_always_asked],
        "sometimes": [material for material in materials if material.is_conditional],
        "looked_up": [material for material in materials if material.is_waived],
        "fees": list(guide.fees.all()),
        "steps": list(guide.process_steps.all()),
        "faqs": list(guide.faqs.all()),
        "attachments": attachments_of(guide),
    }
