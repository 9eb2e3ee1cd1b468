"""The webhook door: only Telegram comes in, and it is told "200" only of what is stored."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from telegram.error import TimedOut

from bot.domain.errors import StorageError
from bot.domain.health import LeaseHolder
from bot.domain.updates import NewUpdate
from bot.storage.inbox import SqlInbox
from bot.storage.unit_of_work import SqlUnitOfWork
from handlers.door import RunError
from handlers.run import open_service, resume, serve
from handlers.webhook import Webhook
from tests.telegram import Chat, Stage, until
from tests.telegram_rules import Refused

URL = "https://bot.example.go.id/pandu"
SECRET = "only-telegram-knows"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
_TLS = ssl.create_default_context()  # slow to make, and never used here


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.door._FIRST_PAUSE", 0.0)


@pytest.fixture
def stage_fields() -> dict[str, str]:
    """Let the bot listen for Telegram on a free port of this machine."""
    return {"webhook_url": URL, "webhook_listen": "127.0.0.1:0", "webhook_secret": SECRET}


class Caller:
    """Calls the webhook as Telegram does."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def __call__(self, body: Any, secret: str | None = SECRET, path: str = "/pandu") -> int:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {HEADER.encode(): secret.encode("latin-1")} if secret is not None else {}
        answer = await self._client.post(path, content=content, headers=headers)
        assert answer.content == b""
        return answer.status_code

    async def get(self) -> int:
        return (await self._client.get("/pandu")).status_code


@asynccontextmanager
async def calling(stage: Stage) -> AsyncIterator[Caller]:
    """Let the bot serve, and yield what calls it."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(stage.service, stage.office.own_door(), stop))
    door = stage.service.door
    assert isinstance(door, Webhook)
    await until(lambda: stage.telegram.made("getWebhookInfo") or task.done())
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{door.port}", verify=_TLS) as client:
        try:
            yield Caller(client)
        finally:
            stop.set()
            await task


async def test_a_question_that_telegram_brings_is_answered(chat: Chat, stage: Stage) -> None:
    async with calling(stage) as call:
        update = {"update_id": 7, "message": chat.message("siapa penanggung jawab sop?")}
        assert await call(update) == 200
        assert await call(update) == 200, "a repetition is confirmed as well"
        await until(lambda: chat.all)
    chat.sees("Penanggung jawab")
    assert len(chat.all) == 1


async def test_calls_of_one_moment_are_stored_together_and_each_is_told_what_came_of_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["/bantuan", "siapa penanggung jawab sop?", "/start", "biaya rkpk", "jam sisdur"]
    people = [stage.chat(900 + n) for n in range(len(texts))]
    updates = [
        {"update_id": n, "message": one.message(text)}
        for n, (one, text) in enumerate(zip(people, texts, strict=True), start=7)
    ]
    batches: list[int] = []
    add = SqlInbox.add

    async def counted(inbox: SqlInbox, new: Sequence[NewUpdate], now: datetime) -> None:
        batches.append(len(new))
        await add(inbox, new, now)

    monkeypatch.setattr(SqlInbox, "add", counted)
    async with calling(stage) as call:
        assert await asyncio.gather(*map(call, updates)) == [200] * len(updates)
        await until(lambda: all(one.all for one in people))
    assert sum(batches) == len(updates)


async def test_calls_of_one_moment_all_wait_at_telegram_if_they_cannot_be_stored(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [stage.chat(900 + n) for n in range(5)]
    updates = [
        {"update_id": n, "message": one.message("/bantuan")} for n, one in enumerate(people, 7)
    ]

    async def commit(_: SqlUnitOfWork) -> None:
        raise StorageError("storage.locked")

    async with calling(stage) as call:
        with monkeypatch.context() as patched:
            patched.setattr(SqlUnitOfWork, "commit", commit)
            assert await asyncio.gather(*map(call, updates)) == [503] * len(updates)
        assert await asyncio.gather(*map(call, updates)) == [200] * len(updates)
        await until(lambda: all(one.all for one in people))


async def test_the_address_and_the_secret_are_told_to_telegram(stage: Stage) -> None:
    async with calling(stage):
        pass
    (told,) = stage.telegram.made("setWebhook")
    assert (told["url"], told["secret_token"]) == (URL, SECRET)
    assert told["drop_pending_updates"] is False
    assert "my_chat_member" in told["allowed_updates"]
    assert not stage.telegram.made("deleteWebhook")
    assert not stage.telegram.made("getUpdates")


@pytest.mark.parametrize("secret", [None, "", "another", SECRET[:-1], "rahasia-\xe9"])
async def test_without_the_secret_nobody_comes_in(
    secret: str | None, chat: Chat, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with calling(stage) as call:
        assert await call({"update_id": 7, "message": chat.message("/bantuan")}, secret) == 403
        assert await call.get() == 405
    assert chat.all == []
    assert "without the webhook's secret" in caplog.text


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b"[]", b'"x"', b"7", b"null", b"{}", b'{"update_id": "x"}',
     b'{"update_id": 3}', b"[" * 100_000, b'"' + b"x" * 2_000_000 + b'"'],
)  # fmt: skip
async def test_what_is_no_update_is_logged_and_confirmed(
    body: bytes, chat: Chat, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with calling(stage) as call:
        assert await call(body) == 200
        assert [r for r in caplog.records if r.levelno == logging.ERROR]
        assert await call({"update_id": 8, "message": chat.message("/bantuan")}) == 200
        await until(lambda: chat.all)


async def test_a_call_that_is_cut_off_harms_nobody(
    chat: Chat, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with calling(stage) as call:
        assert isinstance(stage.service.door, Webhook)
        _, writer = await asyncio.open_connection("127.0.0.1", stage.service.door.port)
        head = f"POST /pandu HTTP/1.1\r\nHost: x\r\n{HEADER}: {SECRET}\r\nContent-Length: 100\r\n"
        writer.write(f"{head}\r\n{{".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()
        assert await call({"update_id": 8, "message": chat.message("/bantuan")}) == 200
        await until(lambda: chat.all)
    assert "Exception" not in caplog.text


async def test_what_cannot_be_stored_is_not_confirmed(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    update = {"update_id": 7, "message": chat.message("rahasia saya")}
    async with calling(stage) as call:
        for error, status in ((StorageError("storage.locked"), 503), (ValueError("odd"), 500)):

            async def commit(_: SqlUnitOfWork, error: Exception = error) -> None:
                raise error

            with monkeypatch.context() as patched:
                patched.setattr(SqlUnitOfWork, "commit", commit)
                assert await call(update) == status
        assert await call(update) == 200
        await until(lambda: chat.all)
    assert "rahasia saya" not in caplog.text


async def test_a_webhook_that_somebody_else_took_is_set_anew(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("handlers.webhook.LOOK_SECONDS", 0.0)
    async with calling(stage):
        stage.telegram.webhook = {"url": "https://elsewhere.example"}
        await until(lambda: len(stage.telegram.made("setWebhook")) == 2)
    assert "set anew" in caplog.text


async def test_what_telegram_says_went_wrong_is_logged_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("handlers.webhook.LOOK_SECONDS", 0.0)
    async with calling(stage):
        stage.telegram.webhook |= {"last_error_date": 1, "last_error_message": "SSL error"}
        before = len(stage.telegram.made("getWebhookInfo"))
        await until(lambda: len(stage.telegram.made("getWebhookInfo")) > before + 3)
    assert caplog.text.count("SSL error") == 1


async def test_trouble_with_the_network_at_the_start_is_waited_for(
    chat: Chat, stage: Stage
) -> None:
    stage.telegram.fails("setWebhook", TimedOut)
    stage.telegram.fails("setWebhook", lambda: Refused("Bad Gateway", 502))
    async with calling(stage) as call:
        assert await call({"update_id": 7, "message": chat.message("/bantuan")}) == 200
        await until(lambda: chat.all)


async def test_an_address_that_telegram_refuses_ends_the_run(stage: Stage) -> None:
    await stage.stop()
    stage.fields = {**stage.fields, "webhook_url": "http://bot.example.go.id"}
    await stage.start()
    with pytest.raises(RunError) as raised:
        await serve(stage.service, stage.office.own_door(), asyncio.Event())
    assert raised.value.key == "run.webhook_refused"
    assert "https url" in str(raised.value.values["reason"])


async def test_a_port_that_is_taken_ends_the_run(stage: Stage) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        await stage.stop()
        stage.fields = {**stage.fields, "webhook_listen": address}
        await stage.start()
        with pytest.raises(RunError) as raised:
            await serve(stage.service, stage.office.own_door(), asyncio.Event())
    assert (raised.value.key, raised.value.values) == ("run.port_in_use", {"address": address})


async def test_without_a_secret_in_the_settings_it_comes_from_the_token(stage: Stage) -> None:
    await stage.stop()
    stage.fields = {k: v for k, v in stage.fields.items() if k != "webhook_secret"}
    await stage.start()
    async with calling(stage) as call:
        (told,) = stage.telegram.made("setWebhook")
        assert len(told["secret_token"]) == 64
        assert await call({"update_id": 7}, secret=told["secret_token"]) == 200
        assert await call({"update_id": 7}, secret="") == 403


async def test_another_process_at_its_work_is_left_to_it(stage: Stage, chat: Chat) -> None:
    """Starting beside it neither calls its messages lost nor counts its updates as tries."""
    await stage.office.intake.receive([{"update_id": 5, "message": chat.message("/bantuan")}])
    now = stage.clock.now()
    async with stage.office.unit_of_work() as work:
        holder = f"{socket.gethostname()}:{os.getppid()}:x"
        other = LeaseHolder("webhook:1:x", holder, now + timedelta(hours=1))
        assert await work.leases.take(other, now, from_holder=None)
        await work.commit()
    for _ in range(4):
        async with open_service(stage.office, stage.telegram) as service:
            await service.dispatcher.stop()  # it ends before it has come to the update
            await resume(service)
    await stage.restart()
    assert len(chat.all) == 1
