from pypinyin import lazy_pinyin

MAX_LENGTH = 60


def pinyin_slug(title: str) -> str:
    """Return a readable ASCII slug for a Chinese title, at most 60 characters.

    重庆 becomes chong-qing: the reading is chosen by word. A title without letters gives "page".
    """
    syllables = lazy_pinyin(title, errors=_letters)
    slug = ""
    for syllable in filter(None, syllables):
        longer = f"{slug}-{syllable}" if slug else syllable[:MAX_LENGTH]
        if len(longer) > MAX_LENGTH:
            break
        slug = longer
    return slug or "page"


def _letters(text: str) -> str:
    return "".join(char for char in text.lower() if char.isascii() and char.isalnum())
