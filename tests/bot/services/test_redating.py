"""Changed rules: new dates for running tickets, told once to those concerned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.calls import Filing, Placement
from bot.domain.history import is_whole, tells
from bot.domain.moved import Concerned, Dated, MovedLine
from bot.domain.tickets import Act, Ticket, TicketKind, TicketStatus
from bot.services import redating
from bot.services.deadlines import DeadlineSource
from bot.services.ports import UnitOfWork
from bot.services.redating import Redating
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.services.test_ticket_watch import (
    ADMIN,
    CITIZEN,
    KABAG,
    KABIRO,
    MONDAY,
    ZONE,
    Office,
)

CLOSED_WEDNESDAY = {"closed": {"2026-10-07": "Hari jadi kantor"}}
THURSDAY, FRIDAY = (MONDAY.replace(day=day, hour=16) for day in (8, 9))


class Changing(Office):
    """An office whose rules change."""

    def __init__(self, unit_of_work: SqlUnitsOfWork) -> None:
        super().__init__(unit_of_work)
        parts = self.clock, self.tickets, DeadlineSource(ZONE), self.directory
        self.redating = Redating(unit_of_work, *parts)
        self.told: list[tuple[int, tuple[MovedLine, ...]]] = []

    async def say(self, work: UnitOfWork, person_id: int, lines: Sequence[MovedLine]) -> None:
        self.told.append((person_id, tuple(lines)))

    async def sets(self, name: str, value: Any) -> None:
        async with self.unit_of_work() as work:
            await work.settings.set(name, value, self.clock.now(), ADMIN)
            await work.commit()

    async def poll(self, *, later: timedelta = timedelta(minutes=10)) -> None:
        await self.redating.reckon()
        self.clock.move(later)
        await self.redating.tell(self.say)

    async def now(self, ticket: Ticket) -> Ticket:
        async with self.unit_of_work(writing=False) as work:
            found = await work.tickets.get(ticket.id)
        assert found is not None
        return found

    async def alarms(self, ticket: Ticket) -> dict[str, datetime]:
        async with self.unit_of_work(writing=False) as work:
            pending = await work.reminders.pending(f"ticket:{ticket.id}")
        return {row.rung: row.due_at.astimezone(ZONE) for row in pending}

    async def file_many(self, count: int) -> None:
        placement = Placement("kabag", True, received_by="kabiro")
        async with self.unit_of_work() as work:
            directory = await self.directory(work)
            for number in range(count):
                who = 10_000 + number // 2
                filing = Filing(
                    f"d{number}", TicketKind.KELUHAN, "Lama", who, False, "id", placement
                )
                await self.tickets.file(work, filing, directory, self.clock.now())
            await work.commit()


@pytest.fixture
async def office(unit_of_work: SqlUnitsOfWork) -> Changing:
    office = Changing(unit_of_work)
    await office.open()
    await office.redating.reckon()
    return office


async def test_a_closed_day_moves_the_date_the_alarms_and_is_told_to_both(
    office: Changing,
) -> None:
    ticket = await office.file()
    assert ticket.due_at == THURSDAY
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()

    after = await office.now(ticket)
    assert after.due_at == FRIDAY.replace(minute=30)
    assert (await office.alarms(ticket))["warn:100"] == after.due_at
    assert [person for person, _ in office.told] == [CITIZEN, KABAG]
    for _, (line,) in office.told:
        assert (line.moved.was, line.moved.now) == (THURSDAY, after.due_at)
        (day,) = line.moved.why.days
        assert (day.first.day, day.now.name, day.now.hours) == (7, "Hari jadi kantor", ())
    async with office.unit_of_work(writing=False) as work:
        history = await work.tickets.history(ticket.id)
    assert [event.act for event in history] == [Act.FILE, Act.RECKON]
    assert is_whole(history, after.head, after.events)
    assert tells(after, history)


async def test_nothing_is_said_twice_and_nothing_done_while_nothing_changes(
    office: Changing,
) -> None:
    ticket = await office.file()
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()
    said, known = list(office.told), await office.now(ticket)
    for _ in range(3):
        await office.poll()
    assert office.told == said
    assert await office.now(ticket) == known


async def test_a_limit_of_another_length_says_so(office: Changing) -> None:
    ticket = await office.file()
    await office.sets("limits", {"forward": 5})
    await office.poll()
    assert (await office.now(ticket)).due_at == MONDAY.replace(day=12, hour=16)
    (_, (line,)), _ = office.told
    assert line.moved.why.limit is not None
    assert (line.moved.why.limit.name, line.moved.why.limit.was, line.moved.why.limit.now) == (
        *("forward", 3, 5),
    )


async def test_what_is_undone_before_anybody_was_told_is_not_told(office: Changing) -> None:
    ticket = await office.file()
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.redating.reckon()
    await office.sets("calendar", None)
    await office.poll()
    assert office.told == []
    assert (await office.now(ticket)).due_at == THURSDAY


async def test_changes_shortly_after_one_another_are_one_message_with_what_they_come_to(
    office: Changing,
) -> None:
    await office.file()
    for calendar in (
        CLOSED_WEDNESDAY,
        {"closed": {"2026-10-06": "Rapat kerja"}},
        {"closed": {"2026-10-06": "Rapat kerja", "2026-10-08": "Upacara"}},
    ):
        await office.sets("calendar", calendar)
        await office.redating.reckon()
    await office.poll()
    (_, (line,)), _ = office.told
    assert (line.moved.was.day, line.moved.now.astimezone(ZONE).day) == (8, 12)
    assert [day.now.name for day in line.moved.why.days] == ["Rapat kerja", "Upacara"]


async def test_nobody_is_told_at_night_or_before_a_while_has_passed(office: Changing) -> None:
    await office.file()
    office.clock.set(MONDAY.replace(hour=20))
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()
    assert office.told == []
    office.clock.set(MONDAY.replace(day=6, hour=7, minute=29))
    await office.redating.tell(office.say)
    assert office.told == []
    office.clock.set(MONDAY.replace(day=6, hour=7, minute=31))
    await office.redating.tell(office.say)
    assert [person for person, _ in office.told] == [CITIZEN, KABAG]


async def test_one_message_a_person_however_many_cases(office: Changing) -> None:
    await office.file_many(60)
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()
    told = dict(office.told)
    assert len(office.told) == len(told) == 31
    assert len(told[KABAG]) == 60
    assert {line.concerned for line in told[KABAG]} == {Concerned.HANDLER}
    assert {len(lines) for person, lines in told.items() if person != KABAG} == {2}


async def test_a_run_that_dies_goes_on_and_does_nothing_twice(
    office: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.file_many(70)
    await office.sets("calendar", CLOSED_WEDNESDAY)
    real, batches = Redating._plan_telling, 0

    async def dies(*args: Any) -> None:
        nonlocal batches
        batches += 1
        if batches % 33 == 0:
            raise KeyboardInterrupt
        await real(*args)

    monkeypatch.setattr(Redating, "_plan_telling", dies)
    for _ in range(10):
        try:
            await office.redating.reckon()
        except KeyboardInterrupt:
            continue
        break
    assert batches > 70, "it died, and some were done anew"
    await office.poll()
    assert sum(len(lines) for person, lines in office.told if person == KABAG) == 70
    async with office.unit_of_work(writing=False) as work:
        tickets = await work.tickets.running(0, 100)
        histories = await work.tickets.histories([ticket.id for ticket in tickets])
    for ticket in tickets:
        acts = [event.act for event in histories[ticket.id]]
        assert acts == [Act.FILE, Act.RECKON]


async def test_a_change_under_way_is_overtaken_by_the_next(
    office: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    await office.file_many(60)
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.redating._batch()
    assert await office.redating._is_wanted()
    await office.redating.tell(office.say)
    assert office.told == [], "nobody is told while dates are still moving"
    await office.sets("calendar", {"closed": {"2026-10-06": "a", "2026-10-08": "b"}})
    await office.poll()
    async with office.unit_of_work(writing=False) as work:
        tickets = await work.tickets.running(0, 100)
    assert {t.due_at for t in tickets} == {MONDAY.replace(day=12, hour=16)}
    moves = {(line.moved.was, line.moved.now) for _, lines in office.told for line in lines}
    assert moves == {(THURSDAY, MONDAY.replace(day=12, hour=16))}


async def test_a_case_that_waits_for_its_complainant_goes_on_waiting_until_a_new_day(
    office: Changing,
) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.ASK, KABAG)
    was = (await office.alarms(ticket))["lapse"]
    assert was == datetime(2026, 11, 4, 16, tzinfo=ZONE)
    await office.sets("calendar", {"closed": {"2026-11-04": "Hari jadi kantor"}})
    await office.poll()
    after = await office.now(ticket)
    assert (after.status, after.paused_since) == (TicketStatus.WAITING, MONDAY)
    assert (await office.alarms(ticket))["lapse"] == was + timedelta(days=1)
    (person, (line,)), _ = office.told
    assert person == CITIZEN
    assert (line.moved.dated, line.moved.was) == (Dated.LAPSE, was)


async def test_a_pause_of_earlier_is_measured_anew(office: Changing) -> None:
    """Asked on Tuesday at opening, supplied on Thursday: two working days of pause."""
    ticket = await office.file()
    office.clock.set(MONDAY.replace(day=6, hour=7, minute=30))
    await office.act(ticket, Act.ASK, KABAG)
    office.clock.set(MONDAY.replace(day=8, hour=7, minute=30))
    await office.act(ticket, Act.SUPPLY, CITIZEN)
    before = await office.now(ticket)
    assert before.paused_minutes == 900
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.redating.reckon()
    after = await office.now(ticket)
    assert after.paused_minutes == 450
    assert after.due_at == before.due_at, "the closed day was within the pause already"


async def test_what_is_finished_stays_as_it_was(office: Changing) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.WITHDRAW, CITIZEN)
    before = await office.now(ticket)
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.sets("limits", {"forward": 9})
    await office.poll()
    assert await office.now(ticket) == before
    assert office.told == []


async def test_an_answered_case_has_another_day_to_object_and_only_the_complainant_hears(
    office: Changing,
) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.ANSWER, KABAG)
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()
    after = await office.now(ticket)
    assert (await office.alarms(ticket))["settle"] == after.due_at
    assert [(p, [line.moved.dated for line in lines]) for p, lines in office.told] == [
        (CITIZEN, [Dated.SETTLE])
    ]


async def test_a_shorter_limit_leaves_a_working_day_and_what_ends_still_ends(
    office: Changing,
) -> None:
    ticket = await office.file()
    await office.act(ticket, Act.ANSWER, KABAG)
    office.clock.set(MONDAY.replace(day=15, hour=9))
    await office.sets("limits", {"settle": 2})
    await office.poll()
    after = await office.now(ticket)
    assert after.due_at == MONDAY.replace(day=16, hour=16, minute=30)
    await office.at(19, 9)
    assert await office.status(ticket) is TicketStatus.CLOSED


async def test_a_desk_that_has_changed_hands_meanwhile_is_told_nothing(office: Changing) -> None:
    ticket = await office.file()
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.redating.reckon()
    await office.act(ticket, Act.TAKE_OVER, KABIRO)
    office.clock.move(timedelta(minutes=10))
    await office.redating.tell(office.say)
    assert office.told == [], "and the date is another one now, of which the move itself told"


async def test_who_is_overdue_stays_overdue_and_hears_nothing_of_days_long_past(
    office: Changing,
) -> None:
    ticket = await office.file()
    office.clock.set(MONDAY.replace(day=20, hour=9))
    await office.sets("calendar", CLOSED_WEDNESDAY)
    await office.poll()
    assert (await office.now(ticket)).due_at == FRIDAY.replace(minute=30)
    assert office.told == []


async def test_other_holidays_of_a_newer_version_move_dates_too(
    office: Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.domain.reckoned.calendar_mark", lambda overrides: "a newer one")
    assert await office.redating._is_wanted()
    await office.redating.reckon()
    assert not await office.redating._is_wanted()


async def test_batches_are_small_enough_for_others_to_have_their_turn() -> None:
    assert redating.BATCH <= 10
