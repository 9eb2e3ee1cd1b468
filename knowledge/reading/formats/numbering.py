"""The labels that Word prints before paragraphs and never writes down: "1.", "a)", "Bagian Kedua".

Levels, restarts, start overrides and styles are as ECMA-376 part 1, section 17.9 has them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from lxml import etree

from knowledge.reading.formats.counting import counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_BULLET = "-"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints; `restarts` is None for "after any higher one"."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restarts: int | None = None
    style: str | None = None


@dataclass(slots=True)
class _List:
    """One w:num: the abstract list that it counts in, its levels, and where it begins anew."""

    counts_in: str
    levels: dict[int, Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of a document, in its order, and says what stands before each."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists = _lists(root) if root is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, number: str, style: str) -> int:
        """Return the level that a list has for paragraphs of a style, 0 where it names none."""
        found = self._lists.get(number)
        levels = found.levels if found else {}
        return next((at for at, level in levels.items() if level.style == style), 0)

    def label(self, number: str, at: int) -> str:
        """Count a paragraph of a list at a level from 0 and return its label, "" for none."""
        of = self._lists.get(number)
        level = of.levels.get(at) if of else None
        if of is None or level is None:
            return ""
        counts = self._counts[of.counts_in]
        if at in of.overrides and (number, at) not in self._begun:
            counts[at] = of.overrides[at] - 1
        self._begun.add((number, at))
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in range(at + 1, _LEVELS):
            restarts = of.levels[deeper].restarts if deeper in of.levels else None
            if restarts is None or at < restarts:
                counts.pop(deeper, None)
        return _printed(of.levels, counts, at)


def _printed(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    level = levels[at]
    if level.format == "bullet":
        return _BULLET
    if level.format == "none":
        return _PLACE.sub("", level.text).strip()

    def number(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        of = levels.get(which, Level())
        as_format = "decimal" if level.legal else of.format
        return counted(counts.setdefault(which, of.start), as_format)

    return _PLACE.sub(number, level.text).strip()


def _lists(root: etree._Element) -> dict[str, _List]:
    abstract = {a.get(f"{W}abstractNumId", ""): a for a in root.iterfind(f"{W}abstractNum")}
    linked = {
        link.get(f"{W}val"): name
        for name, a in abstract.items()
        if (link := a.find(f"{W}styleLink")) is not None
    }
    found: dict[str, _List] = {}
    for num in root.iterfind(f"{W}num"):
        name = value(num, "abstractNumId") or ""
        if name in abstract and (to := value(abstract[name], "numStyleLink")) in linked:
            name = linked[to]
        if name not in abstract:
            continue
        levels = {_index(at): _level(at) for at in abstract[name].iterfind(f"{W}lvl")}
        found[num.get(f"{W}numId", "")] = _overridden(num, _List(name, levels))
    return found


def _overridden(num: etree._Element, of: _List) -> _List:
    """Take in what a w:num changes of its abstract list."""
    for override in num.iterfind(f"{W}lvlOverride"):
        at = _index(override)
        own = override.find(f"{W}lvl")
        if own is not None:
            of.levels[at] = _level(own)
        if (start := value(override, "startOverride")) is not None:
            of.overrides[at] = _whole(start, 1)
            of.levels[at] = replace(of.levels.get(at, Level()), start=_whole(start, 1))
    return of


def _level(level: etree._Element) -> Level:
    legal = level.find(f"{W}isLgl")
    restart = value(level, "lvlRestart")
    return Level(
        format=value(level, "numFmt") or "decimal",
        text=value(level, "lvlText") or "",
        start=_whole(value(level, "start"), 1),
        legal=legal is not None and legal.get(f"{W}val") not in ("0", "false"),
        restarts=None if restart is None else _whole(restart, 0),
        style=value(level, "pStyle"),
    )


def value(element: etree._Element, name: str) -> str | None:
    """Return the w:val of a child, or None where it has no such child."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _index(element: etree._Element) -> int:
    return _whole(element.get(f"{W}ilvl"), 0)


def _whole(text: str | None, otherwise: int) -> int:
    return (
        int(text)
        if text and text.lstrip("-").isdigit() and len(text) <= len("-32768")
        else otherwise
    )
