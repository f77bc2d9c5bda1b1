"""What the command does when the site is not as it expects; nothing is loaded here."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Site

from pages.base.models import Department, SiteSettings
from pages.guides.models import GuideIndexPage, GuidePage
from yici.demo import loading
from yici.demo.guides import load_guides

pytestmark = [pytest.mark.contract, pytest.mark.django_db]


def load() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


def test_a_crash_leaves_nothing_half_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(loading, "load_tree", crash)
    with pytest.raises(RuntimeError):
        load()
    assert Department.objects.count() == 0


def test_a_kind_whose_column_was_removed_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LOADERS", {"guide": load_guides})
    GuideIndexPage.objects.get().delete()
    assert "办事指南" not in load()
    assert not GuidePage.objects.exists()


def test_a_name_that_somebody_gave_the_site_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LOADERS", {})
    settings = SiteSettings.for_site(Site.objects.get())
    settings.site_name = "清溪县人民政府"
    settings.save()
    assert "网站信息：已有 1，未改动" in load()
    assert SiteSettings.objects.get().sponsor == ""


def test_a_site_without_our_home_page_is_told_in_words() -> None:
    site = Site.objects.get()
    site.root_page = GuideIndexPage.objects.get()
    site.save()
    with pytest.raises(CommandError, match="首页"):
        load()
