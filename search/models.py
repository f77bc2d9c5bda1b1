from typing import ClassVar

from django.db import models

from pages.base.models import Department, Topic

SECTIONS_A_DOCUMENT = 10_000
"""A section's key is page id × this + position, so that an index row names its page by itself."""


class SearchDocument(models.Model):
    """What search knows of one public page. Derived: `search_rebuild` makes it anew at any time."""

    page_id = models.PositiveBigIntegerField(primary_key=True)
    kind = models.CharField("种类", max_length=40)
    department = models.ForeignKey(
        Department, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name="机构"
    )
    published_at = models.DateTimeField("发布时间", null=True)
    analysis_version = models.PositiveSmallIntegerField("分词版本")
    version = models.PositiveBigIntegerField(
        "版本", help_text="写入时刻（微秒）；其他引擎据此丢弃迟到的旧数据。"
    )
    digest = models.CharField("摘要值", max_length=64, help_text="内容的 SHA-256，供核对。")
    title = models.TextField("标题")
    keywords = models.TextField("别名与编码", blank=True)
    keys = models.TextField("精确匹配键", blank=True, help_text="标题、文号、编码，用空格分开。")
    summary = models.TextField("摘要", blank=True)
    facts = models.JSONField("结果卡片的内容", default=dict)
    topics = models.ManyToManyField(Topic, related_name="+", verbose_name="主题")

    class Meta:
        verbose_name = "检索文档"
        verbose_name_plural = "检索文档"
        indexes: ClassVar = [
            # Covers what counting reads, so that no long row is fetched for it.
            models.Index(fields=["page_id", "kind", "department"], name="search_facets"),
        ]

    def __str__(self) -> str:
        return self.title


class SearchSection(models.Model):
    """A passage of a document: the text as printed, and the tokens that every engine stores.

    On SQLite, triggers copy each row into the full-text table `search_index` (migration 0002).
    """

    id = models.BigIntegerField(primary_key=True)
    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="sections")
    text = models.TextField("原文", blank=True)
    title = models.TextField("标题的词元")
    keywords = models.TextField("别名与编码的词元", blank=True)
    keys = models.TextField("精确匹配键", blank=True)
    body = models.TextField("正文的词元", blank=True)

    class Meta:
        verbose_name = "检索段落"
        verbose_name_plural = "检索段落"

    def __str__(self) -> str:
        return self.text[:40]
