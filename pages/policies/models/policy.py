import datetime as dt
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.base.blocks import BodyBlock
from pages.base.codelists import codelist
from pages.base.description import Description
from pages.base.doc_numbers import canonical, folded
from pages.base.fields import CodeField, StreamField
from pages.base.models import BasePage, Topic
from pages.policies.description import describe_policy
from pages.policies.enums import DocClass
from pages.policies.querysets import surroundings_of_policy

IN_FORCE, NOT_YET, EXPIRED, REPEALED = "in_force", "not_yet", "expired", "repealed"


class PolicyPage(BasePage):
    """One official document as it was issued, with what has become of it since."""

    kind: ClassVar[str] = "policy"
    column_type: ClassVar[str] = "政策文件"
    takes_index_no: ClassVar[bool] = True
    read_with: ClassVar[tuple[str, ...]] = ("publisher", "subject__parent")
    parent_page_types = ["policies.PolicyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "policies/policy_page.html"

    doc_number = models.CharField(
        "文号",
        max_length=100,
        blank=True,
        db_index=True,
        help_text="例如：云政办发〔2026〕12号；方括号、圆括号会自动换成六角括号。",
    )
    doc_number_raw = models.CharField("文号原文", max_length=100, blank=True, editable=False)
    joint_issuers = models.CharField("联合发文机关", max_length=300, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    repealed_on = models.DateField("废止日期", null=True, blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True)
    validity = CodeField(
        "有效性",
        codelist="validity",
        blank=True,
        help_text="一般留空，由日期推出；已被修改、部分失效的在这里选。",
    )
    validity_note = models.CharField(
        "有效性说明", max_length=300, blank=True, help_text="例如：被云政发〔2026〕8号废止。"
    )
    doc_genre = CodeField("文种", codelist="doc_genre", blank=True)
    doc_class = models.CharField(
        "文件类别", max_length=20, choices=DocClass, default=DocClass.OTHER
    )
    subject = models.ForeignKey(
        Topic,
        verbose_name="主题分类",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"audience": Topic.Audience.SUBJECT},
    )
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True, use_json_field=True)

    # Put here by querysets.with_interpretations for the lists that print them.
    interpretations: list[Page]

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("doc_number"), FieldPanel("joint_issuers")]),
                FieldRowPanel([FieldPanel("doc_genre"), FieldPanel("doc_class")]),
                FieldPanel("subject"),
            ],
            heading="文件",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effective_on"), FieldPanel("valid_until")]),
                FieldRowPanel([FieldPanel("repealed_on"), FieldPanel("validity")]),
                FieldPanel("validity_note"),
            ],
            heading="有效性",
        ),
        FieldPanel("body"),
        InlinePanel("attachments", label="附件"),
        InlinePanel(
            "relations", label="与其他文件的关系", help_text="例如：本文件废止了哪份文件。"
        ),
        *BasePage.publication_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("doc_number"),
        index.FilterField("doc_class"),
    ]

    class Meta:
        verbose_name = "政策文件"
        verbose_name_plural = "政策文件"

    def validity_on(self, day: dt.date) -> str:
        """Return the slug of 有效性 on a day: what an editor has chosen, else what the dates say."""
        if self.validity:
            return str(self.validity)
        if self.repealed_on and self.repealed_on <= day:
            return REPEALED
        if self.valid_until and self.valid_until < day:
            return EXPIRED
        if self.effective_on and self.effective_on > day:
            return NOT_YET
        return IN_FORCE

    @property
    def current_validity(self) -> str:
        return self.validity_on(timezone.localdate())

    @property
    def validity_label(self) -> str:
        return codelist("validity").label(self.current_validity)

    @property
    def is_in_force(self) -> bool:
        return self.current_validity == IN_FORCE

    def clean(self) -> None:
        super().clean()
        self._tidy_doc_number()
        if self.repealed_on and self.effective_on and self.repealed_on <= self.effective_on:
            raise ValidationError({"repealed_on": "废止日期应当晚于施行日期。"})

    def stable_codes(self) -> dict[str, str]:
        return {"doc_number": folded(self.doc_number)} if self.doc_number else {}

    def describe(self) -> Description:
        return describe_policy(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | surroundings_of_policy(self)

    def _tidy_doc_number(self) -> None:
        if not self.doc_number:
            return
        tidy = canonical(self.doc_number)
        if tidy is None:
            raise ValidationError(
                {
                    "doc_number": "认不出这个文号，应写成“机关代字〔年份〕顺序号”，例如：云政发〔2026〕8号。"
                }
            )
        if tidy != self.doc_number:
            self.doc_number_raw, self.doc_number = self.doc_number, tidy
