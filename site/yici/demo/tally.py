from collections import Counter


class Tally:
    """What a run wrote and what it found in place, by the Chinese name of the kind."""

    def __init__(self) -> None:
        self.written: Counter[str] = Counter()
        self.kept: Counter[str] = Counter()

    def wrote(self, label: str, number: int = 1) -> None:
        self.written[label] += number

    def found(self, label: str, number: int = 1) -> None:
        self.kept[label] += number

    def lines(self) -> list[str]:
        """Return the report in the order in which the kinds were met."""
        labels = list(dict.fromkeys([*self.written, *self.kept]))
        return [self._line(label) for label in labels]

    def _line(self, label: str) -> str:
        parts = []
        if self.written[label]:
            parts.append(f"新写 {self.written[label]}")
        if self.kept[label]:
            parts.append(f"已有 {self.kept[label]}，未改动")
        return f"{label}：{'；'.join(parts)}"
