"""From the nodes of the procedure to steps: number, actors, duration, notes, details."""

from __future__ import annotations

import re

from knowledge.model import Item, ProcedureStep, StepNote
from knowledge.reading.actors import doers, find_actors, is_condition, sentences
from knowledge.reading.cleaning import Repairs, clean
from knowledge.reading.durations import find_duration
from knowledge.reading.items import Place, read_items
from knowledge.reading.marks import Symbol
from knowledge.reading.outline import Node

_CLOSING = re.compile(r"[\s:;.,]+$")
_STRAY_SPACE = re.compile(r"\s+([,.;:])")
_CASE = re.compile(r"(?:apabila|jika|bila|dalam hal)\b", re.I)


def read_procedure(
    nodes: list[Node], place: Place, repairs: Repairs
) -> tuple[tuple[ProcedureStep, ...], tuple[Item, ...]]:
    """Return the steps of a procedure section, and as items whatever is no step.

    A procedure that is listed with bullets alone gets running numbers.
    """
    marked = [n for n in nodes if _is_step(n)]
    bullets = [n for n in nodes if n.mark and n.mark.symbol is Symbol.BULLET]
    if not marked and bullets:
        others = [n for n in nodes if n not in bullets]
        steps = [
            _step(n, Place(place.section, (str(i),)), repairs) for i, n in enumerate(bullets, 1)
        ]
        return tuple(steps), read_items(others, place, repairs)
    steps = [_step(node, place.below(node), repairs) for node in marked]
    return tuple(steps), read_items([n for n in nodes if n not in marked], place, repairs)


def _is_step(node: Node) -> bool:
    return node.mark is not None and node.mark.symbol is not Symbol.BULLET


def _step(node: Node, place: Place, repairs: Repairs) -> ProcedureStep:
    text = clean(node.text, repairs)
    found = find_duration(text)
    below = [child for child in node.children if _is_step(child)]
    bullets = [c for c in node.children if c.mark and c.mark.symbol is Symbol.BULLET]
    notes = [c for c in node.children if c.mark is None]
    return ProcedureStep(
        number=place.number,
        text=text,
        source=place.source(node.page),
        title=_title(text, found[1] if found else None),
        actors=find_actors(text),
        duration=found[0] if found else None,
        steps=tuple(_step(child, place.below(child), repairs) for child in below),
        notes=_further_rules(text, place, node.page)
        + tuple(_note(n, place, repairs) for n in notes),
        details=read_items(bullets, place, repairs),
        original=node.original,
    )


def _title(text: str, span: tuple[int, int] | None) -> str:
    """Return the text without its bracketed time and closing punctuation."""
    if span and text[span[0] : span[0] + 1] == "(":
        text = f"{text[: span[0]].rstrip()} {text[span[1] :].lstrip()}"
        text = _STRAY_SPACE.sub(r"\1", text)
    return _CLOSING.sub("", text).strip()


def _further_rules(text: str, place: Place, page: int | None) -> tuple[StepNote, ...]:
    """Return the sentences of a step after its first that hold in a case only."""
    return tuple(
        StepNote(
            text=sentence,
            source=place.source(page),
            actors=tuple(doers(sentence)),
            conditional=True,
        )
        for sentence in sentences(text)[1:]
        if is_condition(sentence)
    )


def _note(node: Node, place: Place, repairs: Repairs) -> StepNote:
    text = clean(node.text, repairs)
    found = find_duration(text)
    return StepNote(
        text=text,
        source=place.source(node.page),
        actors=find_actors(text),
        duration=found[0] if found else None,
        conditional=bool(_CASE.match(text)),
        original=node.original,
        items=read_items(node.children, place, repairs),
    )
