from django.db.models import QuerySet

from pages.base.kinds import Kind, register_kind
from pages.base.visibility import Visibility
from pages.guides.models import GuideIndexPage, GuidePage
from pages.guides.querysets import cards


def newest_guides(visibility: Visibility, limit: int) -> "QuerySet[GuidePage]":
    return cards(visibility.of(GuidePage.objects.all())).order_by("-first_published_at")[:limit]


register_kind(Kind("guide", "办事指南", 10, GuidePage, GuideIndexPage, newest_guides))
