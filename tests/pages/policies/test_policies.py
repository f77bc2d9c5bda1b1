import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from pages.base.models import PageRelation, Relation
from pages.policies.models import PolicyPage
from tests.factories import make_interpretation, make_policy

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("fields", "validity"),
    [
        ({}, "in_force"),
        ({"effective_on": dt.date(2026, 6, 2)}, "not_yet"),
        ({"effective_on": DAY}, "in_force"),
        ({"valid_until": DAY}, "in_force"),
        ({"valid_until": dt.date(2026, 5, 31)}, "expired"),
        ({"repealed_on": DAY}, "repealed"),
        ({"repealed_on": dt.date(2026, 6, 2)}, "in_force"),
        ({"valid_until": dt.date(2026, 1, 1), "repealed_on": dt.date(2026, 2, 1)}, "repealed"),
        ({"validity": "partly_invalid", "repealed_on": DAY}, "partly_invalid"),
    ],
)
def test_validity_follows_from_the_dates_unless_an_editor_said_more(
    fields: dict[str, Any], validity: str
) -> None:
    assert PolicyPage(title="文件", **fields).validity_on(DAY) == validity


@pytest.mark.django_db
def test_a_typed_number_becomes_canonical_and_is_kept_as_typed() -> None:
    policy = make_policy(doc_number="云政发[2026]第08号")
    assert (policy.doc_number, policy.doc_number_raw) == ("云政发〔2026〕8号", "云政发[2026]第08号")


@pytest.mark.django_db
def test_a_number_that_cannot_be_read_is_refused_with_an_example() -> None:
    with pytest.raises(ValidationError, match="云政发〔2026〕8号"):
        make_policy(doc_number="云政发20268")


@pytest.mark.django_db
def test_policy_and_interpretation_show_each_other(client: Client) -> None:
    policy = make_policy()
    interpretation = make_interpretation(policy)
    assert f'href="{interpretation.url}"' in client.get(policy.url).content.decode()
    assert f'href="{policy.url}"' in client.get(interpretation.url).content.decode()
    column = client.get("/policies/").content.decode()
    assert f'href="{interpretation.url}"' in column


@pytest.mark.django_db
def test_a_repealed_document_says_so_first_and_names_what_repealed_it(client: Client) -> None:
    old = make_policy("旧办法", doc_number="云政发〔2020〕1号", repealed_on=dt.date(2026, 1, 1))
    new = make_policy("新办法", doc_number="云政发〔2026〕1号")
    PageRelation.objects.create(page=new, target=old, relation=Relation.REPEALS)
    html = client.get(old.url).content.decode()
    assert "废止" in html
    assert f'href="{new.url}"' in html
    assert f'href="{old.url}"' in client.get(new.url).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["", "?class=normative", "?class=nonsense", "?department=x%00", "?page=99"]
)
def test_the_column_answers_any_query(client: Client, query: str) -> None:
    make_policy(doc_class="normative")
    assert client.get(f"/policies/{query}").status_code == 200
    assert client.get(f"/interpretations/{query}").status_code == 200
