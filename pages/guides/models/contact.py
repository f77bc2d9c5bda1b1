"""Elements F and G: where to go, whom to ask, what it costs and what one gets."""

from django.db import models

from pages.base.fields import CodesField
from pages.media.models import StoredDocument


class Contact(models.Model):
    """F. Printed as departments write them; one item often has several places and phones."""

    places = models.TextField(
        "办理地点", blank=True, help_text="一行写一个地点，写到楼层和窗口号。"
    )
    hall_name = models.CharField("大厅名称", max_length=200, blank=True)
    office_hours = models.TextField("办理时间", blank=True, help_text="有冬夏令时的分行写。")
    traffic_guide = models.TextField("交通指引", blank=True)
    consultation = models.TextField("咨询方式", blank=True, help_text="电话要写区号。")
    supervision = models.TextField("监督投诉方式", blank=True, help_text="不能与咨询电话相同。")

    class Meta:
        abstract = True


class FeesAndResults(models.Model):
    """G. Fees have rows of their own; the result is what the applicant takes home."""

    is_charged = models.BooleanField("是否收费", null=True, blank=True)
    fee_basis = models.TextField("收费依据", blank=True)
    result_types = CodesField("审批结果类型", codelist="result_type")
    result_name = models.CharField("审批结果名称", max_length=200, blank=True)
    result_sample = models.ForeignKey(
        StoredDocument,
        verbose_name="审批结果样本",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        abstract = True
