"""Why a date has moved, in facts for the texts, and as a line of a report's history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.history import Event
from bot.domain.moved import Moved
from bot.domain.working_time.differences import Difference
from handlers.markup import plain
from handlers.texts import Texts


def in_history(texts: Texts, language: str, event: Event) -> str:
    """Return what a line RECKON of a history says, as plain text; "" if that was erased."""
    if not event.data:
        return ""
    moved = Moved.from_data(event.data)
    html = texts.render(
        "moved.in_history",
        language,
        was=moved.was,
        now=moved.now,
        days=[day_facts(day) for day in moved.why.days],
        limit=moved.why.limit,
    )
    return plain(html)


def day_facts(day: Difference) -> Mapping[str, Any]:
    """Return the facts of days that count differently; hours are (from, to) as clock times."""
    hours = [(_clock(opens), _clock(closes)) for opens, closes in day.now.hours]
    kind = "closed" if not hours else "hours" if day.was.hours else "opened"
    return {
        "kind": kind,
        "first": day.first,
        "last": day.last,
        "name": day.now.name if kind == "closed" else "",
        "hours": hours,
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}.{minutes % 60:02}"
