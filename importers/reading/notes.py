"""What the lines above a table say: 填报单位."""

import re

from importers.reading.tables import Table

_BODY = re.compile(
    r"(?:填报|填表|报送|制表|编制)(?:单位|部门)(?:[（(]盖?章?[)）])?\s*[:：]\s*(\S[^:：]*)$"
)


def reporting_body(table: Table) -> str | None:
    """Return who filled in the table, when a note says it and is not just an empty blank."""
    for note in table.notes:
        found = _BODY.search(note)
        if found and (name := found[1].strip(" _＿")):
            return re.sub(r"\s+|（盖章）|\(盖章\)", "", name)
    return None
