"""Delivery: what may have arrived is not sent again, what did not is, and limits are kept."""

from __future__ import annotations

import asyncio
import importlib.util
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from aiohttp import (
    ClientConnectionResetError,
    ClientConnectorError,
    ClientError,
    ClientPayloadError,
    ConnectionTimeoutError,
    ServerDisconnectedError,
    SocketTimeoutError,
)
from aiohttp.client_reqrep import ConnectionKey
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.domain.errors import StorageError
from bot.domain.messages import Outgoing
from bot.storage.unit_of_work import SqlUnitOfWork
from handlers.bot_api import CONCURRENCY, OfficeBot
from handlers.calls import message_to, press_answer
from handlers.replies import Message
from tests.telegram import Chat, Stage, until
from tests.telegram_rules import Refused

pytestmark = pytest.mark.filterwarnings("ignore:.*`retry_after`")

PERSON = 7001
GROUP = -100500
_SERVER = ConnectionKey("api.telegram.org", 443, True, True, None, None, None)
NO_CONNECTION = ClientConnectorError(_SERVER, OSError("refused"))


def fault(cause: Exception, kind: type[NetworkError] = NetworkError) -> Callable[[], Exception]:
    """Return what PTB raises for a fault of the HTTP client."""

    def make() -> Exception:
        error = TimedOut() if kind is TimedOut else NetworkError("no answer")
        error.__cause__ = cause
        return error

    return make


async def send(stage: Stage, *texts: str, to: int = PERSON) -> None:
    """Queue messages, and send what may go."""
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for text in texts:
            await work.outbox.queue(message_to(to, Message(text)), now)
        await work.commit()
    await stage.settle()


async def states(stage: Stage) -> dict[str, int]:
    """Return how many messages to chats are in each state."""
    profile = 6
    async with stage.office.unit_of_work(writing=False) as work:
        counts = {c.state.value: c.count for c in await work.outbox.counts()}
    counts["sent"] = counts.get("sent", 0) - profile
    return {state: count for state, count in counts.items() if count}


def texts(stage: Stage, chat_id: int = PERSON) -> list[str]:
    return [message.text for message in stage.telegram.shown_in(chat_id)]


async def later(stage: Stage, **span: float) -> None:
    stage.clock.move(timedelta(**span))
    await stage.settle()


@pytest.mark.parametrize("cause", [ConnectionTimeoutError(), NO_CONNECTION])
async def test_what_certainly_did_not_arrive_is_sent_again(
    stage: Stage, cause: ClientError
) -> None:
    kind = TimedOut if isinstance(cause, TimeoutError) else NetworkError
    stage.telegram.fails("sendMessage", fault(cause, kind))
    await send(stage, "satu", "dua")
    assert texts(stage) == []
    await later(stage, seconds=3)
    assert texts(stage) == ["satu", "dua"]
    assert await states(stage) == {"sent": 2}


@pytest.mark.parametrize(
    "cause",
    [
        SocketTimeoutError(),
        TimeoutError(),
        ServerDisconnectedError(),
        ClientConnectionResetError(),
        ClientPayloadError(),
    ],
)
async def test_what_may_have_arrived_is_not_sent_again(stage: Stage, cause: Exception) -> None:
    kind = TimedOut if isinstance(cause, TimeoutError) else NetworkError
    stage.telegram.fails("sendMessage", fault(cause, kind), delivered=True)
    await send(stage, "satu", "dua")
    await later(stage, hours=1)
    assert texts(stage) == ["satu", "dua"]
    assert await states(stage) == {"uncertain": 1, "sent": 1}


async def test_an_answer_that_cannot_be_read_leaves_it_uncertain(stage: Stage) -> None:
    stage.telegram.fails("sendMessage", lambda: TelegramError("Invalid server response"))
    await send(stage, "satu")
    assert await states(stage) == {"uncertain": 1}


async def test_an_interrupted_edit_does_no_harm_and_is_made_again(stage: Stage) -> None:
    await send(stage, "satu")
    (message,) = stage.telegram.shown_in(PERSON)
    stage.telegram.fails("editMessageText", fault(SocketTimeoutError(), TimedOut), delivered=True)
    payload = {"chat_id": PERSON, "message_id": message.message_id, "text": "dua"}
    async with stage.office.unit_of_work() as work:
        await work.outbox.queue(Outgoing(PERSON, "editMessageText", payload), stage.clock.now())
        await work.commit()
    await stage.settle()
    await later(stage, seconds=10)
    assert (message.text, message.edits) == ("dua", 1)
    assert await states(stage) == {"sent": 2}


async def test_a_server_error_is_retried_with_growing_pauses_and_keeps_the_order(
    stage: Stage,
) -> None:
    tried: list[datetime] = []

    def refuse() -> Exception:
        tried.append(stage.clock.now())
        return Refused("Bad Gateway", 502)

    for _ in range(3):
        stage.telegram.fails("sendMessage", refuse)
    await send(stage, "satu", "dua")
    for _ in range(20):
        await later(stage, seconds=1)
    assert texts(stage) == ["satu", "dua"]
    assert [(b - a).seconds for a, b in zip(tried, tried[1:], strict=False)] == [2, 4]


async def test_a_message_that_the_server_never_takes_is_given_up(stage: Stage) -> None:
    for _ in range(40):
        stage.telegram.fails("sendMessage", lambda: Refused("Internal Server Error", 500))
    await send(stage, "satu")
    for _ in range(40):
        await later(stage, minutes=5)
    assert await states(stage) == {"failed": 1}


async def test_an_outage_of_days_loses_nothing(stage: Stage) -> None:
    for _ in range(60):
        stage.telegram.fails("sendMessage", fault(NO_CONNECTION))
    await send(stage, "satu")
    for _ in range(60):
        await later(stage, hours=1)
    assert texts(stage) == ["satu"]


@pytest.mark.parametrize("timedelta_wanted", ["false", "true"])
async def test_a_flood_warning_holds_that_chat_only_and_as_long_as_asked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, timedelta_wanted: str
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", timedelta_wanted)
    stage.telegram.fails("sendMessage", lambda: Refused("Too Many Requests", 429, retry_after=7))
    await send(stage, "satu")
    await send(stage, "lain", to=7002)
    assert texts(stage, 7002) == ["lain"]
    await later(stage, seconds=6)
    assert texts(stage) == []
    await later(stage, seconds=1)
    assert texts(stage) == ["satu"]
    assert await states(stage) == {"sent": 2}


async def test_who_blocks_the_bot_is_marked_until_they_write_again(
    chat: Chat, stage: Stage
) -> None:
    async def unreachable() -> bool:
        async with stage.office.unit_of_work(writing=False) as work:
            person = await work.people.get(PERSON)
        assert person is not None
        return person.unreachable_since is not None

    await chat.says("/start")
    assert not await unreachable()
    stage.telegram.blocked.add(PERSON)
    await send(stage, "satu", "dua")
    assert await unreachable()
    assert (await states(stage))["blocked"] == 2
    stage.telegram.blocked.clear()
    await chat.says("/start")
    assert not await unreachable()


async def test_blocking_and_unblocking_are_noted_when_telegram_tells(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("/start")
    for old, new, expected in (("member", "kicked", True), ("kicked", "member", False)):
        await chat.changes(old, new)
        async with stage.office.unit_of_work(writing=False) as work:
            person = await work.people.get(PERSON)
        assert person is not None
        assert (person.unreachable_since is not None) is expected
    assert len(chat.all) == 1


async def test_a_chat_that_does_not_exist_is_given_up(stage: Stage) -> None:
    stage.telegram.unknown.add(PERSON)
    await send(stage, "satu")
    assert await states(stage) == {"blocked": 1}


async def test_a_bad_request_is_not_repeated_and_holds_nobody_up(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.telegram.fails("sendMessage", lambda: Refused("Bad Request: message is too long"))
    await send(stage, "rahasia", "dua")
    assert texts(stage) == ["dua"]
    assert await states(stage) == {"failed": 1, "sent": 1}
    assert "Message is too long" in caplog.text
    assert "rahasia" not in caplog.text


async def test_what_telegram_cannot_parse_goes_out_as_plain_text(stage: Stage) -> None:
    await send(stage, "<b>satu &amp; dua</i>")
    assert texts(stage) == ["satu & dua"]
    assert await states(stage) == {"sent": 1}


async def test_a_group_that_became_a_supergroup_is_followed(stage: Stage) -> None:
    moved = -100777
    upgraded = Refused("Bad Request: group chat was upgraded", 400, migrate_to_chat_id=moved)
    stage.telegram.fails("sendMessage", lambda: upgraded)
    await send(stage, "satu", "dua", to=GROUP)
    assert texts(stage, moved) == ["satu", "dua"]
    assert texts(stage, GROUP) == []
    await send(stage, "tiga", to=GROUP)
    assert texts(stage, moved)[-1] == "tiga"


async def test_an_answer_to_a_press_that_comes_too_late_is_dropped_quietly(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await work.outbox.queue(press_answer("unheard of", None, now), now)
        await work.outbox.queue(press_answer("stale", None, now - timedelta(minutes=5)), now)
        await work.commit()
    await stage.settle()
    assert [call["callback_query_id"] for call in stage.telegram.made("answerCallbackQuery")] == [
        "unheard of"
    ]
    assert await states(stage) == {"sent": 2}
    assert caplog.text == ""


async def test_a_press_is_answered_before_messages_go_out(stage: Stage) -> None:
    now = stage.clock.now()
    stage.telegram.asked.add("q")
    async with stage.office.unit_of_work() as work:
        for person in range(7100, 7160):
            await work.outbox.queue(message_to(person, Message("satu")), now)
        await work.outbox.queue(press_answer("q", None, now), now)
        await work.commit()
    before = len(stage.telegram.calls)
    await stage.settle()
    assert stage.telegram.calls[before][0] == "answerCallbackQuery"


async def test_a_chat_gets_a_short_burst_and_then_one_message_a_second(stage: Stage) -> None:
    await send(stage, *(f"{number}" for number in range(8)))
    assert len(texts(stage)) == 3
    await later(stage, seconds=1)
    assert len(texts(stage)) == 4
    for _ in range(4):
        await later(stage, seconds=1)
    assert texts(stage) == [f"{number}" for number in range(8)]


async def test_a_group_gets_twenty_messages_a_minute(stage: Stage) -> None:
    await send(stage, *(f"{number}" for number in range(30)), to=GROUP)
    for _ in range(40):
        await later(stage, seconds=1)
    assert len(texts(stage, GROUP)) == 20
    await later(stage, seconds=30)
    assert len(texts(stage, GROUP)) > 20


async def test_a_flood_to_500_people_keeps_to_thirty_a_second_and_reaches_all(
    stage: Stage,
) -> None:
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for person in range(8000, 8500):
            await work.outbox.queue(message_to(person, Message("pengumuman")), now)
        await work.commit()
    sent_before = 0
    for _ in range(20):
        await stage.settle()
        sent = len(stage.telegram.order)
        assert sent - sent_before <= 30
        sent_before = sent
        stage.clock.move(timedelta(seconds=1.01))
    assert len(stage.telegram.order) == 500


async def test_no_more_calls_are_under_way_than_the_client_takes_well(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way, most = 0, 0
    real = OfficeBot.call

    async def counted(self: OfficeBot, *args: object, **fields: object) -> object:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        for _ in range(5):
            await asyncio.sleep(0)
        under_way -= 1
        return await real(self, *args, **fields)  # type: ignore[arg-type]

    monkeypatch.setattr(OfficeBot, "call", counted)
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        for person in range(8000, 8030):
            await work.outbox.queue(message_to(person, Message("satu")), now)
        await work.commit()
    await stage.settle()
    assert most == CONCURRENCY == 16


async def test_a_sender_that_dies_while_sending_leaves_no_second_message(
    chat: Chat, stage: Stage
) -> None:
    """The process ends after Telegram has taken the message, before that is written down."""
    await stage.arrives({"message": chat.message("/bantuan")}, settle=False)
    await stage.service.dispatcher.drain()
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        (claimed,) = await work.outbox.claim(5, now, timedelta(minutes=2))
        await work.commit()
    await stage.service.bot.call(claimed.method, claimed.payload)
    await stage.restart()
    await later(stage, hours=1)
    assert len(chat.all) == 1
    assert await states(stage) == {"uncertain": 1}


def test_the_http_client_finds_sniffio() -> None:
    assert importlib.util.find_spec("sniffio") is not None


async def test_while_telegram_refuses_the_bot_itself_messages_wait(stage: Stage) -> None:
    stage.telegram.fails("sendMessage", lambda: Refused("Unauthorized", 401))
    await send(stage, "satu")
    assert await states(stage) == {"queued": 1}
    await later(stage, minutes=6)
    assert texts(stage) == ["satu"]


async def test_a_busy_database_does_not_forget_what_was_delivered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, faults = SqlUnitOfWork.commit, [False, True, True]

    async def busy(self: SqlUnitOfWork) -> None:
        if faults and faults.pop(0):
            raise StorageError("storage.locked")
        await real(self)

    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        await work.outbox.queue(message_to(PERSON, Message("satu")), now)
        await work.commit()
    monkeypatch.setattr(SqlUnitOfWork, "commit", busy)
    monkeypatch.setattr("handlers.sender._AFTER_TROUBLE", 0.0)
    sending = asyncio.create_task(stage.service.sender.run())
    await until(lambda: not faults)
    stage.service.sender.stop()
    await sending
    assert texts(stage) == ["satu"]
    assert await states(stage) == {"sent": 1}
