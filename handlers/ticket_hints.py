"""What time says, in words: warnings about tickets, what has run out, a morning's overview.

When and to whom is decided in `bot.services.ticket_watch`; the housekeeping calls it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.directory import Directory
from bot.domain.messages import Outgoing, Priority
from bot.domain.news import News
from bot.domain.tasks.agenda import Morning
from bot.domain.tickets import Ticket, TicketStatus
from bot.domain.watching import Hint, Said
from bot.office import Office
from bot.services.ports import UnitOfWork
from handlers.buttons import Button, OnTicket, Rows, encode
from handlers.calls import content
from handlers.casework.deeds import Deed
from handlers.moved_dates import MovedDates
from handlers.replies import Message
from handlers.tasks.telling import TaskHints, agenda_facts, told_of
from handlers.texts import DEFAULT_LANGUAGE
from handlers.ticket_news import queue_news
from handlers.titles import short_name
from handlers.voices import Voices

_MOST = 12
"""Lines of one message; the rest is counted, and /meja shows it."""

_STEPS, _OTHERS = 8, 4
"""Steps of tasks in a morning's overview, and lines about steps of others."""

_OWN_DESK = frozenset({Hint.WARN, Hint.OVERDUE, Hint.CLIMB})


class TicketHints:
    """Says what is due about tickets; one message a person and round."""

    def __init__(self, office: Office, voices: Voices) -> None:
        self._office = office
        self._voices = voices
        self._texts = voices.texts
        self._tasks = TaskHints(office, voices.texts)
        self.moved = MovedDates(office, voices)

    async def round(self) -> None:
        """Say what is due now."""
        await self._tasks.reckon()
        await self._office.task_watch.get_ready()
        await self._office.ticket_watch.round(self._say, self._tell, self._show)
        await self._tasks.round()

    async def _say(self, work: UnitOfWork, person_id: int, lines: Sequence[Said]) -> None:
        """Queue one message with all of a person's hints."""
        language = await _language(work, person_id)
        facts = [_hint(said) for said in lines[:_MOST]]
        more = max(len(lines) - _MOST, 0)
        html = self._texts.render("watch.hints", language, lines=facts, more=more)
        shown = [said.ticket for said in lines if said.hint in _OWN_DESK]
        key = "hints:" + ":".join(_key(said) for said in lines)
        planned = min((said.planned for said in lines if said.planned), default=None)
        await self._queue(work, person_id, Message(html, _buttons(shown)), (key, planned))

    async def _tell(self, work: UnitOfWork, news: Sequence[News]) -> None:
        await queue_news(work, self._voices, news, self._office.clock.now())

    async def _show(
        self, work: UnitOfWork, office: Directory, desks: Mapping[int, Sequence[Ticket]]
    ) -> None:
        """Queue one overview for each who has something on the desk or a step to do."""
        now = self._office.clock.now()
        mornings = await self._office.task_watch.morning(work, office, now)
        for person_id in desks.keys() | mornings.keys():
            tickets = desks.get(person_id, ())
            morning = mornings.get(person_id, Morning())
            await self._show_one(work, person_id, tickets, morning, office)

    async def _show_one(
        self,
        work: UnitOfWork,
        person_id: int,
        tickets: Sequence[Ticket],
        morning: Morning,
        office: Directory,
    ) -> None:
        """Queue the morning's overview for one person, if there is anything to tell."""
        now, language = self._office.clock.now(), await _language(work, person_id)
        agenda, said = told_of(morning)
        if not (tickets or agenda or said):
            return
        html = self._texts.render(
            "watch.morning",
            language,
            lines=[_line(ticket, now) for ticket in tickets[:_MOST]],
            count=len(tickets),
            more=max(len(tickets) - _MOST, 0),
            agenda=[agenda_facts(line, morning) for line in agenda[:_STEPS]],
            task_more=max(len(agenda) - _STEPS, 0),
            said=[await self._tasks.facts(work, one, office) for one in said[:_OTHERS]],
        )
        day = now.astimezone(self._texts.zone).date()
        key = f"morning:{day.isoformat()}:{person_id}"
        buttons = (*_buttons(tickets), *await self._tasks.openers(work, agenda[:_STEPS]))
        opening = (await self._office.deadlines(work)).calendar.opening(day)
        await self._queue(work, person_id, Message(html, buttons), (key, opening))

    async def _queue(
        self,
        work: UnitOfWork,
        person_id: int,
        message: Message,
        once: tuple[str, datetime | None],
    ) -> None:
        """Queue it under its key, with the time at which it was to be sent."""
        key, planned = once
        payload = {"chat_id": person_id, **content(message), "protect_content": True}
        outgoing = Outgoing(
            person_id, "sendMessage", payload, Priority.REMINDER, key, due_at=planned
        )
        await work.outbox.queue(outgoing, self._office.clock.now())


def _hint(said: Said) -> Mapping[str, object]:
    """Return the facts of one line; an admin gets the number and the post, never more."""
    ticket, reach = said.ticket, said.reach
    return {
        "hint": said.hint.value,
        "number": ticket.number,
        "kind": ticket.kind.value,
        "standard": short_name(ticket.standard_title or ""),
        "percent": said.percent,
        "due": ticket.due_at,
        "tried": [step.post for step in reach.tried] if reach else [],
    }


def _line(ticket: Ticket, now: datetime) -> Mapping[str, object]:
    due = None if ticket.paused_since else ticket.due_at
    return {
        "number": ticket.number,
        "kind": ticket.kind.value,
        "standard": short_name(ticket.standard_title or ""),
        "is_new": ticket.status in {TicketStatus.RECEIVED, TicketStatus.UNDECIDED},
        "waits": ticket.status is TicketStatus.WAITING,
        "late": due is not None and due <= now,
        "due": due,
    }


def _buttons(tickets: Sequence[Ticket]) -> Rows:
    """Return two buttons a row, each of which opens a ticket."""
    some = tickets[:_MOST]
    buttons = [Button(t.number, encode(OnTicket(Deed.OPEN, t.id, t.version))) for t in some]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _key(said: Said) -> str:
    due = said.ticket.due_at or said.ticket.filed_at
    return f"{said.ticket.id}-{said.hint.value}-{said.percent}-{due:%Y%m%d%H%M}-{said.person_id}"


async def _language(work: UnitOfWork, person_id: int) -> str:
    person = await work.people.get(person_id)
    return (person.language if person else None) or DEFAULT_LANGUAGE
