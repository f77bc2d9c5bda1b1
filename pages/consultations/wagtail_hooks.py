from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

from pages.base.listings import KindListing, columns
from pages.consultations.dashboard import ConsultationsPanel
from pages.consultations.models import ConsultationPage
from pages.consultations.viewsets import CommentViewSet


class ConsultationListing(KindListing):
    model = ConsultationPage
    icon = "comment"
    menu_label = "意见征集"
    menu_order = 250
    list_display = columns(
        "征集主题",
        Column("publisher", label="征集单位", sort_key="publisher__name"),
        Column("state_label", label="状态"),
        Column("closes_at", label="截止", sort_key="closes_at"),
    )
    list_filter = ["publisher", "procedure", "live"]


@hooks.register("register_admin_viewset")
def register_consultation_listing() -> ConsultationListing:
    return ConsultationListing("consultations_listing")


@hooks.register("register_admin_viewset")
def register_comment_viewset() -> CommentViewSet:
    return CommentViewSet("comments")


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_what_was_open(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A consultation that was open is never deleted or hidden; it can be ended early."""
    consultation: Any = page.specific
    if not isinstance(consultation, ConsultationPage) or not consultation.first_published_at:
        return None
    if consultation.opens_at > timezone.now():
        return None
    messages.error(
        request, "已经公开征集过意见的页面不能删除或撤下。可以在“结果”里填写提前终止的时间和原因。"
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("construct_homepage_panels")
def add_consultations_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(ConsultationsPanel())
