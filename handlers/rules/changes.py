"""The history of rules as facts for the texts: who has changed what, when, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.setting_changes import SettingChange
from bot.domain.tasks.rungs import LadderRules
from bot.domain.working_time.overrides import CalendarOverrides
from bot.services.ruling import CALENDAR, DESK, LADDER, LIMITS
from handlers.rules.making import Who
from handlers.turn import Turn


async def changes_of(turn: Turn, names: Sequence[str], limit: int) -> Sequence[Mapping[str, Any]]:
    """Return the last changes of some settings, newest first; a line a thing that changed."""
    who = await Who.of(turn)
    found: list[Mapping[str, Any]] = []
    for change in await turn.work.settings.changes(names, limit):
        common = {
            "what": change.name,
            "who": await who.name(change.by),
            "at": change.at,
            "basis": change.basis,
            "limit": "",
            "days": [],
        }
        found += [{**common, **line} for line in _lines(change, who)]
    return found[:limit]


def _lines(change: SettingChange, who: Who) -> Iterator[Mapping[str, Any]]:
    if change.name == LIMITS:
        old, new = change.old or {}, change.new or {}
        for name in sorted({*old, *new}):
            if old.get(name) != new.get(name):
                yield {"limit": name, "old": old.get(name), "new": new.get(name)}
    elif change.name == LADDER:
        usual = LadderRules()
        before, after = asdict(usual.but(change.old)), asdict(usual.but(change.new))
        for name in (name for name in before if before[name] != after[name]):
            yield {"field": name, "old": before[name], "new": after[name]}
    elif change.name == CALENDAR:
        yield {"days": difference(change)}
    elif change.name == DESK:
        posts = who.office.posts
        names = {key: post.name for key, post in posts.items()}
        yield {"old": names.get(change.old, change.old), "new": names.get(change.new, change.new)}
    else:
        yield {"old": change.old, "new": change.new}


def difference(change: SettingChange) -> Sequence[Mapping[str, Any]]:
    """Return the entries of the calendar that a change has brought or taken away."""
    old, new = _entries(change.old), _entries(change.new)
    keys = sorted({*old, *new}, key=lambda key: (key[1], key[0]))
    lines: list[Mapping[str, Any]] = []
    for key in keys:
        if old.get(key) == new.get(key):
            continue
        entry = new.get(key) or old.get(key) or {}
        lines.append({**entry, "gone": key not in new})
    return lines


def _entries(data: object) -> dict[tuple[str, str], Mapping[str, Any]]:
    """Return the entries of a calendar by kind and date; of a spoiled one none."""
    try:
        calendar = CalendarOverrides.from_data(data or {})
    except DomainError:
        return {}
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for one in calendar.closed:
        about = {"kind": "closed", "first": one.day, "last": one.day, "name": one.name}
        found["closed", one.day.isoformat()] = about
    for day in calendar.open:
        about = {"kind": "open", "first": day, "last": day, "name": ""}
        found["open", day.isoformat()] = about
    for season in calendar.seasons:
        about = {
            "kind": "season", "first": season.first, "last": season.last, "name": season.name,
        }  # fmt: skip
        found["season", f"{season.first.isoformat()} {season.name}"] = about
    return found
