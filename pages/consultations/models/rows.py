import uuid

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.consultations.enums import Outcome


class Clause(Orderable):
    """One clause of the draft; its identity outlives renumbering, so that comments stay with it."""

    page = ParentalKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="clauses"
    )
    clause_guid = models.UUIDField("条款标识", default=uuid.uuid4, editable=False)
    label = models.CharField("条款号", max_length=40, help_text="例如：第一条、一、（二）。")
    heading = models.CharField("条款标题", max_length=200, blank=True)
    text = models.TextField("条款内容")

    panels = [FieldRowPanel([FieldPanel("label"), FieldPanel("heading")]), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = "条款"
        verbose_name_plural = "条款"

    def __str__(self) -> str:
        return f"{self.label} {self.heading}".strip()


class ConsultationResult(Orderable):
    """One opinion as the result page tells it: what was said, what was done, and why."""

    page = ParentalKey(
        "consultations.ConsultationPage", on_delete=models.CASCADE, related_name="results"
    )
    summary = models.TextField("意见摘要")
    origin = models.CharField(
        "意见来源", max_length=60, blank=True, help_text="例如：网站、信函、座谈会。"
    )
    outcome = models.CharField("是否采纳", max_length=20, choices=Outcome)
    reason = models.TextField("理由", blank=True, help_text="部分采纳和未采纳必须说明理由。")
    clause_label = models.CharField("涉及条款", max_length=60, blank=True)

    panels = [
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("outcome"), FieldPanel("origin"), FieldPanel("clause_label")]),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = "意见采纳情况"
        verbose_name_plural = "意见采纳情况"

    def __str__(self) -> str:
        return self.summary
