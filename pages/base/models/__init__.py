"""Shared records and the page that every kind builds on."""

from pages.base.models.page import BasePage, ColumnPage
from pages.base.models.records import IndexSeries, PageAttachment, PageCode, PageRelation, Relation
from pages.base.models.reference import Department, Topic
from pages.base.models.settings import SiteSettings

__all__ = [
    "BasePage",
    "ColumnPage",
    "Department",
    "IndexSeries",
    "PageAttachment",
    "PageCode",
    "PageRelation",
    "Relation",
    "SiteSettings",
    "Topic",
]
