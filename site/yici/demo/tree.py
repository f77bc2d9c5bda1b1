"""The frame of the site: the tree that every new site has, and the pages of running text."""

from dataclasses import dataclass
from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone
from wagtail.models import Site

from pages.base.kinds import kinds
from pages.base.models import Department
from pages.home.models import HomePage, SectionPage
from yici.demo.bodies import body_of
from yici.demo.files import Record
from yici.demo.publishing import publish
from yici.demo.tally import Tally
from yici.tree.actions import plant_first_tree

SECTION = "普通页面"


@dataclass(frozen=True)
class Tree:
    site: Site
    columns: dict[str, Any]  # by the slug of the kind; a column that an editor removed is absent


def load_tree(content: Record, departments: dict[str, Department], tally: Tally) -> Tree:
    """Find the home page and the columns; write the pages of running text that are missing."""
    plant_first_tree()
    site = Site.objects.filter(is_default_site=True).first()
    home = site.root_page.specific if site else None
    if site is None or not isinstance(home, HomePage):
        raise CommandError("默认站点的首页不是“首页”类型的页面，示例内容没有地方放。")
    for record in content["sections"]:
        _section(home, record, departments, tally)
    columns = {kind.slug: kind.index_class.objects.child_of(home).first() for kind in kinds()}
    return Tree(site, {slug: column for slug, column in columns.items() if column})


def _section(
    home: HomePage, record: Record, departments: dict[str, Department], tally: Tally
) -> None:
    if home.get_children().filter(slug=record["slug"]).exists():
        tally.found(SECTION)
        return
    fields = record | {
        "publisher": departments[record["publisher"]],
        "body": body_of(record["body"]),
    }
    publish(home, SectionPage(**fields), timezone.now())
    tally.wrote(SECTION)
