"""How Chinese official text is written: numbers that stay whole, telephones that can be dialled."""

import re
from collections.abc import Callable, Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

# An area code with seven or eight digits, a mobile number, 400 or a service number such as 12345.
PHONE = re.compile(
    r"(?<![\d-])(0[1-9]\d{1,2}[-－ ]?\d{7,8}|1[3-9]\d{9}|400[-－]?\d{3,4}[-－]?\d{3,4}|123\d{2})(?![\d元])"
)
# 〔2018〕26号 of 融政发〔2018〕26号.
NUMBERED = re.compile(r"(〔[^〔〕]{1,12}〕[^\s，。；]{0,10}?号)")
# 一、 （一） 1. （1） at the head of a paragraph.
ORDINAL = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、](?!\d))"
)


HANGING = SafeString(' class="hanging"')


def _whole(piece: str) -> SafeString:
    return format_html('<span class="nowrap">{}</span>', piece)


def _link(piece: str) -> SafeString:
    return format_html('<a class="phone" href="tel:{}">{}</a>', dial(piece), piece)


@register.filter
def whole_numbers(text: str | None) -> SafeString:
    """Keep the numbered part of a 文号 on one line; the rest of the text breaks as usual."""
    return _marked(NUMBERED, text or "", _whole)


@register.filter
def dial(text: str | None) -> str:
    """The digits of a telephone number, as a `tel:` address wants them."""
    return "".join(re.findall(r"\d", text or ""))


@register.filter
def first_phone(text: str | None) -> str:
    """The first telephone number of a printed text, as it is written; empty when there is none."""
    found = PHONE.search(text or "")
    return found.group(1) if found else ""


@register.filter
def dialable(text: str | None) -> SafeString:
    """One paragraph a line, in which every telephone number can be dialled by a touch."""
    return _paragraphs(_marked(PHONE, line, _link) for line in _lines(text))


@register.filter
def paragraphs(text: str | None) -> SafeString:
    """One paragraph a line; a line that begins with 一、 or （一） hangs its number."""
    return _paragraphs(_marked(NUMBERED, line, _whole) for line in _lines(text))


def _lines(text: str | None) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def _marked(pattern: re.Pattern[str], text: str, mark: Callable[[str], SafeString]) -> SafeString:
    """Escape the text and wrap what the pattern's one group finds (every second piece)."""
    pieces = pattern.split(text)
    return format_html_join(
        "", "{}", ((mark(piece) if odd % 2 else piece,) for odd, piece in enumerate(pieces))
    )


def _paragraphs(lines: Iterable[SafeString]) -> SafeString:
    return format_html_join(
        "\n",
        "<p{}>{}</p>",
        ((HANGING if ORDINAL.match(line) else "", line) for line in lines),
    )
