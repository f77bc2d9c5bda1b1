"""Attachments and pictures; both models are fixed before the first migration."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from pages.media.content import check_content, detect_type


class StoredDocument(AbstractDocument):
    """A file to download; Wagtail keeps its size and sha1, this model what its bytes say it is."""

    detected_type = models.CharField("实际类型", max_length=10, blank=True, editable=False)

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "附件"
        verbose_name_plural = "附件"

    def clean(self) -> None:
        super().clean()
        if not self.file:
            return
        try:
            check_content(self.file, self.file.name)
        except ValidationError as error:
            raise ValidationError({"file": error}) from error
        self.detected_type = detect_type(self.file)


class StoredImage(AbstractImage):
    """A picture; Wagtail's form reads its bytes, its alternative text is written where it is used."""

    admin_form_fields = WagtailImage.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = "图片"
        verbose_name_plural = "图片"


class Rendition(AbstractRendition):
    image = models.ForeignKey(StoredImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_filter"
            )
        ]
