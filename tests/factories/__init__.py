"""The smallest page of each kind that may stand on the site; tests name only what they are about."""

from tests.factories.pages import (
    make_consultation,
    make_guide,
    make_interpretation,
    make_notice,
    make_policy,
)
from tests.factories.records import make_department, make_editor

__all__ = [
    "make_consultation",
    "make_department",
    "make_editor",
    "make_guide",
    "make_interpretation",
    "make_notice",
    "make_policy",
]
