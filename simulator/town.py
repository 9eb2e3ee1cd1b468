"""The town: its state, and every change to it, told to the pages and kept in the folder."""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from simulator import clock as clocks
from simulator.clock import ClockControl
from simulator.errors import PageError
from simulator.events import Events
from simulator.flood import Flood, FloodRules
from simulator.keeping import Folder
from simulator.model import Chat, FileKind, Message, Person, State, StoredFile
from simulator.pictures import size_of
from simulator.queries import Queries
from simulator.sample import OFFICE, Resident, continued, first_state
from simulator.updates import Updates

USERNAME = "pandu_tryout_bot"
NAME = "Pandu"
_SAVE_AFTER = 0.2  # seconds in which changes are collected


class Town:
    """People, chats and one bot. All changes happen in one event loop, each in one go."""

    def __init__(
        self,
        folder: Path | None = None,
        clock: ClockControl | None = None,
        *,
        residents: Sequence[Resident] = OFFICE,
        flood: FloodRules | None = FloodRules(),  # noqa: B008 - frozen
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Go on with what the folder holds, or begin with the residents.

        Raises SimulatorError if the folder cannot be read.
        """
        self._residents = tuple(residents)
        self._folder = Folder(folder)
        self._saving: asyncio.TimerHandle | None = None
        saved = self._folder.load()
        self.state: State = continued(saved) if saved else first_state(self._residents)
        self.clock = clock
        self.username = USERNAME
        self.token: str | None = None
        self.events = Events()
        self.flood = Flood(flood, monotonic)
        self.queries = Queries(monotonic)
        self.updates = Updates(self.state, self.changed)

    @property
    def bot_id(self) -> int:
        """Return the id that the token begins with."""
        return int((self.token or "1:").split(":")[0])

    def bot_name(self, language: str = "") -> str:
        """Return the bot's name."""
        names = self.state.profile.names
        return names.get(language) or names.get("") or NAME

    def now(self) -> datetime:
        """Return the try-out's time, aware."""
        return clocks.present(self.clock)

    def person(self, number: object) -> Person:
        """Return a person by id; raises PageError."""
        found = self.state.people.get(number) if isinstance(number, int) else None
        if found is None:
            raise PageError("There is no such person.", 404)
        return found

    def chat(self, number: int) -> Chat:
        """Return a chat by id; raises PageError."""
        found = self.state.chats.get(number)
        if found is None:
            raise PageError("There is no such chat.", 404)
        return found

    def new_message(self, chat: Chat, sender: int, text: str) -> Message:
        """Return a message that is about to be added to the chat."""
        return Message(self.state.next_message, chat.id, sender, self.now(), text)

    def add(self, message: Message) -> None:
        """Put a message into its chat."""
        self.state.next_message = message.id + 1
        self.state.chats[message.chat].messages[message.id] = message
        self._tell("message", message)

    def edited(self, message: Message) -> None:
        """Tell that a message has changed."""
        self._tell("edited", message)

    def delete(self, message: Message) -> None:
        """Take a message out of its chat."""
        del self.state.chats[message.chat].messages[message.id]
        self.events.tell("deleted", chat=message.chat, message_id=message.id)
        self.changed()

    def keep_file(self, kind: FileKind, name: str, mime: str, content: bytes) -> StoredFile:
        """Keep a file's content; return how it is known. A photo without a size is a document."""
        size = size_of(content)
        file_id = f"{kind[0].upper()}{secrets.token_urlsafe(24)}"
        ending = Path(name).suffix if re.fullmatch(r"\.\w{1,8}", Path(name).suffix, re.A) else ""
        path = f"{kind}s/file_{len(self.state.files) + 1}{ending}"
        file = StoredFile(file_id, kind, name, mime, len(content), path)
        if kind == "photo" and size:
            file.width, file.height = size
        self._folder.keep(file_id, content)
        self.state.files[file_id] = file
        self.changed()
        return file

    def content(self, file: StoredFile) -> bytes:
        """Return a file's content; raises FileNotFoundError if someone took it away."""
        return self._folder.content(file.file_id)

    def unknown(self, method: str) -> None:
        """Note a method that the stand-in does not have."""
        if method not in self.state.unknown_methods:
            self.state.unknown_methods.append(method)
            self.changed()
        self.events.tell("unknown", method=method)

    def reset(self) -> None:
        """Begin anew; what the bot has set (webhook, commands) stays, as do the numbers."""
        old, fresh = self.state, first_state(self._residents)
        fresh.profile, fresh.webhook, fresh.allowed = old.profile, old.webhook, old.allowed
        fresh.next_update, fresh.next_message = old.next_update, old.next_message
        self._folder.clear()
        self.state = self.updates.state = fresh
        self.queries.clear()
        self.save()
        self.events.tell("reset")

    def changed(self) -> None:
        """See to it that the state is saved soon."""
        if self._saving is None:
            loop = asyncio.get_running_loop()
            self._saving = loop.call_later(_SAVE_AFTER, self.save)

    def save_changes(self) -> None:
        """Save now what would be saved soon."""
        if self._saving is not None:
            self.save()

    def save(self) -> None:
        """Save the state now."""
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
        self._folder.save(self.state)

    def close(self) -> None:
        """End all open polls and pages, and save."""
        self.updates.close()
        self.events.close()
        self.save()

    def _tell(self, kind: str, message: Message) -> None:
        self.events.tell(kind, chat=message.chat, message=message)
        self.changed()
