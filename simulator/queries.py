"""Presses and inline queries that wait for the bot's answer, for as long as Telegram waits."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Refused

SECONDS = 60.0
"""How long a press or an inline query may be answered; Telegram's own time is not published."""

_GONE = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Query:
    """One press (chat and message known) or one inline query of a person."""

    id: str
    person: int
    chat: int
    asked_at: float
    results: dict[str, dict[str, Any]] = field(default_factory=dict)


class Queries:
    """The open presses and inline queries; forgotten at a restart, as they are too old then."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        """Take the time from a clock that nobody moves."""
        self._monotonic = monotonic
        self._presses: dict[str, Query] = {}
        self._inline: dict[str, Query] = {}

    def press(self, person: int, chat: int) -> Query:
        """Begin to wait for the answer to a press."""
        return self._ask(self._presses, person, chat)

    def inline(self, person: int, chat: int) -> Query:
        """Begin to wait for the results of an inline query."""
        return self._ask(self._inline, person, chat)

    def pressed(self, number: str) -> Query:
        """Return a press that may still be answered; raises Refused."""
        return self._open(self._presses, number)

    def asked(self, number: str) -> Query:
        """Return an inline query that may still be answered; raises Refused."""
        return self._open(self._inline, number)

    def results_of(self, number: str) -> Query | None:
        """Return an inline query whatever its age: a result may be chosen late."""
        return self._inline.get(number)

    def clear(self) -> None:
        """Forget all."""
        self._presses.clear()
        self._inline.clear()

    def _ask(self, kind: dict[str, Query], person: int, chat: int) -> Query:
        query = Query(str(secrets.randbits(62)), person, chat, self._monotonic())
        kind[query.id] = query
        if len(kind) > 1000:
            del kind[next(iter(kind))]
        return query

    def _open(self, kind: dict[str, Query], number: str) -> Query:
        query = kind.get(number)
        if query is None or self._monotonic() - query.asked_at > SECONDS:
            raise Refused(_GONE)
        return query
