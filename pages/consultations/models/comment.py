"""A comment (意见) is plain text that somebody sent; nothing that happens to it is overwritten."""

from django.conf import settings
from django.db import models

from pages.consultations.enums import EventKind, Identity, Moderation, Outcome
from pages.consultations.models.consultation import ConsultationPage
from pages.consultations.models.rows import Clause


class Comment(models.Model):
    consultation = models.ForeignKey(
        ConsultationPage, verbose_name="意见征集", on_delete=models.PROTECT, related_name="comments"
    )
    clause = models.ForeignKey(
        Clause,
        verbose_name="针对条款",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="comments",
        help_text="空表示针对整个草案。",
    )
    number = models.CharField("编号", max_length=40, unique=True)
    idempotency_key = models.UUIDField("提交标识", unique=True, editable=False)
    code_digest = models.CharField("查询码摘要", max_length=64, editable=False)
    text = models.TextField("意见内容")
    identity = models.CharField("提交人身份", max_length=20, choices=Identity, blank=True)
    consent_version = models.CharField("同意的告知版本", max_length=20)
    submitted_at = models.DateTimeField("提交时间")
    withdrawn_at = models.DateTimeField("撤回时间", null=True, blank=True)
    moderation = models.CharField(
        "审核", max_length=20, choices=Moderation, default=Moderation.PENDING
    )
    outcome = models.CharField("采纳情况", max_length=20, choices=Outcome, blank=True)
    reply = models.TextField("答复与理由", blank=True)

    class Meta:
        verbose_name = "意见"
        verbose_name_plural = "意见"
        ordering = ["-submitted_at"]
        indexes = [models.Index(fields=["consultation", "clause"], name="consultations_by_clause")]

    def __str__(self) -> str:
        return self.number

    @property
    def is_counted(self) -> bool:
        """Spam and withdrawn comments are kept but do not count."""
        return self.withdrawn_at is None and self.moderation != Moderation.SPAM


class CommentEvent(models.Model):
    """What happened to a comment: kept for ever, old value and new."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField("事件", max_length=20, choices=EventKind)
    at = models.DateTimeField("时间")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    old = models.CharField("原值", max_length=200, blank=True)
    new = models.CharField("新值", max_length=200, blank=True)

    class Meta:
        verbose_name = "意见记录"
        verbose_name_plural = "意见记录"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.comment_id} {self.get_kind_display()}"


class CommentSeries(models.Model):
    """The last comment number of a consultation; apart from the page, whose revisions it outlives."""

    consultation = models.OneToOneField(
        ConsultationPage, on_delete=models.CASCADE, related_name="comment_series"
    )
    last_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "意见流水号"
        verbose_name_plural = "意见流水号"

    def __str__(self) -> str:
        return f"{self.consultation_id}: {self.last_number}"
