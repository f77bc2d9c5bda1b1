from django.db.models import Count, Q, QuerySet

from pages.base.kinds import Figure, Kind, register_kind
from pages.base.visibility import Visibility
from pages.guides.models import GuideIndexPage, GuidePage
from pages.guides.querysets import FULLY_ONLINE, cards


def newest_guides(visibility: Visibility, limit: int) -> "QuerySet[GuidePage]":
    return cards(visibility.of(GuidePage.objects.all())).order_by("-first_published_at")[:limit]


def progress(visibility: Visibility) -> list[Figure]:
    """Return the share (percent, rounded down) of items with at most one visit, none, fully online."""
    counts = visibility.of(GuidePage.objects.all()).aggregate(
        everything=Count("pk"),
        one=Count("pk", filter=Q(visits_on_site__lte=1)),
        none=Count("pk", filter=Q(visits_on_site=0)),
        online=Count("pk", filter=FULLY_ONLINE),
    )
    if not counts["everything"]:
        return []
    labels = {"one": "最多跑一次", "none": "一次不用跑", "online": "全程网办"}
    return [
        Figure(counts[name] * 100 // counts["everything"], "%", label)
        for name, label in labels.items()
    ]


register_kind(Kind("guide", "办事指南", 10, GuidePage, GuideIndexPage, newest_guides, progress))
