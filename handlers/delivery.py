"""One attempt to deliver one message, and what Telegram's answer means for it.

Telegram has no idempotency key: what may have arrived is never sent again blindly. Its errors
are named one by one, for BadRequest and TimedOut are both children of NetworkError in PTB.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.domain.errors import StorageError
from bot.domain.messages import (
    ClaimedMessage,
    OutboxState,
    Outcome,
    blocked,
    failed,
    retry_later,
    sent,
    uncertain,
)
from handlers.bot_api import OfficeBot
from handlers.calls import EXPIRES
from handlers.file_calls import bare, needs_preparing, text_instead
from handlers.http_client import NOT_SENT
from handlers.markup import plain
from handlers.uploads import NoFile, Uploads, as_document

_log = logging.getLogger(__name__)

LONGEST_WAIT = timedelta(minutes=5)
MOST_REFUSALS = 30
"""After so many answers of 5xx (about two hours) a message is given up."""

_SAFE_TO_REPEAT = ("edit", "answer", "set", "delete")
_ALREADY_SO = ("message is not modified",)
_TOO_LATE = ("query is too old", "query id is invalid")
_UNREADABLE = ("can't parse entities",)
_EDIT_LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")
_GONE = ("chat not found", "peer_id_invalid", "not enough rights", "user not found")


@dataclass(frozen=True, slots=True)
class Delivered:
    """What came of an attempt, and what the sender has to know for the next ones.

    `halt` holds back the chat until then; `moved_to` is the chat's new id; `unreachable` tells
    that the person does not take messages any more.
    """

    outcome: Outcome
    halt: datetime | None = None
    moved_to: int | None = None
    unreachable: bool = False


async def deliver(
    bot: OfficeBot, message: ClaimedMessage, now: datetime, uploads: Uploads | None = None
) -> Delivered:
    """Try once to deliver a message; never raises for anything that Telegram answers.

    Without `uploads` there is nobody to put files in place.
    """
    payload = dict(message.payload)
    expiry = payload.pop(EXPIRES, None)
    if expiry is not None and datetime.fromisoformat(expiry) < now:
        return _settled(message, "expired")
    if needs_preparing(payload):
        return await _prepared(bot, message, payload, now, uploads)
    return await _attempt(bot, message, payload, now)


async def _prepared(
    bot: OfficeBot,
    message: ClaimedMessage,
    payload: Mapping[str, Any],
    now: datetime,
    uploads: Uploads | None,
) -> Delivered:
    """Put the file in its place; where there is none to be had, say so in words."""
    try:
        if uploads is None:
            raise NoFile("nobody makes it")
        if not await uploads.is_wanted(payload):
            return _settled(message, "taken_back")
        filled = await uploads.filled(payload)
    except NoFile as error:
        another = text_instead(payload)
        if another is None:
            return Delivered(failed(message.id, str(error)))
        return await _second_try(bot, message, another, now)
    except StorageError as error:
        _log.error("message %s waits for its file: %s", message.id, error)
        return Delivered(retry_later(message.id, now + _pause(message.attempts), "storage"))
    return await _attempt(bot, message, filled, now)


async def _attempt(
    bot: OfficeBot, message: ClaimedMessage, payload: dict[str, Any], now: datetime
) -> Delivered:
    try:
        result = await bot.call(message.method, bare(payload))
    except TelegramError as error:
        return await _explained(bot, message, payload, error, now)
    except Exception as error:
        _log.error("message %s cannot be sent: %s", message.id, type(error).__name__)
        return Delivered(failed(message.id, type(error).__name__))
    return Delivered(sent(message.id, _message_id(result)))


async def _explained(
    bot: OfficeBot,
    message: ClaimedMessage,
    payload: dict[str, Any],
    error: TelegramError,
    now: datetime,
) -> Delivered:
    match error:
        case ChatMigrated():
            return await _to_new_chat(bot, message, payload, error.new_chat_id, now)
        case BadRequest():
            return await _refused(bot, message, payload, error, now)
        case _:
            return _judged(message, error, now)


def _judged(message: ClaimedMessage, error: TelegramError, now: datetime) -> Delivered:
    """Judge an error after which this attempt is over."""
    match error:
        case RetryAfter():
            until = now + _seconds(error.retry_after)
            halt = None if message.chat_id is None else until
            return Delivered(retry_later(message.id, until, "retry_after"), halt=halt)
        case Forbidden():
            return _blocked(message, error)
        case BadRequest() | ChatMigrated():
            return _failed(message, error)
        case InvalidToken() | Conflict():
            _log.error("message %s waits: Telegram refuses the bot itself", message.id)
            return Delivered(retry_later(message.id, now + LONGEST_WAIT, type(error).__name__))
        case NetworkError():
            return _interrupted(message, error, now)
        case _:
            return Delivered(uncertain(message.id, type(error).__name__))


def _interrupted(message: ClaimedMessage, error: NetworkError, now: datetime) -> Delivered:
    """Send again only what certainly did not arrive, or does no harm if it comes twice."""
    cause = error.__cause__
    refused = cause is None and not isinstance(error, TimedOut)  # an answer of 5xx
    reason = type(cause).__name__ if cause else "server_error" if refused else "timed_out"
    harmless = message.method.startswith(_SAFE_TO_REPEAT)
    if refused and message.attempts >= MOST_REFUSALS:
        return _failed(message, error)
    if refused or harmless or isinstance(cause, NOT_SENT):
        return Delivered(retry_later(message.id, now + _pause(message.attempts), reason))
    _log.warning("message %s may or may not have arrived: %s", message.id, reason)
    return Delivered(uncertain(message.id, reason))


async def _refused(
    bot: OfficeBot,
    message: ClaimedMessage,
    payload: dict[str, Any],
    error: BadRequest,
    now: datetime,
) -> Delivered:
    """Find a way round a bad request where there is one."""
    if _says(error, _ALREADY_SO) or _says(error, _TOO_LATE):
        return _settled(message, "not_needed")
    if _says(error, _GONE):
        return _blocked(message, error)
    if _says(error, _UNREADABLE) and "text" in payload:
        _log.error("message %s is no valid HTML: sent as plain text", message.id)
        another: tuple[str, dict[str, Any]] = message.method, _as_plain_text(payload)
    elif _says(error, _EDIT_LOST) and message.method == "editMessageText":
        another = "sendMessage", {k: v for k, v in payload.items() if k != "message_id"}
    else:
        return await _otherwise(bot, message, payload, error, now)
    return await _second_try(bot, message, another, now)


async def _otherwise(
    bot: OfficeBot,
    message: ClaimedMessage,
    payload: dict[str, Any],
    error: BadRequest,
    now: datetime,
) -> Delivered:
    """Send a file that is refused as it is as a plain document, else say in words what it is.

    People may refuse voice notes, and not every picture is a photo to Telegram.
    """
    others = as_document(message.method, payload), text_instead(payload)
    delivered = _failed(message, error)
    for method, fields in (other for other in others if other is not None):
        delivered = await _second_try(bot, message, (method, bare(fields)), now)
        if delivered.outcome.state is not OutboxState.FAILED:
            break
    return delivered


async def _to_new_chat(
    bot: OfficeBot,
    message: ClaimedMessage,
    payload: dict[str, Any],
    new_chat_id: int,
    now: datetime,
) -> Delivered:
    """Send to the supergroup that a group has become, which has another id."""
    moved = {**bare(payload), "chat_id": new_chat_id}
    moved.pop("reply_parameters", None)  # messages have other ids there, too
    delivered = await _second_try(bot, message, (message.method, moved), now)
    return Delivered(delivered.outcome, delivered.halt, new_chat_id, delivered.unreachable)


async def _second_try(
    bot: OfficeBot, message: ClaimedMessage, call: tuple[str, dict[str, Any]], now: datetime
) -> Delivered:
    method, payload = call
    try:
        result = await bot.call(method, payload)
    except TelegramError as error:
        return _judged(message, error, now)
    return Delivered(sent(message.id, _message_id(result)))


def _settled(message: ClaimedMessage, why: str) -> Delivered:
    """Nothing is left to do: what was wanted is so, or nobody waits for it any more."""
    return Delivered(Outcome(message.id, OutboxState.SENT, error=why))


def _blocked(message: ClaimedMessage, error: TelegramError) -> Delivered:
    private = message.chat_id is not None and message.chat_id > 0
    _log.info("message %s: the receiver does not take it (%s)", message.id, error.message)
    return Delivered(blocked(message.id, error.message), unreachable=private)


def _failed(message: ClaimedMessage, error: TelegramError) -> Delivered:
    _log.error("message %s (%s) is refused: %s", message.id, message.method, error.message)
    return Delivered(failed(message.id, error.message))


def _as_plain_text(payload: Mapping[str, Any]) -> dict[str, Any]:
    text = plain(str(payload["text"]))
    return {k: v for k, v in payload.items() if k != "parse_mode"} | {"text": text}


def _says(error: TelegramError, phrases: tuple[str, ...]) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)


def _seconds(value: int | timedelta) -> timedelta:
    """PTB gives a number of seconds or a timedelta, as PTB_TIMEDELTA says."""
    return value if isinstance(value, timedelta) else timedelta(seconds=value)


def _pause(attempts: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(attempts, 10)), LONGEST_WAIT)


def _message_id(result: object) -> int | None:
    return result.get("message_id") if isinstance(result, Mapping) else None
