"""What people are told when a changed calendar or limit has moved dates of reports.

Whom and when is decided in `bot.services.redating`; the housekeeping calls it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.messages import Outgoing, Priority
from bot.domain.moved import Concerned, MovedLine
from bot.office import Office
from bot.services.ports import UnitOfWork
from handlers.buttons import Button, OnTicket, Rows, encode
from handlers.calls import content
from handlers.casework.deeds import Deed
from handlers.complaints.verbs import Verb, labelled
from handlers.moved_words import day_facts
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE
from handlers.ticket_news import repaint_cards
from handlers.voices import Voices

_MOST = 12
"""Lines of one message for each side; the rest is counted."""

_REASONS = 8


class MovedDates:
    """Reckons dates anew where rules have changed, and tells it; one message a person."""

    def __init__(self, office: Office, voices: Voices) -> None:
        self._office = office
        self._voices = voices

    async def round(self) -> None:
        """Do what is to be done now."""
        await self._office.redating.reckon()
        await self._office.redating.tell(self._say)

    async def _say(self, work: UnitOfWork, person_id: int, lines: Sequence[MovedLine]) -> None:
        """Queue one message with all that has moved for a person, and bring cards up to date."""
        person = await work.people.get(person_id)
        language = (person.language if person else None) or DEFAULT_LANGUAGE
        message = self._message(lines, language)
        payload = {"chat_id": person_id, **content(message), "protect_content": True}
        key = f"moved:{person_id}:" + ":".join(_key(line) for line in lines[:_MOST])
        now = self._office.clock.now()
        outgoing = Outgoing(person_id, "sendMessage", payload, Priority.BULK, dedupe_key=key)
        await work.outbox.queue(outgoing, now)
        for line in _of(lines, Concerned.HANDLER)[:_MOST]:
            await repaint_cards(work, self._voices, line.ticket, now)

    def _message(self, lines: Sequence[MovedLine], language: str) -> Message:
        own, desk = _of(lines, Concerned.COMPLAINANT), _of(lines, Concerned.HANDLER)
        days, limits = _reasons(lines)
        html = self._voices.texts.render(
            "moved.told",
            language,
            own=[_facts(line) for line in own[:_MOST]],
            own_more=max(len(own) - _MOST, 0),
            desk=[_facts(line) for line in desk[:_MOST]],
            desk_more=max(len(desk) - _MOST, 0),
            days=days[:_REASONS],
            limits=limits,
            more=max(len(days) - _REASONS, 0),
        )
        return Message(html, _buttons(own[:_MOST], desk[:_MOST]))


def _of(lines: Sequence[MovedLine], concerned: Concerned) -> list[MovedLine]:
    return [line for line in lines if line.concerned is concerned]


def _facts(line: MovedLine) -> Mapping[str, Any]:
    moved, ticket = line.moved, line.ticket
    return {
        "number": ticket.number,
        "kind": ticket.kind.value,
        "dated": moved.dated.value,
        "was": moved.was,
        "now": moved.now,
    }


def _reasons(lines: Sequence[MovedLine]) -> tuple[list[Mapping[str, Any]], list[Any]]:
    """Return what changed, each thing once: days in their order, and limits."""
    days = {day for line in lines for day in line.moved.why.days}
    limits = {line.moved.why.limit for line in lines if line.moved.why.limit is not None}
    shown = [day_facts(day) for day in sorted(days, key=lambda day: (day.first, day.last))]
    return shown, sorted(limits, key=lambda limit: limit.name)


def _buttons(own: Sequence[MovedLine], desk: Sequence[MovedLine]) -> Rows:
    """Return two buttons a row, each of which opens a report."""
    buttons = [labelled(f"📄 {o.ticket.number}", Verb.OPEN, str(o.ticket.id), "1") for o in own]
    buttons += [
        Button(d.ticket.number, encode(OnTicket(Deed.OPEN, d.ticket.id, d.ticket.version)))
        for d in desk
    ]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _key(line: MovedLine) -> str:
    return f"{line.ticket.id}-{line.moved.line}-{line.concerned.value[0]}"
