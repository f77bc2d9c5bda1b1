"""Blocks that every kind may use. Text that code or an import writes is sanitised when stored."""

from typing import Any

from wagtail import blocks
from wagtail.blocks.field_block import RichTextBlock
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

from pages.base.sanitising import sanitise

TEXT_FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class TextBlock(RichTextBlock):
    """Rich text that is sanitised on its way into the database, whoever wrote it."""

    def get_prep_value(self, value: RichText | None) -> str:
        return sanitise(super().get_prep_value(value))


class BodyBlock(blocks.StreamBlock):
    """The body of a document: text, tables and pictures."""

    text = TextBlock(label="正文", features=TEXT_FEATURES, icon="pilcrow")
    table = TypedTableBlock(
        [("text", blocks.CharBlock(label="文字", required=False))], label="表格"
    )
    image = ImageBlock(label="图片")

    class Meta:
        block_counts: dict[str, Any] = {}


class HotServiceBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label="显示文字", max_length=20, help_text="老百姓的说法，例如：补办身份证。"
    )
    page = blocks.PageChooserBlock(label="页面")


class HotServicesBlock(blocks.StreamBlock):
    service = HotServiceBlock(label="服务")
