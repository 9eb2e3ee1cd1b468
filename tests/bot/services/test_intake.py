"""Updates are stored before Telegram is told, each once, whatever they look like."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import FixedClock
from bot.services.intake import Intake, chat_key, order_key
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.updates import Raw, a_message, a_press, a_user, group_chat, private_chat


@pytest.fixture
def intake(unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Intake:
    return Intake(unit_of_work, clock)


async def bodies(unit_of_work: SqlUnitsOfWork, key: str) -> list[Any]:
    """Handle all that waits in a chat and return the bodies."""
    found: list[Any] = []
    while True:
        async with unit_of_work() as work:
            taken = await work.inbox.take(key)
            if taken is None:
                return found
            found.append(taken.body)
            await work.inbox.done(taken, taken.received_at)
            await work.commit()


@pytest.mark.parametrize(
    ("raw", "conversation", "order"),
    [
        (a_message(1), "7", "7"),
        ({"update_id": 1, "edited_message": a_message(1)["message"]}, "7", "7"),
        (a_message(1, chat=group_chat()), "-1001:7", "-1001"),
        (a_message(1, chat=group_chat(), user=8), "-1001:8", "-1001"),
        (a_press(1), "7", "7"),
        (a_press(1, chat=group_chat(), user=9), "-1001:9", "-1001"),
        ({"update_id": 1, "inline_query": {"id": "2", "from": a_user(), "query": ""}}, "7", "7"),
        ({"update_id": 1, "callback_query": {"id": "2", "from": a_user(), "data": "x"}}, "7", "7"),
        (
            {"update_id": 1, "my_chat_member": {"chat": private_chat(), "from": a_user()}},
            "7",
            "7",
        ),
        ({"update_id": 1, "channel_post": {"chat": {"id": -100200}}}, "-100200", "-100200"),
        ({"update_id": 1, "message_reaction": {"chat": group_chat(), "user": a_user()}},
         "-1001:7", "-1001"),
        ({"update_id": 1, "poll": {"id": "5"}}, "0", "0"),
    ],
)  # fmt: skip
def test_whose_conversation_it_is_and_what_keeps_order(
    raw: Raw, conversation: str, order: str
) -> None:
    assert chat_key(raw) == conversation
    assert order_key(raw) == order


async def test_a_batch_is_stored_and_its_chats_are_named(
    intake: Intake, unit_of_work: SqlUnitsOfWork
) -> None:
    batch = [a_message(1), a_message(2, user=8), a_message(3, text="dua")]
    assert await intake.receive(batch) == ("7", "8")
    assert await bodies(unit_of_work, "7") == [batch[0], batch[2]]
    assert await bodies(unit_of_work, "8") == [batch[1]]
    assert await intake.receive([]) == ()


async def test_a_repeated_update_has_no_second_effect(
    intake: Intake, unit_of_work: SqlUnitsOfWork
) -> None:
    await intake.receive([a_message(1)])
    assert len(await bodies(unit_of_work, "7")) == 1
    await intake.receive([a_message(1), a_message(1)])
    assert await bodies(unit_of_work, "7") == []


async def test_a_malformed_body_is_kept_logged_by_id_and_harms_no_other(
    intake: Intake, unit_of_work: SqlUnitsOfWork, caplog: pytest.LogCaptureFixture
) -> None:
    bad: list[Any] = [
        {"update_id": 11},
        {"update_id": 12, "message": "rahasia"},
        {"message": {"text": "rahasia"}},
        {"update_id": 2**70, "message": {}},
        {"update_id": True, "message": {}},
        "rahasia",
    ]
    with caplog.at_level(logging.ERROR):
        assert await intake.receive([*bad, a_message(1)]) == ("7",)
    assert len(await bodies(unit_of_work, "7")) == 1
    async with unit_of_work(writing=False) as work:
        counts = await work.inbox.counts()
    assert (counts.waiting, counts.failed) == (0, len(bad))
    assert "update 11 is malformed" in caplog.text
    assert "rahasia" not in caplog.text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from(["update_id", "message", "chat", "from", "id", "user", "callback_query"])
odd_updates = st.dictionaries(names, json_values | st.dictionaries(names, json_values))


@given(odd_updates)
def test_no_json_object_breaks_the_keys(raw: dict[str, Any]) -> None:
    assert chat_key(raw)
    assert chat_key(raw).startswith(order_key(raw))


async def test_what_a_stopped_process_left_is_found_in_order(
    intake: Intake, unit_of_work: SqlUnitsOfWork, clock: FixedClock
) -> None:
    await intake.receive([a_message(1, user=9), a_message(2, user=8), a_message(3, user=9)])
    assert await intake.recover() == ("9", "8")
    clock.move(timedelta(minutes=2))
    await intake.receive([a_message(4, user=5)])
    assert await intake.waiting() == ("9", "8", "5")
    assert await intake.waiting(timedelta(minutes=1)) == ("9", "8")


async def test_an_update_over_which_processes_die_is_given_up_and_logged(
    intake: Intake, caplog: pytest.LogCaptureFixture
) -> None:
    await intake.receive([a_message(77)])
    for _ in range(3):
        assert await intake.recover() == ("7",)
    assert await intake.recover() == ()
    assert "update 77 is given up" in caplog.text
