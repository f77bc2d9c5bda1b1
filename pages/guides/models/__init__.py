"""Service guides (办事指南): one record a 实施清单, its rows, and the column they stand in."""

from pages.guides.models.guide import GuidePage
from pages.guides.models.index import GuideIndexPage
from pages.guides.models.rows import GuideFaq, GuideFee, GuideMaterial, ProcessStep

__all__ = ["GuideFaq", "GuideFee", "GuideIndexPage", "GuideMaterial", "GuidePage", "ProcessStep"]
