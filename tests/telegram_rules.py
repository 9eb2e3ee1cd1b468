"""What the real Bot API refuses, written apart from our own code so that it can contradict it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

KNOWN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "s": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
}


class Refused(Exception):
    """Telegram's answer to a bad request: its status and description."""

    def __init__(self, description: str, status: int = 400, **parameters: int) -> None:
        super().__init__(description)
        self.description = description
        self.status = status
        self.parameters = parameters


class _Text(HTMLParser):
    """Parses Telegram's HTML: the text that is shown, and the tags that are open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.shown = ""
        self.stack: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in KNOWN_TAGS:
            raise Refused(f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            raise Refused("Bad Request: can't parse entities: Unexpected end tag")

    def handle_data(self, data: str) -> None:
        if "<" in data:
            raise Refused("Bad Request: can't parse entities: Unsupported start tag")
        self.shown += data

    def handle_entityref(self, name: str) -> None:
        known = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
        self.shown += known.get(name, f"&{name};")

    def handle_charref(self, name: str) -> None:
        number = int(name[1:], 16) if name[0] in "xX" else int(name)
        self.shown += chr(number)


def shown(html: str) -> str:
    """Return the text after entity parsing, or raise as Telegram does."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    if parser.stack:
        raise Refused("Bad Request: can't parse entities: Can't find end tag")
    return parser.shown


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def check_text(fields: Mapping[str, Any], name: str = "text") -> str:
    """Return the text that a message would show."""
    text = str(fields.get(name, ""))
    if fields.get("parse_mode") == "HTML":
        text = shown(text)
    text = text.strip()
    if not text:
        raise Refused("Bad Request: message text is empty")
    if units(text) > 4096:
        raise Refused("Bad Request: message is too long")
    return text


def check_keyboard(markup: Mapping[str, Any] | None) -> list[list[tuple[str, str]]]:
    """Return labels and data of an inline keyboard."""
    rows = [
        [
            (str(button.get("text", "")), str(button.get("callback_data") or button.get("url", "")))
            for button in row
        ]
        for row in (markup or {}).get("inline_keyboard", [])
    ]
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        raise Refused("Bad Request: too many buttons")
    for label, data in buttons:
        if not label.strip():
            raise Refused("Bad Request: button text is empty")
        if not 1 <= len(data.encode()) <= 64:
            raise Refused("Bad Request: BUTTON_DATA_INVALID")
    return rows


def check_results(fields: Mapping[str, Any]) -> None:
    """Check the results of an inline query."""
    results = fields["results"]
    ids = [result["id"] for result in results]
    if len(results) > 50 or len(set(ids)) != len(ids):
        raise Refused("Bad Request: RESULTS_TOO_MUCH")
    for result in results:
        if not result["title"] or not 1 <= len(result["id"].encode()) <= 64:
            raise Refused("Bad Request: RESULT_ID_INVALID")
        check_text(result["input_message_content"], "message_text")


def check_profile(method: str, fields: Mapping[str, Any]) -> None:
    """Check commands and descriptions."""
    for command in fields.get("commands", []):
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise Refused("Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise Refused("Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    limit = {"setMyDescription": 512, "setMyShortDescription": 120}.get(method, 0)
    text = fields.get("description") or fields.get("short_description") or ""
    if limit and len(text) > limit:
        raise Refused("Bad Request: description is too long")
