import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Site, Workflow

from pages.base.kinds import kinds
from pages.guides.models import GuideIndexPage
from pages.home.models import HomePage
from tests.factories import make_editor
from yici.tree.actions import plant_first_tree

pytestmark = pytest.mark.django_db


def test_a_new_site_has_a_column_for_every_kind() -> None:
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert isinstance(home, HomePage)
    columns = {type(page.specific) for page in home.get_children()}
    assert columns == {kind.index_class for kind in kinds()}


def test_what_wagtail_made_in_english_is_chinese() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {"编辑", "审核"}
    assert Workflow.objects.get().name == "发布审核"
    assert Page.get_first_root_node().title == "根目录"


def test_an_editor_may_do_her_daily_work_and_only_a_reviewer_judges_comments() -> None:
    editor, reviewer = make_editor("编辑"), make_editor("审核")
    for permission in (
        "importers.add_importbatch",
        "lists.change_listrow",
        "consultations.view_comment",
    ):
        assert editor.has_perm(permission)
        assert reviewer.has_perm(permission)
    assert not editor.has_perm("consultations.change_comment")
    assert reviewer.has_perm("consultations.change_comment")


def test_planting_again_changes_nothing_even_after_an_editor_removed_a_column() -> None:
    GuideIndexPage.objects.get().delete()
    before = Page.objects.count()
    assert plant_first_tree() is None
    assert Page.objects.count() == before
