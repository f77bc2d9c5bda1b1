from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class BasePageForm(WagtailAdminPageForm):
    """An editor need not write a slug: an empty one is made from the pinyin of the title."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def is_valid(self) -> bool:
        """Drafts may be incomplete; what is to be published must pass the kind's own rules too."""
        if not super().is_valid():
            return False
        if self.is_deferred_validation:
            return True
        self.save(commit=False)  # puts the rows of the form on the page, in memory
        try:
            self.instance.check_publishable()
        except ValidationError as error:
            self.add_error(None, error)
        return not self.errors
