import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.base.blocks import BodyBlock
from pages.base.sanitising import plain_text, sanitise
from pages.policies.models import PolicyPage
from tests.factories import make_policy


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x.invalid/x.js></SCRIPT>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">a</a>',
        "<style>p{}</style>",
        "<svg onload=alert(1)>",
        '<p onclick="alert(1)">x</p>',
        "<scr<script>ipt>alert(1)</script>",
    ],
)
def test_nothing_active_is_left(hostile: str) -> None:
    clean = sanitise(f"<p>正文</p>{hostile}").lower()
    assert "正文" in clean
    assert "<script" not in clean
    assert "onerror" not in clean.replace("&lt;", "")
    assert "onclick=" not in clean
    assert "<svg" not in clean
    assert 'href="javascript' not in clean


def test_the_text_of_a_script_goes_with_it() -> None:
    assert sanitise("<p>前</p><script>alert(1)</script><p>后</p>") == "<p>前</p><p>后</p>"


def test_what_an_editor_writes_stays() -> None:
    html = '<h2>一、总则</h2><p>见<a href="/policies/a/">文件</a>，<b>三日</b>内。</p><ul><li>甲</li></ul>'
    assert sanitise(html) == html


@given(st.text())
def test_sanitising_twice_is_sanitising_once(text: str) -> None:
    assert sanitise(sanitise(text)) == sanitise(text)


def test_plain_text_keeps_paragraphs_and_resolves_entities() -> None:
    assert plain_text("<p>甲&amp;乙</p><p>丙<br>丁</p>") == "甲&乙\n丙\n丁"


@pytest.mark.django_db
def test_rich_text_written_by_code_is_sanitised_when_it_is_stored() -> None:
    body = BodyBlock().to_python(
        [{"type": "text", "value": "<p>正文</p><script>alert(1)</script>"}]
    )
    policy = make_policy(body=body)
    stored = PolicyPage.objects.get(pk=policy.pk).body[0].value.source
    assert stored == "<p>正文</p>"
