"""The number on a receipt: hard to guess, easy to read out, with a check character.

It holds no digit of a person, names a ticket and opens nothing.
"""

from __future__ import annotations

import re
import secrets

# 31 signs, a prime number: the weighted sum then notices every wrong sign and every swap of two.
_ALPHABET = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 10  # 49 bits
_PREFIX = "PDU"
_READ_AS = str.maketrans("ILU", "11V")
_NUMBER = re.compile(r"(?:PDU)?([0-9A-Z]{11})")


def new_number() -> str:
    """Return a fresh number, such as "PDU-7K3QX-9WM2A-5"."""
    return _written("".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH)))


def read_number(text: str) -> str | None:
    """Return the number that a text writes, in its usual form; None if it cannot be one.

    Case, spaces and hyphens do not matter; I and L are read as 1, U as V.
    """
    match = _NUMBER.fullmatch(re.sub(r"[\s\-_.]", "", text.upper()))
    if match is None:
        return None
    signs = match[1].translate(_READ_AS)
    if any(sign not in _ALPHABET for sign in signs):
        return None
    body = signs[:_LENGTH]
    return _written(body) if _check(body) == signs[_LENGTH] else None


def _written(body: str) -> str:
    return f"{_PREFIX}-{body[:5]}-{body[5:]}-{_check(body)}"


def _check(body: str) -> str:
    total = sum(place * _ALPHABET.index(sign) for place, sign in enumerate(body, 1))
    return _ALPHABET[total % len(_ALPHABET)]
