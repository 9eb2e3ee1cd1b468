"""An office whose officials are connected, and what they do to reports behind the scenes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeAlias

import pytest

from bot.domain.calls import Call
from bot.domain.posts import Holding, Tenure
from bot.domain.tickets import Act, Ticket
from handlers.ticket_news import queue_news
from knowledge.routing.naming import key_of
from tests.telegram import NOW, Chat, Stage

KABAG, KABIRO = 9001, 9002
BAGIAN = key_of("Kepala Bagian Tata Laksana")
BIRO = key_of("Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja")
LATE = "penyusunan SOP lama sekali, sudah dua minggu konsepnya tidak dibalas"
"""A complaint about a standard that names the Kepala Bagian Tata Laksana."""

PHOTO = [{"file_id": "photo", "file_unique_id": "u", "width": 900, "height": 900, "file_size": 5}]

Does: TypeAlias = Callable[..., Awaitable[Ticket]]


async def appoint(stage: Stage, post: str, person: int, **changes: Any) -> None:
    """Let somebody hold a post."""
    async with stage.office.unit_of_work() as work:
        since = NOW - timedelta(days=9)
        tenure = Tenure(0, post, "Pejabat", Holding.DEFINITIVE, since, person_id=person, **changes)
        await work.posts.appoint(tenure)
        await work.commit()


@pytest.fixture
async def officials(stage: Stage) -> Stage:
    """Connect the Kepala Bagian Tata Laksana and his Kepala Biro."""
    await appoint(stage, BAGIAN, KABAG)
    await appoint(stage, BIRO, KABIRO)
    return stage


@pytest.fixture
def does(stage: Stage) -> Does:
    """Let an official (by default the Kepala Bagian) do something to the newest report."""

    async def act(name: Act, text: str = "", by: int = KABAG, **data: Any) -> Ticket:
        now = stage.clock.now()
        async with stage.office.unit_of_work() as work:
            ticket = (await everything(stage))[-1]
            call = Call(ticket.id, name, by, data={"text": text, **data})
            office = await stage.office.directory(work)
            change = await stage.office.tickets.act(work, call, office, now)
            await queue_news(work, stage.service.desk.voices, change.news, now)
            await work.commit()
        if name is Act.ANSWER:
            stage.clock.move(timedelta(seconds=20))
        await stage.settle()
        return change.ticket

    return act


async def everything(stage: Stage) -> tuple[Ticket, ...]:
    """Return all reports, oldest first."""
    async with stage.office.unit_of_work(writing=False) as work:
        return await work.tickets.filed_between(NOW - timedelta(days=1), NOW + timedelta(days=99))


async def only(stage: Stage) -> Ticket:
    """Return the one report that there is."""
    (ticket,) = await everything(stage)
    return ticket


async def files_of(stage: Stage, ticket: Ticket) -> list[str]:
    """Return the file_ids that belong to a report."""
    async with stage.office.unit_of_work(writing=False) as work:
        return [file.facts.file_id for file in await work.attachments.of_ticket(ticket.id)]


async def history(stage: Stage, ticket: Ticket) -> list[Act]:
    """Return what has happened to a report."""
    async with stage.office.unit_of_work(writing=False) as work:
        return [event.act for event in await work.tickets.history(ticket.id)]


def photo(file_id: str = "photo", **fields: Any) -> dict[str, Any]:
    """Return the fields of a message that is a photo."""
    return {"photo": [{**PHOTO[0], "file_id": file_id}], **fields}


def said_to(stage: Stage, person: int) -> str:
    """Return all that was sent to somebody."""
    return "\n".join(message.text for message in stage.telegram.shown_in(person))


async def filed(chat: Chat, text: str = LATE) -> Ticket:
    """Let somebody file a report, and return it."""
    await chat.says(f"/lapor {text}")
    await chat.taps("Kirim")
    return (await everything(chat.stage))[-1]
