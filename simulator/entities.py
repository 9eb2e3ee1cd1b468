"""Telegram's HTML: text and entities out of markup, refused where Telegram refuses it.

Follows the rules of the Bot API server, its error texts included. Offsets and lengths of
entities count UTF-16 code units.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import Refused

Entity = dict[str, Any]
"""One MessageEntity of the Bot API: type, offset, length, and url or language."""

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
}
MOST_ENTITIES = 100
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?\s*""")
_NAME = re.compile(r"[^\s>]*")


def units(text: str) -> int:
    """Return the length as Telegram counts it: in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass
class _Open:
    """A tag that has begun: its name, its attributes, and where its entity starts."""

    tag: str
    attributes: dict[str, str]
    offset: int


@dataclass
class _Reader:
    """Reads markup from left to right."""

    markup: str
    at: int = 0
    length: int = 0
    shown: list[str] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def read(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.markup):
            if self.markup[self.at] != "<":
                self._text()
            elif self.markup.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            last = self.open[-1].tag
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{last}"')
        return "".join(self.shown), self.entities

    def _text(self) -> None:
        end = self.markup.find("<", self.at)
        end = len(self.markup) if end < 0 else end
        text = _CHARACTER.sub(_character, self.markup[self.at : end])
        self.shown.append(text)
        self.length += units(text)
        self.at = end

    def _start_tag(self) -> None:
        begin = self.at
        name = self._name(begin + 1)
        if self.at >= len(self.markup):
            raise self._wrong("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._wrong(f'Unsupported start tag "{name}"', begin)
        attributes = self._attributes(name, begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._wrong('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(name, attributes, self.length))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            while self.markup[self.at : self.at + 1].isspace():
                self.at += 1
            if self.at >= len(self.markup):
                raise self._wrong("Unclosed start tag", begin)
            if self.markup[self.at] == ">":
                self.at += 1
                return found
            match = _ATTRIBUTE.match(self.markup, self.at)
            if match is None:
                raise self._wrong(f'Empty attribute name in the tag "{tag}"', self.at)
            value = next((part for part in match.groups()[1:] if part is not None), "")
            found[match[1].lower()] = _CHARACTER.sub(_character, value)
            self.at = match.end()

    def _end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self._wrong("Unexpected end tag", begin)
        name = self._name(begin + 2)
        while self.markup[self.at : self.at + 1].isspace():
            self.at += 1
        if self.markup[self.at : self.at + 1] != ">":
            raise self._wrong("Unclosed end tag", begin)
        self.at += 1
        tag = self.open.pop()
        if name and name != tag.tag:
            expected = f', expected "</{tag.tag}>", found "</{name}>"'
            raise self._wrong("Unmatched end tag", begin, expected)
        self._add(tag)

    def _name(self, start: int) -> str:
        match = _NAME.match(self.markup, start)
        self.at = match.end() if match else start
        return match[0].lower() if match else ""

    def _add(self, tag: _Open) -> None:
        """Turn a tag that has ended into an entity, unless nothing stands in it."""
        entity: Entity = {
            "type": TAGS[tag.tag],
            "offset": tag.offset,
            "length": self.length - tag.offset,
        }
        if not entity["length"] or not self._complete(tag, entity):
            return
        self.entities.append(entity)

    def _complete(self, tag: _Open, entity: Entity) -> bool:
        """Add what the kind needs; return whether Telegram would keep the entity."""
        if tag.tag == "a":
            entity["url"] = tag.attributes.get("href", "")
            return bool(re.match(r"(https?|tg|mailto|tel|ton):\S+", entity["url"]))
        if tag.tag == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        language = tag.attributes.get("class", "").removeprefix("language-")
        if tag.tag == "code" and language and self.open and self.open[-1].tag == "pre":
            self.open[-1].attributes["language"] = language
            return False
        if tag.tag == "pre" and "language" in tag.attributes:
            entity["language"] = tag.attributes["language"]
        return tag.tag != "tg-emoji"  # only bots with a bought username may send them

    def _wrong(self, what: str, at: int, more: str = "") -> Refused:
        offset = len(self.markup[:at].encode())
        return _unparsable(f"{what} at byte offset {offset}{more}")


def parse_html(markup: str) -> tuple[str, list[Entity]]:
    """Return the text that is shown and its entities; raises Refused if it cannot be parsed."""
    return trimmed(*_Reader(markup).read())


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Return both without white space at the ends; at most as many entities as Telegram keeps."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    total = units(text)
    kept = []
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, total)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept[:MOST_ENTITIES]


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return _CHARACTERS[match[1]]
    number = int(match[2]) if match[2] else int(match[3], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else match[0]


def _unparsable(reason: str) -> Refused:
    return Refused(f"can't parse entities: {reason}")
