import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from pages.base.numerals import chinese_ordinal
from pages.lists.models import ListRow
from tests.factories import make_department, make_editor, make_guide, make_notice, make_policy

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")],
)
def test_batches_are_counted_as_documents_count(number: int, words: str) -> None:
    assert chinese_ordinal(number) == words


@given(st.integers(0, 99))
def test_an_ordinal_reads_back_as_the_number(number: int) -> None:
    tens, _, ones = chinese_ordinal(number).rpartition("十")
    has_ten = "十" in chinese_ordinal(number)
    value = (DIGITS.index(tens) if tens else 1) * 10 if has_ten else 0
    assert value + (DIGITS.index(ones) if ones else 0) == number


@pytest.mark.django_db
def test_a_row_leads_to_its_guide_as_soon_as_there_is_one_and_the_basis_to_its_document(
    client: Client,
) -> None:
    notice = make_notice(
        rows=[{"name": "居住证申领", "task_code": "T1"}, {"name": "无指南事项", "task_code": "T2"}],
        basis_doc_number="云政办发[2026]第12号",
    )
    assert [row["guide"] for row in client.get(notice.url).context["rows"]] == [None, None]
    guide, policy = (
        make_guide("居住证申领", task_code="T1"),
        make_policy(doc_number="云政办发〔2026〕12号"),
    )
    response = client.get(notice.url)
    assert [row["guide"] and row["guide"].pk for row in response.context["rows"]] == [
        guide.pk,
        None,
    ]
    assert response.context["basis_page"].pk == policy.pk
    html = response.content.decode()
    assert f'href="{guide.url}"' in html
    assert f'href="{policy.url}"' in html


@pytest.mark.django_db
def test_rows_are_filtered_searched_and_paged_on_the_server(client: Client) -> None:
    police, civil = (
        make_department("云溪县公安局", code="gaj"),
        make_department("云溪县民政局", code="mzj"),
    )
    rows = [
        {"name": f"事项{number:03d}", "department": police if number % 2 else civil}
        for number in range(250)
    ]
    notice = make_notice(rows=rows)
    first = client.get(notice.url).context
    assert (first["row_count"], len(first["rows"]), first["results"].paginator.num_pages) == (
        250,
        100,
        3,
    )
    assert len(client.get(f"{notice.url}?department=gaj&page=2").context["rows"]) == 25
    assert [row["row"].name for row in client.get(f"{notice.url}?q=事项042").context["rows"]] == [
        "事项042"
    ]
    for nonsense in ("?page=99999", "?page=x", "?page=-1", "?department=%00", "?q=%00%25_'\""):
        assert client.get(f"{notice.url}{nonsense}").status_code == 200


@pytest.mark.django_db
def test_an_editor_finds_and_corrects_a_row_in_the_admin(client: Client) -> None:
    notice = make_notice(rows=[{"name": "居住证申令"}])
    row = ListRow.objects.get()
    client.force_login(make_editor(is_superuser=True))
    assert "居住证申令" in client.get(f"/admin/list_rows/?notice={notice.pk}").content.decode()
    data = {
        "notice": notice.pk,
        "position": 1,
        "name": "居住证申领",
        "task_code": "",
        "department": "",
        "department_name": "",
        "note": "",
    }
    response = client.post(f"/admin/list_rows/edit/{row.pk}/", data)
    assert response.status_code == 302
    row.refresh_from_db()
    assert row.name == "居住证申领"
