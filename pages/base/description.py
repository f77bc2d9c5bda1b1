from dataclasses import dataclass, field
from datetime import datetime

Fact = str | int | bool | None


@dataclass(frozen=True)
class Description:
    """What a page says about itself to whoever lists or finds pages without knowing its kind."""

    kind: str
    title: str
    keywords: str = ""  # other names and codes, searched like the title
    summary: str = ""
    body: str = ""  # plain text, paragraphs separated by line breaks
    department_id: int | None = None
    topic_ids: tuple[int, ...] = ()
    published_at: datetime | None = None
    facts: dict[str, Fact] = field(default_factory=dict)  # what a result card prints
