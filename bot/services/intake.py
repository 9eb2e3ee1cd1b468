"""The door for updates: stored before Telegram is told, then handled from the store.

Polling and webhook both come in here. No handling, no Telegram types: raw JSON only.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from bot.clock import Clock
from bot.domain.updates import InboxState, NewUpdate
from bot.services.ports import UnitOfWorkFactory

_log = logging.getLogger(__name__)
_MAX_ATTEMPTS = 3
_NOBODY = "0"


class Intake:
    """Takes updates in, and tells what is left to handle."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        """Work on a store and a clock."""
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def receive(self, raw_updates: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
        """Commit a batch in one transaction; only after it may Telegram be told.

        A repeated update_id is ignored, a malformed body kept as failed. Return the order keys
        of the batch, each once: call `work.inbox.take(key)` for each until it returns None.
        """
        updates = [_new_update(raw) for raw in raw_updates]
        if not updates:
            return ()
        async with self._unit_of_work() as work:
            await work.inbox.add(updates, self._clock.now())
            await work.commit()
        for update in updates:
            if update.state is InboxState.FAILED:
                _log.error("update %s is malformed: kept as failed", update.update_id)
        return tuple(dict.fromkeys(u.order_key for u in updates if u.state is InboxState.WAITING))

    async def recover(self) -> tuple[str, ...]:
        """At start: return the chats (order keys) in which a stopped process left updates.

        An update over which three processes have died is given up, not tried for ever.
        """
        async with self._unit_of_work() as work:
            given_up = await work.inbox.count_attempt(_MAX_ATTEMPTS, self._clock.now())
            waiting = await work.inbox.waiting()
            await work.commit()
        for update_id in given_up:
            _log.error("update %s is given up: it was never handled to the end", update_id)
        return waiting

    async def waiting(self, older_than: timedelta = timedelta()) -> tuple[str, ...]:
        """Return the chats with updates that have waited so long, the longest waiting first."""
        async with self._unit_of_work(writing=False) as work:
            return await work.inbox.waiting(self._clock.now() - older_than)


def chat_key(raw: Mapping[str, Any]) -> str:
    """Return whose conversation it is: the private chat, a person in a group, or the person."""
    chat, person = _chat_and_person(raw)
    if chat is None:
        return _NOBODY if person is None else str(person)
    return str(chat) if person is None or person == chat else f"{chat}:{person}"


def order_key(raw: Mapping[str, Any]) -> str:
    """Return within what order is kept: the chat, or the person where there is no chat."""
    chat, person = _chat_and_person(raw)
    first = person if chat is None else chat
    return _NOBODY if first is None else str(first)


def _new_update(raw: Mapping[str, Any]) -> NewUpdate:
    update_id = _identity(raw.get("update_id")) if isinstance(raw, Mapping) else None
    if update_id is None or _event(raw) is None:
        body = raw if isinstance(raw, Mapping) else {"raw": raw}
        return NewUpdate(update_id, _NOBODY, _NOBODY, None, body, InboxState.FAILED, "malformed")
    person = _chat_and_person(raw)[1]
    return NewUpdate(update_id, order_key(raw), chat_key(raw), person, raw)


def _event(raw: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the one object beside update_id ("message", "callback_query", ...)."""
    return next(
        (v for name, v in raw.items() if name != "update_id" and isinstance(v, Mapping)), None
    )


def _chat_and_person(raw: Mapping[str, Any]) -> tuple[int | None, int | None]:
    event = _event(raw) or {}
    message = event.get("message")
    chat = event.get("chat") or (message.get("chat") if isinstance(message, Mapping) else None)
    return _id_of(chat), _id_of(event.get("from") or event.get("user"))


def _id_of(thing: object) -> int | None:
    return _identity(thing.get("id")) if isinstance(thing, Mapping) else None


def _identity(value: object) -> int | None:
    fits = isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    return value if fits and isinstance(value, int) else None
