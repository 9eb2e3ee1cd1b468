"""Days from-to as people write them: "24 des", "24-26 desember 2026", "30 des s.d. 2 jan", "besok".

Pure: today is passed in. Single days are read by `bot.domain.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bot.domain.dates import read_date
from bot.domain.spellings import speaks_of_days, spelled_out

_BETWEEN = re.compile(
    r"\s*(?:\bs\s*[./]?\s*d\s*[./]?(?=\s|\d)|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bsd\b"
    r"|\bto\b|\buntil\b|\bthrough\b|\.\.+|\u2013|\u2014|-)\s*"
)
_AND = re.compile(r"\s*(?:\bdan\b|\bsama\b|\band\b|&|,)\s*")
_LEAD = re.compile(r"^(?:dari|mulai|antara|from|between)\s+")
_DAY = re.compile(r"\d{1,2}")
_AFTER_MONTH = re.compile(
    r"(?P<month>[a-z]+)\.?\s+(?P<first>\d{1,2})\s*-\s*(?P<last>\d{1,2})(?:[\s,]+(?P<year>\d{4}))?"
)
_YEAR = re.compile(r"\b\d{4}\b")
_BOTH = 2
"""Days that "24 dan 25 des" names; others between the two would be guessed."""

_MOST_WORDS = 12
"""More words than any way to write two days has."""


class Days(NamedTuple):
    """The days from one to another, both included."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return how many they are."""
        return (self.last - self.first).days + 1


def read_days(text: str, today: date) -> Days | None:
    """Return the day or days that a text names, or None if it names none or in a wrong order."""
    said = _LEAD.sub("", spelled_out(text.replace("\u2212", "-")).strip(" .,;:"))
    single = read_date(said, today)
    if single is not None:
        return Days(single, single)
    if found := _AFTER_MONTH.fullmatch(said.replace("\u2013", "-")):
        year = f" {found['year']}" if found["year"] else ""
        month = found["month"]
        return _pair(f"{found['first']} {month}{year}", f"{found['last']} {month}{year}", today)
    for cut in _BETWEEN.finditer(said):
        days = _pair(said[: cut.start()], said[cut.end() :], today)
        if days is not None:
            return days
    joined = (_pair(said[: cut.start()], said[cut.end() :], today) for cut in _AND.finditer(said))
    return next((days for days in joined if days is not None and days.length == _BOTH), None)


def days_and_rest(text: str, today: date) -> tuple[Days | None, str]:
    """Return the days that a text begins with, and what follows them ("24 des cuti bersama").

    No days where what follows speaks of days too: they were not all understood.
    """
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        days = read_days(" ".join(words[:count]), today)
        if days is not None:
            rest = " ".join(words[count:]).strip(" ,;:-\u2013")
            return (None, text.strip()) if _goes_on(rest) else (days, rest)
    return None, text.strip()


def _goes_on(rest: str) -> bool:
    """Say whether a rest begins as days do: with a number, a day, "dan", "depan"."""
    said = _LEAD.sub("", _AND.sub(" ", spelled_out(rest), count=1)).split()
    return bool(rest) and (not said or said[0].isdigit() or speaks_of_days(said[0]))


def _pair(left: str, right: str, today: date) -> Days | None:
    """Return the days from one text to another; the first may leave month and year to the last."""
    for first, last in _readings(left.strip(" ,"), right.strip(" ,"), today):
        if first is not None and last is not None and first <= last:
            return Days(first, last)
    return None


def _readings(left: str, right: str, today: date) -> Iterator[tuple[date | None, date | None]]:
    """Yield what two texts may mean, the likeliest first."""
    last = read_date(right, today)
    if last is not None and (found := _DAY.search(left)) and left.split()[-1] == found[0]:
        yield _on(last, int(found[0])), last  # "24-26 desember", "kamis 24 - sabtu 26 des"
        return
    year = _YEAR.search(right)
    if year and not _YEAR.search(left) and last is not None:
        for number in (last.year, last.year - 1):
            yield read_date(f"{left} {number}", today), last
            yield read_date(f"{left}/{number}", today), last
    first = read_date(left, today)
    if first is not None:
        yield first, read_date(right, today)
        yield first, read_date(right, first)  # "selasa depan dan rabu"


def _on(day: date, number: int) -> date | None:
    """Return the date with this number in the month of a day."""
    try:
        return day.replace(day=number)
    except ValueError:
        return None
