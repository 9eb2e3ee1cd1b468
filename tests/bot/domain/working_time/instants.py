"""Instants and spans as tests write them: "2026-11-23 07:30", "1,5 hari"."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.domain.working_time.calendar import office_calendar
from bot.domain.working_time.reckoning import Rule, Span

WIB = ZoneInfo("Asia/Jakarta")
CALENDAR = office_calendar(WIB)

_UNITS = {
    "menit": (Rule.MINUTES, 1),
    "jam": (Rule.MINUTES, 60),
    "hari": (Rule.WORKING_DAYS, 1),
    "minggu": (Rule.WEEKS, 1),
    "hari kalender": (Rule.CALENDAR_DAYS, 1),
    "bulan": (Rule.MONTHS, 1),
    "x 24 jam": (Rule.CLOCK_HOURS, 24),
}


def at(text: str) -> datetime:
    """Return an instant in office time."""
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def span(text: str) -> Span:
    """Return what a number and a unit mean."""
    number, _, unit = text.partition(" ")
    rule, factor = _UNITS[unit]
    return Span(rule, Fraction(number.replace(",", ".")) * factor)
