"""Sections that tell steps though none is headed as the procedure: officials act in their entries.

In a decree these are the articles of a chapter ("BAB III PENANGANAN" / "Pasal 6" / "(1) Regu ..."),
elsewhere stages whose entries are numbered through ("I. Tahap Penerimaan" / "1. Petugas ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.model import Facet
from knowledge.reading.actors import find_actors
from knowledge.reading.articles import ARTICLE, paragraphs
from knowledge.reading.durations import find_duration
from knowledge.reading.manuscript import RawSection
from knowledge.reading.marks import Symbol
from knowledge.reading.nodes import Node

_SHARE = 0.6  # of the entries of a chapter or of its stages in which somebody acts
_LEAST = 3


def with_procedure(sections: Sequence[RawSection]) -> list[RawSection]:
    """Return the sections, those that tell steps as procedures where no section is one."""
    if any(raw.facet is Facet.PROCEDURE for raw in sections):
        return list(sections)
    found = {id(raw): nodes for raw, nodes in _telling(sections)}
    steps = [node for nodes in found.values() for node in nodes]
    timed = any(find_duration(step.text) for step in steps)
    if len(steps) < _LEAST or not timed:
        return list(sections)
    return [
        replace(raw, facet=Facet.PROCEDURE, nodes=found[id(raw)]) if id(raw) in found else raw
        for raw in sections
    ]


def _telling(sections: Sequence[RawSection]) -> Iterator[tuple[RawSection, list[Node]]]:
    """Yield the sections in which officials act, each with the nodes that are its steps."""
    for raw in sections:
        if raw.facet is Facet.OTHER and _has_articles(raw):
            steps = list(paragraphs(raw.nodes))
            if _act(steps):
                yield raw, steps
    for stages in _stages(sections):
        if _act([node for raw in stages for node in _numbered(raw)]):
            yield from ((raw, raw.nodes) for raw in stages)


def _stages(sections: Sequence[RawSection]) -> Iterator[list[RawSection]]:
    """Yield the neighbouring sections of no known component whose entries are numbered through."""
    run: list[RawSection] = []
    for raw in [*sections, None]:
        if raw and run and _goes_on(run[-1], raw):
            run.append(raw)
            continue
        if run:
            yield run
        run = [raw] if raw and _is_stage(raw) else []


def _is_stage(raw: RawSection) -> bool:
    return raw.facet is Facet.OTHER and not _has_articles(raw) and bool(_numbered(raw))


def _has_articles(raw: RawSection) -> bool:
    return any(ARTICLE.fullmatch(node.text) for node in raw.nodes)


def _goes_on(before: RawSection, raw: RawSection) -> bool:
    alike = _is_stage(raw) and before.part == raw.part
    return alike and _orders(before)[-1] + 1 == _orders(raw)[0]


def _numbered(raw: RawSection) -> list[Node]:
    """Return the entries of a section if these are numbered in turn, or none."""
    entries = [n for n in raw.nodes if n.mark and n.mark.symbol is not Symbol.BULLET]
    counted = all(node.mark.name.isdigit() for node in entries if node.mark)
    orders = [node.mark.order for node in entries if node.mark]
    in_turn = all(left + 1 == right for left, right in pairwise(orders))
    return entries if counted and in_turn else []


def _orders(raw: RawSection) -> list[int]:
    return [node.mark.order for node in _numbered(raw) if node.mark]


def _act(steps: Sequence[Node]) -> bool:
    """Whether somebody acts in most of the steps."""
    acting = [step for step in steps if find_actors(step.text)]
    return bool(steps) and len(acting) >= _SHARE * len(steps)
