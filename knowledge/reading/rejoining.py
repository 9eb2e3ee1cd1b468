"""Headings that were printed on several lines: "D. PENANGANAN" / "PENGADUAN"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.reading.headings import is_worded
from knowledge.reading.marks import take_mark
from knowledge.reading.pages import Line, Pages

_MARK = re.compile(r"^(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s*")
_WORDS = re.compile(r"[^\W\d_][^\d_]*")
_MOST_LINES = 4
_LONGEST = 60


def with_whole_headings(pages: Pages) -> Pages:
    """Return the pages with each broken heading on one line."""
    lines: list[Line] = []
    at = 0
    while at < len(pages.lines):
        end = _end(pages.lines, at)
        text = " ".join(line.text for line in pages.lines[at:end])
        whole = end == at + 1
        lines.append(pages.lines[at] if whole else replace(pages.lines[at], text=text))
        at = end
    return replace(pages, lines=tuple(lines))


def _end(lines: Sequence[Line], start: int) -> int:
    """Return the line after a heading that needs the lines below to be one."""
    words, end = _MARK.sub("", lines[start].plain), start + 1
    alone = is_worded(words)
    best = end
    while end < min(start + _MOST_LINES, len(lines)) and _may_go_on(lines[end]):
        if alone and is_worded(lines[end].plain):
            break
        words = f"{words} {lines[end].plain}"
        end += 1
        if is_worded(words):
            best = end
    return best


def _may_go_on(line: Line) -> bool:
    if line.gap or len(line.plain) > _LONGEST or take_mark(line.text)[0]:
        return False
    return bool(_WORDS.fullmatch(line.plain))
