from wagtail.blocks import StreamValue

from pages.base.sanitising import plain_text


def body_text(body: StreamValue) -> str:
    """Return the plain text of a body: what search and summaries read."""
    texts: list[str] = []
    for child in body:
        if child.block_type == "text":
            texts.append(plain_text(child.value.source))
        elif child.block_type == "table":
            texts += [str(cell.value) for row in child.value.rows for cell in row if cell.value]
        elif child.block_type == "image":
            texts.append(getattr(child.value, "contextual_alt_text", "") or "")
    return "\n".join(filter(None, texts))
