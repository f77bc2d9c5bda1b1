"""Chinese numerals as official documents write them."""

_DIGITS = "零一二三四五六七八九"
_TEN = 10
_HUNDRED = 100


def chinese_ordinal(number: int) -> str:
    """Return 1 → 一, 12 → 十二, 99 → 九十九; from 100 on Arabic digits."""
    if not 0 <= number < _HUNDRED:
        return str(number)
    tens, ones = divmod(number, _TEN)
    if not tens:
        return _DIGITS[ones]
    head = "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")
