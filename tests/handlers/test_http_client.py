"""The way to Telegram over real connections: what is sent, and what a broken one means."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InputFile
from telegram.error import TelegramError
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.domain.messages import ClaimedMessage, OutboxState
from handlers import http_client
from handlers.bot_api import OfficeBot, office_bot
from handlers.delivery import deliver
from tests.telegram import TOKEN

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
PAYLOAD = {"chat_id": 7, "text": "satu & dua 🙂", "reply_markup": {"inline_keyboard": []}}
MESSAGE = ClaimedMessage(1, 7, "sendMessage", PAYLOAD, 10, 1, None)
OK = b'{"ok": true, "result": {"message_id": 5}}'
Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


class Server:
    """An HTTP server that keeps what it got and answers each call as the test says."""

    def __init__(self, answer: Answer) -> None:
        self.heads: list[str] = []
        self.bodies: list[bytes] = []
        self.writers: list[asyncio.StreamWriter] = []
        self.news = asyncio.Condition()
        self._answer = answer

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.writers.append(writer)
        try:
            while not writer.is_closing():
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                self.heads.append(head)
                self.bodies.append(await _body(reader, head))
                async with self.news:
                    self.news.notify_all()
                await self._answer(writer)
        except asyncio.IncompleteReadError:
            writer.close()


async def _body(reader: asyncio.StreamReader, head: str) -> bytes:
    fields = dict(line.lower().split(": ", 1) for line in head.splitlines() if ": " in line)
    if "content-length" in fields:
        return await reader.readexactly(int(fields["content-length"]))
    body = b""
    if "transfer-encoding" not in fields:
        return body
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return body


def says(body: bytes, status: str = "200 OK") -> Answer:
    """Return what answers so, and keeps the connection open."""

    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return answer


async def hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()


async def break_off(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")
    writer.close()


async def babble(writer: asyncio.StreamWriter) -> None:
    writer.write(b"no HTTP at all\r\n\r\n")
    writer.close()


async def keep_silent(_writer: asyncio.StreamWriter) -> None:
    """Answer nothing; the connection stays open."""


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[tuple[Server, OfficeBot]]:
    server = Server(answer)
    opened = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = opened.sockets[0].getsockname()[1]
    async with bot_at(f"http://127.0.0.1:{port}") as bot, opened:
        yield server, bot
        for writer in server.writers:
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def bot_at(api: str) -> AsyncIterator[OfficeBot]:
    bot = office_bot(TOKEN, api)
    await bot.request.initialize()
    try:
        yield bot
    finally:
        await bot.request.shutdown()


async def test_a_call_is_a_form_and_its_connection_is_used_again() -> None:
    async with serving(says(OK)) as (server, bot):
        for _ in range(3):
            delivered = await deliver(bot, MESSAGE, NOW)
            assert delivered.outcome.telegram_message_id == 5
    assert len(server.writers) == 1
    assert server.heads[0].startswith(f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\n")
    fields = {**PAYLOAD, "chat_id": "7", "reply_markup": '{"inline_keyboard": []}'}
    assert [dict(parse_qsl(body.decode())) for body in server.bodies] == [fields] * 3


@given(st.text(st.characters(codec="utf-8")))
def test_every_text_arrives_as_it_was(text: str) -> None:
    data = RequestData([RequestParameter.from_input("text", text)])
    body = http_client._content(data)["data"].decode()
    assert parse_qsl(body, keep_blank_values=True) == [("text", text)]


async def test_files_go_as_a_form_beside_the_other_fields() -> None:
    large = bytes(range(256)) * 8000
    async with serving(says(OK)) as (server, bot):
        document = InputFile(large, filename="rencana.ics")
        await bot.call("sendDocument", {"chat_id": 7, "caption": "isi", "document": document})
    head, body = server.heads[0], server.bodies[0]
    kind = next(line for line in head.splitlines() if line.lower().startswith("content-type"))
    parts = list(message_from_bytes(f"{kind}\r\n\r\n".encode() + body).walk())
    found = {part.get_param("name", header="content-disposition"): part for part in parts}
    assert found["chat_id"].get_payload() == "7"
    assert found["caption"].get_payload() == "isi"
    (file,) = (part for part in parts if part.get_filename())
    assert file.get_filename() == "rencana.ics"
    assert file.get_payload(decode=True) == large


@pytest.mark.parametrize("answer", [hang_up, break_off, babble, keep_silent])
async def test_what_got_no_answer_may_have_arrived(
    answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_client, "_READ", 0.05)
    async with serving(answer) as (server, bot):
        delivered = await deliver(bot, MESSAGE, NOW)
    assert len(server.bodies) == 1
    assert delivered.outcome.state is OutboxState.UNCERTAIN


async def test_a_connection_that_was_closed_meanwhile_is_not_used() -> None:
    closed = asyncio.Event()

    async def answer_and_close(writer: asyncio.StreamWriter) -> None:
        await says(OK)(writer)
        writer.close()
        await writer.wait_closed()
        closed.set()

    async with serving(answer_and_close) as (server, bot):
        for _ in range(3):
            delivered = await deliver(bot, MESSAGE, NOW)
            assert delivered.outcome.state is OutboxState.SENT
            await closed.wait()
            closed.clear()
            for _ in range(5):  # rounds of the loop in which the client hears of it
                await asyncio.sleep(0)
    assert len(server.writers) == 3


async def test_what_found_no_server_is_sent_again(unused_tcp_port: int) -> None:
    async with bot_at(f"http://127.0.0.1:{unused_tcp_port}") as bot:
        delivered = await deliver(bot, MESSAGE, NOW)
    assert delivered.outcome.state is OutboxState.QUEUED


async def test_what_broke_off_before_tls_stood_is_sent_again() -> None:
    async def turn_away(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()
        await writer.wait_closed()

    opened = await asyncio.start_server(turn_away, "127.0.0.1", 0)
    port = opened.sockets[0].getsockname()[1]
    async with opened, bot_at(f"https://127.0.0.1:{port}") as bot:
        delivered = await deliver(bot, MESSAGE, NOW)
    assert delivered.outcome.state is OutboxState.QUEUED


async def test_who_waits_too_long_for_a_free_connection_has_sent_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(http_client, "_POOL", 0.05)
    monkeypatch.setattr(http_client, "_CONNECT", 0.05)
    async with serving(keep_silent) as (server, bot):
        busy = [asyncio.create_task(bot.call("sendMessage", PAYLOAD)) for _ in range(20)]
        async with server.news:
            await server.news.wait_for(lambda: len(server.bodies) == len(busy))
        delivered = await deliver(bot, MESSAGE, NOW)
        for task in busy:
            task.cancel()
        await asyncio.gather(*busy, return_exceptions=True)
    assert len(server.bodies) == len(busy)
    assert delivered.outcome.state is OutboxState.QUEUED


async def test_the_proxy_of_the_environment_is_used_and_its_refusal_sends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with serving(says(OK, "403 Forbidden")) as (server, plain):
        port = plain.base_url.split(":")[2].split("/")[0]
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        async with bot_at("https://telegram.invalid") as bot:
            delivered = await deliver(bot, MESSAGE, NOW)
        monkeypatch.setenv("no_proxy", "telegram.invalid")
        async with bot_at("https://telegram.invalid") as bot:
            unreached = await deliver(bot, MESSAGE, NOW)
    assert [head.split("\r\n")[0] for head in server.heads] == [
        "CONNECT telegram.invalid:443 HTTP/1.1"
    ]
    assert delivered.outcome.state is OutboxState.QUEUED
    assert unreached.outcome.state is OutboxState.QUEUED


async def test_an_error_holds_no_address_for_that_holds_the_token(unused_tcp_port: int) -> None:
    async with bot_at(f"http://127.0.0.1:{unused_tcp_port}") as bot:
        with pytest.raises(TelegramError) as raised:
            await bot.call("getMe", {})
    assert TOKEN not in str(raised.value)


async def test_a_file_is_fetched() -> None:
    async with serving(says(b"isi")) as (server, bot):
        url = bot.base_file_url.replace("/bot", "") + "/documents/1.pdf"
        assert bytes(await bot.request.retrieve(url)) == b"isi"
    assert server.heads[0].startswith("GET /")
