"""Strings that break programs, and the questions of real people."""

import gzip
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from django.test import Client

from pages.base.description import Description
from search.finding import find
from search.writing import Entry, write
from tests.factories import make_guide

pytestmark = [pytest.mark.django_db, pytest.mark.real_data]

# nDCG@10 of plain BM25 over bigrams of whole documents, which the README of the collection gives.
FLOOR = {"policy": 0.900, "faq": 0.669, "ask": 0.628, "law": 0.525}
# A sample of each set moves by about this much.
NOISE = 0.03
SAMPLE = 110


def test_naughty_strings_are_answered(client: Client, real_data: Path) -> None:
    make_guide("取水许可")
    lines = json.loads((real_data / "hostile-text" / "blns.json").read_text())

    for line in lines:
        response = client.get("/search/", {"q": line})
        assert response.status_code == 200, line
        assert f"<mark>{line}" not in response.content.decode() or "<" not in line


def test_questions_of_real_people_find_their_answers(real_data: Path) -> None:
    documents = list(_lines(real_data / "retrieval" / "docs.jsonl.gz"))
    write(
        [
            Entry(number, Description(row["type"], row["title"], body=row["text"]))
            for number, row in enumerate(documents, 1)
        ]
    )
    questions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _lines(real_data / "retrieval" / "queries-dev.jsonl.gz"):
        questions[row["set"]].append(row)

    def gain(row: dict[str, Any]) -> float:
        order = [documents[hit.document.page_id - 1]["id"] for hit in find(row["text"]).hits[:10]]
        return _gain(order, set(row["relevant"]))

    reached = {
        name: fmean(map(gain, rows[:: max(1, len(rows) // SAMPLE)]))
        for name, rows in questions.items()
    }
    assert all(reached[name] > floor - NOISE for name, floor in FLOOR.items()), reached


def _gain(order: list[str], relevant: set[str]) -> float:
    """nDCG@10 with binary judgements."""
    found = sum(1 / math.log2(rank + 2) for rank, name in enumerate(order) if name in relevant)
    return found / sum(1 / math.log2(rank + 2) for rank in range(min(10, len(relevant))))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt") as lines:
        yield from map(json.loads, lines)
