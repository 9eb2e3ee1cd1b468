"""The polling door: nothing is lost, trouble is waited for, and what cannot be mended ends it."""

from __future__ import annotations

import asyncio

import pytest
from telegram.error import NetworkError, TimedOut

from bot.domain.errors import DomainError, StorageError
from bot.storage.unit_of_work import SqlUnitOfWork
from handlers.door import RunError
from tests.telegram import Chat, Stage, until
from tests.telegram_rules import Refused

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.door._FIRST_PAUSE", 0.0)


async def polls_until_answered(stage: Stage, chat: Chat) -> None:
    """Let the real loop run until the bot has answered, then stop it."""
    sending = asyncio.create_task(stage.service.sender.run())
    polling = asyncio.create_task(stage.service.door.run())
    await until(lambda: chat.all or polling.done())
    stage.service.door.stop()
    await polling
    await stage.service.dispatcher.stop()
    stage.service.sender.stop()
    await sending


async def test_updates_come_in_are_answered_and_confirmed(chat: Chat, stage: Stage) -> None:
    stage.telegram.push({"message": chat.message("/bantuan")})
    await polls_until_answered(stage, chat)
    chat.sees("Cara bertanya")
    asked = stage.telegram.made("getUpdates")
    assert asked[0].get("offset") is None
    assert asked[-1]["offset"] > 900_000
    assert all("drop_pending_updates" not in call for call in asked)


@pytest.mark.parametrize(
    "trouble",
    [
        NetworkError("httpx.ConnectError: "),
        TimedOut(),
        Refused("Bad Gateway", 502),
        Refused("Too Many Requests", 429, retry_after=0),
    ],
)
async def test_trouble_with_the_network_is_waited_for(
    chat: Chat, stage: Stage, trouble: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(25):
        stage.telegram.fails("getUpdates", lambda: trouble)
    stage.telegram.push({"message": chat.message("/bantuan")})
    await polls_until_answered(stage, chat)
    chat.sees("Cara bertanya")
    lines = caplog.text.splitlines()
    warnings = [line for line in lines if "no answer from Telegram since" in line]
    assert len(warnings) <= 3, "the log is not flooded"


async def test_a_call_that_never_ends_is_given_up(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.polling._GRACE", 0.02)
    monkeypatch.setattr("handlers.polling.POLL_SECONDS", 0)
    hanging = [True]
    real = type(stage.telegram)._getUpdates

    async def hangs(self: object, fields: dict[str, object]) -> object:
        if hanging.pop() if hanging else False:
            await asyncio.Event().wait()
        return await real(stage.telegram, fields)

    monkeypatch.setattr(type(stage.telegram), "_getUpdates", hangs)
    stage.telegram.push({"message": chat.message("/bantuan")})
    await polls_until_answered(stage, chat)
    chat.sees("Cara bertanya")


async def test_a_busy_database_loses_no_update(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, faults = SqlUnitOfWork.commit, [True, True]

    async def busy(self: SqlUnitOfWork) -> None:
        if faults:
            faults.pop()
            raise StorageError("storage.locked")
        await real(self)

    monkeypatch.setattr(SqlUnitOfWork, "commit", busy)
    stage.telegram.push({"message": chat.message("/bantuan")})
    await polls_until_answered(stage, chat)
    assert len(chat.all) == 1


@pytest.mark.parametrize("status", [401, 404])
async def test_a_token_that_is_refused_ends_it_with_a_reason(stage: Stage, status: int) -> None:
    stage.telegram.fails("getUpdates", lambda: Refused("Unauthorized", status))
    with pytest.raises(RunError, match=r"run\.token_refused"):
        await stage.service.door.run()


async def test_another_program_with_the_same_token_is_waited_for_and_then_named(
    chat: Chat, stage: Stage
) -> None:
    for _ in range(3):
        stage.telegram.fails("getUpdates", lambda: Refused("Conflict: other getUpdates", 409))
    stage.telegram.push({"message": chat.message("/bantuan")})
    await polls_until_answered(stage, chat)
    chat.sees("Cara bertanya")
    await stage.restart()
    for _ in range(20):
        stage.telegram.fails("getUpdates", lambda: Refused("Conflict: other getUpdates", 409))
    with pytest.raises(RunError, match=r"run\.conflict"):
        await stage.service.door.run()


async def test_it_stops_at_once_while_telegram_holds_the_call(stage: Stage) -> None:
    polling = asyncio.create_task(stage.service.door.run())
    await until(lambda: stage.telegram.made("getUpdates"))
    stage.service.door.stop()
    async with asyncio.timeout(1):
        await polling


async def test_it_raises_what_it_is_told_to_give_up_for(stage: Stage) -> None:
    polling = asyncio.create_task(stage.service.door.run())
    stage.service.door.give_up(DomainError("already_running", name="poll"))
    with pytest.raises(DomainError, match="already_running"):
        await polling
