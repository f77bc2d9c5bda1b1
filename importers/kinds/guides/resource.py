"""Guides as a declared resource: which columns a table of ours has, and what stands in them.

django-import-export's row machinery is not used to read thousands of rows; the same converters
serve both ways, so that what is exported is read back without a change.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from import_export.fields import Field
from import_export.resources import Resource
from import_export.widgets import Widget

from importers.converting.reading import Hint
from importers.kinds.columns import Column
from importers.kinds.guides.columns import CHILD_MODELS, guide_columns
from importers.kinds.guides.content import THEMES, Books, plain_fields
from importers.kinds.guides.printing import LIMITS, printed
from importers.planning.existing import Existing, newest_contents
from pages.base.codelists import codelist
from pages.guides.models import GuidePage

# Units stand in the cell of their number, themes in the columns of their audience.
NOT_EXPORTED = {"themes", "legal_limit_unit", "promised_limit_unit"}


class PrintedWidget(Widget):
    """A value as it stands in a cell; reading it back says in Chinese what is wrong."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self._column = column

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return str(value or "")

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        reading = self._column.read(value, Hint(self._column.label))
        errors = [remark.message for remark in reading.remarks if remark.severity == "error"]
        if errors:
            raise ValidationError(errors)
        return reading.values.get(self._column.name)


class GuideResource(Resource):
    """One row a guide, one column an element of the 实施清单, materials numbered in one cell."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for column in guide_columns():
            exported = column.field == "materials.name" or column.child is None
            if exported and column.field not in NOT_EXPORTED:
                self.fields[column.field] = Field(
                    attribute=column.field,
                    column_name=column.label,
                    widget=PrintedWidget(column),
                )

    def rows(self, department_id: int | None) -> Iterator[dict[str, str]]:
        """Yield the newest content of each guide, drafts included, as texts by field."""
        books = Books()
        for page in newest_contents(GuidePage):
            if department_id in {None, page.content.get("implementing_body")}:
                yield texts_of(page, books)


def texts_of(page: Existing, books: Books) -> dict[str, str]:
    """Return the printed values of one guide; what it does not say is an empty text."""
    content = page.content
    names = PLAIN_FIELDS
    texts = {
        field: printed(field, value)
        for field, _attribute, value in plain_fields({n: _value(n, content) for n in names})
    }
    for stem in LIMITS:
        texts[f"{stem}_value"] = _limit_text(content, stem)
    texts["row_guid"] = str(content.get("translation_key") or "")
    texts["implementing_body"] = books.departments.name_of(content.get("implementing_body"))
    for field, audience in THEMES.items():
        topics = books.topics.of(audience, content.get("topics", []))
        texts[field] = "、".join(topic.name for topic in topics)
    rows = content.get("materials", [])
    texts["materials.name"] = "\n".join(f"{n}. {row['name']}" for n, row in enumerate(rows, 1))
    return texts


def _value(field: str, content: Mapping[str, Any]) -> Any:
    return content.get("title" if field == "name" else field)


def _limit_text(content: Mapping[str, Any], stem: str) -> str:
    value, unit = content.get(f"{stem}_value"), content.get(f"{stem}_unit") or ""
    label = codelist("limit_unit").label(unit) if unit else ""
    return f"{'' if value is None else value}{label}"


PLAIN_FIELDS = [
    column.field
    for column in guide_columns()
    if column.child is None and column.field not in {*NOT_EXPORTED, *CHILD_MODELS}
]
