"""Changed rules: running tickets get new dates, and the people concerned are told once.

Run again and again by the housekeeping. The mark of the rules is compared at each run; where it
differs, tickets are reckoned in small batches, each in a unit of work that also keeps how far it
came, so a process that dies goes on where it was. Telling waits a little: what is changed and
changed back meanwhile comes to nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from time import perf_counter
from typing import Any, TypeAlias

from bot.clock import Clock
from bot.domain.directory import Directory
from bot.domain.errors import DomainError
from bot.domain.moved import Concerned, Moved, MovedLine, Why, come_to
from bot.domain.office_rules import OfficeRules
from bot.domain.reckoned import SETTING, Reckoned, mark_of, rules_data
from bot.domain.reminders import Reminder
from bot.domain.tickets import Ticket
from bot.services.deadlines import DeadlineSource, OfficeDeadlines
from bot.services.moving_dates import Shift, concerned, still_says, why
from bot.services.ports import UnitOfWork, UnitOfWorkFactory
from bot.services.tickets import Tickets

_log = logging.getLogger(__name__)
BATCH = 10
"""So many tickets are reckoned in one unit of work: nobody waits long for his turn."""

TELL_AFTER = timedelta(minutes=5)
_ABOUT = "moved:"
_MOST_TOLD = 500  # people in one run

DirectoryFinder: TypeAlias = Callable[[UnitOfWork], Awaitable[Directory]]
TellMoved: TypeAlias = Callable[[UnitOfWork, int, Sequence[MovedLine]], Awaitable[None]]


class Redating:
    """Brings dates in line with the rules as they stand."""

    def __init__(
        self,
        unit_of_work: UnitOfWorkFactory,
        clock: Clock,
        tickets: Tickets,
        deadlines: DeadlineSource,
        directory: DirectoryFinder,
    ) -> None:
        """Change tickets through their one door."""
        self._unit_of_work = unit_of_work
        self._clock = clock
        self._tickets = tickets
        self._deadlines = deadlines
        self._directory = directory

    async def reckon(self) -> int:
        """Reckon all that is not by the present rules; return how many tickets have new dates."""
        moved = 0
        while await self._is_wanted():
            began = perf_counter()
            try:
                moved += await self._batch()
            except DomainError as error:  # somebody was first with a ticket: next time
                _log.info("dates are reckoned later: %s", error.key)
                break
            await asyncio.sleep(perf_counter() - began)  # others have half of the time
        if moved:
            _log.info("%d tickets have new dates", moved)
        return moved

    async def tell(self, say: TellMoved) -> int:
        """Tell each person once what has moved, in working hours; return how many were told."""
        told = 0
        while told < _MOST_TOLD and await self._tell_one(say):
            told += 1
            await asyncio.sleep(0)
        return told

    async def _is_wanted(self) -> bool:
        async with self._unit_of_work(writing=False) as work:
            _, wanted = await self._course(work)
        return wanted is not None

    async def _course(self, work: UnitOfWork) -> tuple[OfficeDeadlines, Reckoned | None]:
        """Return the present deadlines, and how far the reckoning by them is; None if done."""
        deadlines = await self._deadlines(work)
        kept = Reckoned.from_data((await work.settings.all()).get(SETTING))
        mark = mark_of(deadlines.rules)
        if kept.to is None and kept.mark == mark:
            return deadlines, None
        if kept.to == mark:
            return deadlines, kept
        if kept.to is None and not await work.reminders.is_pending(_ABOUT):
            kept = replace(kept, told=kept.rules)
        return deadlines, replace(kept, to=mark, after=0)

    async def _batch(self) -> int:
        """Reckon the next tickets; after the last, the present rules are those of all dates."""
        now = self._clock.now()
        async with self._unit_of_work() as work:
            deadlines, course = await self._course(work)
            if course is None:
                return 0
            tickets = await work.tickets.running(course.after, BATCH)
            before = self._by(course.rules, deadlines)
            shift = Shift(work, before, deadlines, now)
            office = await self._directory(work) if tickets else Directory()
            moved = 0
            for ticket in tickets:
                found = await shift.reckoned(self._tickets, ticket)
                if found is not None:
                    moved += 1
                    await self._plan_telling(work, found, office, deadlines)
            await work.settings.set(SETTING, _next(course, tickets, deadlines), now, None)
            await work.commit()
        return moved

    def _by(self, rules: Mapping[str, Any], now: OfficeDeadlines) -> OfficeDeadlines:
        """Return the deadlines by earlier rules, as far as they are known."""
        return self._deadlines.by(OfficeRules.from_settings(rules)) if rules else now

    async def _plan_telling(
        self, work: UnitOfWork, found: MovedLine, office: Directory, deadlines: OfficeDeadlines
    ) -> None:
        """Plan that those concerned are told, if it is another day and not all past."""
        moved, now = found.moved, self._clock.now()
        calendar = deadlines.calendar
        is_same_day = calendar.local(moved.was).date() == calendar.local(moved.now).date()
        if is_same_day or max(moved.was, moved.now) <= now:
            return
        due = calendar.next_opening(now + TELL_AFTER)
        await work.reminders.plan(
            [
                Reminder(
                    f"{_ABOUT}{moved.ticket_id}:{moved.line}:{person}",
                    f"{_ABOUT}{person}",
                    role.value,
                    due,
                    replace(moved, why=Why()).to_data(),
                )
                for person, role in concerned(found.ticket, moved, office, now)
            ]
        )

    async def _tell_one(self, say: TellMoved) -> bool:
        """Tell the next person; False if nobody is to be told now."""
        now = self._clock.now()
        async with self._unit_of_work() as work:
            deadlines, course = await self._course(work)
            if course is not None or not deadlines.calendar.is_open(now):
                return False
            first = await work.reminders.claim(now, 1, about=_ABOUT)
            if not first:
                return False
            subject = first[0].subject
            rows = (*first, *await work.reminders.take(subject, now))
            person_id = int(subject.removeprefix(_ABOUT))
            lines = await self._lines(work, rows, person_id, deadlines)
            if lines:
                await say(work, person_id, lines)
            await work.commit()
        return True

    async def _lines(
        self,
        work: UnitOfWork,
        rows: Sequence[Reminder],
        person_id: int,
        deadlines: OfficeDeadlines,
    ) -> list[MovedLine]:
        """Return what is still worth telling, the soonest date first."""
        moves: defaultdict[tuple[int, Concerned], list[Moved]] = defaultdict(list)
        for row in rows:
            moved = Moved.from_data(row.data)
            moves[moved.ticket_id, Concerned(row.rung)].append(moved)
        tickets = {t.id: t for t in await work.tickets.several({key for key, _ in moves})}
        office, now = await self._directory(work), self._clock.now()
        before = await self._before_telling(work, deadlines)
        kept = []
        for (ticket_id, role), each in moves.items():
            ticket, total = tickets.get(ticket_id), come_to(each)
            if ticket is None or total is None:
                continue
            is_theirs = (person_id, role) in concerned(ticket, total, office, now)
            if is_theirs and still_says(ticket, total, deadlines):
                told = replace(total, why=why(ticket, total, before, deadlines))
                kept.append(MovedLine(ticket, role, told))
        return sorted(kept, key=lambda line: (line.moved.now, line.ticket.id))

    async def _before_telling(self, work: UnitOfWork, now: OfficeDeadlines) -> OfficeDeadlines:
        """Return the deadlines as they were when everybody had last been told."""
        kept = Reckoned.from_data((await work.settings.all()).get(SETTING))
        return self._by(kept.told, now)


def _next(
    course: Reckoned, tickets: Sequence[Ticket], deadlines: OfficeDeadlines
) -> dict[str, object]:
    """Return how far it is after a batch."""
    if len(tickets) == BATCH:
        return replace(course, after=tickets[-1].id).to_data()
    done = Reckoned(course.to or "", rules_data(deadlines.rules), told=course.told)
    return done.to_data()
