"""Procedures that are drawn on a line: "Pemohon -> Loket -> Verifikator -> Kepala Seksi"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.reading.marks import Mark, Symbol
from knowledge.reading.nodes import Node

ARROW = "->"
_SIGN = r"(?:(?:[-–—=]{1,3}>|[→➔➜➡⇒⟶↓⇓►▶»])+|(?<=\s)>(?=\s))"
_ARROW = re.compile(rf"\s*{_SIGN}\s*")
_BEGINS, _ENDS = re.compile(_SIGN), re.compile(rf"{_SIGN}\s*$")
_LABEL = re.compile(
    r"(?:(?:bagan\s+)?alur|prosedur|mekanisme|tahapan?|urutan|langkah)(?:\s+\w+){0,4}\s*:\s*", re.I
)
_FEWEST = 3  # steps that make a line with arrows a procedure
_LONGEST = 160  # letters of a step on such a line


def with_flow(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes; a paragraph whose parts stand between arrows is one numbered node a part.

    Nothing but such a line tells the steps: where others are numbered it only repeats them.
    """
    whole = list(_whole_lines(nodes))
    lines = [(at, parts) for at, node in enumerate(whole) if (parts := _parts(node))]
    if len(lines) != 1:
        return list(nodes)
    at, parts = lines[0]
    return [*whole[:at], *_steps(whole[at], parts), *whole[at + 1 :]]


def is_drawn(node: Node) -> bool:
    """Whether a node is a step of such a line, which may be nothing but the name of its doer."""
    return node.mark is not None and node.mark.punctuation == ARROW


def _whole_lines(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes; those between which an arrow stands, at an end or alone, are one."""
    run: list[Node] = []
    last = ""
    for node in nodes:
        text = _with_arrow(node)
        goes_on = run and _is_line(node) and (_ENDS.search(last) or _BEGINS.match(text))
        if run and not goes_on:
            yield _as_one(run)
            run = []
        run.append(node)
        last = text
    if run:
        yield _as_one(run)


def _as_one(run: Sequence[Node]) -> Node:
    """Return the lines of a drawing as one paragraph; any other node stays as it is."""
    if len(run) == 1:
        return run[0]
    printed = [line for node in run for line in node.printed]
    return replace(run[0], printed=printed, texts=[_with_arrow(node) for node in run])


def _with_arrow(node: Node) -> str:
    return f"-{node.text}" if _is_arrow_bullet(node) else node.text


def _is_arrow_bullet(node: Node) -> bool:
    """Whether the dash of an arrow that begins a line was taken for a mark: "-> Loket"."""
    return node.mark is not None and node.mark.name == "-" and node.text.startswith(">")


def _is_line(node: Node) -> bool:
    plain = node.mark is None or _is_arrow_bullet(node)
    return plain and not (node.note or node.level or node.children)


def _parts(node: Node) -> list[str]:
    """Return the parts of a paragraph between its arrows, or none if it is no such line."""
    if node.note or node.level or node.children or (node.mark and node.mark.name != "-"):
        return []
    text = node.text
    label = _LABEL.match(text)
    parts = [part for part in _ARROW.split(text[label.end() if label else 0 :]) if part]
    short = all(part[0].isalnum() and len(part) <= _LONGEST for part in parts)
    return parts if short and len(parts) >= _FEWEST else []


def _steps(node: Node, parts: Sequence[str]) -> list[Node]:
    """Return a node for each part; the words as printed stand with the first one."""
    steps = []
    for count, part in enumerate(parts, 1):
        printed = f"{part} {ARROW}" if count < len(parts) else part
        if count == 1:
            printed = f"{node.original[: node.original.find(part)]}{printed}"
        mark = Mark(str(count), Symbol.DIGIT, ARROW, count)
        steps.append(Node(mark, node.page, [printed], [part]))
    return steps
