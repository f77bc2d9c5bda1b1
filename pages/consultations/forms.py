"""Forms: the editor's, which guards the draft, and the citizen's, which never loses a word."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone

from pages.base.forms import BasePageForm
from pages.base.models import Relation
from pages.consultations.enums import Identity

MAX_COMMENT = 5000


class ConsultationPageForm(BasePageForm):
    """Once a consultation has opened its clauses are frozen and its end only moves forward."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        before = self._as_published()
        if before is None:
            return cleaned
        if self.formsets["clauses"].has_changed():
            self.add_error(
                None, "征集已经开始，草案条款不能再改。请另行发布修改说明，或提前终止后重新征集。"
            )
        closes_at = cleaned.get("closes_at")
        if closes_at and closes_at < before.closes_at:
            self.add_error("closes_at", "征集已经开始，截止时间只能延后，不能提前。")
        if cleaned.get("opens_at") and cleaned["opens_at"] != before.opens_at:
            self.add_error("opens_at", "征集已经开始，开始时间不能再改。")
        return cleaned

    def save(self, commit: bool = True) -> Any:
        for form in self.formsets["relations"].forms:
            form.instance.relation = Relation.ADOPTED_AS
        return super().save(commit=commit)

    def _as_published(self) -> Any:
        """Return the public version if it has opened already, else None."""
        if not self.instance.pk:
            return None
        published = type(self.instance).objects.filter(pk=self.instance.pk, live=True).first()
        return published if published and published.opens_at <= timezone.now() else None


class CommentText(forms.CharField):
    """Long plain text; a NUL, which no database stores, is dropped instead of refusing the text."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\x00", "")


class CommentForm(forms.Form):
    """One text field; everything else is chosen or optional."""

    text = CommentText(
        label="您的意见",
        max_length=MAX_COMMENT,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "请写下您的意见。",
            "max_length": f"意见最多 {MAX_COMMENT} 字，现在有 %(show_value)s 字，请分几次提交。",
        },
    )
    clause = forms.ChoiceField(label="针对哪一条", required=False)
    identity = forms.ChoiceField(
        label="您的身份（可不选）", required=False, choices=[("", "不说明"), *Identity.choices]
    )
    consent = forms.BooleanField(
        label="我同意征集单位为研究采纳意见而处理我提交的内容",
        error_messages={"required": "需要您同意处理这条意见，才能提交。"},
    )
    idempotency_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, clauses: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("idempotency_key", uuid.uuid4())
        super().__init__(*args, **kwargs)
        clause = forms.ChoiceField(
            label="针对哪一条", required=False, choices=[("", "整个草案"), *clauses]
        )
        self.fields["clause"] = clause


class ReceiptForm(forms.Form):
    number = forms.CharField(
        label="意见编号", max_length=40, error_messages={"required": "请填写意见编号。"}
    )
    code = forms.CharField(
        label="查询码", max_length=40, error_messages={"required": "请填写查询码。"}
    )
