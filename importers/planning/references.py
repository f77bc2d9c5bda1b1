"""Departments and topics by name, read once; those that are missing are made when it is applied."""

import unicodedata
from collections.abc import Iterable

from pages.base.models import Department, Topic
from pages.base.slugs import pinyin_slug

LOCAL_TOPICS = {"person": "地方特色", "legal": "地方特色分类"}


def fold_name(name: str) -> str:
    """Compare names without blanks and with one kind of brackets."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


class DepartmentBook:
    """Every department by its full and short names."""

    def __init__(self) -> None:
        self._by_name: dict[str, Department] = {}
        for department in Department.objects.order_by("-is_active", "pk"):
            self._learn(department)

    def _learn(self, department: Department) -> None:
        for name in department.all_names:
            self._by_name.setdefault(fold_name(name), department)

    def find(self, name: str) -> Department | None:
        return self._by_name.get(fold_name(name))

    def name_of(self, pk: int | None) -> str:
        """Return the full name for the id that a revision holds; empty when there is none."""
        return next((d.name for d in self._by_name.values() if d.pk == pk), "") if pk else ""

    def create_missing(self, names: Iterable[str]) -> None:
        """Create the departments that nobody knows yet, each with a code from its pinyin."""
        missing = [name for name in dict.fromkeys(names) if self.find(name) is None]
        if not missing:
            return
        codes = set(Department.objects.values_list("code", flat=True))
        for name in missing:
            if self.find(name) is None:
                code = free_slug(pinyin_slug(name)[:45].rstrip("-"), codes)
                self._learn(Department.objects.create(name=name, code=code))


class TopicBook:
    """Topics by audience and name."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], Topic] = {}
        for topic in Topic.objects.exclude(audience=Topic.Audience.SUBJECT):
            self._by_name[topic.audience, fold_name(topic.name)] = topic

    def find(self, audience: str, name: str) -> Topic | None:
        return self._by_name.get((audience, fold_name(name)))

    def of(self, audience: str, pks: Iterable[int]) -> list[Topic]:
        """Return the topics of one audience among the ids that a revision holds."""
        wanted = set(pks)
        return [t for (kind, _), t in self._by_name.items() if kind == audience and t.pk in wanted]

    def create_missing(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Create topics of this place under 地方特色, the national heading for them."""
        missing = [pair for pair in dict.fromkeys(wanted) if self.find(*pair) is None]
        if not missing:
            return
        slugs = set(Topic.objects.values_list("slug", flat=True))
        for audience, name in missing:
            if self.find(audience, name) is None:
                topic = Topic.objects.create(
                    name=name,
                    audience=audience,
                    slug=free_slug(f"{audience}-{pinyin_slug(name)}"[:50].rstrip("-"), slugs),
                    parent=self.find(audience, LOCAL_TOPICS[audience]),
                    sort_order=998,
                )
                self._by_name[audience, fold_name(name)] = topic


def free_slug(wanted: str, taken: set[str]) -> str:
    """Return the slug, numbered when it is taken, and take it."""
    slug, number = wanted, 2
    while slug in taken:
        slug = f"{wanted}-{number}"
        number += 1
    taken.add(slug)
    return slug
