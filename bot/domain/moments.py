"""Moments as people in the office write them: "senin depan jam 8", "1 Des", "besok pukul 09.30".

Pure: now and the office's zone are passed in. A day alone is read by `bot.domain.dates`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.dates import read_date
from bot.domain.spellings import spelled_out

_NOW = frozenset({"sekarang", "sekarang juga", "saat ini", "now", "right now"})
_HALVES = {"pagi": 0, "siang": 12, "sore": 12, "malam": 12, "am": 0, "pm": 12}
_CLOCK = re.compile(
    r"(?:^|[\s,]+)(?P<sign>(?:jam|pukul|pkl\.?|at)\s+|@\s*)?"
    r"(?P<hour>\d{1,2})(?:(?P<colon>[.:])(?P<minute>\d{2}))?"
    r"(?:\s*(?P<half>pagi|siang|sore|malam|am|pm))?(?:\s*(?:wib|wita|wit))?$"
)
_PART_OF_DAY = re.compile(r"[\s,]+(?:pagi|siang|sore)$")
_HALF_TO = re.compile(r"\bsetengah (?P<hour>\d{1,2})\b")
_WEEKS = re.compile(r"(?P<count>\d{1,2}) (?:minggu|pekan)(?: lagi)?|in (?P<in>\d{1,2}) weeks?")
_NEXT_WEEK = frozenset({"minggu depan", "pekan depan", "next week"})
_NEXT_MONTH = frozenset({"bulan depan", "awal bulan depan", "next month"})
_END_OF_MONTH = frozenset({"akhir bulan", "akhir bulan ini", "end of month", "end of the month"})
_NOON = 12


def read_moment(text: str, now: datetime, zone: tzinfo) -> datetime | date | None:
    """Return the instant that a text names, or the day if it names no hour; None for neither.

    An hour without a day is the next such hour.
    """
    said = _HALF_TO.sub(_half_before, spelled_out(text))
    local = now.astimezone(zone)
    if said in _NOW:
        return local
    found = _CLOCK.search(said)
    at = _clock(found) if found is not None else None
    if found is None or at is None:
        return _day(said, local.date())
    rest = said[: found.start()].strip(" ,")
    if not rest:
        day = local.date() if local.time() < at else local.date() + timedelta(days=1)
        return datetime.combine(day, at, zone)
    named = _day(rest, local.date())
    if named is not None:
        return datetime.combine(named, at, zone)
    return _day(said, local.date())


def _day(said: str, today: date) -> date | None:
    """Return the day that a text names; a week or month that comes means its first one."""
    said = _PART_OF_DAY.sub("", said)
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    if found := _WEEKS.fullmatch(said):
        return today + timedelta(weeks=int(found["count"] or found["in"]))
    if said in _NEXT_WEEK:
        return today + timedelta(days=7 - today.weekday())
    if said in _NEXT_MONTH:
        return next_month
    return next_month - timedelta(days=1) if said in _END_OF_MONTH else read_date(said, today)


def _half_before(found: re.Match[str]) -> str:
    """Return "8.30" for "setengah 9"."""
    hour = int(found["hour"])
    return f"{hour - 1 if hour else 23}.30"


def _clock(found: re.Match[str]) -> time | None:
    """Return the hour that is meant; a bare number, as in "1 12", is no hour."""
    if not (found["sign"] or found["colon"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    later = _HALVES.get(found["half"] or "", 0)
    if later and hour < _NOON and not (found["half"] == "siang" and hour >= 10):  # noqa: PLR2004
        hour += later
    if hour > 23 or minute > 59:  # noqa: PLR2004 - hours and minutes of a clock
        return None
    return time(hour, minute)
