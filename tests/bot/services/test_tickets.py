from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.calls import Call, Filing, Placement
from bot.domain.directory import SERVICE_DESK, Directory
from bot.domain.errors import DomainError
from bot.domain.history import is_whole
from bot.domain.messages import Outgoing
from bot.domain.news import Audience, answer_key
from bot.domain.posts import Absence, Holding, Post, Tenure
from bot.domain.tickets import Act, Ticket, TicketKind, TicketStatus
from bot.services.ports import UnitOfWork
from bot.services.tickets import Change, Tickets
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

CITIZEN, KABAG, KABIRO, OTHER, ADMIN = 700, 901, 902, 903, 1
BIRO, BAGIAN, BAGIAN_B = "kepala-biro-x", "kepala-bagian-a", "kepala-bagian-b"
TO_KABAG = Placement(BAGIAN, True, "standar", "Standar", received_by=BIRO, delegation="optional")


def office(*, away: frozenset[int] = frozenset()) -> Directory:
    posts = [
        Post(BIRO, "Kepala Biro X", "kepala_biro"),
        Post(BAGIAN, "Kepala Bagian A", "kepala_bagian", superior=BIRO),
        Post(BAGIAN_B, "Kepala Bagian B", "kepala_bagian", superior=BIRO),
    ]
    held = zip((BIRO, BAGIAN, BAGIAN_B), (KABIRO, KABAG, OTHER), strict=True)
    tenures = [
        Tenure(number, post, "Nama", Holding.DEFINITIVE, NOW - timedelta(days=9), person_id=person)
        for number, (post, person) in enumerate(held, 1)
    ]
    known = {post.key: post for post in posts}
    return Directory(known, tuple(tenures), unreachable=away, admins=(ADMIN,))


class Days:
    """Limits of so many plain days, for rules that do not hang on the calendar."""

    def due(self, limit: str, since: datetime, paused_minutes: int = 0) -> datetime:
        return since + timedelta(days=3, minutes=paused_minutes)

    def working_minutes(self, since: datetime, until: datetime) -> int:
        return int((until - since).total_seconds() // 60)


class NoAlarms:
    async def reset(self, work: UnitOfWork, ticket: Ticket, now: datetime) -> None:
        return None


@pytest.fixture
def tickets() -> Tickets:
    async def days(work: UnitOfWork) -> Days:
        return Days()

    return Tickets(days, NoAlarms())


@pytest.fixture
async def work(unit_of_work: SqlUnitsOfWork) -> AsyncIterator[UnitOfWork]:
    async with unit_of_work() as work:
        yield work


async def filed(tickets: Tickets, work: UnitOfWork, placement: Placement = TO_KABAG) -> Change:
    filing = Filing("draft", TicketKind.KELUHAN, "Lama sekali", CITIZEN, True, "id", placement)
    return await tickets.file(work, filing, office(), NOW)


async def test_a_complaint_goes_to_the_kepala_bagian_and_the_kepala_biro_may_take_it_over(
    tickets: Tickets, work: UnitOfWork
) -> None:
    change = await filed(tickets, work)

    told = {(news.person_id, news.audience) for news in change.news}
    assert told == {(KABAG, Audience.OWNER), (KABIRO, Audience.RECEIVER)}
    assert change.ticket.status is TicketStatus.RECEIVED
    assert change.ticket.due_at == NOW + timedelta(days=3)

    taken = await tickets.act(work, Call(change.ticket.id, Act.TAKE_OVER, KABIRO), office(), NOW)
    assert (taken.ticket.owner, taken.ticket.status) == (BIRO, TicketStatus.HANDLED)
    told = {(news.person_id, news.audience) for news in taken.news}
    assert told == {(KABAG, Audience.FORMER), (CITIZEN, Audience.COMPLAINANT)}
    assert await work.tickets.get(change.ticket.id) == taken.ticket


async def test_asking_stops_the_clock_until_the_complainant_answers(
    tickets: Tickets, work: UnitOfWork
) -> None:
    ticket = (await filed(tickets, work)).ticket
    await tickets.act(work, Call(ticket.id, Act.ACCEPT, KABAG), office(), NOW)
    later = NOW + timedelta(hours=1)
    asked = await tickets.act(
        work, Call(ticket.id, Act.ASK, KABAG, data={"text": "Kapan?"}), office(), later
    )
    assert asked.ticket.paused_since == later
    assert asked.event.data["until"] > later.isoformat(), "the complainant is told until when"

    much_later = later + timedelta(days=2)
    call = Call(ticket.id, Act.SUPPLY, CITIZEN, data={"text": "Senin"})
    supplied = (await tickets.act(work, call, office(), much_later)).ticket
    assert supplied.paused_since is None
    assert supplied.due_at == NOW + timedelta(days=5)
    assert supplied.status is TicketStatus.HANDLED


async def test_what_is_returned_goes_up_and_from_the_receiver_to_the_service_desk(
    tickets: Tickets, work: UnitOfWork
) -> None:
    ticket = (await filed(tickets, work)).ticket
    up = await tickets.act(work, Call(ticket.id, Act.RETURN, KABAG), office(), NOW)
    assert (up.ticket.owner, up.ticket.status) == (BIRO, TicketStatus.UNDECIDED)
    await tickets.act(work, Call(ticket.id, Act.ROUTE, KABIRO, owner=BAGIAN_B), office(), NOW)
    away = await tickets.act(work, Call(ticket.id, Act.RETURN, KABIRO), office(), NOW)
    assert (away.ticket.owner, away.ticket.status) == (SERVICE_DESK, TicketStatus.UNDECIDED)


async def test_passing_on_wins_no_time(tickets: Tickets, work: UnitOfWork) -> None:
    ticket = (await filed(tickets, work)).ticket
    accepted = await tickets.act(work, Call(ticket.id, Act.ACCEPT, KABAG), office(), NOW)
    later = NOW + timedelta(days=1)
    call = Call(ticket.id, Act.PASS_ON, KABAG, owner=BAGIAN_B, data={"reason": "Bidang B"})
    passed = await tickets.act(work, call, office(), later)
    again = await tickets.act(work, Call(ticket.id, Act.ACCEPT, OTHER), office(), later)

    assert passed.ticket.owner == BAGIAN_B
    assert again.ticket.due_at == accepted.ticket.due_at


async def test_the_second_objection_goes_to_the_superior(
    tickets: Tickets, work: UnitOfWork
) -> None:
    ticket = (await filed(tickets, work)).ticket
    owners: list[str] = []
    for _ in range(2):
        answer = Call(ticket.id, Act.ANSWER, KABAG, data={"text": "Sudah"})
        await tickets.act(work, answer, office(), NOW)
        objection = Call(ticket.id, Act.OBJECT, CITIZEN, data={"text": "Belum"})
        owners.append((await tickets.act(work, objection, office(), NOW)).ticket.owner)
    assert owners == [BAGIAN, BIRO]


async def test_a_second_objection_never_goes_to_the_post_that_is_accused(
    tickets: Tickets, work: UnitOfWork
) -> None:
    against_kabiro = replace(TO_KABAG, owner=BAGIAN, barred=(BIRO,))
    ticket = (await filed(tickets, work, against_kabiro)).ticket
    for _ in range(2):
        answer = Call(ticket.id, Act.ANSWER, KABAG, data={"text": "Sudah"})
        await tickets.act(work, answer, office(), NOW)
        objection = Call(ticket.id, Act.OBJECT, CITIZEN, data={"text": "Belum"})
        owner = (await tickets.act(work, objection, office(), NOW)).ticket.owner
        assert owner == BAGIAN


async def test_news_carries_the_names_of_the_posts_that_it_speaks_of(
    tickets: Tickets, work: UnitOfWork
) -> None:
    ticket = (await filed(tickets, work)).ticket
    told = (await tickets.act(work, Call(ticket.id, Act.ACCEPT, KABAG), office(), NOW)).news
    assert [news.posts for news in told] == [{BAGIAN: "Kepala Bagian A", BIRO: "Kepala Biro X"}]


async def test_an_answer_can_be_taken_back_while_it_is_queued(
    tickets: Tickets, unit_of_work: SqlUnitsOfWork
) -> None:
    async with unit_of_work() as work:
        ticket = (await filed(tickets, work)).ticket
        answered = await tickets.act(work, Call(ticket.id, Act.ANSWER, KABAG), office(), NOW)
        key = answer_key(ticket.id, answered.event.number)
        await work.outbox.queue(Outgoing(CITIZEN, "sendMessage", {}, dedupe_key=key), NOW)
        await work.commit()

    undo = Call(ticket.id, Act.UNDO_ANSWER, KABAG)
    async with unit_of_work() as work:
        assert (await tickets.act(work, undo, office(), NOW)).ticket.status is TicketStatus.HANDLED
        await work.commit()
    async with unit_of_work() as work:
        await tickets.act(work, Call(ticket.id, Act.ANSWER, KABAG), office(), NOW)
        await work.commit()
    with pytest.raises(DomainError, match="answer_sent"):
        await acting(tickets, unit_of_work, undo)


async def acting(tickets: Tickets, unit_of_work: SqlUnitsOfWork, call: Call) -> None:
    async with unit_of_work() as work:
        await tickets.act(work, call, office(), NOW)
        await work.commit()


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (Call(0, Act.ACCEPT, OTHER), "not_allowed"),
        (Call(0, Act.ACCEPT, ADMIN), "not_allowed"),
        (Call(0, Act.ACCEPT, CITIZEN), "not_allowed"),
        (Call(0, Act.RATE, KABAG, data={"rating": 5}), "not_allowed"),
        (Call(0, Act.ACCEPT, KABAG, version=0), "changed_meanwhile"),
        (Call(0, Act.UNDO_ANSWER, KABAG), "no_such_move"),
        (Call(0, Act.PASS_ON, KABAG, owner="no-such-post"), "no_owner"),
        (Call(99, Act.ACCEPT, KABAG), "unknown"),
    ],
)
async def test_what_must_not_be_done_is_refused(
    tickets: Tickets, work: UnitOfWork, call: Call, error: str
) -> None:
    ticket = (await filed(tickets, work)).ticket
    with pytest.raises(DomainError, match=error):
        await tickets.act(work, replace(call, ticket_id=call.ticket_id or ticket.id), office(), NOW)
    assert await work.tickets.get(ticket.id) == ticket


async def test_an_accused_official_never_gets_the_complaint(
    tickets: Tickets, work: UnitOfWork
) -> None:
    against_kabag = replace(TO_KABAG, owner=BIRO, barred=(BAGIAN,))
    change = await filed(tickets, work, against_kabag)

    assert KABAG not in {news.person_id for news in change.news}
    for act in Act:
        call = Call(change.ticket.id, act, KABAG)
        with pytest.raises(DomainError, match="not_allowed"):
            await tickets.act(work, call, office(), NOW)
    back = Call(change.ticket.id, Act.PASS_ON, KABIRO, owner=BAGIAN)
    with pytest.raises(DomainError, match="not_allowed"):
        await tickets.act(work, back, office(), NOW)


async def test_nobody_handles_what_he_has_filed(tickets: Tickets, work: UnitOfWork) -> None:
    filing = Filing("d", TicketKind.MASUKAN, "Usul", KABAG, False, "id", TO_KABAG)
    change = await tickets.file(work, filing, office(), NOW)

    owner = next(news for news in change.news if news.audience is Audience.OWNER)
    assert owner.person_id == KABIRO
    with pytest.raises(DomainError, match="not_allowed"):
        await tickets.act(work, Call(change.ticket.id, Act.ACCEPT, KABAG), office(), NOW)


async def test_without_a_service_desk_the_admin_is_told_but_may_not_read(
    tickets: Tickets, work: UnitOfWork
) -> None:
    change = await filed(tickets, work, Placement())

    assert (change.ticket.owner, change.ticket.status) == (SERVICE_DESK, TicketStatus.UNDECIDED)
    assert [(n.person_id, n.audience) for n in change.news] == [(ADMIN, Audience.ADMIN)]
    with pytest.raises(DomainError, match="not_allowed"):
        await tickets.act(work, Call(change.ticket.id, Act.READ, ADMIN), office(), NOW)


async def test_every_act_is_a_line_of_a_whole_history(tickets: Tickets, work: UnitOfWork) -> None:
    ticket = (await filed(tickets, work)).ticket
    for act, by in ((Act.ACCEPT, KABAG), (Act.NOTE, KABAG), (Act.ANSWER, KABAG)):
        await tickets.act(work, Call(ticket.id, act, by, data={"text": "x"}), office(), NOW)
    ended = (await tickets.act(work, Call(ticket.id, Act.CONFIRM, CITIZEN), office(), NOW)).ticket

    history = await work.tickets.history(ticket.id)
    acts = [Act.FILE, Act.ACCEPT, Act.NOTE, Act.ANSWER, Act.CONFIRM]
    assert [event.act for event in history] == acts
    assert [event.post for event in history] == [None, BAGIAN, BAGIAN, BAGIAN, None]
    assert is_whole(history, ended.head, ended.events)
    assert ended.due_at is None


async def test_being_read_makes_no_button_stale_but_any_other_act_does(
    tickets: Tickets, work: UnitOfWork
) -> None:
    seen = (await filed(tickets, work)).ticket
    await tickets.note_reading(work, seen, KABIRO, office(), NOW)
    accept = Call(seen.id, Act.ACCEPT, KABAG, version=seen.version)
    accepted = (await tickets.act(work, accept, office(), NOW)).ticket

    note = Call(seen.id, Act.NOTE, KABIRO, version=seen.version, data={"text": "x"})
    with pytest.raises(DomainError, match="changed_meanwhile"):
        await tickets.act(work, note, office(), NOW)
    with pytest.raises(DomainError, match="changed_meanwhile"):
        await tickets.act(work, replace(note, version=accepted.version + 1), office(), NOW)


async def test_who_answers_need_not_wait_for_what_he_asked(
    tickets: Tickets, work: UnitOfWork
) -> None:
    ticket = (await filed(tickets, work)).ticket
    await tickets.act(work, Call(ticket.id, Act.ASK, KABAG, data={"text": "?"}), office(), NOW)
    answer = Call(ticket.id, Act.ANSWER, KABAG, data={"text": "Sudah jelas"})
    answered = (await tickets.act(work, answer, office(), NOW)).ticket
    assert (answered.status, answered.paused_since) == (TicketStatus.ANSWERED, None)


async def test_who_takes_over_gets_it_on_his_own_desk(tickets: Tickets, work: UnitOfWork) -> None:
    deputy = 904
    known = office()
    posts = {**known.posts, "deputi": Post("deputi", "Deputi", "deputi")}
    posts[BIRO] = replace(posts[BIRO], superior="deputi")
    since = NOW - timedelta(days=9)
    tenure = Tenure(9, "deputi", "Nama", Holding.PLT, since, person_id=deputy)
    higher = replace(known, posts=posts, tenures=(*known.tenures, tenure))

    ticket = (await filed(tickets, work)).ticket
    taken = await tickets.act(work, Call(ticket.id, Act.TAKE_OVER, deputy), higher, NOW)
    assert taken.ticket.owner == "deputi"
    assert (taken.event.post, taken.event.holding) == ("deputi", "plt")


async def test_the_history_says_for_whom_a_substitute_acts(
    tickets: Tickets, work: UnitOfWork
) -> None:
    away = Absence(1, KABIRO, NOW - timedelta(days=1), NOW + timedelta(days=1), OTHER)
    stood_in_for = replace(office(), absences=(away,))
    ticket = (await filed(tickets, work)).ticket
    taken = await tickets.act(work, Call(ticket.id, Act.TAKE_OVER, OTHER), stood_in_for, NOW)
    assert (taken.event.post, taken.event.holding) == (BIRO, "substitute")
    assert taken.ticket.owner == BIRO
