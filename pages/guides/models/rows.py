"""Rows of a guide: materials (H), fees (G), steps (K) and questions (I)."""

import uuid

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.base.fields import CodeField
from pages.media.models import StoredDocument


class GuideRow(Orderable):
    """A row keeps its own identity through export, editing in a spreadsheet and re-import."""

    row_guid = models.UUIDField("行标识", default=uuid.uuid4, editable=False)

    class Meta(Orderable.Meta):
        abstract = True


class GuideMaterial(GuideRow):
    """One thing to bring."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="materials")
    name = models.CharField(
        "材料名称",
        max_length=500,
        help_text="写具体名称；不能写“其他材料”“有关材料”“相关证明”这类说不清的话。",
    )
    kind = CodeField("材料类型", codelist="material_kind", blank=True)
    forms = CodeField("材料形式", codelist="material_form", blank=True)
    original_or_copy = CodeField("原件或复印件", codelist="original_or_copy", blank=True)
    necessity = CodeField("材料必要性", codelist="necessity", default="required")
    necessity_condition = models.TextField("什么情形下需要", blank=True)
    source = CodeField("来源渠道", codelist="material_source", blank=True)
    source_note = models.CharField("出具机构", max_length=500, blank=True)
    paper_copies = models.PositiveSmallIntegerField("纸质材料份数", null=True, blank=True)
    original_copies = models.PositiveSmallIntegerField("原件份数", null=True, blank=True)
    photo_copies = models.PositiveSmallIntegerField("复印件份数", null=True, blank=True)
    copy_note = models.TextField("复印件要求", blank=True)
    paper_spec = models.CharField("纸质材料规格", max_length=200, blank=True)
    e_format = models.CharField("电子材料格式", max_length=200, blank=True)
    needs_electronic = models.BooleanField("需要电子材料", null=True, blank=True)
    filling_notes = models.TextField("填报须知", blank=True, max_length=500)
    acceptance_standard = models.TextField("受理标准", blank=True)
    basis = models.TextField("要求提供的依据", blank=True)
    blank_form = models.ForeignKey(
        StoredDocument,
        verbose_name="空白表格",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    sample_form = models.ForeignKey(
        StoredDocument,
        verbose_name="示例样表",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    fill_on_site = models.BooleanField("需本人到现场填写", null=True, blank=True)
    is_proof = models.BooleanField("是证明事项", null=True, blank=True)
    commitment_allowed = models.BooleanField("可用告知承诺替代", null=True, blank=True)
    remark = models.TextField("备注", blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("necessity"), FieldPanel("kind"), FieldPanel("forms")]),
        FieldRowPanel(
            [FieldPanel("original_copies"), FieldPanel("photo_copies"), FieldPanel("paper_copies")]
        ),
        FieldRowPanel([FieldPanel("source"), FieldPanel("source_note")]),
        FieldPanel("necessity_condition"),
        FieldPanel("filling_notes"),
        FieldPanel("basis"),
        FieldRowPanel([FieldPanel("blank_form"), FieldPanel("sample_form")]),
        FieldPanel("remark"),
    ]

    class Meta(GuideRow.Meta):
        verbose_name = "材料"
        verbose_name_plural = "材料"

    def __str__(self) -> str:
        return self.name

    @property
    def is_deferrable(self) -> bool:
        """容缺后补: may be handed in later."""
        return bool(self.necessity == "deferrable")

    @property
    def is_conditional(self) -> bool:
        """非必要: asked only of those whom `necessity_condition` describes."""
        return bool(self.necessity == "conditional")

    @property
    def is_always_asked(self) -> bool:
        return not (self.is_waived or self.is_conditional)

    @property
    def is_waived(self) -> bool:
        """Need not be brought at all: the department looks it up itself."""
        return bool(self.necessity == "waived")


class GuideFee(GuideRow):
    """One thing to pay."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="fees")
    name = models.CharField("收费项目名称", max_length=200)
    standard = models.TextField("收费标准", help_text="写清单价和单位，例如：每证 20 元。")
    basis = models.TextField("收费依据", blank=True)
    reducible = models.BooleanField("允许减免", null=True, blank=True)
    reduction_basis = models.TextField("减免依据", blank=True)
    remark = models.TextField("备注", blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("standard")]),
        FieldPanel("basis"),
        FieldRowPanel([FieldPanel("reducible"), FieldPanel("reduction_basis")]),
    ]

    class Meta(GuideRow.Meta):
        verbose_name = "收费项目"
        verbose_name_plural = "收费项目"

    def __str__(self) -> str:
        return f"{self.name}：{self.standard}"


class ProcessStep(GuideRow):
    """One step of the path from application to result."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="process_steps")
    name = models.CharField(
        "环节名称", max_length=100, help_text="例如：受理、审查、决定、制证、送达。"
    )
    office = models.CharField("办理处室", max_length=200, blank=True)
    person = models.CharField(
        "办理人", max_length=100, blank=True, help_text="写岗位即可，不必写姓名。"
    )
    days = models.PositiveSmallIntegerField("办理时限", null=True, blank=True)
    unit = CodeField("时限单位", codelist="limit_unit", blank=True)
    standard = models.TextField("审查标准", blank=True)
    outcome = models.TextField("办理结果", blank=True)
    is_special = models.BooleanField("特殊环节", default=False)
    special_note = models.TextField("特殊环节说明", blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("office"), FieldPanel("person")]),
        FieldRowPanel([FieldPanel("days"), FieldPanel("unit")]),
        FieldPanel("standard"),
        FieldPanel("outcome"),
        FieldRowPanel([FieldPanel("is_special"), FieldPanel("special_note")]),
    ]

    class Meta(GuideRow.Meta):
        verbose_name = "流程环节"
        verbose_name_plural = "流程环节"

    def __str__(self) -> str:
        return self.name


class GuideFaq(GuideRow):
    """A question that people ask at the window."""

    page = ParentalKey("guides.GuidePage", on_delete=models.CASCADE, related_name="faqs")
    question = models.CharField("问题", max_length=1000)
    answer = models.TextField("解答")

    panels = [FieldPanel("question"), FieldPanel("answer")]

    class Meta(GuideRow.Meta):
        verbose_name = "常见问题"
        verbose_name_plural = "常见问题"

    def __str__(self) -> str:
        return self.question
