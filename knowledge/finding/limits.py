"""Limits that a text sets ("di bawah 19 tahun", "kurang dari 6 (enam) bulan"), and what meets them.

Only numbers with a unit are compared, in one unit for all times; nothing is reckoned beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.normalize import flatten

_UNITS = {"menit": 1, "jam": 60, "hari": 1440, "minggu": 10080, "bulan": 43200, "tahun": 525600}
_QUANTITY = rf"(?P<amount>\d+)\s*(?:\([^)]*\)\s*)?(?P<unit>{'|'.join(_UNITS)})\b"
_GIVEN = re.compile(rf"\b{_QUANTITY}")
_BELOW = "kurang dari|di bawah|dibawah|belum mencapai|belum genap"
_ABOVE = "lebih dari|di atas|diatas|melebihi|melampaui|melewati"
_SET = re.compile(rf"\b(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))\b\D{{0,20}}{_QUANTITY}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of time in minutes; a month counts as 30 days, a year as 365."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that a text sets; `below` where it holds for less, else for more."""

    quantity: Quantity
    below: bool


def quantities_in(flat: str) -> tuple[Quantity, ...]:
    """Return the amounts of time that a flattened message gives, none where it asks for one."""
    return tuple(_quantity(found) for found in _GIVEN.finditer(flat))


def limits_in(text: str) -> Iterator[Limit]:
    """Yield the bounds of time that a document's text sets."""
    for found in _SET.finditer(flatten(text)):
        yield Limit(_quantity(found), found["below"] is not None)


def meets(given: Quantity, limit: Limit) -> bool:
    """Say whether an amount is within a bound."""
    bound = limit.quantity.minutes
    return given.minutes < bound if limit.below else given.minutes > bound


def _quantity(found: re.Match[str]) -> Quantity:
    return Quantity(int(found["amount"]) * _UNITS[found["unit"]])
