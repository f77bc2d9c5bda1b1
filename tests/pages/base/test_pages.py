"""What every publication has: slug, number, codes, relations, an instant nobody edits."""

import datetime as dt

import pytest
from django.test import Client
from wagtail.admin.panels import get_edit_handler

from pages.base.lookups import pages_by_code, relations_of
from pages.base.models import BasePage, PageCode, SiteSettings
from pages.base.slugs import MAX_LENGTH, pinyin_slug
from pages.policies.models import PolicyPage
from tests.factories import make_department, make_guide, make_interpretation, make_policy

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"),
    [("重庆火锅店开办", "chong-qing-huo-guo-dian-kai-ban"), ("A4 纸", "a4-zhi"), ("（）", "page")],
)
def test_a_slug_is_readable_pinyin(title: str, slug: str) -> None:
    assert pinyin_slug(title) == slug


def test_a_long_title_gives_a_short_slug_that_ends_with_a_syllable() -> None:
    slug = pinyin_slug("食品经营许可证核发（含变更、延续、注销、补办）" * 4)
    assert len(slug) <= MAX_LENGTH
    assert not slug.endswith("-")


def test_two_pages_of_one_title_get_two_addresses() -> None:
    first, second = make_guide("居住证签注"), make_guide("居住证签注")
    assert (first.slug, second.slug) == ("ju-zhu-zheng-qian-zhu", "ju-zhu-zheng-qian-zhu-2")


def test_the_index_number_is_given_once_and_survives_edits_and_republication() -> None:
    department = make_department("云溪县民政局", unified_social_credit_code="11440113MB2C92966P")
    policy = make_policy(publisher=department)
    year = policy.published_at.year if policy.published_at else 0
    assert policy.index_no == f"11440113MB2C92966P/{year}-00001"
    draft_before = policy.revisions.first()
    policy.title = "改过的标题"
    policy.save_revision().publish()
    draft_before.publish()  # a revision that was made before the number was given
    policy.unpublish()
    PolicyPage.objects.get(pk=policy.pk).save_revision().publish()
    assert PolicyPage.objects.get(pk=policy.pk).index_no == f"11440113MB2C92966P/{year}-00001"
    other = make_policy("另一份", publisher=department, doc_number="云民发〔2026〕4号")
    assert other.index_no == f"11440113MB2C92966P/{year}-00002"


def test_the_format_of_index_numbers_is_the_sites_own() -> None:
    home = make_policy("先有一份").get_site()
    settings = SiteSettings.for_site(home)
    settings.index_no_template = "{dept}-{year}-{serial}"
    settings.save()
    policy = make_policy(
        "又一份",
        publisher=make_department("云溪县财政局", code="czj"),
        doc_number="云财〔2026〕1号",
    )
    assert policy.index_no.startswith("czj-")


def test_the_instant_of_publication_is_set_once_and_no_form_offers_it() -> None:
    guide = make_guide()
    first = guide.published_at
    guide.title = "改名"
    guide.save_revision().publish()
    guide.refresh_from_db()
    assert guide.published_at == first
    form_class = get_edit_handler(type(guide)).get_form_class()
    assert "first_published_at" not in form_class.base_fields


def test_a_page_is_found_by_its_codes_only_while_it_is_public() -> None:
    guide = make_guide(task_code="1144150019672024T3442199806003A")
    found = pages_by_code(["task_code"], ["1144150019672024T3442199806003A", ""])
    assert {code: page.pk for code, page in found.items()} == {guide.task_code: guide.pk}
    guide.task_code = "CHANGED"
    guide.save_revision().publish()
    assert list(PageCode.objects.values_list("code", flat=True)) == ["CHANGED"]
    guide.unpublish()
    assert pages_by_code(["task_code"], ["CHANGED"]) == {}


def test_both_ends_of_a_relation_see_it_and_neither_shows_a_draft() -> None:
    policy = make_policy()
    interpretation = make_interpretation(policy)
    assert [row.page_id for row in relations_of(policy)] == [interpretation.pk]
    assert [row.target_id for row in relations_of(interpretation)] == [policy.pk]
    interpretation.unpublish()
    assert relations_of(policy) == []


@pytest.mark.parametrize(
    "path", ["/guides/nothing-here/", "/%00/", "/guides/%E4%B8%AD/", "/guides/a/b/c/"]
)
def test_an_address_that_leads_nowhere_is_a_404_page(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "12345" in response.content.decode()


def test_a_page_below_the_asked_address_is_not_reached_by_its_prefix(client: Client) -> None:
    guide = make_guide()
    assert client.get(f"{guide.url}extra/").status_code == 404


def test_a_draft_is_not_public(client: Client) -> None:
    guide = make_guide(publish=False)
    assert client.get(f"/guides/{guide.slug}/").status_code == 404


def test_every_public_page_class_says_what_it_is() -> None:
    for model in BasePage.__subclasses__():
        assert model.column_type


def test_page_tags_are_complete_and_never_empty(client: Client) -> None:
    guide = make_guide(dated_on=dt.date(2026, 3, 5))
    expected = {"/": 3, "/guides/": 7, guide.url: 10}
    for url, number in expected.items():
        html = client.get(url).content.decode()
        names = [part.split('"')[0] for part in html.split('<meta name="')[1:]]
        mandatory = [name for name in names if name[0].isupper()][:number]
        assert len(mandatory) == number, url
        assert 'content=""' not in html
