from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import DomainError
from bot.domain.history import Event, is_whole, sealed
from bot.domain.tickets import Act, Ticket, TicketKind, TicketStatus
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW


def a_ticket(**changes: object) -> Ticket:
    ticket = Ticket(
        id=0,
        number="PDU-7K3QX-9WM2A-5",
        draft_id="draft-1",
        kind=TicketKind.KELUHAN,
        status=TicketStatus.RECEIVED,
        text="Draf SOP kami belum dijawab dua minggu",
        digest="0" * 64,
        complainant=700,
        confidential=True,
        language="id",
        filed_at=NOW,
        owner="kepala-bagian-tata-laksana",
        received_by="kepala-biro-organisasi",
        together_with=("staf",),
        barred=("kepala-subbagian-a",),
        reason={"key": "section"},
        due_at=NOW + timedelta(days=3),
    )
    return replace(ticket, **changes)  # type: ignore[arg-type]


async def save(unit_of_work: SqlUnitsOfWork, ticket: Ticket) -> None:
    async with unit_of_work() as work:
        await work.tickets.save(ticket)
        await work.commit()


async def test_a_ticket_comes_back_as_it_was_kept(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        ticket_id = await work.tickets.add(a_ticket())
        await work.commit()

    async with unit_of_work(writing=False) as work:
        expected = a_ticket(id=ticket_id)
        assert await work.tickets.get(ticket_id) == expected
        assert await work.tickets.by_number(expected.number) == expected
        assert await work.tickets.by_draft("draft-1") == expected
        assert await work.tickets.filed_by(700) == (expected,)
        assert await work.tickets.in_status([TicketStatus.RECEIVED]) == (expected,)
        desk = ["kepala-bagian-tata-laksana"]
        assert await work.tickets.owned_by(desk, [TicketStatus.RECEIVED]) == (expected,)
        assert await work.tickets.owned_by(desk, [TicketStatus.CLOSED]) == ()
        assert await work.tickets.filed_between(NOW, NOW + timedelta(days=1)) == (expected,)
        assert await work.tickets.filed_between(NOW - timedelta(days=1), NOW) == ()


async def test_a_draft_is_filed_once(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.tickets.add(a_ticket())
        with pytest.raises(DomainError, match="filed_already"):
            await work.tickets.add(a_ticket(number="PDU-AAAAA-AAAAA-A"))
        await work.commit()

    async with unit_of_work(writing=False) as work:
        assert len(await work.tickets.filed_by(700)) == 1


async def test_two_officials_do_not_overwrite_each_other(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        ticket_id = await work.tickets.add(a_ticket())
        await work.commit()
    async with unit_of_work(writing=False) as work:
        seen = await work.tickets.get(ticket_id)
    assert seen is not None

    await save(unit_of_work, seen.after(Act.ACCEPT, NOW))
    with pytest.raises(DomainError, match="changed_meanwhile"):
        await save(unit_of_work, seen.after(Act.REJECT, NOW))

    async with unit_of_work(writing=False) as work:
        kept = await work.tickets.get(ticket_id)
    assert kept is not None
    assert (kept.status, kept.version) == (TicketStatus.HANDLED, 1)


async def test_the_history_is_whole_even_after_its_words_are_erased(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        ticket_id = await work.tickets.add(a_ticket())
        first = sealed(Event(ticket_id, 1, Act.FILE, NOW, 700, data={"text": "Lama"}), "")
        second = sealed(Event(ticket_id, 2, Act.ACCEPT, NOW, 900, "kabag", "plt"), first.seal)
        await work.tickets.append(first)
        await work.tickets.append(second)
        await work.commit()

    async with unit_of_work(writing=False) as work:
        history = await work.tickets.history(ticket_id)
    assert history == (first, second)
    assert is_whole(history, second.seal, 2)
    assert not is_whole(history[:1], second.seal, 2)
    assert not is_whole((replace(first, act=Act.NOTE), second), second.seal, 2)

    async with unit_of_work() as work:
        await work.tickets.erase(ticket_id)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        erased = await work.tickets.history(ticket_id)
        ticket = await work.tickets.get(ticket_id)
    assert is_whole(erased, second.seal, 2)
    assert [event.data for event in erased] == [{}, {}]
    assert ticket is not None
    assert "SOP" not in ticket.text
    assert ticket.complainant is None
