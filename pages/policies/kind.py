from django.db.models import QuerySet

from pages.base.kinds import Kind, register_kind
from pages.base.visibility import Visibility
from pages.policies.models import (
    InterpretationIndexPage,
    InterpretationPage,
    PolicyIndexPage,
    PolicyPage,
)
from pages.policies.querysets import newest_first, with_interpretations


def newest_policies(visibility: Visibility, limit: int) -> list[PolicyPage]:
    """Return the newest policies, each with `interpretations`, in two queries."""
    policies = list(newest_first(visibility.of(PolicyPage.objects.all()))[:limit])
    with_interpretations(policies)
    return policies


def newest_interpretations(visibility: Visibility, limit: int) -> "QuerySet[InterpretationPage]":
    return newest_first(visibility.of(InterpretationPage.objects.all()))[:limit]


register_kind(Kind("policy", "政策文件", 30, PolicyPage, PolicyIndexPage, newest_policies))
register_kind(
    Kind(
        "interpretation",
        "政策解读",
        40,
        InterpretationPage,
        InterpretationIndexPage,
        newest_interpretations,
    )
)
