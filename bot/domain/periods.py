"""The month, quarter or year that a report is about, as people write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from bot.domain.dates import begin_of, month_named

_THIS = frozenset({"", "bulan ini", "this month", "ini"})
_LAST = frozenset({"bulan lalu", "bulan kemarin", "last month", "lalu"})
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(r"(?:bulan )?([a-z]+)\.?(?:\s+(\d{4}))?")
_YEAR = re.compile(r"(?:tahun |year )?(\d{4})")
_FIRST_YEAR, _LAST_YEAR = 2000, 2200


@dataclass(frozen=True, slots=True)
class Period:
    """Whole months: from the `first` day until the day before `until`."""

    first: date
    until: date

    @property
    def is_year(self) -> bool:
        """Tell whether it is a whole year."""
        return self.until.year == self.first.year + 1 and self.first.month == self.until.month == 1

    @property
    def code(self) -> str:
        """Return the shortest text that `read_period` reads as this."""
        return f"{self.first:%Y}" if self.is_year else f"{self.first:%Y-%m}"

    def instants(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Return when it begins, and when it is over."""
        return begin_of(self.first, zone), begin_of(self.until, zone)


def month_of(day: date) -> Period:
    """Return the month of a day."""
    return _month(day.year, day.month)


def read_period(text: str, today: date) -> Period | None:
    """Return what a text names, or None: "2026-10", "Oktober", "okt 2025", "bulan lalu", "2026".

    Nothing is this month; a month without a year is the last one of that name that has begun.
    """
    said = " ".join(text.lower().split())
    if said in _THIS:
        return month_of(today)
    if said in _LAST:
        return month_of(today.replace(day=1) - timedelta(days=1))
    if year := _YEAR.fullmatch(said):
        return _year(int(year[1]))
    if iso := _ISO.fullmatch(said):
        return _checked(int(iso[1] or iso[4]), int(iso[2] or iso[3]))
    named = _NAMED.fullmatch(said)
    month = month_named(named[1]) if named else None
    if named is None or month is None:
        return None
    passed = today.year if month <= today.month else today.year - 1
    return _checked(int(named[2]) if named[2] else passed, month)


def _checked(year: int, month: int) -> Period | None:
    valid = _FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12
    return _month(year, month) if valid else None


def _year(year: int) -> Period | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return Period(date(year, 1, 1), date(year + 1, 1, 1))


def _month(year: int, month: int) -> Period:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following)
