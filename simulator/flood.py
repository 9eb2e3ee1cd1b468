"""How many messages Telegram takes in a while, and for how long it refuses more."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from simulator.errors import Refused


@dataclass(frozen=True)
class Pace:
    """`burst` messages at once, and then one each `seconds`."""

    burst: int
    seconds: float


@dataclass(frozen=True)
class FloodRules:
    """What Telegram lets a bot send: overall, into one private chat and into one group."""

    overall: Pace = Pace(30, 1 / 30)
    private: Pace = Pace(3, 1.0)
    group: Pace = Pace(20, 3.0)


class Flood:
    """Counts what the bot sends; time is the machine's, which nobody moves.

    Each count is a bucket: the instant at which it would be empty again (GCRA).
    """

    def __init__(
        self, rules: FloodRules | None, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with empty buckets; without rules everything passes."""
        self._rules = rules
        self._monotonic = monotonic
        self._empty_at: dict[int, float] = {}

    def count(self, chat: int, messages: int = 1) -> None:
        """Count messages to a chat; raises Refused with `retry_after` where they are too many."""
        if self._rules is None:
            return
        now = self._monotonic()
        paces = {0: self._rules.overall, chat: self._pace(chat, self._rules)}
        ends = {key: self._end(key, pace, messages, now) for key, pace in paces.items()}
        wait = max(end - now - pace.burst * pace.seconds for (end, pace) in _pairs(ends, paces))
        if wait > 1e-9:
            seconds = max(1, math.ceil(wait))
            raise Refused(f"retry after {seconds}", 429, retry_after=seconds)
        self._empty_at.update(ends)

    def _pace(self, chat: int, rules: FloodRules) -> Pace:
        return rules.private if chat > 0 else rules.group

    def _end(self, key: int, pace: Pace, messages: int, now: float) -> float:
        """Return when the bucket would be empty; more at once than fits is taken once."""
        counted = min(messages, pace.burst)
        return max(self._empty_at.get(key, now), now) + counted * pace.seconds


def _pairs(ends: dict[int, float], paces: dict[int, Pace]) -> list[tuple[float, Pace]]:
    return [(ends[key], paces[key]) for key in ends]
