"""The results page: what people type, what they see."""

import pytest
from django.test import Client

from pages.base.models import Topic
from search.actions import index_pages
from tests.factories import (
    make_consultation,
    make_department,
    make_guide,
    make_interpretation,
    make_notice,
    make_policy,
)
from tests.search.reading import counts_of, page_of, titles

pytestmark = pytest.mark.django_db


def test_a_part_of_a_name_finds_the_guide_and_marks_it(client: Client) -> None:
    make_guide("居民身份证补领")
    make_guide("老年人优待证办理")

    html = page_of(client, q="身份证")

    assert titles(html) == ["居民身份证补领"]
    assert "居民<mark>身份证</mark>补领" in html


@pytest.mark.parametrize(
    "question", ["身份证怎么补办？", "身份证 丢了", "请问怎么补领居民身份证呢"]
)
def test_a_colloquial_question_finds_the_guide_first(client: Client, question: str) -> None:
    make_guide("居民身份证补领")
    make_guide("食品经营许可证核发")
    make_policy("关于规范证件管理工作的通知")

    assert titles(page_of(client, q=question))[0] == "居民身份证补领"


@pytest.mark.parametrize(
    "written", ["融政发〔2018〕26号", "融政发[2018]26号", "融政发（2018）26号", "融政发201826"]
)
def test_a_document_number_in_any_form_comes_first(client: Client, written: str) -> None:
    make_policy("关于推进一次办好改革的意见", doc_number="融政发〔2018〕26号")
    make_policy("关于融政发工作的通知，2018年第26号", doc_number="融政发〔2019〕26号")

    assert titles(page_of(client, q=written))[0] == "关于推进一次办好改革的意见"


def test_an_exact_title_comes_before_longer_ones(client: Client) -> None:
    make_guide("低保金发放")
    make_guide("低保金发放标准调整，低保金发放办法，低保金发放")

    assert titles(page_of(client, q="低保金发放"))[0] == "低保金发放"


def test_a_service_question_prefers_the_guide_and_a_policy_word_the_policy(client: Client) -> None:
    policy = make_policy("高龄津贴发放办法")
    make_interpretation(policy, "高龄津贴发放")
    make_guide("高龄津贴申领")

    assert titles(page_of(client, q="怎么申领高龄津贴"))[0] == "高龄津贴申领"
    assert titles(page_of(client, q="高龄津贴 办法"))[0] == "高龄津贴发放办法"


def test_what_is_out_of_force_sinks(client: Client) -> None:
    make_policy("停车收费办法（旧）", doc_number="云发改〔2015〕1号", validity="repealed")
    make_policy("停车收费办法（试行）", doc_number="云发改〔2026〕9号")

    assert titles(page_of(client, q="停车收费"))[0] == "停车收费办法（试行）"


def test_cards_show_what_each_kind_is_asked_for(client: Client) -> None:
    make_guide("停车证办理", visits_on_site=1)
    make_policy("停车管理办法", doc_number="云政发〔2026〕5号")
    make_consultation("停车收费办法（征求意见稿）")
    notice = make_notice("停车事项清单（第一批）")
    index_pages([notice.pk])  # its rows came after its publication

    html = page_of(client, q="停车")

    assert "跑 <b>1</b> 次" in html
    assert "3 个工作日" in html
    assert "〔2026〕5号" in html
    assert "征集中" in html
    assert "1 项" in html


def test_facets_count_under_all_filters_but_their_own(client: Client) -> None:
    police, civil = make_department("云溪县公安局"), make_department("云溪县民政局")
    for number in range(6):
        make_guide(f"居住证办理之{number}", implementing_body=police)
    for number in range(4):
        make_guide(f"居住证查询之{number}", implementing_body=civil)
    make_policy("居住证管理办法", publisher=police)

    html = page_of(client, q="居住证", department=police.code)

    assert counts_of(html) == {"办事指南": 6, "政策文件": 1, "云溪县公安局": 7, "云溪县民政局": 4}
    narrowed = page_of(client, q="居住证", department=police.code, kind="policy")
    assert titles(narrowed) == ["居住证管理办法"]
    assert counts_of(narrowed) == {"办事指南": 6, "政策文件": 1, "云溪县公安局": 1}


def test_facets_add_up_when_only_near_matches_are_found(client: Client) -> None:
    police = make_department("云溪县公安局")
    make_guide("居住证办理", implementing_body=police)
    make_guide("居住证查询")
    make_policy("居住登记办法", publisher=police)

    html = page_of(client, q="居住证", department=police.code)

    assert titles(html) == ["居住证办理"]
    assert counts_of(html)["云溪县民政局"] == 1


def test_a_topic_narrows(client: Client) -> None:
    birth, marriage = Topic.objects.filter(audience="person")[:2]
    for number in range(11):
        make_guide(f"户口登记之{number}", topics=[birth if number else marriage])

    html = page_of(client, q="户口登记", topic=marriage.slug)

    assert titles(html) == ["户口登记之0"]
    assert counts_of(html)[birth.name] == 10


def test_every_result_is_on_exactly_one_page(client: Client) -> None:
    names = {f"取水许可之{number}" for number in range(73)}
    for name in sorted(names):
        make_guide(name)

    pages = [titles(page_of(client, q="取水许可", page=number)) for number in range(1, 9)]

    assert [len(page) for page in pages] == [10] * 7 + [3]
    assert set().union(*pages) == names
    assert titles(page_of(client, q="取水许可", page=2)) == pages[1]


def test_a_page_number_out_of_range_gives_the_last_page(client: Client) -> None:
    for number in range(12):
        make_guide(f"取水许可之{number}")

    last = titles(page_of(client, q="取水许可", page=2))

    assert len(last) == 2
    assert titles(page_of(client, q="取水许可", page=99999)) == last
    assert len(titles(page_of(client, q="取水许可", page="x"))) == 10


def test_nothing_found_offers_the_nearest_and_the_hotline(client: Client) -> None:
    make_guide("食品经营许可证核发", materials=["营业执照"])

    html = page_of(client, q="量子火箭发射许可审批登记备案流程")

    assert "没有找到" in html
    assert "食品经营许可证核发" in titles(html)
    assert 'href="tel:12345"' in html


def test_an_empty_question_shows_the_box(client: Client) -> None:
    html = page_of(client)

    assert 'name="q"' in html
    assert "没有找到" not in html
