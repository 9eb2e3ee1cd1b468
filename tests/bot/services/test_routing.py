from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC

import pytest

from bot.clock import FixedClock
from bot.domain.calls import Filing, Placement
from bot.domain.directory import SERVICE_DESK
from bot.domain.office_rules import OfficeRules
from bot.domain.tickets import TicketKind
from bot.services.alarms import TicketAlarms
from bot.services.deadlines import DeadlineSource
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork
from bot.services.posts import Offices
from bot.services.routing import Routing
from bot.services.standards import Standards
from bot.services.tickets import Tickets
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

ORTALA = "kepala-biro-organisasi-tata-laksana-akuntabilitas-kinerja"


@pytest.fixture
def holder() -> FinderHolder:
    return FinderHolder()


@pytest.fixture
async def work(
    unit_of_work: SqlUnitsOfWork, holder: FinderHolder, clock: FixedClock
) -> AsyncIterator[UnitOfWork]:
    offices = Offices(unit_of_work, clock, (1,))
    await Standards(unit_of_work, holder, clock, offices.follow).start()
    async with unit_of_work() as work:
        yield work


async def placed(work: UnitOfWork, holder: FinderHolder, text: str, **known: object) -> Placement:
    routing = Routing(holder)
    route = routing.route(text, **known)  # type: ignore[arg-type]
    rules = OfficeRules.from_settings(await work.settings.all())
    return routing.placement(route, await work.posts.directory(), rules, NOW)


async def test_a_complaint_lies_on_the_desk_that_the_standard_names(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    placement = await placed(work, holder, "keluhan: draf SOP kami sudah 3 minggu tidak dijawab")

    assert placement.owner == "kepala-bagian-tata-laksana"
    assert placement.received_by == ORTALA
    assert (placement.decided, placement.delegation) == (True, "optional")
    assert placement.source["section"] == "Bagian Kedua H.2"


async def test_a_ticket_keeps_the_edition_by_which_it_was_filed(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    placement = await placed(work, holder, "keluhan: draf SOP kami sudah 3 minggu tidak dijawab")
    deadlines = DeadlineSource(UTC)
    tickets = Tickets(deadlines, TicketAlarms(deadlines))
    filing = Filing("d", TicketKind.KELUHAN, "Lama", 700, False, "id", placement)
    change = await tickets.file(work, filing, await work.posts.directory(), NOW)

    assert change.ticket.edition
    assert change.ticket.edition == await work.standards.digest_of(placement.standard or "")


async def test_the_receiver_decides_first_where_the_office_wants_it_so(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    await work.settings.set("delegation_waits", True, NOW, 1)
    placement = await placed(work, holder, "keluhan: draf SOP kami sudah 3 minggu tidak dijawab")

    assert (placement.owner, placement.decided) == (ORTALA, False)


async def test_an_accused_post_never_gets_it(work: UnitOfWork, holder: FinderHolder) -> None:
    placement = await placed(work, holder, "Kabag Tata Laksana minta uang untuk draf SOP")

    assert placement.owner == ORTALA
    assert placement.barred == ("kepala-bagian-tata-laksana",)


async def test_neither_an_accused_receiver_nor_a_post_below_gets_it(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    text = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja minta uang soal SOP"
    placement = await placed(work, holder, text)

    assert {ORTALA, "kepala-bagian-tata-laksana"} <= set(placement.barred)
    assert placement.owner not in placement.barred
    assert placement.received_by not in placement.barred


async def test_without_a_standard_it_goes_to_the_service_desk(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    placement = await placed(work, holder, "AC ruangan mati terus", kind=TicketKind.KELUHAN)

    assert (placement.owner, placement.decided) == (SERVICE_DESK, False)


async def test_an_official_does_not_judge_his_own_case(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    placement = await placed(
        work,
        holder,
        "keluhan: draf SOP kami sudah 3 minggu tidak dijawab",
        sender_posts=["kepala-bagian-tata-laksana"],
    )

    assert placement.owner == ORTALA


async def test_what_another_institution_handles_waits_for_the_receiver_to_pass_it_on(
    work: UnitOfWork, holder: FinderHolder
) -> None:
    route = Routing(holder).route("keluhan: draf SOP kami sudah 3 minggu tidak dijawab")
    outside = replace(route, handled_by="Badan Pengawasan Mahkamah Agung")
    rules = OfficeRules.from_settings(await work.settings.all())
    placement = Routing(holder).placement(outside, await work.posts.directory(), rules, NOW)

    assert (placement.owner, placement.decided) == (ORTALA, False)
