"""Model fields of the house: blocks and code lists stay out of migrations."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from wagtail import fields as wagtail_fields
from wagtail.blocks import StreamValue

from pages.base.codelists import CodeList, codelist

if TYPE_CHECKING:
    TextColumn = models.CharField[str, str]
else:
    TextColumn = models.CharField


class StreamField(wagtail_fields.StreamField):
    """Wagtail's field without its blocks in migrations: a changed block is not a schema change.

    What is stored always passes the blocks, also when code assigned it and nobody looked at it.
    """

    def get_prep_value(self, value: Any) -> Any:
        if isinstance(value, StreamValue):
            list(value)  # binds every child, which Wagtail otherwise stores as it came
        return super().get_prep_value(value)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "pages.base.fields.StreamField", [[]], kwargs


class CodeField(TextColumn):
    """One slug of a code list."""

    def __init__(self, *args: Any, codelist: str = "", **kwargs: Any) -> None:
        self.codelist_name = codelist
        kwargs.setdefault("max_length", 40)
        if codelist:
            kwargs["choices"] = _choices_of(codelist)
        super().__init__(*args, **kwargs)

    @property
    def codelist(self) -> CodeList:
        return codelist(self.codelist_name)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        kwargs["codelist"] = self.codelist_name
        return name, "pages.base.fields.CodeField", list(args), kwargs


class CodesField(models.JSONField):
    """Several slugs of a code list, stored as a JSON list in the order of the list."""

    def __init__(self, *args: Any, codelist: str = "", **kwargs: Any) -> None:
        self.codelist_name = codelist
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    @property
    def codelist(self) -> CodeList:
        return codelist(self.codelist_name)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        kwargs["codelist"] = self.codelist_name
        return name, "pages.base.fields.CodesField", list(args), kwargs

    def formfield(self, *args: Any, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.codelist.choices(),
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        known = dict(self.codelist.choices())
        if not isinstance(value, list) or any(slug not in known for slug in value):
            raise ValidationError(f"“{self.verbose_name}”里有不认识的选项。")


def _choices_of(name: str) -> Callable[[], list[tuple[str, str]]]:
    def choices() -> list[tuple[str, str]]:
        return codelist(name).choices()

    return choices
