"""Moments as people in the office write them: "senin depan jam 8", "1 Des", "besok pukul 09.30".

Pure: now and the office's zone are passed in. A day alone is read by `bot.domain.dates`.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo

from bot.domain.dates import read_date

_NOW = frozenset({"sekarang", "sekarang juga", "saat ini", "now", "right now"})
_HALVES = {"pagi": 0, "siang": 12, "sore": 12, "malam": 12, "am": 0, "pm": 12}
_CLOCK = re.compile(
    r"(?:^|[\s,]+)(?P<sign>(?:jam|pukul|pkl\.?|at)\s+|@\s*)?"
    r"(?P<hour>\d{1,2})(?:(?P<colon>[.:])(?P<minute>\d{2}))?"
    r"(?:\s*(?P<half>pagi|siang|sore|malam|am|pm))?(?:\s*(?:wib|wita|wit))?$"
)
_PART_OF_DAY = re.compile(r"[\s,]+(?:pagi|siang|sore)$")
_NOON = 12


def read_moment(text: str, now: datetime, zone: tzinfo) -> datetime | date | None:
    """Return the instant that a text names, or the day if it names no hour; None for neither.

    An hour without a day is the next such hour.
    """
    said = " ".join(text.casefold().split()).strip(" .,")
    local = now.astimezone(zone)
    if said in _NOW:
        return local
    found = _CLOCK.search(said)
    at = _clock(found) if found is not None else None
    if found is None or at is None:
        return read_date(_PART_OF_DAY.sub("", said), local.date())
    rest = said[: found.start()].strip(" ,")
    if not rest:
        day = local.date() if local.time() < at else local.date() + timedelta(days=1)
        return datetime.combine(day, at, zone)
    named = read_date(_PART_OF_DAY.sub("", rest), local.date())
    if named is not None:
        return datetime.combine(named, at, zone)
    return read_date(said, local.date())


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
