"""List notices (清单公告): a catalogue published in batches, whose rows are records of their own."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.base.description import Description
from pages.base.listing import paginate
from pages.base.models import BasePage, ColumnPage, Department
from pages.base.numerals import chinese_ordinal
from pages.base.visibility import visibility_of
from pages.lists.description import describe_notice
from pages.lists.enums import ListType
from pages.lists.querysets import narrowed, rows_shown


class ListNoticePage(BasePage):
    """One batch of one catalogue, as it was announced."""

    kind: ClassVar[str] = "list"
    column_type: ClassVar[str] = "办事服务"
    takes_index_no: ClassVar[bool] = True
    parent_page_types = ["lists.ListIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "lists/list_notice_page.html"

    list_type = models.CharField("清单种类", max_length=40, choices=ListType)
    batch_no = models.PositiveSmallIntegerField("批次", default=1, help_text="第几批，写数字。")
    basis = models.TextField(
        "公布依据", blank=True, help_text="依据哪份文件公布，写文件名称和文号。"
    )
    basis_doc_number = models.CharField(
        "依据文号", max_length=100, blank=True, help_text="写了文号会自动链接到本站的文件。"
    )
    effective_on = models.DateField("施行日期", null=True, blank=True)
    body = models.TextField("公告正文", blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("list_type"), FieldPanel("batch_no")]),
                FieldRowPanel([FieldPanel("basis_doc_number"), FieldPanel("effective_on")]),
                FieldPanel("basis"),
            ],
            heading="清单",
        ),
        FieldPanel("body"),
        InlinePanel("attachments", label="附件"),
        *BasePage.publication_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.FilterField("list_type"),
        index.FilterField("batch_no"),
    ]

    class Meta:
        verbose_name = "清单公告"
        verbose_name_plural = "清单公告"

    @property
    def batch_label(self) -> str:
        """第一批, 第二批 …"""
        return f"第{chinese_ordinal(self.batch_no)}批"

    def describe(self) -> Description:
        return describe_notice(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | rows_shown(self, request)


class ListRow(models.Model):
    """One item of a notice. Thousands stand in one notice, so they are no inlines of its form."""

    notice = models.ForeignKey(
        ListNoticePage, verbose_name="清单公告", on_delete=models.CASCADE, related_name="rows"
    )
    row_guid = models.UUIDField("行标识", default=uuid.uuid4, unique=True, editable=False)
    position = models.PositiveIntegerField("序号")
    name = models.CharField("事项名称", max_length=500)
    task_code = models.CharField("实施编码", max_length=100, blank=True, db_index=True)
    department = models.ForeignKey(
        Department,
        verbose_name="责任部门",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    department_name = models.CharField(
        "部门（原文）",
        max_length=200,
        blank=True,
        help_text="公布时的写法；机构库里没有时只写这里。",
    )
    note = models.TextField("备注", blank=True)

    panels = [
        FieldPanel("notice"),
        FieldRowPanel([FieldPanel("position"), FieldPanel("task_code")]),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("department"), FieldPanel("department_name")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = "清单事项"
        verbose_name_plural = "清单事项"
        ordering = ["notice", "position"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "position"], name="one_row_a_position")
        ]

    def __str__(self) -> str:
        return f"{self.position} {self.name}"

    @property
    def department_label(self) -> str:
        return self.department.name if self.department else self.department_name


class ListIndexPage(ColumnPage):
    """The column 清单公告."""

    column_type: ClassVar[str] = "办事服务"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["lists.ListNoticePage"]
    template = "lists/list_index_page.html"

    class Meta:
        verbose_name = "清单公告栏目"
        verbose_name_plural = "清单公告栏目"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        everything = visibility_of(request).of(ListNoticePage.objects.child_of(self))
        notices, filters = narrowed(everything, request)
        context["filters"] = filters
        context["results"] = paginate(request, notices)
        return context
