"""How many messages pass in which time."""

from __future__ import annotations

import pytest
from telegram.error import RetryAfter

from simulator.errors import Refused
from simulator.flood import Flood, FloodRules
from tests.simulator.conftest import ASKER, COMPLAINANT, opened


class Watch:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def passed(flood: Flood, chats: range) -> int:
    """Return how many messages pass until one does not."""
    for count, chat in enumerate(chats):
        try:
            flood.count(chat)
        except Refused:
            return count
    return len(chats)


def test_thirty_a_second_pass_overall() -> None:
    watch = Watch()
    flood = Flood(FloodRules(), watch)
    assert passed(flood, range(1, 100)) == 30
    watch.time += 0.5
    assert passed(flood, range(200, 300)) == 15


def test_twenty_a_minute_pass_into_a_group_and_the_wait_is_named() -> None:
    watch = Watch()
    flood = Flood(FloodRules(), watch)
    for _ in range(20):
        flood.count(-1)
    with pytest.raises(Refused) as refused:
        flood.count(-1)
    assert refused.value.parameters == {"retry_after": 3}
    watch.time += 3
    flood.count(-1)


def test_one_a_second_passes_into_a_private_chat_for_ever() -> None:
    watch = Watch()
    flood = Flood(FloodRules(), watch)
    for _ in range(200):
        flood.count(1)
        watch.time += 1


def test_what_was_refused_does_not_count() -> None:
    watch = Watch()
    flood = Flood(FloodRules(), watch)
    for _ in range(3):
        flood.count(1)
    for _ in range(50):
        with pytest.raises(Refused):
            flood.count(1)
    watch.time += 1
    flood.count(1)


def test_without_rules_everything_passes() -> None:
    assert passed(Flood(None), range(1, 1000)) == 999


async def test_too_many_messages_have_to_wait() -> None:
    async with opened(flood=FloodRules()) as office:
        await office.says(ASKER, "/start")
        for number in range(3):
            await office.bot.send_message(ASKER, str(number))
        answer = await office.call("sendMessage", chat_id=ASKER, text="4")
        assert answer.status_code == 429
        assert answer.json()["parameters"] == {"retry_after": 1}
        assert answer.json()["description"] == "Too Many Requests: retry after 1"
        await office.says(COMPLAINANT, "/start")
        await office.bot.send_message(COMPLAINANT, "another chat is not held up")
        with pytest.warns(match="retry_after"), pytest.raises(RetryAfter):
            await office.bot.send_message(ASKER, "4")
