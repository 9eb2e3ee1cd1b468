"""Answers about the procedure: a step, its time, its doers, its neighbours, the whole."""

from __future__ import annotations

import re

from knowledge.finding import steps as navigation
from knowledge.finding.alternatives import with_alternatives
from knowledge.finding.answering import Answered, Line, cite, short_title, unique
from knowledge.finding.answers import Citation, ReplyKind, Request
from knowledge.finding.facets import missing
from knowledge.finding.shelf import Shelf
from knowledge.finding.signing import signers
from knowledge.finding.suggesting import suggestions
from knowledge.model import Facet, ProcedureStep, ServiceStandard

_LONG_LIST = 14
_NAME, _MOST_GROUPED = 4, 24  # words that name a group of steps; lines that show them all
_SET = re.compile(  # the time at the end of a bullet, with its bound
    r"(?:(?:paling|selambat|maksimal|dalam)\b[^\d:;(]{0,20})?\d+\s*(?:\([^)]*\)\s*)?"
    r"(?:menit|jam|hari|minggu|bulan)\b[^;:]{0,30}$",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d\s*(?:\([^)]*\)\s*)?(?:menit|jam|hari|minggu|bulan)\b")


def _standard(shelf: Shelf, request: Request) -> ServiceStandard:
    return shelf.standards[request.standard or ""]


def _steps(standard: ServiceStandard, request: Request) -> list[ProcedureStep]:
    numbers = (request.step or "").split("+")
    return [step for number in numbers if (step := standard.step(number))]


def no_step(standard: ServiceStandard, request: Request) -> Answered:
    """Say that the standard has no such step, and how many it has."""
    values = {
        "number": (request.step or "").lstrip("?"),
        "standard": short_title(standard),
        "count": len(standard.steps),
    }
    source = standard.section(Facet.PROCEDURE)
    citations = (cite(standard, source.source),) if source else ()
    return Answered(
        "no_step",
        values,
        citations,
        ReplyKind.UNKNOWN,
        (Request("procedure", standard.id),) if standard.steps else (),
    )


def _next(standard: ServiceStandard, step: ProcedureStep, without: str) -> tuple[Request, ...]:
    wanted = [
        Request(aspect, standard.id, step.number)
        for aspect in ("step_time", "step_actor", "step_next")
        if aspect != without
    ]
    return tuple(wanted)


def step(shelf: Shelf, request: Request) -> Answered:
    """Answer with the text of one or several steps, and what they consist of."""
    standard = _standard(shelf, request)
    found = _steps(standard, request)
    if not found:
        return no_step(standard, request)
    values = {
        "standard": short_title(standard),
        "steps": [_shown(s, alone=len(found) == 1) for s in found],
    }
    return Answered(
        "step", values, _sources(standard, found), next=_next(standard, found[0], "step"),
        step=found[0].number,
    )  # fmt: skip


def _shown(step: ProcedureStep, *, alone: bool) -> dict[str, object]:
    lines = _below(step) if alone else []
    return {
        "number": step.number,
        "text": step.text or (step.steps[0].text if step.steps else ""),
        "lines": lines[:_LONG_LIST],
        "more": max(0, len(lines) - _LONG_LIST),
        "notes": [note.text for note in navigation.notes_beside(step)] if alone else [],
    }


def _below(step: ProcedureStep) -> list[Line]:
    lines = [Line("-", item.text) for item in step.details]
    children = step.steps
    if not step.text and len(children) == 1:
        return _below(children[0])
    lines.extend(Line(_last(child.number), _label(child)) for child in children)
    return lines


def _label(step: ProcedureStep) -> str:
    if step.text:
        return step.text
    return "; ".join(child.text for child in step.steps)


def _last(number: str) -> str:
    return number.rpartition(".")[2]


def _sources(standard: ServiceStandard, found: list[ProcedureStep]) -> tuple[Citation, ...]:
    return unique([cite(standard, s.source) for s in found])


def step_time(shelf: Shelf, request: Request) -> Answered:
    """Answer with the time that the text sets for steps, or say that it sets none."""
    standard = _standard(shelf, request)
    found = _steps(standard, request)
    if not found:
        return no_step(standard, request)
    rows = [_time_row(standard, s) for s in found]
    values = {"standard": short_title(standard), "rows": rows}
    return Answered(
        "step_time", values, _sources(standard, found), next=_next(standard, found[0], "step_time"),
        step=found[0].number,
    )  # fmt: skip


def _time_row(standard: ServiceStandard, step: ProcedureStep) -> dict[str, object]:
    above = navigation.enclosing_time(standard, step.number)
    below = [] if step.duration else [_time_of(s) for s in navigation.timed_below(step)]
    details = [] if step.duration else _timed_details(step)
    return {
        "number": step.number,
        "title": step.title or _label(step),
        "time": step.duration.text if step.duration else None,
        "said": bool(_TIME.search(step.text)),
        "above": None if step.duration or above is None else _time_of(above),
        "below": below or details,
        "notes": [
            {"text": note.text, "time": note.duration.text} for note in step.notes if note.duration
        ],
    }


def _timed_details(step: ProcedureStep) -> list[dict[str, str]]:
    """Return the bullets of a step that set a time of their own, as rows without a number."""
    items = (item for top in step.details for item in top.walk())
    timed = ((text, _SET.search(text)) for text in (item.text.rstrip(" .;)") for item in items))
    return [
        {"number": "", "title": text[: found.start()].rstrip(" :("), "time": found[0]}
        for text, found in timed
        if found
    ]


def _time_of(step: ProcedureStep) -> dict[str, str]:
    time = step.duration.text if step.duration else ""
    return {"number": step.number, "title": step.title, "time": time}


def step_actor(shelf: Shelf, request: Request) -> Answered:
    """Answer with who does (or signs) in steps, or say that the text names nobody."""
    standard = _standard(shelf, request)
    found = _steps(standard, request)
    if not found:
        return no_step(standard, request)
    signing = request.aspect == "step_signer"
    rows = [_actor_row(standard, s, signers(s) if signing else s.actors) for s in found]
    values = {"standard": short_title(standard), "rows": rows, "implementers": _doers(standard)}
    return Answered(
        "step_actor", values, _sources(standard, found),
        next=_next(standard, found[0], "step_actor"), step=found[0].number,
    )  # fmt: skip


def _actor_row(
    standard: ServiceStandard, step: ProcedureStep, actors: tuple[str, ...]
) -> dict[str, object]:
    below = [child for child in step.steps if child.actors] if not step.actors else []
    notes = [note.text for note in step.notes if note.actors]
    alone = not step.actors and not below
    above = navigation.acting_above(standard, step.number) if alone else None
    return {
        "number": step.number,
        "text": step.text or ("" if below else _label(step)),
        "actors": with_alternatives(actors, step.text),
        "below": [_acting(child) for child in below[:_LONG_LIST]],
        "notes": notes,
        "above": _acting(above) if above else None,
    }


def _acting(step: ProcedureStep) -> dict[str, object]:
    actors = with_alternatives(step.actors, step.text)
    return {"number": step.number, "actors": actors, "text": step.text}


def _doers(standard: ServiceStandard) -> str | None:
    item = standard.item(Facet.IMPLEMENTERS)
    return item.text if item else None


def step_next(shelf: Shelf, request: Request) -> Answered:
    """Answer with the step that follows, or say that there is none."""
    return _neighbour(shelf, request, forward=True)


def step_previous(shelf: Shelf, request: Request) -> Answered:
    """Answer with the step before, or say that there is none."""
    return _neighbour(shelf, request, forward=False)


def _neighbour(shelf: Shelf, request: Request, *, forward: bool) -> Answered:
    standard = _standard(shelf, request)
    found = _steps(standard, request)
    if not found:
        return no_step(standard, request)
    here = found[0]
    move = navigation.after if forward else navigation.before
    other = move(standard, here.number)
    values = {
        "standard": short_title(standard),
        "here": {"number": here.number, "title": here.title or _label(here)},
        "step": _shown(other, alone=True) if other else None,
        "forward": forward,
    }
    shown = other or here
    return Answered(
        "step_neighbour", values, _sources(standard, [shown]),
        next=_next(standard, shown, "step"), step=shown.number,
    )  # fmt: skip


def _names_groups(standard: ServiceStandard) -> bool:
    """Whether the top steps only name what those below are for: "Pasien baru", "Pasien lama"."""
    below = sum(len(top.steps) for top in standard.steps)
    named = (len(top.text.split()) <= _NAME and bool(top.steps) for top in standard.steps)
    return below + len(standard.steps) <= _MOST_GROUPED and all(named)


def procedure(shelf: Shelf, request: Request) -> Answered:
    """Answer with the whole procedure: its top steps, each in a line."""
    standard = _standard(shelf, request)
    section = standard.section(Facet.PROCEDURE)
    if not standard.steps or section is None:
        return missing(standard, "procedure")
    lines = []
    grouped = _names_groups(standard)
    for top in standard.steps:
        if top.text:
            lines.append(Line(top.number, top.text))
        if grouped or not top.text:
            lines.extend(Line(child.number, _label(child)) for child in top.steps)
    values = {"standard": short_title(standard), "lines": lines, "count": len(standard.steps)}
    first = Request("step", standard.id, standard.steps[0].number)
    return Answered(
        "procedure", values, (cite(standard, section.source),),
        next=(first, *suggestions(standard, "procedure")[:2]),
    )  # fmt: skip


def step_count(shelf: Shelf, request: Request) -> Answered:
    """Answer with the number of steps, top ones and all."""
    standard = _standard(shelf, request)
    section = standard.section(Facet.PROCEDURE)
    if not standard.steps or section is None:
        return missing(standard, "procedure")
    everything = sum(1 for s in standard.walk_steps() if s.text)
    values = {
        "standard": short_title(standard),
        "count": len(standard.steps),
        "all": everything,
        "first": standard.steps[0].title or _label(standard.steps[0]),
        "last": standard.steps[-1].title or _label(standard.steps[-1]),
    }
    return Answered(
        "step_count", values, (cite(standard, section.source),),
        next=suggestions(standard, "step_count"),
    )  # fmt: skip
