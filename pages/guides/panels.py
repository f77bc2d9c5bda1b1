"""The edit form of a guide, in the order of the paper form (基本信息 … 收费)."""

from collections.abc import Sequence
from typing import Any

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


IDENTITY: list[Panel] = [
    FieldPanel(
        "title",
        heading="事项名称",
        help_text="写规范的事项名称，与实施清单一致，例如：居民身份证补领。",
    ),
    FieldPanel("common_name"),
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            row("implementing_body", "handling_office"),
            row("item_type", "exercise_level"),
            row("implementing_body_kind", "power_source"),
            FieldPanel("service_targets"),
            row("entrusting_body", "joint_bodies"),
        ],
        heading="谁来办、为谁办",
    ),
    MultiFieldPanel(
        [
            row("catalog_code", "task_code"),
            row("task_handle_item_code", "local_task_code"),
            row("local_catalog_code", "implementing_body_code"),
            row("item_state", "item_version"),
            row("effective_from", "effective_to"),
        ],
        heading="编码与状态",
        classname="collapsed",
    ),
    FieldPanel("legal_basis"),
    FieldPanel("topics"),
]

PROMISES: list[Panel] = [
    MultiFieldPanel(
        [row("visits_on_site", "case_type"), FieldPanel("visit_reason")], heading="跑几次"
    ),
    MultiFieldPanel(
        [
            row("promised_limit_value", "promised_limit_unit"),
            FieldPanel("promised_limit_note"),
            row("legal_limit_value", "legal_limit_unit"),
            FieldPanel("legal_limit_note"),
            FieldPanel("special_procedures"),
        ],
        heading="几天办好",
    ),
    MultiFieldPanel(
        [
            row("is_online", "online_level"),
            FieldPanel("online_url"),
            FieldPanel("online_depth"),
            FieldPanel("handling_modes"),
            row("pc_url", "mobile_url"),
            row("supports_booking", "supports_courier"),
            row("supports_online_payment", "supports_terminal"),
            row("handling_area", "review_mode"),
            row("in_hall", "is_commitment"),
            FieldPanel("commitment_note"),
        ],
        heading="能不能网上办",
    ),
    MultiFieldPanel(
        [FieldPanel("is_charged"), FieldPanel("fee_basis"), InlinePanel("fees", label="收费项目")],
        heading="多少钱",
    ),
]

MATERIALS: list[Panel] = [
    HelpPanel(
        content="一样材料写一行。写不出具体名称的材料不能要求群众提供；"
        "能通过数据共享查到的，必要性选“信息免交”。"
    ),
    InlinePanel("materials", label="材料"),
]

PROCESS: list[Panel] = [
    FieldPanel("acceptance_conditions"),
    FieldPanel("applicability"),
    row("quantity_limit", "prohibited_conditions"),
    InlinePanel("process_steps", label="流程环节"),
    FieldPanel("process"),
    MultiFieldPanel(
        [FieldPanel("result_types"), row("result_name", "result_sample")], heading="拿到什么"
    ),
    FieldPanel("notes"),
    InlinePanel("faqs", label="常见问题"),
]

CONTACT: list[Panel] = [
    FieldPanel("places"),
    row("hall_name", "office_hours"),
    FieldPanel("traffic_guide"),
    FieldPanel("consultation"),
    FieldPanel("supervision"),
    row("town", "village"),
]


def guide_form(promote: Sequence[Any], publication: Sequence[Any]) -> TabbedInterface:
    """Assemble the tabs; publication data and the address come last."""
    return TabbedInterface(
        [
            ObjectList(IDENTITY, heading="基本信息"),
            ObjectList(PROMISES, heading="次数、时限、收费"),
            ObjectList(MATERIALS, heading="申请材料"),
            ObjectList(PROCESS, heading="条件与流程"),
            ObjectList(CONTACT, heading="地点与电话"),
            ObjectList([*publication, *promote], heading="公开信息"),
        ]
    )
