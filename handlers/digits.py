"""Numbers in as few letters as callback_data can spare: base 64."""

from __future__ import annotations

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


def short(number: int) -> str:
    """Write a number of 0 or more in base 64: a Telegram id (52 bits) takes nine letters."""
    digits = ""
    while True:
        number, digit = divmod(number, 64)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def number(digits: str) -> int:
    """Return the number that letters write; raises ValueError for others."""
    if not digits:
        raise ValueError("a number is missing")
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS.index(digit)
    return value
