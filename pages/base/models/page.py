from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.base.description import Description
from pages.base.fields import CodeField
from pages.base.forms import BasePageForm
from pages.base.metadata import default_description, page_tags
from pages.base.models.reference import Department, Topic
from pages.base.slugs import pinyin_slug

MAX_SUMMARY = 500


class BasePage(Page):
    """A publication: who published it, when it was made, when it became public, what it is about.

    The four elements that 政府信息公开条例 art 12 wants of every entry (索引、名称、内容概述、生成
    日期) are here, so that no kind can lack them.
    """

    kind: ClassVar[str] = "page"
    column_type: ClassVar[str] = "概况信息"  # ColumnType of 国办发〔2017〕47号
    takes_index_no: ClassVar[bool] = False
    read_with: ClassVar[tuple[str, ...]] = ("publisher",)  # what its page prints, joined

    publisher = models.ForeignKey(
        Department,
        verbose_name="发布机构",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    source = models.CharField(
        "来源", max_length=100, blank=True, help_text="稿件来源，例如：县政府办。不填则用发布机构。"
    )
    dated_on = models.DateField(
        "成文日期", null=True, blank=True, help_text="文件上写的日期，不是上网的日期。"
    )
    topics = ParentalManyToManyField(Topic, verbose_name="主题", blank=True, related_name="+")
    summary = models.TextField(
        "摘要",
        blank=True,
        max_length=MAX_SUMMARY,
        help_text="用一两句话说清这一页讲什么，会出现在检索结果里。",
    )
    disclosure_mode = CodeField("公开方式", codelist="disclosure_mode", default="proactive")
    index_no = models.CharField(
        "索引号",
        max_length=50,
        blank=True,
        editable=False,
        help_text="首次发布时自动编号，以后不变。",
    )

    # Routing sets it when it has seen that no page on the way is private.
    is_known_public = False

    publication_panels: ClassVar[Sequence[Any]] = [
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("publisher"), FieldPanel("source")]),
                FieldRowPanel([FieldPanel("dated_on"), FieldPanel("disclosure_mode")]),
                FieldRowPanel(
                    [
                        FieldPanel("index_no", read_only=True),
                        FieldPanel("first_published_at", read_only=True, heading="发布时间"),
                    ]
                ),
                FieldPanel("topics"),
            ],
            heading="公开信息",
        ),
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug", help_text="网址的最后一段；不填则按标题的拼音生成。"),
                FieldPanel("show_in_menus"),
                FieldPanel("search_description"),
            ],
            heading="网址与导航",
        )
    ]
    search_fields = [
        *Page.search_fields,
        index.FilterField("publisher"),
        index.FilterField("dated_on"),
    ]

    base_form_class = BasePageForm

    class Meta:
        abstract = True

    @property
    def published_at(self) -> datetime | None:
        """The instant of first publication; the system sets it and nobody edits it."""
        instant: datetime | None = self.first_published_at
        return instant

    @property
    def content_source(self) -> str:
        """来源 as printed and as the meta tag ContentSource wants it."""
        return self.source or (self.publisher.name if self.publisher else "")

    def get_view_restrictions(self) -> Any:
        """Ask the database for private ancestors only when routing has not done so."""
        return [] if self.is_known_public else super().get_view_restrictions()

    def check_publishable(self) -> None:
        """Raise ValidationError for what must not become public; drafts are not asked."""

    def clean(self) -> None:
        super().clean()
        if self.live:
            self.check_publishable()

    def describe(self) -> Description:
        """Return what search and other apps may know of this page; kinds add their own facts."""
        return Description(
            kind=self.kind,
            title=self.title,
            summary=self.summary,
            department_id=self.publisher_id,
            topic_ids=tuple(topic.pk for topic in self.topics.all()),
            published_at=self.first_published_at,
        )

    def stable_codes(self) -> dict[str, str]:
        """Return scheme → code for every code under which other pages may name this one."""
        return {}

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """Restore a revision, but never the 索引号: it was given once and stays."""
        page: BasePage = super().with_content_json(content)
        page.index_no = self.index_no
        return page

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["page_tags"] = page_tags(self, request)
        return context

    def _set_core_field_defaults(self) -> None:
        """Wagtail's hook for defaults: the slug comes from the pinyin of the title."""
        parent_is_known = bool(self.path or getattr(self, "_cached_parent_obj", None))
        if not self.slug and self.title and parent_is_known:
            self.slug = self._get_autogenerated_slug(pinyin_slug(self.title))
        super()._set_core_field_defaults()


class ColumnPage(BasePage):
    """A column (栏目): a page that lists what lies below it."""

    introduction = models.TextField(
        "栏目说明", blank=True, help_text="一两句话，告诉来的人这里能找到什么。"
    )

    is_column: ClassVar[bool] = True
    content_panels = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        abstract = True

    @cached_property
    def description(self) -> str:
        """ColumnDescription: never empty, as the inspection wants it."""
        return self.introduction or default_description(self.title)
