"""Incoming updates on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import AlreadyHandled, ConversationChanged
from bot.domain.people import Sighting
from bot.domain.updates import InboxState, NewUpdate
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW


def an_update(update_id: int, chat: int = 7, text: str = "biaya?") -> NewUpdate:
    body = {"update_id": update_id, "message": {"chat": {"id": chat}, "text": text}}
    return NewUpdate(update_id, str(chat), str(chat), chat, body)


async def received(unit_of_work: SqlUnitsOfWork, *updates: NewUpdate) -> None:
    async with unit_of_work() as work:
        await work.inbox.add(updates, NOW)
        await work.commit()


async def handle_next(unit_of_work: SqlUnitsOfWork, order_key: str = "7") -> int | None:
    async with unit_of_work() as work:
        taken = await work.inbox.take(order_key)
        if taken is None:
            return None
        await work.inbox.done(taken, NOW)
        await work.commit()
        return taken.update_id


async def test_updates_of_a_chat_come_out_in_the_order_they_arrived(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await received(unit_of_work, an_update(12), an_update(11), an_update(13, chat=8))
    await received(unit_of_work, an_update(10))
    handled = [await handle_next(unit_of_work) for _ in range(4)]
    assert handled == [12, 11, 10, None]
    assert await handle_next(unit_of_work, "8") == 13


async def test_a_repeated_update_is_kept_once(unit_of_work: SqlUnitsOfWork) -> None:
    await received(unit_of_work, an_update(1), an_update(1))
    await received(unit_of_work, an_update(1, text="again"))
    assert await handle_next(unit_of_work) == 1
    await received(unit_of_work, an_update(1))
    assert await handle_next(unit_of_work) is None


async def test_a_taken_update_brings_its_body_conversation_and_person(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await received(unit_of_work, an_update(1, text="apa \ud83d itu \x00?"))
    async with unit_of_work() as work:
        taken = await work.inbox.take("7")
        assert taken is not None
        assert taken.body["message"]["text"] == "apa \ud83d itu \x00?"
        assert (taken.received_at, taken.attempts, taken.person) == (NOW, 0, None)
        assert taken.conversation.version == 0
        await work.people.seen(Sighting(7, "Siti", "siti"), NOW)
        await work.conversations.save("7", {"topic": {"standard": "x"}}, NOW)
        await work.inbox.done(taken, NOW)
        await work.commit()
    await received(unit_of_work, an_update(2))
    async with unit_of_work() as work:
        taken = await work.inbox.take("7")
        assert taken is not None
        assert taken.person is not None
        assert (taken.person.name, taken.person.username) == ("Siti", "siti")
        assert taken.conversation.state == {"topic": {"standard": "x"}}
        assert (taken.conversation.version, taken.conversation.updated_at) == (1, NOW)


async def test_a_taken_update_tells_whether_its_chat_has_more(unit_of_work: SqlUnitsOfWork) -> None:
    await received(unit_of_work, an_update(1), an_update(2), an_update(3, chat=8))
    told = []
    for _ in range(2):
        async with unit_of_work() as work:
            taken = await work.inbox.take("7")
            assert taken is not None
            told.append((taken.update_id, taken.more))
            await work.inbox.done(taken, NOW)
            await work.commit()
    assert told == [(1, True), (2, False)]


async def test_what_is_not_committed_did_not_happen(unit_of_work: SqlUnitsOfWork) -> None:
    await received(unit_of_work, an_update(1))
    async with unit_of_work() as work:
        taken = await work.inbox.take("7")
        assert taken is not None
        await work.inbox.done(taken, NOW)
        await work.conversations.save("7", {"form": "x"}, NOW)
    async with unit_of_work() as work:
        assert (await work.conversations.load("7")).version == 0
    assert await handle_next(unit_of_work) == 1


async def test_an_update_handled_twice_is_refused_with_everything_beside_it(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await received(unit_of_work, an_update(1))
    async with unit_of_work(writing=False) as work:
        taken = await work.inbox.take("7")
    assert taken is not None
    await handle_next(unit_of_work)
    async with unit_of_work() as work:
        await work.conversations.save("7", {"form": "x"}, NOW)
        await work.inbox.done(taken, NOW)
        with pytest.raises(AlreadyHandled):
            await work.commit()
    async with unit_of_work() as work:
        assert (await work.conversations.load("7")).version == 0


async def test_of_two_who_change_a_conversation_the_second_is_refused(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work(writing=False) as late:
        await late.conversations.load("7")
        async with unit_of_work() as work:
            await work.conversations.save("7", {"step": 1}, NOW)
            await work.commit()
        stale = await late.conversations.load("7")
    assert stale.version == 0
    async with unit_of_work() as work:
        work.conversations.know("7", stale)
        await work.conversations.save("7", {"step": 9}, NOW)
        with pytest.raises(ConversationChanged):
            await work.commit()
    async with unit_of_work() as work:
        assert (await work.conversations.load("7")).state == {"step": 1}
        stale = await work.conversations.load("7")
        await work.conversations.save("7", {"step": 2}, NOW)
        await work.commit()
    async with unit_of_work() as work:
        work.conversations.know("7", stale)
        await work.conversations.save("7", {"step": 9}, NOW)
        with pytest.raises(ConversationChanged):
            await work.commit()


async def test_a_failed_update_does_not_wait_any_more(unit_of_work: SqlUnitsOfWork) -> None:
    await received(unit_of_work, an_update(1), an_update(2))
    async with unit_of_work() as work:
        taken = await work.inbox.take("7")
        assert taken is not None
        await work.inbox.fail(taken, "E4711", NOW)
        await work.commit()
    assert await handle_next(unit_of_work) == 2
    async with unit_of_work(writing=False) as work:
        counts = await work.inbox.counts()
    assert (counts.waiting, counts.failed, counts.last_received) == (0, 1, NOW)


async def test_chats_that_wait_are_listed_the_longest_waiting_first(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await received(unit_of_work, an_update(1, chat=9), an_update(2, chat=8), an_update(3, chat=9))
    async with unit_of_work() as work:
        await work.inbox.add([an_update(4, chat=5)], NOW + timedelta(minutes=2))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.inbox.waiting() == ("9", "8", "5")
        assert await work.inbox.waiting(NOW + timedelta(minutes=1)) == ("9", "8")
        counts = await work.inbox.counts()
    assert (counts.waiting, counts.oldest_waiting) == (4, NOW)


async def test_an_update_that_kills_its_process_again_and_again_is_given_up(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    await received(unit_of_work, an_update(1))
    given_up = []
    for _ in range(3):
        async with unit_of_work() as work:
            given_up.append(await work.inbox.count_attempt(2, NOW))
            await work.commit()
    assert given_up == [(), (), (1,)]
    assert await handle_next(unit_of_work) is None


async def test_old_handled_updates_are_purged_and_waiting_ones_never(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    malformed = NewUpdate(None, "0", "0", None, {"x": 1}, InboxState.FAILED, "malformed")
    await received(unit_of_work, an_update(1), an_update(2), malformed)
    await handle_next(unit_of_work)
    async with unit_of_work() as work:
        assert await work.inbox.purge(NOW) == 0
        assert await work.inbox.purge(NOW + timedelta(seconds=1)) == 2
        await work.commit()
    assert await handle_next(unit_of_work) == 2
