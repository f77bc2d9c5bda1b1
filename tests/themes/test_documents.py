"""The contents of a document are its headings, each with an address."""

from types import SimpleNamespace

import pytest

from themes.templatetags.documents import outline

pytestmark = pytest.mark.unit


def text(html: str) -> SimpleNamespace:
    return SimpleNamespace(block_type="text", value=SimpleNamespace(source=html))


def test_headings_are_numbered_through_all_blocks() -> None:
    table = SimpleNamespace(block_type="table", value="表")
    found = outline([text("<h2>一、总则</h2><p>甲</p>"), table, text("<h2>二、<b>附则</b></h2>")])
    assert found.headings == [("part-1", "一、总则"), ("part-2", "二、附则")]
    assert found.blocks[0]["html"] == '<h2 id="part-1">一、总则</h2><p>甲</p>'
    assert found.blocks[1] == {"type": "table", "value": "表"}
    assert found.blocks[2]["html"] == '<h2 id="part-2">二、<b>附则</b></h2>'


def test_an_empty_body_has_no_contents() -> None:
    assert outline([]).headings == []
