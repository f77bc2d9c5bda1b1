"""Wagtail's reference index (who refers to this record?) for many new pages in one insert.

Wagtail's own `create_or_update_for_object` asks the database several times a page. A test compares
the result with it.
"""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, ReferenceIndex

_NAMESPACE = uuid.UUID("bdc70d8b-e7a2-4c2a-bf43-2a3e3fcbbe86")  # Wagtail's, for content_path_hash
_BATCH = 500

Reference = tuple[type[models.Model], str, str, str]  # to model, its id, model path, content path


def index_references(pages: Sequence[Page]) -> None:
    """Record what new pages refer to; the pages must not have references yet."""
    base = ContentType.objects.get_for_model(Page)
    ReferenceIndex.objects.bulk_create(
        [
            ReferenceIndex(
                content_type=page.cached_content_type,
                base_content_type=base,
                object_id=str(page.pk),
                to_content_type=_base_content_type(model),
                to_object_id=pk,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=uuid.uuid5(_NAMESPACE, content_path),
            )
            for page in pages
            for model, pk, model_path, content_path in dict.fromkeys(_references_of(page))
        ],
        batch_size=_BATCH,
    )


def _references_of(page: Page) -> Iterator[Reference]:
    yield from _own_references(page)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        for child in getattr(page, name).get_object_list():
            for model, pk, model_path, content_path in _own_references(child):
                yield model, pk, f"{name}.item.{model_path}", f"{name}.{child.pk}.{content_path}"


def _own_references(record: models.Model) -> Iterator[Reference]:
    field: Any  # the base class of relations and fields promises neither of their methods
    for field in record._meta.get_fields():
        if field.is_relation and field.many_to_one:
            if not _is_counted(field):
                continue
            value = field.value_from_object(record)
            if value is not None:
                yield field.related_model, str(value), field.name, field.name
        elif hasattr(field, "extract_references"):
            value = field.value_from_object(record)
            if value is not None:
                for model, pk, model_path, content_path in field.extract_references(value):
                    yield model, pk, f"{field.name}.{model_path}", f"{field.name}.{content_path}"


def _is_counted(field: Any) -> bool:
    if isinstance(field, ParentalKey) or not isinstance(field, models.ForeignKey):
        return False
    return not any(
        getattr(part, "wagtail_reference_index_ignore", False)
        for part in (field, field.related_model)
    )


def _base_content_type(model: type[models.Model]) -> ContentType:
    parents = model._meta.get_parent_list()
    base = parents[-1] if parents else model
    return ContentType.objects.get_for_model(base, for_concrete_model=False)
