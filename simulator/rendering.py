"""Text and entities: what Telegram finds in a text by itself, and a text as safe HTML."""

from __future__ import annotations

import re
from html import escape

from simulator.entities import Entity, units

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]'])"
    r"|(?P<bot_command>(?<![\w/.])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
)
_OPAQUE = {"code", "pre", "text_link"}
_HTML = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
}


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Return the entities with the commands, mentions and addresses that stand in the text."""
    opaque = [
        (one["offset"], one["offset"] + one["length"]) for one in entities if one["type"] in _OPAQUE
    ]
    found = []
    for match in _FOUND.finditer(text):
        start = units(text[: match.start()])
        if not any(begin <= start < end for begin, end in opaque):
            length = units(match[0])
            found.append({"type": match.lastgroup, "offset": start, "length": length})
    return sorted([*entities, *found], key=lambda one: (one["offset"], -one["length"]))


def as_html(text: str, entities: list[Entity]) -> str:
    """Return the text as HTML of a few harmless tags, everything else escaped."""
    wide = text.encode("utf-16-le")
    pieces: list[str] = []
    stack: list[tuple[int, str]] = []  # where a tag ends, and what closes it
    at = 0
    shown = [one for one in entities if _tags(one, text)]
    for entity in sorted(shown, key=lambda one: (one["offset"], -one["length"])):
        at = _close(pieces, stack, wide, (at, entity["offset"]))
        end = entity["offset"] + entity["length"]
        end = min(end, stack[-1][0]) if stack else end  # entities that overlap are cut
        opening, closing = _tags(entity, text) or ("", "")
        pieces.append(_plain(wide, at, entity["offset"]) + opening)
        at = max(at, entity["offset"])
        stack.append((end, closing))
    at = _close(pieces, stack, wide, (at, len(wide) // 2))
    pieces.append(_plain(wide, at, len(wide) // 2))
    return "".join(pieces)


def _close(
    pieces: list[str], stack: list[tuple[int, str]], wide: bytes, span: tuple[int, int]
) -> int:
    """Close the tags that end within the span; return how far the text is written."""
    at, until = span
    while stack and stack[-1][0] <= until:
        end, closing = stack.pop()
        pieces.append(_plain(wide, at, end) + closing)
        at = max(at, end)
    return at


def _plain(wide: bytes, start: int, end: int) -> str:
    return escape(wide[start * 2 : max(start, end) * 2].decode("utf-16-le", "replace"))


def _tags(entity: Entity, text: str) -> tuple[str, str] | None:
    url = entity.get("url", "")
    if entity["type"] == "url":
        wide = text.encode("utf-16-le")
        start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        url = wide[start:end].decode("utf-16-le", "replace")
    if entity["type"] in ("url", "text_link"):
        return f'<a href="{escape(url)}">', "</a>"
    return _HTML.get(entity["type"])
