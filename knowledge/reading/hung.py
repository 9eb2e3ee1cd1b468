"""Leaflets whose components stand as "Biaya        Gratis": a label, and its value in a column.

Each label becomes a heading, and the lines of its value stand below it without their indent.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.reading.headings import known_heading

_LABEL = re.compile(r"\s*(?P<label>[A-Z](?:[^\W\d_]|[ ,/&()?'-](?!\s))+?) {2,}(?=\S)")
_ALONE = re.compile(r"\s*(?P<label>[A-Z](?:[^\W\d_]|[ ,/&()?'-](?!\s))+)\s*")
_HEAD = re.compile(r"(?:komponen|unsur)\b", re.I)  # names the columns
_LEAST = 4
_LONGEST = 40
_MOST_WORDS = 5
_OPEN = (",", "/", " dan", " atau", "-")


@dataclass(slots=True)
class _Column:
    """Where the labels of a text and where their values begin."""

    label: int
    value: int


def with_hung_values(text: str) -> str:
    """Return the text with each label of such a leaflet as a heading above its value."""
    if "  " not in text:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    column = _column(lines)
    return "\n".join(_apart(lines, column)) if column else text


def _column(lines: Sequence[str]) -> _Column | None:
    """Return the columns of the labels, where enough of them are known components."""
    if any(line.startswith(("#", "|")) for line in lines):
        return None
    found = [(match, line) for line in lines if (match := _LABEL.match(line))]
    begins = Counter((m.start("label"), m.end()) for m, line in found if line[m.end()] != ":")
    if not begins:
        return None
    (label, value), _ = begins.most_common(1)[0]
    names = [m["label"] for m, _ in found if (m.start("label"), m.end()) == (label, value)]
    facets = {heading.facet for name in names if (heading := known_heading(name))}
    return _Column(label, value) if len(facets) >= _LEAST else None


def _apart(lines: Sequence[str], column: _Column) -> Iterator[str]:
    """Yield the lines, those of a value below its label."""
    at, inside = 0, False
    while at < len(lines):
        line = lines[at]
        if label := _label(lines, at, column):
            end, words = _whole(lines, at, label, column)
            yield from ("", f"#### {words}", "")
            yield from (lines[n][column.value :] for n in range(at, end))
            at, inside = end, True
            continue
        hangs = not line[: column.value].strip() and bool(line.strip())
        inside = inside and (hangs or not line.strip())
        yield line[column.value :] if inside else line
        at += 1


def _label(lines: Sequence[str], at: int, column: _Column) -> str | None:
    """Return the label that a line begins with, also one that fills its column."""
    line = lines[at]
    name = line[: column.value].strip()
    begins = len(line) - len(line.lstrip()) == column.label and line[: column.value].endswith(" ")
    value = line[column.value : column.value + 1].strip()
    match = _ALONE.fullmatch(name) if begins and value and value != ":" else None
    if match is None or len(name.split()) > _MOST_WORDS or _HEAD.match(name):
        return None
    wide = line[: column.value].endswith("  ")
    return name if wide or _hangs(lines, at, column) else None


def _hangs(lines: Sequence[str], at: int, column: _Column) -> bool:
    """Whether a line stands alone as a label would, its value going on below in the column."""
    above = lines[at - 1].strip() if at else ""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if known_heading(lines[at][: column.value].strip()) is not None:
        return True
    beside = below[: column.value].strip()
    goes_on = not beside or (beside[:1].islower() and below[: column.value].endswith("  "))
    return not above and bool(below[column.value :].strip()) and goes_on


def _whole(lines: Sequence[str], at: int, label: str, column: _Column) -> tuple[int, str]:
    """Return where the lines of a label end, and its words: "Sarana," / "prasarana"."""
    end = at + 1
    while end < len(lines):
        more = lines[end][: column.value]
        words = more.strip()
        goes_on = words[:1].islower() or (words and label.endswith(_OPEN))
        if not goes_on or len(words) > _LONGEST or not more.startswith(" " * column.label):
            break
        if more[-1:].strip() and lines[end][column.value :].strip():
            break  # a line of prose runs through the column
        label = f"{label} {words}"
        end += 1
    return end, label
