"""Time limits: a number with its unit (行政许可法 art 82: working days, holidays excluded)."""

from dataclasses import dataclass

from pages.base.codelists import codelist

INSTANT = "instant"


@dataclass(frozen=True)
class Limit:
    """A promise of time; `value` is None when the guide does not say it."""

    value: int | None
    unit: str
    note: str = ""

    @property
    def is_known(self) -> bool:
        return self.unit == INSTANT or (self.value is not None and bool(self.unit))

    @property
    def number(self) -> str:
        """The large figure of the answer strip: 3, or 当场."""
        if self.unit == INSTANT:
            return "当场"
        return "" if self.value is None else str(self.value)

    @property
    def unit_label(self) -> str:
        """The word after the figure: 个工作日, 个月; nothing for what is done at once."""
        if self.unit == INSTANT:
            return "办结"
        label = codelist("limit_unit").label(self.unit) if self.unit else ""
        return f"个{label}" if self.unit in {"working_day", "calendar_day", "month"} else label

    def __str__(self) -> str:
        return f"{self.number} {self.unit_label}".strip() if self.unit != INSTANT else "当场办结"
