"""Limits that a text sets ("di bawah 19 tahun", "kurang dari 6 (enam) bulan"), and what meets them.

Only numbers with a unit are compared, in one unit for all of a kind; nothing more is reckoned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.language.normalize import flatten

_TIMES = {"menit": 1, "jam": 60, "hari": 1440, "minggu": 10080, "bulan": 43200, "tahun": 525600}
_TIME = "menit"
_KINDS = {  # of other things than time: the unit that one is reckoned in, and how many of it
    "km": ("m", 1000), "kilometer": ("m", 1000), "m": ("m", 1), "meter": ("m", 1),
    "m2": ("m2", 1), "meter persegi": ("m2", 1), "hektare": ("m2", 10000), "ha": ("m2", 10000),
    "kg": ("kg", 1), "kilogram": ("kg", 1), "kilo": ("kg", 1), "ton": ("kg", 1000),
    "orang": ("orang", 1), "peserta": ("orang", 1), "lantai": ("lantai", 1), "cc": ("cc", 1),
    "liter": ("liter", 1), "lembar": ("lembar", 1), "halaman": ("halaman", 1), "mb": ("mb", 1),
}  # fmt: skip
_UNITS = sorted((*_TIMES, *_KINDS), key=len, reverse=True)
_QUANTITY = rf"(?P<amount>\d+)\s*(?:\([^)]*\)\s*)?(?P<unit>{'|'.join(_UNITS)})\b"
_GIVEN = re.compile(rf"\b{_QUANTITY}")
_BELOW = "kurang dari|di bawah|dibawah|belum mencapai|belum genap"
_AT_MOST = "sampai dengan|paling banyak|maksimal|paling tinggi"  # the bound itself is within
_AT_LEAST = "paling sedikit|minimal|sekurang kurangnya|paling rendah"
_ABOVE = "lebih dari|di atas|diatas|melebihi|melampaui|melewati"
_SET = re.compile(
    rf"\b(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE})|(?P<most>{_AT_MOST})|(?P<least>{_AT_LEAST}))\b"
    rf"\D{{0,20}}{_QUANTITY}"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of a kind of thing; one of time ("menit") in minutes, a year as 365 days."""

    amount: int
    kind: str = _TIME


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound that a text sets; `below` where it holds for less, else for more.

    `itself` says that the bound is within ("sampai dengan 20 lembar").
    """

    quantity: Quantity
    below: bool
    itself: bool = False


def quantities_in(flat: str) -> tuple[Quantity, ...]:
    """Return the amounts that a flattened message gives, none where it asks for one."""
    return tuple(_quantity(found) for found in _GIVEN.finditer(flat))


def limits_in(text: str) -> Iterator[Limit]:
    """Yield the bounds that a document's text sets."""
    for found in _SET.finditer(flatten(text)):
        below, itself = found["below"] or found["most"], found["most"] or found["least"]
        quantity = _quantity(found)
        if itself and quantity.kind == _TIME:  # "paling lama 3 hari" is no rule for two days
            continue
        yield Limit(quantity, below is not None, itself is not None)


def meets(given: Quantity, limit: Limit) -> bool:
    """Say whether an amount is within a bound."""
    bound = limit.quantity
    if given.kind != bound.kind:
        return False
    if given.amount == bound.amount:
        return limit.itself
    return given.amount < bound.amount if limit.below else given.amount > bound.amount


def _quantity(found: re.Match[str]) -> Quantity:
    amount, unit = int(found["amount"]), found["unit"]
    if unit in _TIMES:
        return Quantity(amount * _TIMES[unit])
    kind, many = _KINDS[unit]
    return Quantity(amount * many, kind)
