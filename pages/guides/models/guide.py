from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from pages.base.description import Description
from pages.base.models import BasePage
from pages.guides.description import describe_guide
from pages.guides.limits import Limit
from pages.guides.models.contact import Contact, FeesAndResults
from pages.guides.models.identity import Handler, Identity
from pages.guides.models.promises import Conditions, TimeLimits, Visits
from pages.guides.panels import guide_form
from pages.guides.querysets import rows_of

PUBLICATION_PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("source"), FieldPanel("disclosure_mode")]),
            FieldRowPanel(
                [FieldPanel("dated_on"), FieldPanel("first_published_at", read_only=True)]
            ),
        ],
        heading="公开信息",
    ),
    InlinePanel("attachments", label="附件"),
]


class GuidePage(
    Identity, Handler, TimeLimits, Conditions, Visits, Contact, FeesAndResults, BasePage
):
    """How one department in one place carries out one item: what to bring, where, how long.

    Fields A to H of the 实施清单 under the names of the exchange schema; the title is 事项名称.
    """

    kind: ClassVar[str] = "guide"
    column_type: ClassVar[str] = "办事服务"
    read_with: ClassVar[tuple[str, ...]] = ("publisher", "result_sample")
    parent_page_types = ["guides.GuideIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "guides/guide_page.html"

    edit_handler = guide_form(BasePage.promote_panels, PUBLICATION_PANELS)
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("common_name"),
        index.SearchField("task_code"),
        index.FilterField("implementing_body"),
        index.FilterField("item_type"),
        index.FilterField("visits_on_site"),
    ]

    class Meta:
        verbose_name = "办事指南"
        verbose_name_plural = "办事指南"

    @property
    def name(self) -> str:
        """事项名称 under the name that the standard gives it."""
        title: str = self.title
        return title

    @property
    def legal_limit(self) -> Limit:
        return Limit(self.legal_limit_value, self.legal_limit_unit, self.legal_limit_note)

    @property
    def promised_limit(self) -> Limit:
        return Limit(self.promised_limit_value, self.promised_limit_unit, self.promised_limit_note)

    @property
    def is_fully_online(self) -> bool:
        """全程网办: level IV, or handled online with no visit."""
        if self.online_level == "IV":
            return True
        return bool(self.is_online) and self.visits_on_site == 0

    def clean(self) -> None:
        super().clean()
        self.publisher = self.implementing_body

    def stable_codes(self) -> dict[str, str]:
        return {"task_code": self.task_code, "local_task_code": self.local_task_code}

    def describe(self) -> Description:
        return describe_guide(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | rows_of(self)
