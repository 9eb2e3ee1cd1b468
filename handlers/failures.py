"""When handling fails: a log entry with an id, and a polite sentence with the same id.

Neither holds what people wrote; an exception's own message might, so it is never logged.
"""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.messages import Outgoing
from bot.domain.updates import TakenUpdate
from bot.errors import PanduError
from handlers.calls import message_to, nothing_found, press_answer
from handlers.replies import Message
from handlers.texts import DEFAULT_LANGUAGE, Texts

_log = logging.getLogger(__name__)
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that looks like another


@dataclass(frozen=True, slots=True)
class Failure:
    """An update that could not be handled, and the id under which log and apology speak of it.

    `spoken_to` tells whether somebody surely spoke to the bot: in a group nobody else hears of it.
    """

    taken: TakenUpdate
    error: Exception
    spoken_to: bool
    id: str = field(default_factory=lambda: "".join(secrets.choice(_LETTERS) for _ in range(6)))

    def log(self) -> None:
        """Log what happened, with ids and places only."""
        update_id = self.taken.update_id
        _log.error("update %s failed, error id %s\n%s", update_id, self.id, places(self.error))

    def apologies(self, texts: Texts, now: datetime) -> Iterator[Outgoing]:
        """Yield what the person hears; a press and an inline query are ended as well."""
        body = self.taken.body
        if isinstance(query := _within(body, "inline_query", "id"), str):
            yield nothing_found(query, now)
        if isinstance(press := _within(body, "callback_query", "id"), str):
            yield press_answer(press, None, now)
        chat_id = _chat(body)
        if chat_id is not None and (chat_id > 0 or self.spoken_to):
            message = Message(self._sentence(texts))
            yield message_to(chat_id, message, update_id=self.taken.update_id)

    def reports(self, texts: Texts, admins: Iterable[int], now: datetime) -> Iterator[Outgoing]:
        """Yield what the admins hear: each kind of fault once an hour, for a fault comes in rows.

        A fault that the person was told the reason of (a DomainError) is nobody else's business.
        """
        if isinstance(self.error, DomainError):
            return
        kind = type(self.error).__name__
        for admin in admins:
            said = texts.render("messages.fault", DEFAULT_LANGUAGE, error_id=self.id, kind=kind)
            key = f"fault:{kind}:{now:%Y%m%d%H}:{admin}"
            yield replace(message_to(admin, Message(said)), dedupe_key=key)

    def _sentence(self, texts: Texts) -> str:
        person, error = self.taken.person, self.error
        language = (person.language if person else None) or DEFAULT_LANGUAGE
        if isinstance(error, DomainError) and texts.has(f"errors.{error.key}"):
            return texts.render(f"errors.{error.key}", language, **error.values)
        return texts.render("messages.failed", language, error_id=self.id)


def places(error: BaseException) -> str:
    """Return an error's types and the places it passed, without its message."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(str(current) if isinstance(current, PanduError) else type(current).__name__)
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} in {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _chat(body: Mapping[str, Any]) -> int | None:
    """Return the chat in which somebody waits for an answer, as far as the raw update tells."""
    for names in (("message",), ("edited_message",), ("callback_query", "message")):
        chat_id = _within(body, *names, "chat", "id")
        if isinstance(chat_id, int):
            return chat_id
    return None


def _within(body: object, *names: str) -> object:
    """Return what stands there in a raw update, which may be anything."""
    for name in names:
        body = body.get(name) if isinstance(body, Mapping) else None
    return body
