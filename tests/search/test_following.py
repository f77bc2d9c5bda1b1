"""The index follows the pages by Wagtail's signals, in the page's own transaction."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, PageViewRestriction

from pages.base.models import BasePage
from pages.guides.models import GuideIndexPage, GuidePage
from pages.home.models import SectionPage
from search.actions import compare_index, index_pages, remove_pages
from search.finding import find
from search.models import SearchDocument, SearchSection
from tests.factories import make_editor, make_guide

pytestmark = pytest.mark.django_db


def is_found(text: str) -> bool:
    return bool(find(text).hits)


def restrict(page: Page) -> PageViewRestriction:
    restriction: PageViewRestriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    return restriction


def publish(page: BasePage) -> None:
    page.save_revision().publish()


def test_a_draft_is_not_found_until_it_is_published() -> None:
    guide = make_guide("取水许可", publish=False)
    assert not is_found("取水许可")

    publish(guide)

    assert is_found("取水许可")


def test_a_new_draft_of_a_public_page_changes_nothing_yet() -> None:
    guide = make_guide("取水许可")
    guide.title = "采砂许可"
    revision = guide.save_revision()

    assert is_found("取水许可")
    assert not is_found("采砂")
    revision.publish()
    assert is_found("采砂")
    assert not is_found("取水")


def test_a_withdrawn_page_leaves() -> None:
    make_guide("取水许可").unpublish()

    assert not is_found("取水许可")


def test_a_deleted_page_leaves_and_those_below_it() -> None:
    make_guide("取水许可")

    GuideIndexPage.objects.get().delete()

    assert not is_found("取水许可")
    assert not SearchSection.objects.exists()


def test_withdrawing_a_column_takes_out_all_below_it() -> None:
    make_guide("取水许可")

    column, chief = GuideIndexPage.objects.get(), make_editor(is_superuser=True)
    UnpublishPageAction(column, user=chief, include_descendants=True).execute()

    assert not SearchDocument.objects.exists()


def test_private_pages_are_never_in_the_index() -> None:
    guide = make_guide("取水许可")

    restriction = restrict(GuideIndexPage.objects.get())
    assert not is_found("取水许可")
    publish(guide)
    assert not is_found("取水许可")
    restriction.delete()
    assert is_found("取水许可")


def test_a_page_moved_below_a_private_one_leaves_and_comes_back() -> None:
    home = Page.objects.get(depth=2)
    private, public = (
        home.add_child(instance=SectionPage(title=title, slug=slug))
        for title, slug in (("内部", "internal"), ("公开", "public"))
    )
    restrict(private)
    inner = public.add_child(instance=SectionPage(title="值班安排", slug="duty"))
    publish(inner)
    assert is_found("值班安排")

    public.refresh_from_db()
    public.move(private, pos="last-child")
    assert not is_found("值班安排")
    SectionPage.objects.get(slug="public").move(home, pos="last-child")
    assert is_found("值班安排")


def test_an_expired_page_leaves() -> None:
    guide = make_guide("取水许可")
    GuidePage.objects.filter(pk=guide.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))

    call_command("publish_scheduled", verbosity=0)

    assert not is_found("取水许可")


def test_a_page_that_is_rolled_back_was_never_in() -> None:
    def fail() -> None:
        make_guide("取水许可")
        assert is_found("取水许可")
        raise InterruptedError

    with pytest.raises(InterruptedError), transaction.atomic():
        fail()

    assert not is_found("取水许可")
    assert not compare_index()


def test_columns_are_not_results() -> None:
    publish(GuideIndexPage.objects.get())

    assert not is_found("办事指南")


def test_any_ids_and_querysets_are_taken() -> None:
    guide = make_guide("取水许可")
    remove_pages(Page.objects.filter(pk=guide.pk))
    assert not is_found("取水许可")

    assert index_pages([guide.pk, 999_999, Page.objects.get(depth=1).pk]) == 1
    assert is_found("取水许可")
    assert index_pages(GuidePage.objects.all()) == 1


def test_rebuilding_and_checking(capsys: pytest.CaptureFixture[str]) -> None:
    kept, lost, stale = (make_guide(title) for title in ("取水许可", "采砂许可", "砍树许可"))
    gone = make_guide("旧事项")
    Page.objects.filter(pk=gone.pk).update(live=False)
    GuidePage.objects.filter(pk=stale.pk).update(notes="改过的注意事项")
    remove_pages([lost.pk])

    found = compare_index()
    assert (found.missing, found.surplus, found.stale) == ((lost.pk,), (gone.pk,), (stale.pk,))
    with pytest.raises(SystemExit) as exit_:
        call_command("search_check")
    assert exit_.value.code == 1
    assert "缺少 1 个页面" in capsys.readouterr().out

    call_command("search_rebuild")
    assert "3 个页面" in capsys.readouterr().out
    call_command("search_check")
    assert "一致" in capsys.readouterr().out
    assert SearchDocument.objects.filter(page_id=kept.pk).exists()
