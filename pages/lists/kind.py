from django.db.models import QuerySet

from pages.base.kinds import Kind, register_kind
from pages.base.visibility import Visibility
from pages.lists.models import ListIndexPage, ListNoticePage
from pages.lists.querysets import with_row_counts


def newest_notices(visibility: Visibility, limit: int) -> "QuerySet[ListNoticePage]":
    return with_row_counts(visibility.of(ListNoticePage.objects.all()))[:limit]


register_kind(Kind("list", "清单公告", 20, ListNoticePage, ListIndexPage, newest_notices))
