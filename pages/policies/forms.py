from typing import Any

from pages.base.forms import BasePageForm
from pages.base.models.records import Relation


class InterpretationPageForm(BasePageForm):
    """On an interpretation every link to a policy means 解读; the editor does not choose it."""

    def save(self, commit: bool = True) -> Any:
        for form in self.formsets["relations"].forms:
            form.instance.relation = Relation.INTERPRETS
        return super().save(commit=commit)
