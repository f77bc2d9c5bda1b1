import pytest
from django.test import Client

from tests.factories import make_department, make_editor

pytestmark = pytest.mark.django_db


def test_departments_are_found_by_part_of_a_chinese_name(client: Client) -> None:
    make_department("云溪县医疗保障局", code="ybj", short_names="县医保局")
    make_department("云溪县民政局", code="mzj")
    client.force_login(make_editor(is_superuser=True))
    for words in ("医疗保障", "医保局", "ybj"):
        html = client.get(f"/admin/snippets/base/department/?q={words}").content.decode()
        assert "云溪县医疗保障局" in html
        assert "云溪县民政局" not in html


@pytest.mark.parametrize("words", ['"', "'", "%00", "*", "a" * 3000])
def test_no_words_break_the_search_of_records(client: Client, words: str) -> None:
    client.force_login(make_editor(is_superuser=True))
    assert client.get(f"/admin/snippets/base/department/?q={words}").status_code == 200


def test_the_national_topics_are_there_from_the_first_migrate(client: Client) -> None:
    client.force_login(make_editor(is_superuser=True))
    html = client.get("/admin/snippets/base/topic/?audience=person").content.decode()
    assert "生育收养" in html
