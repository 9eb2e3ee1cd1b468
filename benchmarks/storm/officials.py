"""Officials who start tasks by the form and do their steps, whatever the bot goes through."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator import people
from simulator.errors import PageError
from simulator.model import BOT, Message
from simulator.town import Town

_LOOK = 0.05  # seconds
PATIENCE = 8.0
"""Seconds after which somebody tries again: longer than a start takes."""

_GO = "✅ Mulai"
_ONWARD = (_GO, "✅ Lanjut", "Lewati", "Sekarang")
_DONE, _OPENER = "✅ Selesai", " · Uji-"  # where several steps are told, each opens with a button
_NAME, _STANDARD = "Beri nama", "standar mana"


@dataclass
class Official:
    """Somebody who starts a task of each of these names, and marks what he is told of as done.

    `confirmed` are the names for which "Mulai" was pressed, `told` those that the bot confirmed.
    """

    town: Town
    id: int
    names: tuple[str, ...]
    word: str
    confirmed: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    pressed: set[tuple[int, str]] = field(default_factory=set)
    presses: int = 0

    async def starts(self) -> None:
        """Start all tasks, one after another."""
        for name in self.names:
            await self._starts(name)

    async def works(self) -> None:
        """Mark whatever comes as done, now and then twice, until cancelled."""
        while True:
            for message in self._messages():
                data = _button(message, _DONE) or _button(message, _OPENER)
                if data is not None and (message.id, data) not in self.pressed:
                    self.pressed.add((message.id, data))
                    await asyncio.sleep(random.uniform(0, 1))  # noqa: S311 - a crowd
                    self._press(message, data, random.choice((1, 2)))  # noqa: S311
            await asyncio.sleep(_LOOK * 4)

    async def _starts(self, name: str) -> None:
        self._say("/tugas")
        while not self._is_told(name):
            seen = self._looks(name)
            if seen is None:
                self._say("/tugas")
                await self._waits(lambda: self._is_told(name) or self._looks(name) is not None)
                continue
            await self._answers(seen, name)
        self.told.add(name)

    async def _answers(self, message: Message, name: str) -> None:
        """Do what the newest question of the form asks, and wait for what comes of it."""
        before = self._stamp()
        self._does(message, name)
        await self._waits(lambda: self._is_told(name) or self._stamp() != before)
        if name in self.confirmed and not self._is_told(name):
            self._say("/tugas")  # what told of the start may be lost; the list has the task
            await self._waits(lambda: self._is_told(name))

    def _does(self, message: Message, name: str) -> None:
        if _NAME in message.text:
            self._say(name)
            return
        wanted = next((one for one in _ONWARD if _button(message, one)), None)
        label = wanted or (self.word if _STANDARD in message.text else "Mulai tugas")
        data = _button(message, label)
        if data is None:
            return
        if wanted == _GO:
            self.confirmed.add(name)
        self._press(message, data, random.choice((1, 1, 2)))  # noqa: S311 - a nervous finger

    def _looks(self, name: str) -> Message | None:
        """Return the newest message that asks something of the form, None if none does.

        Once the start was confirmed nothing but that question is answered, never a new form.
        """
        for message in reversed(self._messages()):
            if _button(message, _GO) is not None:
                if message.text.split("\n")[0].endswith(f" {name}"):
                    return message
                continue  # of a task that was started before
            if name in self.confirmed:
                continue
            is_asking = _NAME in message.text or _STANDARD in message.text
            if is_asking or any(_button(message, one) for one in (*_ONWARD, "Mulai tugas")):
                return message
        return None

    def _is_told(self, name: str) -> bool:
        """Tell whether the bot has said that it began, or has it among the tasks."""
        told = (f"Tugas {name} dimulai", f" {name} · ")
        every = (m.text for m in self._messages() if not _button(m, _GO))
        return any(one in text for text in every for one in told)

    def _press(self, message: Message, data: str, times: int) -> None:
        chat, me = self.town.state.chats[self.id], self.town.person(self.id)
        for _ in range(times):
            try:
                people.press(self.town, chat, me, message.id, data)
            except PageError:
                return  # the bot has changed the message meanwhile
            self.presses += 1

    def _messages(self) -> list[Message]:
        chat = self.town.state.chats.get(self.id)
        return [m for m in chat.messages.values() if m.sender == BOT] if chat else []

    def _stamp(self) -> tuple[object, ...]:
        """Return what changes when the bot says something or changes a message."""
        return tuple((m.id, m.text, str(m.buttons)) for m in self._messages())

    async def _waits(self, condition: Callable[[], object]) -> None:
        until = time.monotonic() + PATIENCE
        while not condition() and time.monotonic() < until:  # noqa: ASYNC110 - another process
            await asyncio.sleep(_LOOK)

    def _say(self, text: str) -> None:
        people.say(self.town, self.town.state.chats[self.id], self.town.person(self.id), text)


def _button(message: Message, label: str) -> str | None:
    """Return what the button of a message carries that has this in its label."""
    every = (one for row in message.buttons for one in row)
    found = (one["callback_data"] for one in every if label in one["text"])
    return next(found, None)
