"""One dialogue over real HTTP through each door: the transcript is the same."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

import simulator
from bot.clock import SystemClock
from bot.office import open_office
from bot.settings import Settings
from handlers.run import open_service, serve
from tests.telegram import TOKEN

ASKER, OTHER, GROUP = 1001, 1002, -1001000000001
PATIENCE = 30  # seconds; only a test that fails waits so long
_TLS = ssl.create_default_context()  # slow to make, and never used here
Transcript = list[tuple[int, Any, str, tuple[str, ...]]]


class People:
    """Those who chat with the bot, through the stand-in's own page protocol."""

    def __init__(self, page: httpx.AsyncClient) -> None:
        self._page = page

    async def post(self, path: str, **body: Any) -> dict[str, Any]:
        answer = await self._page.post(f"/api/{path}", json=body)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def messages(self, chat: int) -> list[dict[str, Any]]:
        state = (await self._page.get("/api/state")).json()
        return next(one["messages"] for one in state["chats"] if one["id"] == chat)

    async def says(self, person: int, text: str, chat: int | None = None) -> None:
        """Write, and wait for the answer."""
        place = person if chat is None else chat
        before = len(await self.messages(place))
        await self.post(f"chats/{place}/messages", **{"as": person, "text": text})
        await self.sees(place, before + 2)

    async def sees(self, chat: int, count: int, text: str = "") -> None:
        """Wait until a chat has so many messages, and the last one holds a text."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self.messages(chat)
                if len(found) >= count and text in found[-1]["text"]:
                    return
                await asyncio.sleep(0.01)

    async def presses(self, person: int, label: str) -> None:
        """Press a button of the last message, and wait for what it brings."""
        found = await self.messages(person)
        last = next(one for one in reversed(found) if one["buttons"])
        data = next(b["data"] for row in last["buttons"] for b in row if label in b["text"])
        await self.post(
            f"chats/{person}/messages/{last['id']}/press", **{"as": person, "data": data}
        )
        await self.sees(person, len(found) + 1)

    async def transcript(self) -> Transcript:
        return [
            (
                chat,
                one["from"],
                one["text"],
                tuple(button["text"] for row in one["buttons"] for button in row),
            )
            for chat in (ASKER, OTHER, GROUP)
            for one in await self.messages(chat)
        ]


async def dialogue(people: People) -> Transcript:
    """Ask, pick, follow up, change the language, ask in the group, edit the question."""
    await people.says(ASKER, "/start")
    await people.says(ASKER, "syaratnya apa aja ya")
    await people.presses(ASKER, "Sosialisasi")
    await people.says(ASKER, "kalau biayanya?")
    await people.says(OTHER, "klo mau ngadu soal rkpk ke sapa")
    await people.says(OTHER, "cuaca besok gimana")
    await people.says(ASKER, "@pandu_tryout_bot tempat sisdur?", GROUP)
    question = (await people.messages(ASKER))[-2]
    path = f"chats/{ASKER}/messages/{question['id']}/edit"
    await people.post(path, **{"as": ASKER, "text": "kalau tempatnya?"})
    await people.sees(ASKER, 1, "Tempat")
    return await people.transcript()


@asynccontextmanager
async def served(folder: Path, fields: dict[str, Any]) -> AsyncIterator[People]:
    """Run the stand-in and the bot, with this door."""
    stop = asyncio.Event()
    options = simulator.Options(flood=None, webhook_pause=0.05)
    async with simulator.serve("127.0.0.1", 0, None, None, options) as api:
        own = {"telegram_token": TOKEN, "telegram_api": api, "data_dir": folder}
        settings = Settings(_env_file=None, **{**own, **fields})
        async with (
            open_office(settings, SystemClock()) as office,
            open_service(office) as service,
            httpx.AsyncClient(base_url=api, verify=_TLS) as page,
        ):
            serving = asyncio.create_task(serve(service, office.own_door(), stop))
            try:
                yield People(page)
            finally:
                stop.set()
                await serving


@pytest.mark.usefixtures("one_finder")
async def test_both_doors_give_the_same_transcript(fresh_data: Path, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    doors: dict[str, dict[str, Any]] = {
        "polling": {},
        "webhook": {"webhook_url": f"http://{address}/pandu", "webhook_listen": address},
    }
    transcripts = {}
    for name, fields in doors.items():
        shutil.copytree(fresh_data, tmp_path / name)
        async with served(tmp_path / name, fields) as people:
            transcripts[name] = await dialogue(people)
    assert transcripts["polling"] == transcripts["webhook"]
    assert len(transcripts["polling"]) == 13
