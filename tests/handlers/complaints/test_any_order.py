"""Whatever order things are given in, all of it is in the report, once."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.tickets import Act
from handlers.complaints.drafts import draft_in
from handlers.complaints.sending import SENT
from tests.handlers.complaints.conftest import everything, files_of, photo
from tests.telegram import Chat, Stage

STEPS = st.lists(
    st.sampled_from(
        ["text", "photo", "caption", "album", "place", "edit", "restart", "kind", "standard",
         "privacy", "rewrite-back", "question", "sticker", "cancel-not"]
    ),
    min_size=1,
    max_size=9,
)  # fmt: skip
LABELS = {"kind": "🏷", "standard": "📘", "privacy": "🔒 Kerahasiaan", "rewrite-back": "✏️"}


class Teller:
    """Somebody who gives things in some order, and knows what was given."""

    def __init__(self, stage: Stage, chat: Chat) -> None:
        self.stage, self.chat = stage, chat
        self.texts: dict[int, str] = {}
        self.files: list[str] = []
        self.count = 0

    async def does(self, step: str) -> None:
        self.count += 1
        number = self.count
        match step:
            case "text":
                await self.chat.says(f"kejadian nomor {number} pelayanannya lambat sekali")
                self.texts[self.chat.message_id] = f"kejadian nomor {number}"
            case "photo":
                await self.chat.sends(**photo(f"f{number}"))
                self.files.append(f"f{number}")
            case "caption":
                await self.chat.sends(**photo(f"f{number}", caption=f"gambar nomor {number} rusak"))
                self.files.append(f"f{number}")
                self.texts[self.chat.message_id] = f"gambar nomor {number}"
            case "album":
                names = [f"f{number}a", f"f{number}b"]
                sent = [
                    {"message": self.chat.message(**photo(n, media_group_id=f"m{number}"))}
                    for n in names
                ]
                await self.stage.arrives(*sent)
                self.files += names
            case "place":
                await self.chat.sends(location={"latitude": number, "longitude": 106.8})
                self.texts[self.chat.message_id] = f"{number}.00000, 106.8"
            case _:
                await self._other(step)

    async def _other(self, step: str) -> None:
        match step:
            case "edit" if self.texts:
                message = next(iter(self.texts))
                await self.chat.edits(f"disunting nomor {self.count} lambat", message)
                self.texts[message] = f"disunting nomor {self.count}"
            case "restart":
                await self.stage.restart()
            case "question":
                if self._sees("📨"):
                    await self.chat.says("siapa penanggung jawab sosialisasi kebijakan?")
            case "sticker":
                await self.chat.sends(contact={"phone_number": "1", "first_name": "A"})
            case "cancel-not":
                await self.chat.says("/batal")
                if self._sees("Tidak, lanjutkan"):
                    await self.chat.taps("Tidak, lanjutkan")
                else:
                    await self.chat.says("/lapor")
            case _:
                await self._looks(step)

    async def _looks(self, screen: str) -> None:
        """Look at a screen of the form, and come back."""
        if screen in LABELS and self._sees(LABELS[screen]):
            await self.chat.taps(LABELS[screen])
            await self.chat.taps("Kembali")

    def _sees(self, label: str) -> bool:
        last = self.chat.last
        return last is not None and any(label in text for text in last.labels)

    async def sends(self) -> None:
        """Answer what is still asked, and send."""
        if not any("nomor" in text for text in self.texts.values()):
            await self.does("text")
        for label in ("Keluhan", "Tidak tahu"):
            if self._sees(label) and not self._sees("📨"):
                await self.chat.taps(label)
        await self.chat.taps("📨 Kirim")


async def _run(folder: Path, steps: list[str]) -> None:
    stage = Stage(folder)
    await stage.start()
    try:
        teller = Teller(stage, stage.chat())
        await teller.chat.says("/lapor")
        for step in steps:
            await teller.does(step)
        await teller.sends()
        (ticket,) = await everything(stage)
        assert all(text in ticket.text for text in teller.texts.values())
        assert ticket.text.count("nomor") == sum("nomor" in t for t in teller.texts.values())
        assert await files_of(stage, ticket) == teller.files
        async with stage.office.unit_of_work(writing=False) as work:
            state: Any = (await work.conversations.load(f"{teller.chat.id}")).state
            assert SENT in state
            assert draft_in(state) is None
            assert [e.act for e in await work.tickets.history(ticket.id)] == [Act.FILE]
    finally:
        await stage.stop()


@pytest.mark.usefixtures("one_finder")
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_nothing_that_was_given_is_lost(fresh_data: Path, steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        shutil.copytree(fresh_data, data)
        asyncio.run(_run(data, steps))
