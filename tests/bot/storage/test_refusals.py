"""A unit of work after the store has refused something: nothing of it is kept, whatever is done."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

REFUSAL = DomainError("ticket.answer_sent")


async def test_who_goes_on_after_a_refusal_keeps_nothing(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.outbox.queue(Outgoing(7, "sendMessage", {}, dedupe_key="before"), NOW)
        await work.outbox.cancel("no such message", REFUSAL)
        for _ in range(2):
            with pytest.raises(DomainError, match="answer_sent"):
                await work.outbox.sent_id("before")
        await work.outbox.queue(Outgoing(7, "sendMessage", {}, dedupe_key="after"), NOW)
        with pytest.raises(DomainError, match="answer_sent"):
            await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.outbox.counts() == ()
