"""How long a time is, to tell which of two is longer; no deadline is planned by it."""

from __future__ import annotations

from decimal import Decimal

from knowledge.model import TimeUnit

_WEEK = Decimal(2250)  # working minutes, 37.5 hours
_DAY = _WEEK / 5
_CLOCK = {TimeUnit.MENIT: 1, TimeUnit.JAM: 60, TimeUnit.HARI: 1440, TimeUnit.MINGGU: 10080}
_DAYS_OF_MONTH = 30
_WORKING = {
    TimeUnit.MENIT: Decimal(1),
    TimeUnit.JAM: Decimal(60),
    TimeUnit.HARI: _DAY,
    TimeUnit.MINGGU: _WEEK,
    TimeUnit.BULAN: _WEEK / 7 * _DAYS_OF_MONTH,
}


def length(amount: Decimal, unit: TimeUnit, *, calendar: bool = False) -> Decimal:
    """Return a time in working minutes.

    `calendar` says that its hours or days are those of the clock and the calendar ("2 x 24 jam",
    "14 hari kalender"), of which only a part is worked.
    """
    if calendar and unit in _CLOCK:
        return amount * _CLOCK[unit] * _WEEK / _CLOCK[TimeUnit.MINGGU]
    return amount * _WORKING[unit]
