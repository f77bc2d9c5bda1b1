"""Each public page needs a small, constant number of queries, however much stands on it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from pages.base.models import BasePage
from pages.guides.models import GuideFaq, GuideFee, ProcessStep
from pages.policies.models import PolicyPage
from tests.factories import (
    make_consultation,
    make_department,
    make_guide,
    make_interpretation,
    make_notice,
    make_policy,
)

pytestmark = pytest.mark.django_db

LIMIT = 12


def queries(client: Client, url: str) -> int:
    client.get(url)  # the first request fills Wagtail's cache of site root paths
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(url)
    assert response.status_code == 200
    return len(captured)


def full_guide(size: int) -> BasePage:
    guide = make_guide(f"有 {size} 行的事项", materials=[f"材料{n}" for n in range(size)])
    for number in range(size):
        GuideFee.objects.create(page=guide, name=f"费用{number}", standard="10 元")
        ProcessStep.objects.create(page=guide, name=f"环节{number}")
        GuideFaq.objects.create(page=guide, question=f"问{number}", answer="答")
    return guide


def full_notice(size: int) -> BasePage:
    department = make_department("云溪县公安局")
    rows = [
        {"name": f"事项{n}", "task_code": f"CODE{n:04d}", "department": department}
        for n in range(size)
    ]
    for number in range(size):
        make_guide(f"事项{number}", task_code=f"CODE{number:04d}")
    return make_notice(f"{size} 行的清单", rows=rows)


def full_policy(size: int) -> PolicyPage:
    policy = make_policy(f"有 {size} 篇解读的文件", doc_number=f"云政发〔2026〕{size}号")
    for number in range(size):
        make_interpretation(policy, f"解读{number}")
    return policy


def full_interpretation(size: int) -> BasePage:
    return make_interpretation(full_policy(size), f"第 {size} 篇")


def full_consultation(size: int) -> BasePage:
    return make_consultation(f"有 {size} 条的草案", clauses=[f"第{n}条" for n in range(size)])


KINDS = [full_guide, full_notice, full_policy, full_interpretation, full_consultation]


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_a_page_takes_the_same_few_queries_with_one_row_and_with_many(
    client: Client, make: Callable[[int], BasePage]
) -> None:
    small, large = queries(client, make(1).url), queries(client, make(9).url)
    assert small == large <= LIMIT


@pytest.mark.parametrize(
    "address", ["/guides/", "/lists/", "/policies/", "/interpretations/", "/consultations/"]
)
def test_a_column_takes_the_same_few_queries_with_one_page_and_with_many(
    client: Client, address: str
) -> None:
    for make in KINDS:
        make(1)
    small = queries(client, address)
    for size in range(2, 6):
        for make in KINDS[:3]:
            make(size)
    assert queries(client, address) == small <= LIMIT


def test_the_home_page_takes_few_queries(client: Client) -> None:
    for make in KINDS:
        make(2)
    small = queries(client, "/")
    for make in KINDS:
        make(4)
    assert queries(client, "/") == small <= LIMIT


def test_the_limit_is_counted_at_all(client: Client) -> None:
    guide: Any = full_guide(1)
    assert queries(client, guide.url) > 3
