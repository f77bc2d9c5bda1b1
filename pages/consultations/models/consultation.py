import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from pages.base.description import Description
from pages.base.models import BasePage, PageRelation, Relation
from pages.consultations.description import describe_consultation
from pages.consultations.enums import OUTCOMES_WITHOUT_REASON, Procedure, State
from pages.consultations.forms import ConsultationPageForm
from pages.consultations.panels import consultation_form
from pages.consultations.period import closing_words, days_left, is_long_enough, state_at
from pages.consultations.querysets import surroundings

PUBLICATION_PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("source"), FieldPanel("disclosure_mode")]),
            FieldRowPanel(
                [FieldPanel("dated_on"), FieldPanel("first_published_at", read_only=True)]
            ),
            FieldPanel("topics"),
        ],
        heading="公开信息",
    )
]


class ConsultationPage(BasePage):
    """A draft decision for public comment (重大行政决策程序暂行条例 art 15)."""

    kind: ClassVar[str] = "consultation"
    column_type: ClassVar[str] = "征集调查"
    takes_index_no: ClassVar[bool] = True
    parent_page_types = ["consultations.ConsultationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "consultations/consultation_page.html"
    base_form_class = ConsultationPageForm

    procedure = models.CharField(
        "决策程序", max_length=20, choices=Procedure, default=Procedure.MAJOR_DECISION
    )
    decision_kind = models.CharField("决策类别", max_length=100, blank=True)
    explanation = models.TextField(
        "起草说明", help_text="为什么要定、主要定什么，让不懂行的人也看得明白。"
    )
    basis = models.TextField("决策依据", help_text="一行写一份依据。")
    opens_at = models.DateTimeField("开始时间")
    closes_at = models.DateTimeField(
        "截止时间", help_text="截至 6 月 30 日的，填 7 月 1 日 0:00；页面会写“6月30日24:00”。"
    )
    short_period_reason = models.TextField(
        "期限缩短说明", blank=True, help_text="少于 30 日的必须说明理由，会在公告里印出来。"
    )
    affects_market_entities = models.BooleanField(
        "涉及市场主体",
        default=False,
        help_text="勾选后期限不得少于 30 日（优化营商环境条例第六十二条）。",
    )
    ways = models.TextField(
        "提出意见的方式", help_text="一行一种，写成“方式：内容”，例如“信函：云溪县……收”。"
    )
    contact_name = models.CharField("联系人", max_length=60)
    contact_phone = models.CharField("联系电话", max_length=60, blank=True)
    contact_address = models.CharField("通信地址", max_length=200, blank=True)
    contact_email = models.EmailField("电子邮箱", blank=True)
    ended_early_at = models.DateTimeField("提前终止时间", null=True, blank=True)
    ended_reason = models.TextField("终止原因", blank=True)
    result_summary = models.TextField("意见采纳情况说明", blank=True)
    result_published_at = models.DateTimeField(
        "结果公布时间", null=True, blank=True, help_text="填写后，页面显示采纳情况。"
    )
    offline_count = models.PositiveIntegerField(
        "线下意见数", default=0, help_text="信函、电话、座谈会等收到的意见条数。"
    )

    edit_handler = consultation_form(BasePage.promote_panels, PUBLICATION_PANELS)
    search_fields = [*BasePage.search_fields, index.FilterField("closes_at")]

    class Meta:
        verbose_name = "意见征集"
        verbose_name_plural = "意见征集"

    @property
    def is_decided(self) -> bool:
        """True once the document that was adopted is linked."""
        known = vars(self).get("decided")  # annotated by querysets.with_decided in lists
        if known is not None:
            return bool(known)
        return PageRelation.objects.filter(
            page_id=self.pk, relation=Relation.ADOPTED_AS, target__live=True
        ).exists()

    def state(self, now: dt.datetime | None = None) -> State:
        now = now or timezone.now()
        return state_at(self, now, is_decided=now >= self.closes_at and self.is_decided)

    @property
    def state_label(self) -> str:
        return str(self.state().label)

    @property
    def days_left(self) -> int:
        return days_left(self.closes_at, timezone.now())

    @property
    def closing_words(self) -> str:
        return closing_words(self.closes_at)

    def clean(self) -> None:
        super().clean()
        self._check_period()

    def check_publishable(self) -> None:
        if not (self.contact_phone or self.contact_address):
            raise ValidationError({"contact_phone": "至少写一个线下渠道：联系电话或通信地址。"})
        if self.ended_early_at and not self.ended_reason:
            raise ValidationError({"ended_reason": "提前终止要向公众说明原因。"})
        self._check_result()

    def describe(self) -> Description:
        return describe_consultation(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | surroundings(self)

    def _check_period(self) -> None:
        if not (self.opens_at and self.closes_at):
            return
        if self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": "截止时间应当晚于开始时间。"})
        if is_long_enough(self.opens_at, self.closes_at):
            return
        if self.affects_market_entities:
            raise ValidationError({"closes_at": "涉及市场主体的，征求意见期限不少于 30 日。"})
        if not self.short_period_reason.strip():
            raise ValidationError(
                {
                    "short_period_reason": "期限少于 30 日，必须说明理由（重大行政决策程序暂行条例第十五条）。"
                }
            )

    def _check_result(self) -> None:
        if not self.result_published_at:
            return
        if not self.result_summary.strip():
            raise ValidationError(
                {"result_summary": "公布结果要有采纳情况说明；没有收到意见也请写明。"}
            )
        for result in self.results.all():
            if result.outcome not in OUTCOMES_WITHOUT_REASON and not result.reason.strip():
                raise ValidationError(
                    f"“{result.summary[:20]}”没有采纳或只采纳了一部分，请写明理由。"
                )
