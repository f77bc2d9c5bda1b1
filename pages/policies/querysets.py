"""Every question asked of policies and interpretations."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from pages.base.listing import Filter, build_filter, department_counts, of_department
from pages.base.lookups import attachments_of, relations_of
from pages.base.models import PageRelation, Relation
from pages.policies.enums import DocClass, InterpretationForm

if TYPE_CHECKING:
    from pages.policies.models import InterpretationPage, PolicyPage

# How a relation reads from the other end.
PASSIVE = {
    Relation.REPEALS: "被废止，依据",
    Relation.AMENDS: "被修改，依据",
    Relation.IMPLEMENTS: "落实文件",
    Relation.ADOPTED_AS: "征求意见",
    Relation.RELATED: "相关",
}


def newest_first(pages: "QuerySet[Any]") -> "QuerySet[Any]":
    return (
        pages.select_related("publisher").defer("body").order_by("-dated_on", "-first_published_at")
    )


def with_interpretations(policies: "Iterable[PolicyPage]") -> None:
    """Put a list `interpretations` on each policy: one query for all of them."""
    by_policy: dict[int, list[Page]] = defaultdict(list)
    rows = PageRelation.objects.filter(
        relation=Relation.INTERPRETS, target__in=list(policies), page__live=True
    ).select_related("page")
    for row in rows:
        by_policy[row.target_id].append(row.page)
    for policy in policies:
        policy.interpretations = by_policy[policy.pk]


def narrowed_policies(
    everything: "QuerySet[PolicyPage]", request: HttpRequest
) -> tuple["QuerySet[PolicyPage]", list[Filter]]:
    """Return the policies that the query string asks for, and the filters."""
    doc_class, department = request.GET.get("class", ""), request.GET.get("department", "")
    by_class = (
        everything.filter(doc_class=doc_class) if doc_class in DocClass.values else everything
    )
    by_department = of_department(everything, department)
    counts = by_department.order_by().values_list("doc_class").annotate(number=Count("pk"))
    rows = [(slug, str(DocClass(slug).label), number) for slug, number in counts]
    filters = [
        build_filter(request, "class", "文件类别", sorted(rows)),
        build_filter(request, "department", "发文机关", department_counts(by_class)),
    ]
    return newest_first(of_department(by_class, department)), filters


def narrowed_interpretations(
    everything: "QuerySet[InterpretationPage]", request: HttpRequest
) -> tuple["QuerySet[InterpretationPage]", list[Filter]]:
    """Return the interpretations that the query string asks for, and the filter."""
    form = request.GET.get("form", "")
    counts = everything.order_by().values_list("form").annotate(number=Count("pk"))
    rows = [(slug, str(InterpretationForm(slug).label), number) for slug, number in counts]
    found = everything.filter(form=form) if form in InterpretationForm.values else everything
    return newest_first(found), [build_filter(request, "form", "解读形式", sorted(rows))]


def surroundings_of_policy(policy: "PolicyPage") -> dict[str, Any]:
    """Return the interpretations, the other relations as sentences, and the attachments."""
    interpretations: list[Page] = []
    relations: list[dict[str, Any]] = []
    for row in relations_of(policy):
        outward = row.page_id == policy.pk
        if row.relation == Relation.INTERPRETS:
            interpretations += [] if outward else [row.page]
            continue
        relation = Relation(row.relation)
        label = relation.label if outward else PASSIVE.get(relation, relation.label)
        relations.append({"label": label, "page": row.target if outward else row.page})
    return {
        "interpretations": interpretations,
        "relations": relations,
        "attachments": attachments_of(policy),
    }


def policies_read(
    interpretation: "InterpretationPage", policies: "QuerySet[PolicyPage]"
) -> "QuerySet[PolicyPage]":
    """Return the public policies that an interpretation explains."""
    rows = interpretation.relations.filter(relation=Relation.INTERPRETS)
    wanted = [row.target_id for row in rows]
    return policies.filter(pk__in=wanted, live=True).defer("body")
