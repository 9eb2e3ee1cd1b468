"""Figures of complaints as a picture for a phone: large numbers on top, bars by group below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1080
"""Pixels: what Telegram shows on a phone without making it smaller."""

MOST_BARS = 6
"""Bars of a group; what is left over is added up in the last one."""

_MARGIN, _TILE, _GROUP, _BAR_ROW, _GAP = 48, 190, 78, 92, 26
_PAPER, _INK, _PALE, _TRACK = "#ffffff", "#16233a", "#5b6b82", "#eef1f6"
_COLOURS = {"plain": "#1f6fb2", "good": "#2e7d4f", "bad": "#c62828", "middle": "#d08a1d"}


@dataclass(frozen=True, slots=True)
class Tile:
    """One large number and what it counts; `tone` is a colour: plain, good, bad, middle."""

    number: str
    label: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how long, what it counts."""

    label: str
    count: int
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are measured together."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the picture shows, in words that are ready."""

    title: str
    subtitle: str
    tiles: tuple[Tile, ...]
    groups: tuple[Group, ...]

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Sheet:
        """Return what `dataclasses.asdict` has turned into JSON."""
        groups = (
            Group(group["title"], tuple(Bar(**bar) for bar in group["bars"]))
            for group in data["groups"]
        )
        tiles = tuple(Tile(**tile) for tile in data["tiles"])
        return cls(data["title"], data["subtitle"], tiles, tuple(groups))


def folded(bars: Sequence[Bar], others: str) -> tuple[Bar, ...]:
    """Return the longest bars, and the others as one."""
    if len(bars) <= MOST_BARS:
        return tuple(bars)
    ordered = sorted(bars, key=lambda bar: -bar.count)
    rest = sum(bar.count for bar in ordered[MOST_BARS - 1 :])
    return (*ordered[: MOST_BARS - 1], Bar(others, rest))


def recap(sheet: Sheet) -> bytes:
    """Return the PNG."""
    groups = [group for group in sheet.groups if any(bar.count for bar in group.bars)]
    head = _MARGIN + 150
    height = head + _TILE + _GAP
    height += sum(_GROUP + len(group.bars) * _BAR_ROW + _GAP for group in groups) + _MARGIN
    image = Image.new("RGB", (WIDTH, height), _PAPER)
    draw = ImageDraw.Draw(image)
    _line(draw, (_MARGIN, _MARGIN), sheet.title, 54, _INK)
    _line(draw, (_MARGIN, _MARGIN + 76), sheet.subtitle, 34, _PALE)
    _tiles(draw, sheet.tiles, head)
    top = head + _TILE + _GAP
    for group in groups:
        top = _group(draw, group, top)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _tiles(draw: ImageDraw.ImageDraw, tiles: Sequence[Tile], top: int) -> None:
    gap = 20
    room = (WIDTH - 2 * _MARGIN - gap * (len(tiles) - 1)) // max(len(tiles), 1)
    for index, tile in enumerate(tiles):
        left = _MARGIN + index * (room + gap)
        draw.rounded_rectangle((left, top, left + room, top + _TILE), 18, fill=_TRACK)
        number = _font(72)
        middle = left + room / 2
        colour = _COLOURS[tile.tone] if tile.tone != "plain" else _INK
        draw.text((middle, top + 68), tile.number, colour, number, anchor="mm")
        label = _fitted(draw, tile.label, _font(30), room - 16)
        draw.text((middle, top + 144), label, _PALE, _font(30), anchor="mm")


def _group(draw: ImageDraw.ImageDraw, group: Group, top: int) -> int:
    """Draw a group; return where the next one begins."""
    _line(draw, (_MARGIN, top + 10), group.title, 40, _INK)
    top += _GROUP
    most = max(bar.count for bar in group.bars) or 1
    for bar in group.bars:
        number = str(bar.count)
        room = WIDTH - 2 * _MARGIN - 120
        label = _fitted(draw, bar.label, _font(32), room)
        draw.text((_MARGIN, top + 4), label, _INK, _font(32))
        draw.text((WIDTH - _MARGIN, top + 4), number, _INK, _font(34), anchor="ra")
        box = (_MARGIN, top + 50, WIDTH - _MARGIN, top + 74)
        draw.rounded_rectangle(box, 12, fill=_TRACK)
        length = round((WIDTH - 2 * _MARGIN) * bar.count / most)
        if length:
            end = _MARGIN + max(length, 24)
            draw.rounded_rectangle((_MARGIN, top + 50, end, top + 74), 12, fill=_COLOURS[bar.tone])
        top += _BAR_ROW
    return top + _GAP


def _line(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], text: str, size: int, colour: str
) -> None:
    font = _font(size)
    draw.text(at, _fitted(draw, text, font, WIDTH - 2 * _MARGIN), colour, font)


def _fitted(draw: ImageDraw.ImageDraw, text: str, font: _Font, room: int) -> str:
    """Return as much of a text as the room holds."""
    if draw.textlength(text, font) <= room:
        return text
    while text and draw.textlength(f"{text}…", font) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


_Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@cache
def _font(size: int) -> _Font:
    return ImageFont.load_default(size)
