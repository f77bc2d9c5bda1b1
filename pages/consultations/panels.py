"""The edit form of a consultation, in the order in which the notice is written."""

from collections.abc import Sequence
from typing import Any

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    TabbedInterface,
)

NOTICE: list[Panel] = [
    FieldPanel(
        "title",
        heading="征集主题",
        help_text="写清是什么草案，例如：云溪县城区停车收费管理办法（征求意见稿）。",
    ),
    FieldPanel("summary"),
    FieldPanel("publisher", heading="征集单位"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            FieldPanel("short_period_reason"),
            FieldRowPanel([FieldPanel("procedure"), FieldPanel("decision_kind")]),
            FieldPanel("affects_market_entities"),
        ],
        heading="时间与程序",
    ),
    FieldPanel("explanation"),
    FieldPanel("basis"),
    MultiFieldPanel(
        [
            FieldPanel("ways"),
            FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_phone")]),
            FieldRowPanel([FieldPanel("contact_address"), FieldPanel("contact_email")]),
        ],
        heading="怎么提意见",
    ),
]
DRAFT: list[Panel] = [
    InlinePanel("clauses", label="条款", min_num=1),
    InlinePanel("attachments", label="附件"),
]
RESULT: list[Panel] = [
    FieldPanel("result_summary"),
    FieldRowPanel([FieldPanel("result_published_at"), FieldPanel("offline_count")]),
    InlinePanel("results", label="采纳情况"),
    InlinePanel(
        "relations",
        panels=[PageChooserPanel("target", page_type="policies.PolicyPage")],
        label="正式印发的文件",
        max_num=1,
    ),
    MultiFieldPanel([FieldPanel("ended_early_at"), FieldPanel("ended_reason")], heading="提前终止"),
]


def consultation_form(promote: Sequence[Any], publication: Sequence[Any]) -> TabbedInterface:
    return TabbedInterface(
        [
            ObjectList(NOTICE, heading="公告"),
            ObjectList(DRAFT, heading="草案"),
            ObjectList(RESULT, heading="结果"),
            ObjectList([*publication, *promote], heading="公开信息"),
        ]
    )
