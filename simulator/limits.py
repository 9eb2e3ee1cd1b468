"""What the Bot API accepts of texts, keyboards, commands and inline results."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from simulator.entities import Entity, parse_html, trimmed, units
from simulator.errors import Refused
from simulator.model import Button
from simulator.rendering import with_found

TEXT, CAPTION, NOTICE = 4096, 1024, 200
MOST_BUTTONS, MOST_IN_A_ROW = 100, 8
MOST_RESULTS, MOST_COMMANDS = 50, 100
_DATA = 64  # bytes


def message_text(text: str, parse_mode: str, entities: object) -> tuple[str, list[Entity]]:
    """Return what a message would show; raises Refused if empty, too long or unparsable."""
    if not text:
        raise Refused("message text is empty")
    text, found = _parsed(text, parse_mode, entities)
    if not text:
        raise Refused("message text is empty")
    if units(text) > TEXT:
        raise Refused("message is too long")
    return text, with_found(text, found)


def caption(text: str, parse_mode: str, entities: object) -> tuple[str, list[Entity]]:
    """Return what a caption would show; it may be empty."""
    text, found = _parsed(text, parse_mode, entities)
    if units(text) > CAPTION:
        raise Refused("message caption is too long")
    return text, with_found(text, found)


def _parsed(text: str, parse_mode: str, entities: object) -> tuple[str, list[Entity]]:
    if parse_mode.lower() == "html":
        return parse_html(text)
    if parse_mode.lower() in ("markdown", "markdownv2"):
        raise Refused("can't parse entities: the stand-in reads HTML only")
    if parse_mode:
        raise Refused("unsupported parse_mode")
    return trimmed(text, _given(entities))


def _given(entities: object) -> list[Entity]:
    """Return entities that the bot has set by itself."""
    if not isinstance(entities, list):
        return []
    for entity in entities:
        whole = isinstance(entity, dict) and isinstance(entity.get("type"), str)
        if not whole or not all(isinstance(entity.get(at), int) for at in ("offset", "length")):
            raise Refused("can't parse MessageEntity: expected type, offset and length")
    return list(entities)


def keyboard(markup: object) -> list[list[Button]]:
    """Return the rows of an inline keyboard; other keyboards are accepted and not shown."""
    if markup in (None, "", {}):
        return []
    if not isinstance(markup, Mapping):
        raise Refused("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, Sequence) or not all(isinstance(row, list) for row in rows):
        raise Refused(
            'field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays'
        )
    if sum(map(len, rows)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise Refused("reply markup is too long")
    return [[_button(button) for button in row] for row in rows if row]


def _button(button: Any) -> Button:  # noqa: ANN401 - JSON of any form
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise Refused("can't parse inline keyboard button: text must be non-empty")
    kinds = set(button) - {"text", "style", "icon_custom_emoji_id"}
    if not kinds:
        raise Refused(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= _DATA:
        raise Refused("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(str(button["url"]))
    return button


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme in ("http", "https") and "." not in parts.netloc:
        raise Refused(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    if parts.scheme not in ("http", "https", "tg"):
        raise Refused(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")


def commands(given: object) -> list[dict[str, str]]:
    """Return the commands of a list; raises Refused if Telegram would not show one of them."""
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise Refused("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise Refused("BOT_COMMANDS_TOO_MUCH")
    return [_command(one) for one in given]


def _command(one: Mapping[str, Any]) -> dict[str, str]:
    name = str(one.get("command", "")).removeprefix("/")
    description = str(one.get("description", "")).strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise Refused("BOT_COMMAND_INVALID")
    if not 1 <= units(description) <= 256:
        raise Refused("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def inline_results(given: object) -> dict[str, dict[str, Any]]:
    """Return articles by id, each with its text parsed; raises Refused."""
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise Refused("can't parse inline query results: expected an Array")
    if len(given) > MOST_RESULTS:
        raise Refused("RESULTS_TOO_MUCH")
    found: dict[str, dict[str, Any]] = {}
    for one in given:
        result = _article(one)
        if result["id"] in found:
            raise Refused("RESULT_ID_DUPLICATE")
        found[result["id"]] = result
    return found


def _article(one: Mapping[str, Any]) -> dict[str, Any]:
    if one.get("type") != "article":
        raise Refused("can't parse inline query result: the stand-in knows articles only")
    number, title = str(one.get("id", "")), str(one.get("title", ""))
    if not 1 <= len(number.encode()) <= _DATA:
        raise Refused("RESULT_ID_INVALID")
    if not title.strip():
        raise Refused("ARTICLE_TITLE_EMPTY")
    content = one.get("input_message_content")
    if not isinstance(content, dict) or "message_text" not in content:
        raise Refused("can't parse inline query result: message content is not specified")
    text, entities = message_text(
        str(content["message_text"]), str(content.get("parse_mode") or ""), content.get("entities")
    )
    return {
        "id": number,
        "title": title,
        "description": str(one.get("description") or ""),
        "text": text,
        "entities": entities,
        "buttons": keyboard(one.get("reply_markup")),
    }


def short(text: str, most: int, what: str) -> str:
    """Return a text that is no longer than it may be."""
    if units(text) > most:
        raise Refused(f"{what} is too long")
    return text
