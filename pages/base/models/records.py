"""What pages of different kinds know of each other: codes, relations, attachments, numbers."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from pages.media.models import StoredDocument


class PageCode(models.Model):
    """A code under which a published page is known, so that other kinds find it by the code.

    A list row names its guide by 实施编码, a document another by 文号. Kept by the actions of this
    app when a page is published or withdrawn; one code may stand for several pages, because
    实施编码 is not unique in real data.
    """

    page = models.ForeignKey(
        Page, verbose_name="页面", on_delete=models.CASCADE, related_name="codes"
    )
    scheme = models.CharField("编码种类", max_length=40)
    code = models.CharField("编码", max_length=120)

    class Meta:
        verbose_name = "页面编码"
        verbose_name_plural = "页面编码"
        constraints = [
            models.UniqueConstraint(fields=["scheme", "code", "page"], name="one_code_once_a_page")
        ]
        indexes = [models.Index(fields=["code", "scheme"], name="base_pagecode_code")]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


class Relation(models.TextChoices):
    INTERPRETS = "interprets", "解读"
    ADOPTED_AS = "adopted_as", "征求意见后印发为"
    REPEALS = "repeals", "废止"
    AMENDS = "amends", "修改"
    IMPLEMENTS = "implements", "落实"
    RELATED = "related", "相关"


class PageRelation(Orderable):
    """A typed link from one page to another; both pages show it."""

    page: models.ForeignKey[Page, Page] = ParentalKey(
        Page, on_delete=models.CASCADE, related_name="relations"
    )
    target = models.ForeignKey(
        Page, verbose_name="关联页面", on_delete=models.CASCADE, related_name="related_from"
    )
    relation = models.CharField("关系", max_length=20, choices=Relation, default=Relation.RELATED)

    panels = [PageChooserPanel("target"), FieldPanel("relation")]

    class Meta(Orderable.Meta):
        verbose_name = "关联"
        verbose_name_plural = "关联"

    def __str__(self) -> str:
        return f"{self.page_id} {self.relation} {self.target_id}"


class PageAttachment(Orderable):
    """A file that belongs to a page."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        StoredDocument, verbose_name="文件", on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(
        "附件名称", max_length=255, blank=True, help_text="不填则用文件自己的标题。"
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = "附件"
        verbose_name_plural = "附件"

    def __str__(self) -> str:
        return self.title or self.document.title


class IndexSeries(models.Model):
    """The last 索引号 serial given out for one department and year; serials are never reused."""

    department = models.ForeignKey("base.Department", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("年份")
    last_serial = models.PositiveIntegerField("最后流水号", default=0)

    class Meta:
        verbose_name = "索引号流水"
        verbose_name_plural = "索引号流水"
        constraints = [
            models.UniqueConstraint(fields=["department", "year"], name="one_series_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.department_id}/{self.year}: {self.last_serial}"
