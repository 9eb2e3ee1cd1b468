"""Time passing over tickets: warnings, what climbs to superiors, what lapses or is settled.

Run again and again by the housekeeping. In working hours only; each thing is claimed in the unit
of work that queues its message, so it is said once, by one process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from bot.clock import Clock
from bot.domain.calls import Call
from bot.domain.directory import Directory
from bot.domain.news import News
from bot.domain.reminders import Reminder
from bot.domain.rights import barred_persons
from bot.domain.tickets import OPEN, Act, Ticket
from bot.domain.watching import LAPSE, SETTLE, Said, newest, said_of
from bot.services.deadlines import DeadlineSource, OfficeDeadlines
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.tickets import Tickets

DirectoryFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Directory]]
TellSaid: TypeAlias = Callable[[UnitOfWork, int, Sequence[Said]], Awaitable[None]]
TellNews: TypeAlias = Callable[[UnitOfWork, Sequence[News]], Awaitable[None]]
ShowDesks: TypeAlias = Callable[
    [UnitOfWork, Directory, Mapping[int, Sequence[Ticket]]], Awaitable[None]
]

_SYSTEM = {SETTLE: Act.SETTLE, LAPSE: Act.LAPSE}
MORNING = "morning"
"""The subject of the row by which a morning's overview comes once."""

_LATE = timedelta(hours=12)  # a morning's overview is of no use the next day


class TicketWatch:
    """Says in time what is to be said about tickets."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        tickets: Tickets,
        deadlines: DeadlineSource,
        directory: DirectoryFinder,
    ) -> None:
        """Work on a store; who is told how is given to `round`."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._tickets = tickets
        self._deadlines = deadlines
        self._directory = directory

    async def round(self, say: TellSaid, tell: TellNews, show: ShowDesks) -> None:
        """Say what is due: `say` one person's hints, `tell` news, `show` a morning's desks."""
        now = self._clock.now()
        async with self._unit_of_work() as work:
            deadlines = await self._deadlines(work)
            if not deadlines.calendar.is_open(now):
                return
            await _plan_morning(work, deadlines, now)
            due = await work.reminders.claim(now, about="ticket:")
            mornings = await work.reminders.claim(now, about=MORNING)
            if due or mornings:
                office = await self._directory(work)
                await self._say(work, due, office, (say, tell))
                if any(now - morning.due_at < _LATE for morning in mornings):
                    await _show_desks(work, office, now, show)
            await work.commit()

    async def _say(
        self,
        work: UnitOfWork,
        due: Sequence[Reminder],
        office: Directory,
        ways: tuple[TellSaid, TellNews],
    ) -> None:
        """Let the system act where a time has run out; gather all hints for one person."""
        say, tell = ways
        now = self._clock.now()
        hints: defaultdict[int, list[Said]] = defaultdict(list)
        for reminder in newest(due):
            ticket = await work.tickets.get(int(reminder.data["ticket"]))
            if ticket is None:
                continue
            act = _SYSTEM.get(reminder.rung)
            if act is not None and ticket.allows(act):
                change = await self._tickets.act(work, Call(ticket.id, act, None), office, now)
                await tell(work, change.news)
            for said in said_of(reminder, ticket, office, now):
                hints[said.person_id].append(replace(said, planned=reminder.due_at))
        for person_id, lines in hints.items():
            await say(work, person_id, lines)


async def _plan_morning(work: UnitOfWork, deadlines: OfficeDeadlines, now: datetime) -> None:
    """Plan the overview of this working day, once."""
    day = deadlines.calendar.local(now).date()
    opening = deadlines.calendar.opening(day)
    if opening is not None:
        row = Reminder(f"{MORNING}:{day.isoformat()}", MORNING, MORNING, opening)
        await work.reminders.plan([row])


async def _show_desks(work: UnitOfWork, office: Directory, now: datetime, show: ShowDesks) -> None:
    """Show the officials what is on their desks, most urgent first."""
    desks: defaultdict[int, list[Ticket]] = defaultdict(list)
    for ticket in await work.tickets.in_status(OPEN):
        reach = office.reach(ticket.owner, now, barred_persons(ticket, office, now))
        if reach.person_id is not None and reach.post is not None:
            desks[reach.person_id].append(ticket)
    for tickets in desks.values():
        tickets.sort(key=lambda t: (t.due_at or now, t.id))
    await show(work, office, desks)
