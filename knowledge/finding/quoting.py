"""Answers that quote: a passage found by its words, a definition, the exact text of a place."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.finding.answering import Answered, Line, cite, short_title
from knowledge.finding.answers import ReplyKind, Request
from knowledge.finding.explained import explained_in
from knowledge.finding.rows import items_at, place_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.steps import notes_beside
from knowledge.finding.suggesting import suggestions
from knowledge.model import Item, ProcedureStep, ServiceStandard, Source

_MOST_CHILDREN = 14


def definition(shelf: Shelf, request: Request) -> Answered:
    """Answer with a definition of the standard."""
    standard = shelf.standards[request.standard or ""]
    found = next((d for d in explained_in(standard) if d.term == request.subject), None)
    if found is None:
        return _nothing(standard)
    values = {
        "term": found.term,
        "abbreviation": found.abbreviation,
        "text": found.text,
        "standard": short_title(standard),
    }
    return Answered(
        "definition", values, (cite(standard, found.source),),
        next=(Request("definitions", standard.id), *suggestions(standard, "definitions")[:2]),
    )  # fmt: skip


def passage(shelf: Shelf, request: Request) -> Answered:
    """Answer with the passage at a place: a step number or a section."""
    standard = shelf.standards[request.standard or ""]
    place = request.subject or ""
    found = items_at(standard, place)
    numbered = request.step or (None if found else place)  # "6" may be a section and a step
    step = standard.step(numbered) if numbered else None
    if step is not None:
        return _step_passage(standard, step)
    if not found:
        if all(d.term != place for d in standard.definitions):
            return _nothing(standard)
        return definition(shelf, Request("definition", standard.id, subject=place))
    facet = facet_at(standard, place)
    values = {"standard": short_title(standard), "lines": _lines(found), "facet": facet}
    return Answered(
        "passage", values, (cite(standard, found[0].source),), next=suggestions(standard, "passage")
    )


def _lines(items: list[Item]) -> list[Line]:
    """Return each item once, with what stands under it."""
    under = {id(child) for item in items for child in item.items}
    own = {id(item) for item in items}
    return [
        line
        for item in items
        for line in (
            Line(item.mark if id(item) in under else "", item.text),
            *(Line(c.mark, c.text) for c in item.items if id(c) not in own),
        )
    ]


def facet_at(standard: ServiceStandard, place: str) -> str | None:
    """Return the part of the standard that a place or row belongs to, if it has a name."""
    place = place_of(place)
    for section in standard.sections:
        for top in section.items:
            if any(item.source.section == place for item in top.walk()):
                facet = top.facet or section.facet
                return None if facet.value in ("scope", "other") else facet.value
    return None


def _step_passage(standard: ServiceStandard, step: ProcedureStep) -> Answered:
    lines = [Line(step.number, step.text)]
    lines += [Line("-", item.text) for item in step.details]
    lines += [Line(c.number, c.text) for c in step.steps[:_MOST_CHILDREN] if c.text]
    lines += [Line("", note.text) for note in notes_beside(step)]
    values = {"standard": short_title(standard), "lines": lines, "facet": None}
    next_ = (
        Request("step_time", standard.id, step.number),
        Request("step_next", standard.id, step.number),
    )
    return Answered("passage", values, (cite(standard, step.source),), next=next_, step=step.number)


def quote(shelf: Shelf, request: Request) -> Answered:
    """Answer with the exact text, as printed, of a place in a standard."""
    standard = shelf.standards[request.standard or ""]
    lines = _original(standard, request.step, request.subject)
    if not lines:
        return _nothing(standard)
    source = _source(standard, request.step, request.subject)
    values = {"standard": standard.title, "lines": lines}
    return Answered("quote", values, (cite(standard, source),))


def _original(standard: ServiceStandard, step: str | None, section: str | None) -> list[str]:
    if step:
        found = [s for n in step.split("+") if (s := standard.step(n))]
        return [line for s in found for line in _step_lines(s)]
    for whole in standard.sections:
        if whole.source.section == section:
            if whole.facet.value == "procedure":
                return [line for s in standard.steps for line in _step_lines(s)]
            return [_printed(i) for top in whole.items for i in top.walk()]
    for item in _items(standard):
        if item.source.section == section:
            return [_printed(i) for i in item.walk()]
    return []


def _step_lines(step: ProcedureStep) -> list[str]:
    own = [step.original or f"{step.number}. {step.text}"] if step.text else []
    own += [item.original or f"- {item.text}" for item in step.details]
    own += [note.text for note in notes_beside(step)]
    return own + [line for child in step.steps for line in _step_lines(child)]


def _printed(item: Item) -> str:
    marked = f"{item.mark}. {item.text}" if item.mark and item.mark != "-" else item.text
    return item.original or marked


def _source(standard: ServiceStandard, step: str | None, section: str | None) -> Source | None:
    if step:
        found = standard.step(step.split("+")[0])
        return found.source if found else None
    places = [i.source for i in _items(standard)] + [s.source for s in standard.sections]
    return next((source for source in places if source.section == section), None)


def _items(standard: ServiceStandard) -> Iterator[Item]:
    for section in standard.sections:
        for top in section.items:
            yield from top.walk()


def _nothing(standard: ServiceStandard) -> Answered:
    values = {"standard": short_title(standard)}
    return Answered("gone", values, kind=ReplyKind.UNKNOWN, next=suggestions(standard, "quote"))
