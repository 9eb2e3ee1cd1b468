"""What Telegram shows about the bot: its commands and descriptions, in both languages.

They go out as rows of the outbox under a key made from their content, so only news is sent.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.domain.messages import Outgoing, Priority
from handlers.commands import FOR_ADMINS, NAMES
from handlers.markup import plain
from handlers.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts


def profile(texts: Texts, bot_id: int) -> Iterator[Outgoing]:
    """Yield the calls that set commands and descriptions; the default language goes to all."""
    for number, language in enumerate(LANGUAGES):
        to = {} if language == DEFAULT_LANGUAGE else {"language_code": language}
        yield _call(bot_id, "setMyCommands", {"commands": _commands(texts, language, number)} | to)
        for method, field, name in (
            ("setMyDescription", "description", "description"),
            ("setMyShortDescription", "short_description", "short_description"),
        ):
            text = plain(texts.render(f"profile.{name}", language))
            yield _call(bot_id, method, {field: text} | to)


def _commands(texts: Texts, language: str, number: int) -> list[dict[str, str]]:
    return [
        {"command": names[number], "description": _described(texts, language, what)}
        for what, names in NAMES.items()
        if what not in FOR_ADMINS
    ]


def _described(texts: Texts, language: str, what: str) -> str:
    return plain(texts.render(f"profile.command_{what}", language))


def _call(bot_id: int, method: str, payload: Mapping[str, Any]) -> Outgoing:
    content = json.dumps([bot_id, method, payload], sort_keys=True)
    key = f"profile:{hashlib.sha256(content.encode()).hexdigest()[:32]}"
    return Outgoing(None, method, payload, Priority.BULK, dedupe_key=key)
