"""A new site has its home page and its columns from the first migrate on; an editor fills them."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from wagtail.models import Collection, Page, Site, Task, Workflow

from pages.base.models import ColumnPage
from pages.consultations.models import ConsultationIndexPage
from pages.guides.models import GuideIndexPage
from pages.home.models import HomePage
from pages.lists.models import ListIndexPage
from pages.policies.models import InterpretationIndexPage, PolicyIndexPage

COLUMNS: list[tuple[type[ColumnPage], str, str, str]] = [
    (GuideIndexPage, "办事指南", "guides", "要带什么、去哪里、几天办好，一次说清。"),
    (ListIndexPage, "清单公告", "lists", "最多跑一次、容缺受理等各批事项清单。"),
    (PolicyIndexPage, "政策文件", "policies", "县政府和各部门印发的文件，标明是否有效。"),
    (
        InterpretationIndexPage,
        "政策解读",
        "interpretations",
        "用大白话讲政策：管什么、怎么享受、找谁问。",
    ),
    (ConsultationIndexPage, "意见征集", "consultations", "重大决策出台之前，听您的意见。"),
]


@transaction.atomic
def plant_first_tree() -> HomePage | None:
    """Replace Wagtail's welcome page by a home page with a column a kind; None if that was done.

    Nothing is touched once the site's root is anything but the plain page that Wagtail's own
    migrations leave, so a column that an editor removed stays removed.
    """
    if not _tables_are_there():
        return None
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None or site.root_page.content_type != ContentType.objects.get_for_model(Page):
        return None
    welcome, root = site.root_page, Page.get_first_root_node()
    home = HomePage(title="首页", slug="site-home", show_in_menus=False)
    root.add_child(instance=home)
    site.root_page, site.site_name = home, "县人民政府"
    site.save()
    if not welcome.get_children_count():
        welcome.delete()
    _speak_chinese(root)
    _grant_daily_work()
    for model, title, slug, introduction in COLUMNS:
        home.add_child(
            instance=model(title=title, slug=slug, introduction=introduction, show_in_menus=True)
        )
    return home


def _speak_chinese(root: Page) -> None:
    """Rename what Wagtail's migrations made in English: it stands in the menus of every editor."""
    Page.objects.filter(pk=root.pk, title="Root").update(title="根目录", draft_title="根目录")
    Collection.objects.filter(depth=1, name="Root").update(name="根文件夹")
    for english, chinese in (("Editors", "编辑"), ("Moderators", "审核")):
        Group.objects.filter(name=english).update(name=chinese)
    Workflow.objects.filter(name="Moderators approval").update(name="发布审核")
    Task.objects.filter(name="Moderators approval").update(name="审核")


def _grant_daily_work() -> None:
    """Editors and reviewers import, keep the rows of lists and read comments; reviewers judge them."""
    both = [
        *("add_importbatch", "view_importbatch"),
        *("add_listrow", "change_listrow", "delete_listrow", "view_listrow", "view_comment"),
    ]
    for name, codenames in (("编辑", both), ("审核", [*both, "change_comment"])):
        group = Group.objects.filter(name=name).first()
        if group:
            group.permissions.add(*Permission.objects.filter(codename__in=codenames))


def _tables_are_there() -> bool:
    """A partial migrate (one app, a step back) leaves nothing to plant in."""
    models: list[type[Model]] = [Site, HomePage, *(row[0] for row in COLUMNS)]
    needed = {model._meta.db_table for model in models}
    return needed <= set(connection.introspection.table_names())
