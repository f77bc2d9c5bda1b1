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


def test_issuer_and_date_stand_on_the_right() -> None:
    html = outline([text("<p>请遵照执行。</p><p>云溪县人民政府</p><p>2026年5月25日</p>")]).blocks[
        0
    ]["html"]
    assert html == (
        '<p>请遵照执行。</p><p class="signature">云溪县人民政府</p>'
        '<p class="signature">2026年5月25日</p>'
    )


def test_a_date_after_a_sentence_is_no_signature() -> None:
    html = outline([text("<p>自下列日期起施行：</p><p>2026年5月25日</p>")]).blocks[0]["html"]
    assert "signature" not in html


def test_an_empty_body_has_no_contents() -> None:
    assert outline([]).headings == []
