"""Chapters of articles that tell a procedure: "BAB III PENANGANAN" / "Pasal 6" / "(1) Regu ...".

A fixed procedure in the form of a regulation has no section "Prosedur": its steps are the
paragraphs of the articles in which officials act. An article's paragraphs are numbered "6.1".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.actors import find_actors
from knowledge.reading.durations import find_duration
from knowledge.reading.manuscript import RawSection
from knowledge.reading.marks import Mark, Symbol
from knowledge.reading.outline import Node

ARTICLE = re.compile(r"Pasal\s+(?P<number>\d{1,3})")
_SHARE = 0.6  # of the paragraphs of a chapter in which somebody acts
_LEAST = 3


def with_procedure(sections: Sequence[RawSection]) -> list[RawSection]:
    """Return the sections, chapters that tell steps as procedures where no section is one."""
    found = {id(raw): steps for raw in sections if (steps := _steps(raw))}
    steps = [step for of_raw in found.values() for step in of_raw]
    timed = any(find_duration(step.text) for step in steps)
    if len(steps) < _LEAST or not timed or any(r.facet is Facet.PROCEDURE for r in sections):
        return list(sections)
    return [
        replace(raw, facet=Facet.PROCEDURE, nodes=found[id(raw)]) if id(raw) in found else raw
        for raw in sections
    ]


def _steps(raw: RawSection) -> list[Node]:
    """Return the paragraphs of a chapter's articles, or nothing where officials seldom act."""
    if raw.facet is not Facet.OTHER or not any(ARTICLE.fullmatch(n.text) for n in raw.nodes):
        return []
    steps = list(_paragraphs(raw.nodes))
    acting = [step for step in steps if find_actors(step.text)]
    return steps if steps and len(acting) >= _SHARE * len(steps) else []


def _paragraphs(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the paragraphs below each "Pasal 6", marked with its number."""
    number, printed = "", list[str]()
    for node in nodes:
        if found := ARTICLE.fullmatch(node.text):
            number, printed = found["number"], node.printed
            continue
        below = [child for child in node.children if ARTICLE.fullmatch(child.text)]
        kept = node.children[: node.children.index(below[0])] if below else node.children
        name = f"{number}.{node.mark.name}" if node.mark else number
        yield replace(
            node,
            mark=Mark(name, Symbol.DOTTED, "", node.mark.order if node.mark else 1),
            printed=[*printed, *node.printed],
            children=list(kept),
        )
        printed = []
        yield from _paragraphs(node.children[len(kept) :])
