"""Telegram without a network: a strict stand-in for the Bot API, and people who chat with the bot.

Everything between is the real thing: PTB's Application, the SQLite store, the sender.
"""

from __future__ import annotations

import asyncio
import itertools
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from telegram.request import BaseRequest, RequestData

from bot.clock import FixedClock
from bot.office import Office, open_office
from bot.settings import Settings
from handlers.polling import Polling
from handlers.run import Service, open_service, resume
from tests.telegram_rules import (
    Refused,
    check_keyboard,
    check_profile,
    check_results,
    check_text,
)

TOKEN = "123456789:AAtestsUseATokenThatNobodyHasEver01"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Pandu", "username": "PanduBot"}
NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Uploaded:
    """A file that the bot has sent."""

    method: str
    name: str
    mime: str
    content: bytes


@dataclass
class Shown:
    """A message of the bot as Telegram shows it."""

    chat_id: int
    message_id: int
    text: str
    buttons: list[list[tuple[str, str]]]
    fields: Mapping[str, Any]
    edits: int = 0
    upload: Uploaded | None = None

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label, _ in row]


class FakeTelegram(BaseRequest):
    """Answers calls of the Bot API as strictly as Telegram, and records them.

    `fails` scripts faults; `blocked` and `unknown` are chats that cannot be reached.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.messages: dict[tuple[int, int], Shown] = {}
        self.order: list[Shown] = []
        self.updates: deque[dict[str, Any]] = deque()
        self.blocked: set[int] = set()
        self.unknown: set[int] = set()
        self.asked: set[str] = set()
        self.answered: dict[str, dict[str, Any]] = {}
        self._faults: list[tuple[str, Callable[[], Exception], bool]] = []
        self._ids = itertools.count(5000)
        self._update_ids = itertools.count(900_000)
        self.news = asyncio.Event()
        self.webhook: dict[str, Any] = {"url": ""}
        self.files: dict[str, bytes] = {}
        self.uploads: list[Uploaded] = []

    # what PTB needs of a request object

    @property
    def read_timeout(self) -> float | None:
        return 5.0

    async def initialize(self) -> None:
        """Need nothing."""

    async def shutdown(self) -> None:
        """Need nothing."""

    async def do_request(  # noqa: PLR0917 - PTB's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        url = unquote(url)
        name = url.rsplit("/", 1)[1]
        assert f"/bot{TOKEN}/" in url
        if f"/file/bot{TOKEN}/" in url:
            return self._download(name)
        fields: dict[str, Any] = dict(request_data.parameters) if request_data else {}
        fields = json.loads(json.dumps(fields))
        if request_data is not None and request_data.contains_files:
            for field_name, (file, content, mime) in request_data.multipart_data.items():
                assert isinstance(content, bytes)
                self.uploads.append(Uploaded(name, file, mime, content))
                fields[field_name] = f"upload:{len(self.uploads) - 1}"
        return await self.answer(name, fields)

    async def answer(self, name: str, fields: dict[str, Any]) -> tuple[int, bytes]:
        """Answer one call of a method; return the status and the body."""
        self.calls.append((name, fields))
        try:
            self._raise_fault(name)
            result = await self._result(name, fields)
        except Refused as refused:
            body = {"ok": False, "error_code": refused.status, "description": refused.description}
            if refused.parameters:
                body["parameters"] = refused.parameters
            return refused.status, json.dumps(body).encode()
        if after := self._fault_after(name):
            raise after
        return 200, json.dumps({"ok": True, "result": result}).encode()

    # the script

    def fails(
        self, method: str, fault: Callable[[], Exception], *, delivered: bool = False
    ) -> None:
        """Let the next call of a method fail; with `delivered`, after it has taken effect."""
        self._faults.append((method, fault, delivered))

    def push(self, update: Mapping[str, Any]) -> int:
        """Have an update ready for the next getUpdates; return its id."""
        update_id = int(update.get("update_id", next(self._update_ids)))
        self.updates.append({"update_id": update_id, **update})
        self.news.set()
        return update_id

    # what tests look at

    def shown_in(self, chat_id: int) -> list[Shown]:
        return [message for message in self.order if message.chat_id == chat_id]

    def made(self, method: str) -> list[dict[str, Any]]:
        return [fields for name, fields in self.calls if name == method]

    def _raise_fault(self, name: str) -> None:
        for index, (method, fault, delivered) in enumerate(self._faults):
            if method == name and not delivered:
                del self._faults[index]
                raise fault()

    def _fault_after(self, name: str) -> Exception | None:
        for index, (method, fault, delivered) in enumerate(self._faults):
            if method == name and delivered:
                del self._faults[index]
                return fault()
        return None

    async def _result(self, name: str, fields: dict[str, Any]) -> Any:
        answer = getattr(self, f"_{name}", None)
        if answer is None:
            raise Refused("Not Found", 404)
        result = answer(fields)
        return await result if asyncio.iscoroutine(result) else result

    def _getMe(self, fields: dict[str, Any]) -> Any:
        return {**BOT, "can_join_groups": True, "supports_inline_queries": True}

    def _deleteWebhook(self, fields: dict[str, Any]) -> Any:
        self.webhook = {"url": ""}
        return True

    def _setWebhook(self, fields: dict[str, Any]) -> Any:
        if not fields["url"].startswith("https://"):
            raise Refused("Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
        self.webhook = {"url": fields["url"], "pending_update_count": 0}
        return True

    def _getWebhookInfo(self, fields: dict[str, Any]) -> Any:
        return self.webhook

    async def _getUpdates(self, fields: dict[str, Any]) -> Any:
        offset = fields.get("offset") or 0
        while self.updates and self.updates[0]["update_id"] < offset:
            self.updates.popleft()
        if not self.updates and fields.get("timeout"):
            self.news.clear()
            await self.news.wait()
        assert set(fields["allowed_updates"]) >= {"my_chat_member", "edited_message"}
        return list(self.updates)[: fields["limit"]]

    def _sendMessage(self, fields: dict[str, Any]) -> Any:
        chat_id = self._reachable(fields)
        text = check_text(fields)
        buttons = check_keyboard(fields.get("reply_markup"))
        message = Shown(chat_id, next(self._ids), text, buttons, fields)
        self.messages[chat_id, message.message_id] = message
        self.order.append(message)
        return _message(message)

    def _sendFile(self, fields: dict[str, Any], kind: str) -> Any:
        chat_id = self._reachable(fields)
        assert str(fields.get(kind)).startswith("upload:"), f"no {kind} in the request"
        assert not [name for name in fields if name.startswith("_")]
        caption = check_text(fields, "caption") if fields.get("caption") else ""
        if len(caption) > 1024:
            raise Refused("Bad Request: message caption is too long")
        buttons = check_keyboard(fields.get("reply_markup"))
        is_new = fields[kind].startswith("upload:")  # else a file that Telegram has already
        upload = self.uploads[int(fields[kind].removeprefix("upload:"))] if is_new else None
        message = Shown(chat_id, next(self._ids), caption, buttons, fields, upload=upload)
        self.messages[chat_id, message.message_id] = message
        self.order.append(message)
        return _message(message)

    def _sendPhoto(self, fields: dict[str, Any]) -> Any:
        return self._sendFile(fields, "photo")

    def _sendDocument(self, fields: dict[str, Any]) -> Any:
        return self._sendFile(fields, "document")

    def _sendVoice(self, fields: dict[str, Any]) -> Any:
        return self._sendFile(fields, "voice")

    def _sendVideo(self, fields: dict[str, Any]) -> Any:
        return self._sendFile(fields, "video")

    def _sendAudio(self, fields: dict[str, Any]) -> Any:
        return self._sendFile(fields, "audio")

    def _getFile(self, fields: dict[str, Any]) -> Any:
        content = self.files.get(fields["file_id"])
        if content is None:
            raise Refused("Bad Request: invalid file_id")
        if len(content) > 20 * 2**20:
            raise Refused("Bad Request: file is too big")
        unique = f"u{fields['file_id']}"
        path = f"files/{fields['file_id']}"
        return {
            "file_id": fields["file_id"],
            "file_unique_id": unique,
            "file_size": len(content),
            "file_path": path,
        }

    def _download(self, file_id: str) -> tuple[int, bytes]:
        self.calls.append(("download", {"file_id": file_id}))
        self._raise_fault("download")
        content = self.files.get(file_id)
        return (404, b"{}") if content is None else (200, content)

    def _editMessageText(self, fields: dict[str, Any]) -> Any:
        chat_id = self._reachable(fields)
        message = self.messages.get((chat_id, fields["message_id"]))
        if message is None:
            raise Refused("Bad Request: message to edit not found")
        text, buttons = check_text(fields), check_keyboard(fields.get("reply_markup"))
        if (text, buttons) == (message.text, message.buttons):
            raise Refused("Bad Request: message is not modified: specified new message content")
        message.text, message.buttons, message.fields = text, buttons, fields
        message.edits += 1
        return _message(message)

    def _answerCallbackQuery(self, fields: dict[str, Any]) -> Any:
        if fields["callback_query_id"] not in self.asked:
            raise Refused("Bad Request: query is too old and response timeout expired")
        if len(fields.get("text", "")) > 200:
            raise Refused("Bad Request: MESSAGE_TOO_LONG")
        self.answered[fields["callback_query_id"]] = fields
        return True

    def _answerInlineQuery(self, fields: dict[str, Any]) -> Any:
        check_results(fields)
        self.answered[fields["inline_query_id"]] = fields
        return True

    def _setMyCommands(self, fields: dict[str, Any]) -> Any:
        check_profile("setMyCommands", fields)
        return True

    def _setMyDescription(self, fields: dict[str, Any]) -> Any:
        check_profile("setMyDescription", fields)
        return True

    def _setMyShortDescription(self, fields: dict[str, Any]) -> Any:
        check_profile("setMyShortDescription", fields)
        return True

    def _reachable(self, fields: Mapping[str, Any]) -> int:
        chat_id = int(fields["chat_id"])
        if chat_id in self.blocked:
            raise Refused("Forbidden: bot was blocked by the user", 403)
        if chat_id in self.unknown:
            raise Refused("Bad Request: chat not found")
        return chat_id


def _message(message: Shown) -> dict[str, Any]:
    kind = "private" if message.chat_id > 0 else "supergroup"
    return {
        "message_id": message.message_id,
        "date": int(NOW.timestamp()),
        "chat": {"id": message.chat_id, "type": kind},
        "from": BOT,
        "text": message.text,
    }


async def until(condition: Callable[[], object]) -> None:
    """Let other tasks run until something is so."""
    while True:
        if condition():
            return
        await asyncio.sleep(0)


@dataclass
class Stage:
    """The whole bot on a data folder, with a clock that stands still and no network."""

    folder: Path
    telegram: FakeTelegram = field(default_factory=FakeTelegram)
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    admins: tuple[int, ...] = ()
    fields: Mapping[str, Any] = field(default_factory=dict)
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)
    _service: Service | None = None

    @property
    def service(self) -> Service:
        assert self._service is not None, "the bot is not running"
        return self._service

    @property
    def office(self) -> Office:
        return self.service.office

    @property
    def polling(self) -> Polling:
        assert isinstance(self.service.door, Polling)
        return self.service.door

    async def start(self) -> None:
        """Start the bot: open the office, take up what was left, send what is due."""
        own = {"telegram_token": TOKEN, "data_dir": self.folder, "admin_ids": self.admins}
        settings = Settings(_env_file=None, **{**own, **self.fields})
        office = await self._open.enter_async_context(open_office(settings, self.clock))
        self._service = await self._open.enter_async_context(open_service(office, self.telegram))
        await resume(self._service)
        await self.settle()

    async def stop(self) -> None:
        await self._open.aclose()
        self._open, self._service = AsyncExitStack(), None

    async def restart(self) -> None:
        """End the process, and begin another one on the same files."""
        await self.stop()
        await self.start()

    async def settle(self) -> None:
        """Handle all that has come in, and send all that may go."""
        await self.service.dispatcher.drain()
        await self.service.fetcher.drain()
        await self.service.standards.drain()
        await self.service.sender.drain()

    async def arrives(self, *updates: Mapping[str, Any], settle: bool = True) -> None:
        """Let updates arrive, a moment later than what was before."""
        self.clock.move(timedelta(seconds=5))
        for update in updates:
            self.telegram.push(update)
        await self.polling.once()
        if settle:
            await self.settle()

    def chat(self, person: int = 7001, **about: Any) -> Chat:
        """Return a person's private chat with the bot."""
        return Chat(self, person, **about)

    def group(self, person: int = 7001, chat_id: int = -100500, **about: Any) -> Chat:
        """Return a person in a group that the bot is in."""
        return Chat(self, person, chat_id, **about)


class Chat:
    """A person in a chat with the bot. `says` and `taps` do something, `sees` looks."""

    _ids = itertools.count(100)
    _queries = itertools.count(1)

    def __init__(
        self, stage: Stage, person: int, chat_id: int | None = None, *, name: str = "Ibu Sari"
    ) -> None:
        self.stage = stage
        self.person = person
        self.id = person if chat_id is None else chat_id
        self.user = {
            "id": person,
            "is_bot": False,
            "first_name": name,
            "language_code": "id",
        }
        self.message_id = 0

    def message(self, text: str | None = None, **fields: Any) -> dict[str, Any]:
        """Return the raw message; a text is given its entities as Telegram does."""
        self.message_id = next(Chat._ids)
        kind = "private" if self.id > 0 else "supergroup"
        raw: dict[str, Any] = {
            "message_id": self.message_id,
            "date": int(self.stage.clock.now().timestamp()),
            "chat": {"id": self.id, "type": kind},
            "from": self.user,
            **fields,
        }
        if text is not None:
            raw |= {"text": text, "entities": list(_entities(text))}
        return raw

    async def says(self, text: str, **fields: Any) -> Shown | None:
        """Write a message; return what the bot shows last."""
        await self.stage.arrives({"message": self.message(text, **fields)})
        return self.last

    async def sends(self, **fields: Any) -> Shown | None:
        """Send something that is no text."""
        await self.stage.arrives({"message": self.message(**fields)})
        return self.last

    async def edits(self, text: str, message_id: int | None = None) -> None:
        """Change a message that was written before, the last one if not said otherwise."""
        changed = message_id or self.message_id
        raw = self.message(text, edit_date=int(NOW.timestamp()))
        self.message_id = changed
        await self.stage.arrives({"edited_message": {**raw, "message_id": changed}})

    async def taps(self, label: str, *, on: Shown | None = None, by: Chat | None = None) -> str:
        """Press the first button whose label holds these words; return what the press shows."""
        message = on or self._with_button(label)
        data = next(d for row in message.buttons for text, d in row if label in text)
        return await self.presses(data, message, by=by)

    async def presses(
        self, data: str, message: Shown | None = None, *, by: Chat | None = None
    ) -> str:
        """Press a button that carries this; without a message, one that is no longer shown."""
        query = f"q{next(Chat._queries)}"
        self.stage.telegram.asked.add(query)
        await self.stage.arrives({"callback_query": self.press(query, data, message, by=by)})
        answer = self.stage.telegram.answered.get(query)
        assert answer is not None, "the press was never answered"
        return str(answer.get("text", ""))

    def press(
        self, query: str, data: str, message: Shown | None, *, by: Chat | None = None
    ) -> dict[str, Any]:
        """Return the raw press."""
        kind = "private" if self.id > 0 else "supergroup"
        raw: dict[str, Any] = {"message_id": 1, "date": 0, "chat": {"id": self.id, "type": kind}}
        if message is not None:
            raw = _message(message) | {"reply_markup": message.fields.get("reply_markup")}
        person = (by or self).user
        fields = {"id": query, "from": person, "message": raw, "chat_instance": "1"}
        return {**fields, "data": data}

    async def searches(self, text: str) -> list[dict[str, Any]]:
        """Type an inline query; return the results."""
        query = f"i{next(Chat._queries)}"
        raw = {"id": query, "from": self.user, "query": text, "offset": ""}
        await self.stage.arrives({"inline_query": raw})
        results: list[dict[str, Any]] = self.stage.telegram.answered[query]["results"]
        return results

    async def changes(self, old: str, new: str) -> None:
        """Change the bot's membership of this chat: "member", "kicked", "left"."""
        kind = "private" if self.id > 0 else "supergroup"
        change = {
            "chat": {"id": self.id, "type": kind},
            "from": self.user,
            "date": int(NOW.timestamp()),
            "old_chat_member": _member(old),
            "new_chat_member": _member(new),
        }
        await self.stage.arrives({"my_chat_member": change})

    @property
    def all(self) -> list[Shown]:
        return self.stage.telegram.shown_in(self.id)

    @property
    def last(self) -> Shown | None:
        return self.all[-1] if self.all else None

    def sees(self, *words: str) -> Shown:
        """Look at the last message: it must hold all these words. Return it."""
        assert self.last is not None, "the bot has said nothing"
        for word in words:
            assert word in self.last.text, f"{word!r} is not in:\n{self.last.text}"
        return self.last

    def sees_not(self, *words: str) -> None:
        """Look at the last message: it must hold none of these words."""
        assert self.last is not None, "the bot has said nothing"
        for word in words:
            assert word not in self.last.text, f"{word!r} is in:\n{self.last.text}"

    def _with_button(self, label: str) -> Shown:
        for message in reversed(self.all):
            if any(label in text for text in message.labels):
                return message
        raise AssertionError(f"no button {label!r} in sight")


def _entities(text: str) -> Iterator[dict[str, Any]]:
    """Yield the entities Telegram finds: a command at the start, mentions anywhere."""
    offset = 0
    for word in text.split(" "):
        length = len(word.encode("utf-16-le")) // 2
        if word.startswith("/") and len(word) > 1:
            yield {"type": "bot_command", "offset": offset, "length": length}
        elif word.startswith("@") and len(word) > 1:
            yield {"type": "mention", "offset": offset, "length": length}
        offset += length + 1


def _member(status: str) -> dict[str, Any]:
    extra = {"until_date": 0} if status == "kicked" else {}
    return {"user": BOT, "status": status, **extra}
