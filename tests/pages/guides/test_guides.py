import pytest
from django.test import Client

from pages.guides.limits import Limit
from tests.factories import make_department, make_editor, make_guide


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Limit(3, "working_day"), "3 个工作日"),
        (Limit(2, "month"), "2 个月"),
        (Limit(1, "year"), "1 年"),
        (Limit(24, "hour"), "24 小时"),
        (Limit(None, "instant"), "当场办结"),
        (Limit(0, "instant"), "当场办结"),
    ],
)
def test_a_limit_reads_as_people_say_it(limit: Limit, words: str) -> None:
    assert limit.is_known
    assert str(limit) == words


@pytest.mark.parametrize("limit", [Limit(None, ""), Limit(20, ""), Limit(None, "working_day")])
def test_a_limit_without_number_or_unit_promises_nothing(limit: Limit) -> None:
    assert not limit.is_known


@pytest.mark.django_db
def test_the_page_answers_in_the_order_of_a_person(client: Client) -> None:
    guide = make_guide(
        visits_on_site=0,
        is_online=True,
        online_url="https://bs.yunxi.example/apply",
        is_charged=False,
        consultation="0999-6211234",
        supervision="0999-6211235",
        places="云溪县政务服务中心一楼 3 号窗口",
        materials=["居民户口簿", "一寸照片"],
    )
    html = client.get(guide.url).content.decode()
    order = [guide.title, "跑几次", "几天办好", "要带的材料", "居民户口簿", "政务服务中心一楼"]
    positions = [html.index(words) for words in order]
    assert positions == sorted(positions)
    assert 'href="tel:09996211234"' in html or 'href="tel:0999-6211234"' in html


@pytest.mark.django_db
def test_a_material_that_the_department_looks_up_is_not_to_be_brought(client: Client) -> None:
    guide = make_guide(materials=["身份证", "营业执照", "委托书"])
    guide.materials.filter(name="营业执照").update(necessity="waived")
    guide.materials.filter(name="委托书").update(necessity="conditional")
    context = client.get(guide.url).context
    assert [material.name for material in context["to_bring"]] == ["身份证"]
    assert [material.name for material in context["looked_up"]] == ["营业执照"]
    assert [material.name for material in context["sometimes"]] == ["委托书"]


@pytest.mark.django_db
def test_the_column_narrows_by_visits_and_department_and_each_link_leads_to_its_count(
    client: Client,
) -> None:
    police, civil = (
        make_department("云溪县公安局", code="gaj"),
        make_department("云溪县民政局", code="mzj"),
    )
    for number, (department, visits) in enumerate(
        [(police, 0), (police, 1), (civil, 1), (civil, 3)]
    ):
        make_guide(f"事项{number}", implementing_body=department, visits_on_site=visits)
    filters = {one.name: one for one in client.get("/guides/").context["filters"]}
    assert {option.label: option.count for option in filters["visits"].options} == {
        "一次不用跑": 1,
        "最多跑一次": 2,
        "要跑两次以上": 1,
    }
    for one in filters.values():
        for option in one.options:
            shown = client.get(f"/guides/{option.url}").context["results"].paginator.count
            assert shown == option.count
    for nonsense in ("?visits=9", "?visits=x", "?department=%00", "?page=1e9"):
        assert client.get(f"/guides/{nonsense}").status_code == 200


@pytest.mark.django_db
def test_at_most_one_visit_is_derived() -> None:
    assert [make_guide(f"跑{n}次", visits_on_site=n).is_max_one_visit for n in (0, 1, 2)] == [
        True,
        True,
        False,
    ]
    assert not make_guide("没写几次", visits_on_site=None).is_max_one_visit


@pytest.mark.django_db
def test_the_admin_listing_and_form_open_in_chinese(client: Client) -> None:
    guide = make_guide()
    client.force_login(make_editor(is_superuser=True))
    listing = client.get("/admin/guides/").content.decode()
    assert guide.title in listing
    assert "承诺时限" in listing
    form = client.get(f"/admin/pages/{guide.pk}/edit/").content.decode()
    assert "申请材料" in form
    assert "到办事现场次数" in form
