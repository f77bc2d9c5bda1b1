"""Tags that draw: a bar of shares and a QR code, both without style and without a request."""

import re

import pytest

from pages.guides.models import GuidePage
from themes.templatetags.theme_tags import labels, qr_code, share_bar

pytestmark = pytest.mark.unit


def test_the_segments_of_a_bar_fill_it_without_gap() -> None:
    bar = share_bar([{"slug": "adopted", "count": 1}, {"slug": "rejected", "count": 3}])
    assert bar["total"] == 4
    assert [(part["x"], part["width"]) for part in bar["segments"]] == [
        ("0.00", "25.00"),
        ("25.00", "75.00"),
    ]


def test_a_bar_of_nothing_is_empty() -> None:
    assert share_bar([]) == {"segments": [], "total": 0}


def test_a_qr_code_is_a_drawing_that_the_content_policy_allows() -> None:
    drawing = qr_code('https://example.gov.cn/?a="><script>')
    assert drawing.startswith("<svg")
    assert "<script" not in drawing
    assert not re.search(r"\sstyle=|href=", drawing)


@pytest.mark.django_db
def test_the_labels_of_a_field_with_several_slugs() -> None:
    guide = GuidePage(title="甲", handling_modes=["window", "online"], service_targets=[])
    assert labels(guide, "handling_modes") == "窗口办理、网上办理"
    assert labels(guide, "service_targets") == ""
