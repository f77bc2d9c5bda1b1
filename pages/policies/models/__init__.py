"""Policies (政策文件) and their interpretations (政策解读), linked both ways."""

from pages.policies.models.index import InterpretationIndexPage, PolicyIndexPage
from pages.policies.models.interpretation import InterpretationPage
from pages.policies.models.policy import PolicyPage

__all__ = ["InterpretationIndexPage", "InterpretationPage", "PolicyIndexPage", "PolicyPage"]
