"""A running stand-in, the real python-telegram-bot on it, and people who write to it."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Bot, Message, Update
from telegram.request import HTTPXRequest

from simulator import FloodRules, Options, serve

TOKEN = "123456:" + "Aa0_-" * 7
ASKER, COMPLAINANT, OWNER = 1001, 1002, 1005
GROUP = -1001000000001
WIB = timezone(timedelta(hours=7))
_TLS = ssl.create_default_context()  # slow to make, and never used here
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x03\x00\x00\x00\x02\x08\x02\x00\x00\x00"


class Clock:
    """A clock that the page moves."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 2, 9, 0, tzinfo=WIB)
        self.reminder: datetime | None = None

    def now(self) -> datetime:
        return self.instant

    async def move(self, to: datetime, /) -> None:
        self.instant = to

    async def next_reminder(self) -> datetime | None:
        return self.reminder

    def next_morning(self) -> datetime:
        return datetime(2026, 3, 3, 7, 30, tzinfo=WIB)


@dataclass
class Office:
    """The stand-in from both sides: the bot's and the page's."""

    url: str
    bot: Bot
    page: httpx.AsyncClient
    offset: int | None = None

    async def post(self, path: str, **body: Any) -> httpx.Response:
        return await self.page.post(f"/api/{path}", json=body)

    async def says(self, person: int, text: str, chat: int | None = None) -> int:
        """Let a person write; return the message's id."""
        place = person if chat is None else chat
        answer = await self.post(f"chats/{place}/messages", **{"as": person, "text": text})
        assert answer.status_code == 200, answer.text
        return int(answer.json()["messages"][0]["id"])

    async def updates(self, seconds: int = 0, **more: Any) -> list[Update]:
        """Fetch what is new, and confirm it at the next call."""
        got = await self.bot.get_updates(offset=self.offset, timeout=seconds, **more)
        if got:
            self.offset = got[-1].update_id + 1
        return list(got)

    async def met(self, person: int = ASKER) -> Message:
        """Let a person start the bot, and the bot greet."""
        await self.says(person, "/start")
        await self.updates()
        return await self.bot.send_message(person, "Halo")

    async def state(self) -> dict[str, Any]:
        found: dict[str, Any] = (await self.page.get("/api/state")).json()
        return found

    async def messages(self, chat: int = ASKER) -> list[dict[str, Any]]:
        chats = (await self.state())["chats"]
        found: list[dict[str, Any]] = next(one for one in chats if one["id"] == chat)["messages"]
        return found

    async def call(self, method: str, **fields: Any) -> httpx.Response:
        """Call the Bot API without a library."""
        return await self.page.post(f"/bot{TOKEN}/{method}", json=fields)


@asynccontextmanager
async def opened(
    folder: Path | None = None,
    clock: Clock | None = None,
    *,
    flood: FloodRules | None = None,
    webhook_pause: float = 0.01,
) -> AsyncIterator[Office]:
    """Open the stand-in for a while; without flood rules, as they have tests of their own."""
    options = Options(flood=flood, webhook_pause=webhook_pause)
    async with serve("127.0.0.1", 0, folder, clock, options) as url:
        bot = Bot(
            TOKEN,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=HTTPXRequest(httpx_kwargs={"verify": _TLS}),
            get_updates_request=HTTPXRequest(httpx_kwargs={"verify": _TLS}),
        )
        async with bot, httpx.AsyncClient(base_url=url, verify=_TLS) as page:
            yield Office(url, bot, page)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with opened() as office:
        yield office
