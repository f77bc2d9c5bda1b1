"""Guides (办事指南): what a table of them may hold and what is decided after reading."""

from pathlib import Path

from importers.assembling import Shape
from importers.converting.bodies import body_name
from importers.converting.codes import (
    CATALOG_CODE,
    HANDLE_CODE,
    TASK_CODE,
    code,
    credit_code,
    local_code,
)
from importers.converting.contacts import contact
from importers.converting.limits import limit, unit
from importers.converting.lists import names
from importers.converting.text import line, text
from importers.kinds.columns import Column, columns_of, load_headers
from pages.guides.models import GuideFaq, GuideFee, GuideMaterial, GuidePage, ProcessStep

HEADERS = load_headers(Path(__file__).with_name("headers.toml"))
CHILD_MODELS: dict[str, type[GuideMaterial | GuideFee | ProcessStep | GuideFaq]] = {
    "materials": GuideMaterial,
    "fees": GuideFee,
    "process_steps": ProcessStep,
    "faqs": GuideFaq,
}
CHILD_KEYS = {"materials": "name", "fees": "name", "process_steps": "name", "faqs": "question"}
IDENTITY = (
    *("row_guid", "task_code", "task_handle_item_code", "local_task_code"),
    *("name", "implementing_body"),
)
SPECIAL = {
    "name": line("name", limit=255),
    "row_guid": line("row_guid", limit=36),
    "implementing_body": body_name("implementing_body"),
    "implementing_body_code": credit_code("implementing_body_code"),
    "catalog_code": code("catalog_code", "local_catalog_code", (CATALOG_CODE,)),
    "local_catalog_code": local_code("local_catalog_code", 50),
    "task_code": code("task_code", "local_task_code", (TASK_CODE, HANDLE_CODE)),
    "local_task_code": local_code("local_task_code", 100),
    "task_handle_item_code": code("task_handle_item_code", "local_task_code", (HANDLE_CODE,)),
    "legal_limit_value": limit("legal_limit"),
    "legal_limit_unit": unit("legal_limit_unit"),
    "promised_limit_value": limit("promised_limit"),
    "promised_limit_unit": unit("promised_limit_unit"),
    "consultation": contact("consultation"),
    "supervision": contact("supervision"),
    "themes": names("themes"),
    "themes_person": names("themes_person"),
    "themes_legal": names("themes_legal"),
    # Here 无 is an answer and not an empty cell.
    **{
        field: text(field, keeps_none=True)
        for field in ("special_procedures", "quantity_limit", "prohibited_conditions")
    },
}
NO_MATERIALS = frozenset(
    {"无需材料", "无需提交材料", "不需要材料", "无需提供材料", "无材料", "免提交"}
)


CHILD_SPECIAL = {"materials": {"name": text("name")}, "process_steps": {"unit": unit("unit")}}


def guide_columns() -> list[Column]:
    """Every column that a table of guides may have."""
    columns = columns_of(GuidePage, HEADERS["guide"], SPECIAL)
    for child, model in CHILD_MODELS.items():
        columns += columns_of(model, HEADERS[child], CHILD_SPECIAL.get(child, {}), child)
    return columns


def guide_shape() -> Shape:
    return Shape(
        columns={column.field: column for column in guide_columns()},
        identity=IDENTITY,
        child_keys=CHILD_KEYS,
        listed=frozenset({"materials"}),
        no_rows=NO_MATERIALS,
    )
