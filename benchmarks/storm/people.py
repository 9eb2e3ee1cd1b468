"""People who file one complaint each by the form, through whatever the bot goes through."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass

from simulator import people
from simulator.errors import PageError
from simulator.model import BOT, Message
from simulator.town import Town

_NUMBER = re.compile(r"PDU-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]")
_ON = ("Kirim", "Lanjutkan")  # the buttons that lead on, the last step first
_LOOK = 0.05  # seconds
PATIENCE = 12.0
"""Seconds after which somebody tries again: longer than a start takes."""


@dataclass
class Citizen:
    """Somebody with a complaint, who begins within `delay` seconds.

    `confirmed` once "Kirim" was pressed, `told` is the number that was said.
    """

    town: Town
    id: int
    delay: float = 1.0
    confirmed: bool = False
    told: str | None = None
    presses: int = 0

    @property
    def text(self) -> str:
        """Return the complaint, which nobody else has."""
        return (
            f"Sosialisasi kebijakan untuk unit {self.id} ditunda tiga kali tanpa kabar, "
            "kami kecewa dan mohon jadwal yang pasti."
        )

    async def files(self) -> None:
        """File it: the text, then "Kirim", often twice; look again until the number is told."""
        await asyncio.sleep(random.uniform(0, self.delay))  # noqa: S311 - a crowd, not a secret
        self._say(f"/lapor {self.text}")
        while self.told is None:
            if not await self._sees(lambda: self._button() is not None or self._number()):
                self._say("/status" if self.confirmed else "/lapor")
                continue
            self.told = self._number()
            if self.told is None:
                await self._press_on()

    async def _press_on(self) -> None:
        found = self._button()
        if found is None:
            return
        message, label, data = found
        for _ in range(random.choice((1, 1, 2))):  # noqa: S311 - a nervous finger
            try:
                chat = self.town.state.chats[self.id]
                people.press(self.town, chat, self.town.person(self.id), message.id, data)
            except PageError:
                break  # the bot has changed the message meanwhile
            self.presses += 1
        self.confirmed = self.confirmed or "Kirim" in label
        before = self._said()
        await self._sees(lambda: self._said() > before or self._number() is not None)

    def _button(self) -> tuple[Message, str, str] | None:
        """Return the newest button that leads on: message, label, data."""
        for message in reversed(self._messages()):
            for wanted in _ON:
                for one in (one for row in message.buttons for one in row):
                    if wanted in one["text"] and "callback_data" in one:
                        return message, one["text"], one["callback_data"]
        return None

    def _number(self) -> str | None:
        """Return the number that the bot has told, if it has."""
        found = (_NUMBER.search(message.text) for message in self._messages())
        return next((match[0] for match in found if match), None)

    def _messages(self) -> list[Message]:
        chat = self.town.state.chats[self.id]
        return [message for message in chat.messages.values() if message.sender == BOT]

    def _said(self) -> int:
        return len(self._messages())

    async def _sees(self, condition: Callable[[], object]) -> bool:
        """Wait until something is so; False if patience ends first."""
        until = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > until:
                return False
            await asyncio.sleep(_LOOK)
        return True

    def _say(self, text: str) -> None:
        people.say(self.town, self.town.state.chats[self.id], self.town.person(self.id), text)
