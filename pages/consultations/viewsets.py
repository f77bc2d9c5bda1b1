from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet

from pages.consultations.actions import answer_comment, moderate_comment
from pages.consultations.enums import OUTCOMES_WITHOUT_REASON
from pages.consultations.models import Comment


class CommentAdminForm(WagtailAdminModelForm):
    """Staff judge a comment; what the citizen wrote cannot be changed."""

    text = forms.CharField(
        label="意见内容", disabled=True, required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    class Meta:
        model = Comment
        fields = ["text", "moderation", "outcome", "reply"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        outcome = cleaned.get("outcome")
        if (
            outcome
            and outcome not in OUTCOMES_WITHOUT_REASON
            and not cleaned.get("reply", "").strip()
        ):
            self.add_error("reply", "没有采纳或只采纳一部分的，请写明理由。")
        return cleaned


class CommentEditView(EditView):
    """Saves through the actions, so that each change leaves its event."""

    def save_instance(self) -> Comment:
        comment = Comment.objects.get(pk=self.object.pk)
        cleaned = self.form.cleaned_data
        if cleaned["moderation"] != comment.moderation:
            moderate_comment(comment, cleaned["moderation"], self.request.user)
        if (cleaned["outcome"], cleaned["reply"]) != (comment.outcome, comment.reply):
            answer_comment(comment, cleaned["outcome"], cleaned["reply"], self.request.user)
        return comment


class CommentViewSet(ModelViewSet):
    """收到的意见: read, judged and answered here; neither added nor deleted."""

    model = Comment
    icon = "mail"
    menu_label = "收到的意见"
    menu_order = 251
    add_to_admin_menu = True
    edit_view_class = CommentEditView
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = [
        "number",
        "consultation",
        Column("clause", label="条款"),
        "submitted_at",
        Column("get_moderation_display", label="审核", sort_key="moderation"),
        Column("get_outcome_display", label="采纳", sort_key="outcome"),
    ]
    list_filter = ["consultation", "moderation", "outcome"]
    search_fields = ["number", "text"]
    ordering = "-submitted_at"

    def get_form_class(self, for_update: bool = False) -> type[WagtailAdminModelForm]:
        return CommentAdminForm
