"""Reading a page of results as a visitor does."""

import re

from django.test import Client


def page_of(client: Client, **query: str | int) -> str:
    response = client.get("/search/", query)
    assert response.status_code == 200
    return response.content.decode()


def titles(html: str) -> list[str]:
    found = re.findall(r'class="rows__title" href="[^"]*">(.*?)</a>', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", title).strip() for title in found]


def counts_of(html: str) -> dict[str, int]:
    found = re.findall(r'<a [^>]*>([^<]+) <span class="count">(\d+)</span>', html)
    return {label.strip(): int(number) for label, number in found}
