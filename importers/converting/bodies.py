"""Names of public bodies."""

import re

from importers.converting.lists import split_outside
from importers.converting.reading import Converter, Hint, Reading, unreadable
from importers.converting.text import of_text, one_line
from importers.reading.cells import Cell

_BODY = re.compile(
    r"(局|委|厅|办|部|院|中心|政府|公司|会|所|处|站|室|队|馆|校|社|署|行|园|台|集团|大学|组|厂)$"
)


def body_name(field: str) -> Converter:
    """One body; several in a cell are told apart by their endings, a broken line is mended."""

    def parse(value: str, cell: Cell, hint: Hint) -> Reading:
        parts = split_outside(value, "、，,；;\n/")
        if len(parts) > 1 and all(_BODY.search(part) for part in parts):
            return unreadable(
                "several_bodies",
                f"一格里有 {len(parts)} 个单位（{'、'.join(parts)}），"
                "请只写一个，其余写到“联办机构”。",
            )
        return Reading({field: one_line(value)})

    return of_text(parse)
