"""Whatever is typed is answered, harmlessly, in a constant number of queries."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from pages.base.models import Topic
from tests.factories import make_department, make_guide
from tests.search.reading import page_of

pytestmark = pytest.mark.django_db

LIMIT = 12


def test_hostile_text_in_titles_and_questions_is_only_text(client: Client) -> None:
    make_guide("<script>alert(1)</script>取水许可", materials=["<img src=x onerror=alert(2)>取水"])

    html = page_of(client, q="取水许可<script>alert(3)</script>")

    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert" in html


@pytest.mark.parametrize(
    "text",
    [
        *(
            "\x00",
            "取水\x00许可",
            '"',
            '"取水',
            "取水*",
            "NEAR(取水 许可)",
            "取水 AND",
            "OR",
            "NOT 取水",
        ),
        *(
            "title:取水",
            "{title}: 取水",
            "取水 ^",
            "'; DROP TABLE x; --",
            "%",
            "_",
            "\\",
            "😀",
            "𠮷野家",
        ),
        *("取" * 10_000, "a" * 10_000, "a b " * 3_000, "\ud800", "ﷺ", "e\u0301", "\u202e许可"),
    ],
)
def test_any_string_is_answered(client: Client, text: str) -> None:
    make_guide("取水许可")

    response = client.get("/search/?" + "q=" + _percent(text))

    assert response.status_code == 200


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode(errors="surrogatepass"))


@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=300), filters=st.text(max_size=20))
def test_any_text_is_answered(client: Client, text: str, filters: str) -> None:
    values = {"q": text, "kind": filters, "department": filters, "topic": filters, "page": filters}

    assert client.get("/search/", values).status_code == 200


@pytest.mark.parametrize("question", ["取水许可", "怎么办理取水许可的延期手续呢"])
def test_the_number_of_queries_is_small_and_constant(client: Client, question: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page_of(client, q=question)
        return len(captured)

    topics = Topic.objects.all()[:3]
    for number in range(3):
        make_guide(f"取水许可之{number}", topics=[topics[number]])
    page_of(client, q=question)  # fills Wagtail's cache of site root paths
    few = queries()
    for number in range(30):
        body = make_department(f"云溪县第{number}局")
        make_guide(f"取水许可延期之{number}", implementing_body=body, topics=topics)

    many = queries()

    assert few <= LIMIT
    assert many <= LIMIT
