"""Outgoing messages on both databases: each goes out once, in order, and is accounted for."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

from bot.domain.messages import (
    OutboxState,
    Outcome,
    Outgoing,
    Priority,
    blocked,
    failed,
    retry_later,
    sent,
    uncertain,
)
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

LEASE = timedelta(seconds=60)


def a_message(chat: int | None = 7, text: str = "halo", **options: object) -> Outgoing:
    return Outgoing(chat, "sendMessage", {"chat_id": chat, "text": text}, **options)  # type: ignore[arg-type]


async def queue(unit_of_work: SqlUnitsOfWork, *messages: Outgoing, now: datetime = NOW) -> None:
    async with unit_of_work() as work:
        for message in messages:
            await work.outbox.queue(message, now)
        await work.commit()


async def claim(
    unit_of_work: SqlUnitsOfWork,
    now: datetime = NOW,
    *,
    limit: int = 10,
    held: Collection[int] = (),
) -> dict[str, int]:
    """Claim, and return the ids by text, in the order given."""
    async with unit_of_work() as work:
        claimed = await work.outbox.claim(limit, now, LEASE, held=held)
        await work.commit()
    return {message.payload["text"]: message.id for message in claimed}


async def settle(unit_of_work: SqlUnitsOfWork, *outcomes: Outcome, now: datetime = NOW) -> None:
    async with unit_of_work() as work:
        await work.outbox.settle(outcomes, now)
        await work.commit()


async def states(unit_of_work: SqlUnitsOfWork) -> dict[OutboxState, int]:
    async with unit_of_work(writing=False) as work:
        return {count.state: count.count for count in await work.outbox.counts()}


async def test_a_message_of_an_undone_unit_is_never_sent(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.outbox.queue(a_message(), NOW)
    assert await claim(unit_of_work) == {}


async def test_messages_of_a_chat_go_one_after_another_in_order(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message(7, "a1"), a_message(7, "a2"), a_message(8, "b1"))
    first = await claim(unit_of_work)
    assert list(first) == ["a1", "b1"]
    assert await claim(unit_of_work) == {}
    await settle(unit_of_work, sent(first["b1"], 501))
    assert await claim(unit_of_work) == {}
    await settle(unit_of_work, sent(first["a1"], 502))
    assert list(await claim(unit_of_work)) == ["a2"]


async def test_settling_and_claiming_in_one_unit_goes_on_at_once(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message(7, "a1"), a_message(7, "a2"))
    first = await claim(unit_of_work)
    async with unit_of_work() as work:
        await work.outbox.settle([sent(first["a1"])], NOW)
        claimed = await work.outbox.claim(5, NOW, LEASE)
        await work.commit()
    assert [message.payload["text"] for message in claimed] == ["a2"]


async def test_a_message_that_will_not_go_holds_nothing_back(unit_of_work: SqlUnitsOfWork) -> None:
    for number, outcome in enumerate((blocked, failed, uncertain)):
        chat = 100 + number
        await queue(unit_of_work, a_message(chat, "first"), a_message(chat, "second"))
        first = await claim(unit_of_work)
        await settle(unit_of_work, outcome(first["first"], "why"))
        assert list(await claim(unit_of_work)) == ["second"]


async def test_a_message_to_be_tried_again_holds_its_chat_until_its_time(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message(7, "a1"), a_message(7, "a2"), a_message(8, "b1"))
    first = await claim(unit_of_work)
    again = NOW + timedelta(seconds=30)
    await settle(unit_of_work, retry_later(first["a1"], again, "429"), sent(first["b1"]))
    assert await claim(unit_of_work, again - timedelta(seconds=1)) == {}
    async with unit_of_work(writing=False) as work:
        assert await work.outbox.next_due(NOW) == again
    assert list(await claim(unit_of_work, again)) == ["a1"]
    async with unit_of_work(writing=False) as work:
        assert await work.outbox.next_due(again) is None


async def test_a_message_planned_for_later_lets_others_pass(unit_of_work: SqlUnitsOfWork) -> None:
    tomorrow = NOW + timedelta(days=1)
    await queue(unit_of_work, a_message(7, "reminder", not_before=tomorrow), a_message(7, "reply"))
    only = await claim(unit_of_work)
    assert list(only) == ["reply"]
    await settle(unit_of_work, sent(only["reply"]))
    async with unit_of_work(writing=False) as work:
        assert await work.outbox.next_due(NOW) == tomorrow
    assert list(await claim(unit_of_work, tomorrow)) == ["reminder"]


async def test_the_urgent_goes_first_and_held_chats_wait(unit_of_work: SqlUnitsOfWork) -> None:
    await queue(
        unit_of_work,
        a_message(1, "bulk", priority=Priority.BULK),
        a_message(2, "reply"),
        a_message(None, "press", priority=Priority.PRESS),
        a_message(3, "held"),
    )
    assert list(await claim(unit_of_work, limit=2, held=[3])) == ["press", "reply"]
    assert list(await claim(unit_of_work, held=[3])) == ["bulk"]
    assert list(await claim(unit_of_work)) == ["held"]


async def test_calls_that_belong_to_no_chat_do_not_wait_for_each_other(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message(None, "one"), a_message(None, "two"))
    assert list(await claim(unit_of_work)) == ["one", "two"]


async def test_a_known_dedupe_key_is_dropped_for_ever(unit_of_work: SqlUnitsOfWork) -> None:
    await queue(unit_of_work, a_message(text="once", dedupe_key="k"))
    await queue(unit_of_work, a_message(text="twice", dedupe_key="k"), a_message(text="other"))
    first = await claim(unit_of_work)
    await settle(unit_of_work, sent(first["once"], 55))
    async with unit_of_work(writing=False) as work:
        assert await work.outbox.sent_id("k") == 55
        assert await work.outbox.sent_id("unknown") is None
    assert list(await claim(unit_of_work)) == ["other"]
    await queue(unit_of_work, a_message(8, text="thrice", dedupe_key="k"))
    assert await claim(unit_of_work) == {}


async def test_what_a_vanished_sender_had_in_hand_becomes_uncertain_and_is_not_sent_again(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message(7, "a1"), a_message(7, "a2"))
    first = await claim(unit_of_work)
    async with unit_of_work() as work:
        assert await work.outbox.expire(NOW + LEASE - timedelta(seconds=1)) == 0
        assert await work.outbox.expire(NOW + LEASE) == 1
        await work.commit()
    assert await states(unit_of_work) == {OutboxState.UNCERTAIN: 1, OutboxState.QUEUED: 1}
    assert list(await claim(unit_of_work)) == ["a2"]
    await settle(unit_of_work, sent(first["a1"]))
    assert (await states(unit_of_work))[OutboxState.SENT] == 1


async def test_a_sole_sender_that_starts_need_not_wait_for_leases(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message())
    await claim(unit_of_work)
    async with unit_of_work() as work:
        assert await work.outbox.expire(NOW, all_leases=True) == 1
        await work.commit()


async def test_a_message_that_was_sent_is_not_changed_by_a_late_outcome(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, a_message())
    first = await claim(unit_of_work)
    await settle(unit_of_work, sent(first["halo"]))
    await settle(unit_of_work, retry_later(first["halo"], NOW, "late"))
    assert await states(unit_of_work) == {OutboxState.SENT: 1}


async def test_only_what_is_over_and_old_is_purged(unit_of_work: SqlUnitsOfWork) -> None:
    await queue(unit_of_work, a_message(1, "sent"), a_message(2, "failed"), a_message(3, "waits"))
    first = await claim(unit_of_work, held=[3])
    await settle(unit_of_work, sent(first["sent"]), failed(first["failed"], "400"))
    await queue(unit_of_work, a_message(4, "new"), now=NOW + timedelta(days=1))
    async with unit_of_work() as work:
        assert await work.outbox.purge(NOW) == 0
        assert await work.outbox.purge(NOW + timedelta(seconds=1)) == 2
        await work.commit()
    assert list(await claim(unit_of_work, NOW + timedelta(days=1))) == ["waits", "new"]


async def test_two_senders_on_one_database_claim_each_message_once(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await queue(unit_of_work, *(a_message(n % 40, f"m{n}") for n in range(120)))
    taken: list[str] = []

    async def send() -> None:
        idle = 0
        while idle < 3:
            claimed = await claim(unit_of_work, limit=7)
            idle = 0 if claimed else idle + 1
            taken.extend(claimed)
            await settle(unit_of_work, *(sent(number) for number in claimed.values()))

    await asyncio.gather(send(), send(), send())
    assert sorted(taken) == sorted(f"m{n}" for n in range(120))
    for chat in range(40):
        mine = [text for text in taken if int(text[1:]) % 40 == chat]
        assert mine == [f"m{chat}", f"m{chat + 40}", f"m{chat + 80}"]
