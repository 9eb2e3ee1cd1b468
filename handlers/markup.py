"""Telegram's HTML as a text format: measured, made plain, and cut into pages.

No wording and no Telegram calls. Widths are UTF-16 units after entity parsing, which is how
Telegram counts the 4096 of a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

MESSAGE_LIMIT = 4096
"""The longest message Telegram takes (units)."""

PAGE_SIZE = 3000
"""Units a page of a long reply aims at, so that the source line and a remark still fit."""

ENTITY_LIMIT = 100
"""Telegram formats no more than this many entities in one message."""

TAGS = frozenset(
    ("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre")
    + ("blockquote", "tg-spoiler", "span", "tg-emoji")
)
"""The tags Telegram knows; with any other it refuses the message."""

_MARKUP = (
    r"(?P<tag><(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?>)"
    r"|&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-z]+);"
)
_TAG_OR_LETTER = re.compile(_MARKUP)  # what is not shown as it stands
_TOKEN = re.compile(
    _MARKUP + r"|\s+"
    r"|(?P<word>[^<&\s]+)"
    r"|(?P<stray>[<&])",
)


def width(text: str) -> int:
    """Return the length of plain text as Telegram counts it (UTF-16 units)."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain(html: str) -> str:
    """Return the text exactly as the user reads it, without markup."""
    return _shown(html).strip()


def length(html: str) -> int:
    """Return the width of a message after entity parsing."""
    return width(plain(html))


def is_valid(html: str) -> bool:
    """Tell whether Telegram takes the text as HTML: known tags only, nested and closed."""
    stack: list[str] = []
    for match in _TOKEN.finditer(html):
        if match["stray"]:
            return False
        if not match["tag"]:
            continue
        name = match["name"].lower()
        if not match["close"]:
            stack.append(name)
        elif not stack or stack.pop() != name:
            return False
        if name not in TAGS:
            return False
    return not stack


def shorten(text: str, limit: int) -> str:
    """Return plain text on one line, cut to `limit` units at a word and marked with "…"."""
    text = " ".join(text.split())
    if width(text) <= limit:
        return text
    kept = _fit(text, limit - 1)
    at_word = kept.rsplit(" ", 1)[0]
    return (at_word if len(at_word) * 2 > len(kept) else kept).rstrip(" ,.;:-") + "…"


def pages(html: str, size: int = PAGE_SIZE) -> list[str]:
    """Cut a message into pages of at most `size` units, at paragraphs, else lines, else words.

    No page ends inside a tag: what is open is closed, and opened again on the next page.
    """
    if _fits(_cost(html), size):
        return [html]
    filled: list[str] = []
    current, used = "", (0, 0)
    for piece in _pieces(html, size):
        cost = _cost(piece)
        total = (used[0] + cost[0], used[1] + cost[1])
        if not _fits(total, size) and plain(current):
            filled.append(current)
            current, total = "", cost
        current, used = current + piece, total
    if plain(current) or not filled:
        filled.append(current)
    else:
        filled[-1] += current
    return _closed(filled)


def _shown(html: str) -> str:
    return _TAG_OR_LETTER.sub(lambda m: "" if m["tag"] else unescape(m[0]), html)


def _cost(html: str) -> tuple[int, int]:
    """Return the width and the number of entities, both additive over parts of a message."""
    found = _TAG_OR_LETTER.finditer(html)
    opened = sum(1 for m in found if m["tag"] and not m["close"])
    return width(_shown(html)), opened


def _fits(cost: tuple[int, int], size: int) -> bool:
    """Leave a few entities free for those that are open across the page break."""
    return cost[0] <= size and cost[1] <= ENTITY_LIMIT - 10


def _pieces(html: str, size: int) -> Iterator[str]:
    """Yield the largest parts that fit a page by themselves: paragraphs, lines, words, letters."""
    for paragraph in re.findall(r"(?s).+?(?:\n{2,}|\Z)", html):
        if _fits(_cost(paragraph), size):
            yield paragraph
            continue
        for line in paragraph.splitlines(keepends=True):
            if _fits(_cost(line), size):
                yield line
            else:
                yield from _words(line, size)


def _words(line: str, size: int) -> Iterator[str]:
    for match in _TOKEN.finditer(line):
        word = match["word"] or ""
        if width(word) <= size:
            yield match[0]
            continue
        while word:
            head = _fit(word, size)
            yield head
            word = word[len(head) :]


def _fit(text: str, limit: int) -> str:
    """Return the longest beginning of plain text within `limit` units."""
    units = 0
    for index, letter in enumerate(text):
        units += 2 if ord(letter) > 0xFFFF else 1
        if units > limit:
            return text[:index]
    return text


def _closed(parts: Iterable[str]) -> list[str]:
    """Close what each page leaves open and open it again on the next one."""
    result = []
    opened: list[tuple[str, str]] = []
    for part in parts:
        start = "".join(tag for _, tag in opened)
        for match in _TOKEN.finditer(part):
            if match["tag"] and not match["close"]:
                opened.append((match["name"], match["tag"]))
            elif match["tag"] and opened:
                opened.pop()
        end = "".join(f"</{name}>" for name, _ in reversed(opened))
        result.append(start + part.strip() + end)
    return result
