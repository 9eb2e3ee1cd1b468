"""What a command line gives a plan: dates, UNIT=N, STEP=CHOICE, STEP=ISO, and a calendar file."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from pathlib import Path

from bot.domain.plans.model import PlanInputs
from bot.domain.working_time.overrides import CalendarOverrides
from handlers.cli.errors import CommandError

_LONGEST_NUMBER = 9


def read_inputs(options: Namespace, zone: tzinfo) -> PlanInputs:
    """Return the inputs of a plan; raises CommandError for what cannot be read."""
    start = read_date(options.start, zone)
    if not isinstance(start, datetime):
        start = datetime.combine(start, datetime.min.time(), zone)
    return PlanInputs(
        start=start,
        counts={unit: _count(unit, text) for unit, text in _pairs("--count", options.count)},
        choices=dict(_pairs("--choose", options.choose)),
        events={step: read_date(text, zone) for step, text in _pairs("--event", options.event)},
    )


def read_date(text: str, zone: tzinfo) -> datetime | date:
    """Return a date, or an instant; one without an offset is in the office's zone."""
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError("plan_date", value=text) from None
    return found.replace(tzinfo=zone) if found.tzinfo is None else found


def read_calendar(path: Path | None) -> CalendarOverrides:
    """Return the overrides of a file; raises CommandError or DomainError, naming what is wrong."""
    if path is None:
        return CalendarOverrides()
    try:
        data = json.loads(path.read_text("utf-8-sig"), object_pairs_hook=_object)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CommandError("calendar_unreadable", file=str(path), reason=reason) from None
    except (ValueError, RecursionError):
        raise CommandError("calendar_not_json", file=str(path)) from None
    return CalendarOverrides.from_data(data)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return a JSON object; a key that stands twice would hide one of its values."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _pairs(option: str, words: Iterable[str] | None) -> Iterable[tuple[str, str]]:
    """Yield what stands before and behind each "="; a key must not be given twice."""
    seen = set()
    for word in words or ():
        key, sign, value = (part.strip() for part in word.partition("="))
        if not (key and sign and value):
            raise CommandError("plan_pair", option=option, value=word)
        if key.casefold() in seen:
            raise CommandError("plan_twice", option=option, what=key)
        seen.add(key.casefold())
        yield key, value


def _count(unit: str, text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > _LONGEST_NUMBER:
        raise CommandError("plan_number", unit=unit, value=text)
    return int(text)
