"""The 2,262 real items as a department would send them: one sheet, Chinese headers."""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Item = dict[str, Any]


def _joined(field: str, separator: str) -> Callable[[Item], str]:
    def value(item: Item) -> str:
        found = item[field]
        return separator.join(found) if isinstance(found, list) else str(found or "")

    return value


COLUMNS: dict[str, str | Callable[[Item], str]] = {
    "实施编码": "TASK_CODE",
    "事项名称": "TASK_NAME",
    "实施主体": "DEPT_NAME",
    "事项类型": "TASK_TYPE_TEXT",
    "行使层级": "matter_level",
    "基本编码": "CATAID",
    "日常用语": "matter_daily",
    "联办机构": "co_department",
    "法定办结时限": "handle_time",
    "承诺办结时限": "handle_time_limit",
    "到办事现场次数": "visit_number",
    "是否网办": "ONLINECHECK",
    "网上办理地址": "URL",
    "是否支持预约办理": "online_book",
    "是否支持物流快递": "courier_service",
    "受理条件": "accept_standard",
    "申请材料": _joined("material_intro", "\n"),
    "办理地点": "handle_location",
    "咨询电话": "consult_phone",
    "监督投诉电话": "complain_phone",
    "服务对象": _joined("service_object_name", "、"),
    "主题": _joined("theme_category", "/"),
}


def read_items(data: Path) -> Iterator[Item]:
    with gzip.open(data / "gd-service-items" / "items.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def write_items(data: Path, target: Path) -> int:
    """Write the workbook; returns the number of items."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("事项")
    sheet.append(list(COLUMNS))
    number = 0
    for item in read_items(data):
        sheet.append([c(item) if callable(c) else item[c] for c in COLUMNS.values()])
        number += 1
    workbook.save(target)
    return number
