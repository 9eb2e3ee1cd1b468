"""Dates as people in the office write them, and the instants at which such days begin and end.

Pure: today and the office's zone are passed in.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags agt aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday",
         "jumat jum'at friday", "sabtu saturday", "minggu ahad sunday")
    )
    for name in names.split()
}  # fmt: skip
_NEAR = {
    "kemarin": -1, "yesterday": -1, "hari ini": 0, "sekarang": 0, "today": 0, "now": 0,
    "besok": 1, "esok": 1, "tomorrow": 1, "lusa": 2,
}  # fmt: skip
_ISO = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})")
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})(?:\s*[-/.]\s*(?P<year>\d{4}|\d{2}))?"
)
_WORDS = re.compile(r"(?P<day>\d{1,2})[\s-]+(?P<month>[a-z]+)\.?(?:[\s,-]+(?P<year>\d{4}))?")
_ENGLISH = re.compile(r"(?P<month>[a-z]+)\.?\s+(?P<day>\d{1,2})(?:[\s,]+(?P<year>\d{4}))?")
_SPAN = re.compile(r"(?P<count>\d{1,3})\s+(?:hari|days?)(?:\s+lagi)?|in (?P<in>\d{1,3}) days?")
_BEFORE = re.compile(r"^(?:tanggal|tgl\.?|pada|sampai|s\.?d\.?|hingga|mulai|until|from|on)\s+")
_FIRST_YEAR, _LAST_YEAR = 1945, 2200


def read_date(text: str, today: date) -> date | None:
    """Return the day that a text names, or None if it names none or one that does not exist.

    "31 Desember 2026", "31/12/2026", "31-12-26", "2026-12-31", "besok", "Jumat", "3 hari lagi",
    with or without the day's name before it. A day without a year is the next one.
    """
    said = " ".join(text.casefold().replace("\u2013", "-").split()).strip(" .,")
    while (shorter := _BEFORE.sub("", said)) != said:
        said = shorter
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if found := _SPAN.fullmatch(said):
        return today + timedelta(days=int(found["count"] or found["in"]))
    weekday, rest = _without_weekday(said)
    if weekday is not None and rest in ("", "depan", "ini", "next"):
        return _next_weekday(today, weekday, later=rest in ("depan", "next"))
    return _written(rest, today)


def _without_weekday(said: str) -> tuple[int | None, str]:
    for word in ("next ", "this ", "hari "):
        said = (
            said.removeprefix(word) if said.removeprefix(word).split(",")[0] in _WEEKDAYS else said
        )
    first, _, rest = said.replace(",", " ", 1).partition(" ")
    return (_WEEKDAYS[first], rest.strip()) if first in _WEEKDAYS else (None, said)


def _next_weekday(today: date, weekday: int, *, later: bool) -> date:
    """Return the next such day after today; with `later`, the one of the next week."""
    monday = today - timedelta(days=today.weekday())
    if later:
        return monday + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _written(said: str, today: date) -> date | None:
    found = next((m for p in (_ISO, _NUMBERS, _WORDS, _ENGLISH) if (m := p.fullmatch(said))), None)
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdecimal() else _MONTHS.get(found["month"], 0)
    day, year = int(found["day"]), found["year"]
    if year is not None:
        return _exists(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this = _exists(today.year, month, day)
    return _exists(today.year + 1, month, day) if this is None or this < today else this


def _exists(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_named(name: str) -> int | None:
    """Return the number of the month that a word names, in either language, or None."""
    return _MONTHS.get(name)


def begin_of(day: date, zone: tzinfo) -> datetime:
    """Return the instant at which a day begins in the office, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def end_of(day: date, zone: tzinfo) -> datetime:
    """Return the instant at which a day is over in the office, in UTC."""
    return begin_of(day + timedelta(days=1), zone)


def day_of(instant: datetime, zone: tzinfo) -> date:
    """Return the office's date at an instant."""
    return instant.astimezone(zone).date()


def last_day(end: datetime, zone: tzinfo) -> date:
    """Return the last day of a time that ends at an instant, which is excluded."""
    return day_of(end - timedelta(microseconds=1), zone)
