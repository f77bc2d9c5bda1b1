"""Who may import what: rights come from the groups, departments from the account."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permissions import policy_registry

from importers.models import ImportBatch, Mode
from importers.planning.plan import Options
from importers.registry import import_kinds


def may_import(user: Any) -> bool:
    """Importing needs the right to import and the right to add pages in some column."""
    policy = policy_registry.get_by_type(ImportBatch)
    return bool(policy.user_has_permission(user, "add")) and any(
        kind.may_add(user) for kind in import_kinds().values()
    )


def options_for(user: Any, mode: Mode = Mode.DRAFT) -> Options:
    """A superuser imports for everybody, a clerk for the departments of the account."""
    departments = () if user.is_superuser else tuple(user.departments.order_by("pk"))
    return Options(mode=mode, user=user, departments=departments)


def visible_batches(user: Any) -> QuerySet[ImportBatch]:
    """Her own imports and those for her departments; a superuser sees all."""
    batches = ImportBatch.objects.all()
    if user.is_superuser:
        return batches
    return batches.filter(Q(user=user) | Q(department__in=user.departments.all())).distinct()
