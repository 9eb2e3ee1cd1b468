"""Telegram's limits on sending: when the next message may go. Pure: instants are passed in.

Limits as its FAQ gives them (about 30 a second overall, 1 a second in one chat with short
bursts, 20 a minute in one group); a 429 answer tells the rest and is obeyed chat by chat.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast to send at most; 0 switches a limit off.

    `chat_burst` messages may follow each other at once in a chat before `chat_per_second` holds.
    """

    overall_per_second: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20


class Limits:
    """Keeps account of what was sent and says what may go now. One for each sender process."""

    def __init__(self, pace: Pace | None = None) -> None:
        """Start with nothing sent."""
        self._pace = pace or Pace()
        self._overall: deque[datetime] = deque()
        self._groups: dict[int, deque[datetime]] = {}
        self._full_at: dict[int, datetime] = {}
        self._halts: dict[int, datetime] = {}
        self._halt: datetime | None = None
        self._last: datetime | None = None

    def room(self, now: datetime) -> int:
        """Return how many messages, to different chats, may go now; a large number if unlimited."""
        self._advance(now)
        if self._halt is not None:
            return 0
        if not self._pace.overall_per_second:
            return 1_000_000
        return max(0, self._pace.overall_per_second - len(self._overall))

    def held(self, now: datetime) -> frozenset[int]:
        """Return the chats that must wait now."""
        self._advance(now)
        known = {*self._full_at, *self._groups, *self._halts}
        return frozenset(chat for chat in known if self._chat_free_at(chat, now) > now)

    def free_at(self, chat_id: int | None, now: datetime) -> datetime:
        """Return the earliest instant, at or after `now`, at which a message to the chat may go."""
        self._advance(now)
        overall = self._overall_free_at(now)
        return overall if chat_id is None else max(overall, self._chat_free_at(chat_id, now))

    def note(self, chat_id: int | None, now: datetime) -> None:
        """Note that a message goes to the chat now."""
        self._advance(now)
        if self._pace.overall_per_second:
            self._overall.append(now)
        if chat_id is None:
            return
        if self._pace.chat_per_second:
            self._full_at[chat_id] = max(self._full_at.get(chat_id, now), now) + self._gap
        if chat_id < 0 and self._pace.group_per_minute:
            self._groups.setdefault(chat_id, deque()).append(now)

    def halt(self, chat_id: int | None, until: datetime) -> None:
        """Hold one chat until then, as Telegram asked (429); None holds everything."""
        if chat_id is None:
            self._halt = until if self._halt is None else max(self._halt, until)
        else:
            self._halts[chat_id] = max(self._halts.get(chat_id, until), until)

    def next_free(self, now: datetime) -> datetime | None:
        """Return when something that is held now is next let go, or None if nothing is held."""
        if self.room(now) == 0:
            return self._overall_free_at(now)
        return min((self._chat_free_at(chat, now) for chat in self.held(now)), default=None)

    @property
    def _gap(self) -> timedelta:
        return timedelta(seconds=1 / self._pace.chat_per_second)

    def _overall_free_at(self, now: datetime) -> datetime:
        free = now if self._halt is None else max(now, self._halt)
        limit = self._pace.overall_per_second
        if limit and len(self._overall) >= limit:
            free = max(free, self._overall[-limit] + _SECOND)
        return free

    def _chat_free_at(self, chat_id: int, now: datetime) -> datetime:
        free = max(now, self._halts.get(chat_id, now))
        full_at = self._full_at.get(chat_id)
        if full_at is not None:
            free = max(free, full_at - self._gap * (max(1, self._pace.chat_burst) - 1))
        times = self._groups.get(chat_id)
        limit = self._pace.group_per_minute
        if times is not None and limit and len(times) >= limit:
            free = max(free, times[-limit] + _MINUTE)
        return free

    def _advance(self, now: datetime) -> None:
        """Forget what is over; after the clock was set back, move all that is known with it."""
        if self._last is not None and now < self._last:
            self._shift(now - self._last)
        self._last = now
        _drop_until(self._overall, now - _SECOND)
        for group, times in list(self._groups.items()):
            _drop_until(times, now - _MINUTE)
            if not times:
                del self._groups[group]
        self._full_at = {chat: at for chat, at in self._full_at.items() if at > now}
        self._halts = {chat: at for chat, at in self._halts.items() if at > now}
        if self._halt is not None and self._halt <= now:
            self._halt = None

    def _shift(self, span: timedelta) -> None:
        self._overall = deque(at + span for at in self._overall)
        self._groups = {c: deque(at + span for at in times) for c, times in self._groups.items()}
        self._full_at = {chat: at + span for chat, at in self._full_at.items()}
        self._halts = {chat: at + span for chat, at in self._halts.items()}
        self._halt = self._halt + span if self._halt is not None else None


def _drop_until(times: deque[datetime], end: datetime) -> None:
    while times and times[0] <= end:
        times.popleft()
