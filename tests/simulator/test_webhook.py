"""The second door: updates sent to the bot's own address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest

from tests.simulator.conftest import ASKER, COMPLAINANT, Office, opened


class Hook:
    """A bot's web server: keeps what comes, and answers with the statuses it is told to."""

    def __init__(self) -> None:
        self.url = ""
        self.got: asyncio.Queue[tuple[str | None, dict[str, Any]]] = asyncio.Queue()
        self.statuses: list[int] = []

    async def __call__(self, request: Request) -> Response:
        secret = request.headers.get("x-telegram-bot-api-secret-token")
        self.got.put_nowait((secret, await request.json()))
        return Response(status_code=self.statuses.pop(0) if self.statuses else 200)

    async def texts(self, count: int) -> list[str]:
        got = [await asyncio.wait_for(self.got.get(), 5) for _ in range(count)]
        return [update["message"]["text"] for _, update in got]


@asynccontextmanager
async def hooked() -> AsyncIterator[Hook]:
    hook = Hook()

    async def receive(request: Request) -> Response:
        return await hook(request)

    app = Starlette(routes=[Route("/hook", receive, methods=["POST"])])
    config = uvicorn.Config(app, port=0, log_config=None, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    config.load()
    server.lifespan = config.lifespan_class(config)
    await server.startup()
    port = server.servers[0].sockets[0].getsockname()[1]
    hook.url = f"http://127.0.0.1:{port}/hook"
    try:
        yield hook
    finally:
        await server.shutdown()


async def confirmed(office: Office) -> None:
    """Wait until no update is left to be sent."""
    async with asyncio.timeout(5):
        while (await office.bot.get_webhook_info()).pending_update_count:
            pass


async def test_updates_are_sent_with_the_secret_and_what_waited_comes_too() -> None:
    async with opened() as office, hooked() as hook:
        await office.says(ASKER, "sebelumnya")
        await office.bot.set_webhook(hook.url, secret_token="rahasia_1", max_connections=7)
        await office.says(ASKER, "sesudahnya")
        first, second = [await asyncio.wait_for(hook.got.get(), 5) for _ in range(2)]
        assert first[0] == "rahasia_1"
        assert [one[1]["message"]["text"] for one in (first, second)] == [
            "sebelumnya",
            "sesudahnya",
        ]
        await confirmed(office)
        info = await office.bot.get_webhook_info()
        assert (info.url, info.max_connections, info.last_error_message) == (hook.url, 7, None)


async def test_a_failed_update_comes_again_before_the_next_of_its_chat() -> None:
    async with opened() as office, hooked() as hook:
        hook.statuses = [500, 401]
        await office.bot.set_webhook(hook.url)
        await office.says(ASKER, "satu")
        await office.says(ASKER, "dua")
        assert await hook.texts(4) == ["satu", "satu", "satu", "dua"]
        await confirmed(office)
        info = await office.bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 401 Unauthorized"
        assert info.last_error_date


async def test_one_chats_trouble_does_not_hold_up_another() -> None:
    async with opened(webhook_pause=60) as office, hooked() as hook:
        hook.statuses = [500]
        await office.bot.set_webhook(hook.url)
        await office.says(ASKER, "satu")
        assert await hook.texts(1) == ["satu"]
        await office.says(ASKER, "dua")
        await office.says(COMPLAINANT, "lain")
        assert await hook.texts(1) == ["lain"]


async def test_nobody_at_the_address_is_an_error_and_updates_wait() -> None:
    async with opened() as office:
        await office.bot.set_webhook("http://127.0.0.1:9/hook")
        await office.says(ASKER, "satu")
        async with asyncio.timeout(5):
            while not (info := await office.bot.get_webhook_info()).last_error_message:
                pass
        assert (info.last_error_message, info.pending_update_count) == ("Connection refused", 1)
        await office.bot.delete_webhook()
        assert [u.message.text for u in await office.updates() if u.message] == ["satu"]


async def test_what_waits_can_be_dropped() -> None:
    async with opened() as office:
        await office.says(ASKER, "satu")
        await office.bot.delete_webhook(drop_pending_updates=True)
        assert await office.updates() == []


async def test_addresses_elsewhere_and_odd_secrets_are_refused(office: Office) -> None:
    for url in ("https://example.org/hook", "ftp://127.0.0.1/hook", "kantor"):
        with pytest.raises(BadRequest, match="Bad webhook"):
            await office.bot.set_webhook(url)
    with pytest.raises(BadRequest, match="Secret token contains unallowed characters"):
        await office.bot.set_webhook("http://127.0.0.1:9/", secret_token="ra hasia")
