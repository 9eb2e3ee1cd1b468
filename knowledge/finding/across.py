"""Answers over several standards: the list, one facet of each, who has it and who lacks it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.finding.answering import Answered, Line, Row, cite, short_title
from knowledge.finding.answers import Citation, Option, Request
from knowledge.finding.complaining import handled_by
from knowledge.finding.contents import content, timed_items
from knowledge.finding.extremes import is_free, winners
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import can_answer
from knowledge.finding.telling_apart import told_apart
from knowledge.finding.totals import spoken_kinds, total_of
from knowledge.model import Facet, ServiceStandard

_FEW = 2
_PAID = "paid"  # the kind of a cost that is not free
_ASIDE = ("output", "unit", "responsible", "total_time", "cost")
_SHORT = 160  # characters of a value that is shown beside a title
_CARD = (
    "responsible", "implementers", "procedure", "total_time", "requirements", "cost", "place",
    "service_hours", "complaint", "output", "legal_basis",
)  # fmt: skip


def listing(shelf: Shelf, _request: Request) -> Answered:
    """Answer with the titles of all standards and their units."""
    citations = tuple(Citation(s.id, s.title, _unit_section(s)) for s in shelf)
    names = told_apart(shelf, shelf.standards, lambda standard: standard.title)
    options = tuple(Option(names[s.id], Request("card", s.id)) for s in shelf)
    return Answered("listing", {"count": len(shelf)}, citations, options=options)


def _unit_section(standard: ServiceStandard) -> str:
    return _source(standard, "unit").section


def card(shelf: Shelf, request: Request) -> Answered:
    """Answer with what a standard is about and what can be asked of it."""
    standard = shelf.standards[request.standard or ""]
    values = {
        "title": standard.title,
        "unit": standard.unit,
        "responsible": standard.responsible,
        "steps": len(standard.steps),
        "cost": standard.cost,
        "received_by": standard.complaint.received_by if standard.complaint else None,
        "missing": standard.components_missing,
    }
    able = [a for a in _CARD if can_answer(standard, a)]
    return Answered(
        "card", values, (_source(standard, "unit"),),
        next=tuple(Request(a, standard.id) for a in able),
    )  # fmt: skip


def _source(standard: ServiceStandard, aspect: str) -> Citation:
    if aspect.startswith("complaint"):
        section = standard.section(Facet.COMPLAINT)
        return cite(standard, section.source if section else None)
    stated = aspect == "total_time" and content(standard, aspect).lines
    if aspect in ("total_time", "step_count", "procedure") and not stated:
        section = standard.section(Facet.PROCEDURE)
        return cite(standard, section.source if section else None)
    return content(standard, aspect).source or cite(standard, None)


def each(shelf: Shelf, request: Request, only: Sequence[str] = ()) -> Answered:
    """Answer one facet for each standard, a line or two each."""
    chosen = [s for s in shelf if not only or s.id in only]
    rows = [_row(s, request.aspect) for s in chosen]
    citations = tuple(_source(s, request.aspect) for s in chosen)
    values = {"facet": request.aspect, "rows": rows}
    return Answered("each", values, citations)


def _row(standard: ServiceStandard, aspect: str) -> Row:
    summed = aspect == "total_time" and not content(standard, aspect).lines
    kinds = spoken_kinds(total_of(standard)) if summed else ()
    return Row(short_title(standard), brief(standard, aspect), standard.id, summed, kinds)


def brief(standard: ServiceStandard, aspect: str) -> tuple[str, ...]:
    """Return what a standard says on an aspect in few lines, () where it is silent."""
    special = _BRIEF.get(aspect)
    if special:
        return special(standard)
    found = content(standard, aspect)
    if found.lead:
        return (found.lead,)
    return tuple(_text(line) for line in found.lines)


def _text(line: Line) -> str:
    return f"{line.mark}. {line.text}" if line.mark and line.mark != "-" else line.text


def _chain(standard: ServiceStandard) -> tuple[str, ...]:
    chain = standard.complaint
    if chain is None:
        return ()
    names = [chain.received_by or "", ", ".join(handled_by(standard, chain))]
    return (" \N{RIGHTWARDS ARROW} ".join(name for name in names if name),)


def _total(standard: ServiceStandard) -> tuple[str, ...]:
    stated = content(standard, Facet.TOTAL_TIME.value).lines
    if stated:
        return tuple(_text(line) for line in stated)
    total = total_of(standard)
    said = [f"{amount} {unit}" for amount, unit in total.spoken()]
    return (" + ".join(said),) if said else ()


def _receiver(standard: ServiceStandard) -> tuple[str, ...]:
    chain = standard.complaint
    return (chain.received_by,) if chain and chain.received_by else ()


def _channels(standard: ServiceStandard) -> tuple[str, ...]:
    chain = standard.complaint
    return tuple(f"{c.kind}: {c.value}" for c in chain.channels) if chain else ()


_BRIEF: dict[str, Callable[[ServiceStandard], tuple[str, ...]]] = {
    "complaint": _chain,
    "complaint_receiver": _receiver,
    "complaint_handler": lambda s: handled_by(s, s.complaint) if s.complaint else (),
    "complaint_delegation": _chain,
    "complaint_channel": _channels,
    "complaint_time": lambda s: tuple(item.text for item in timed_items(s, Facet.COMPLAINT)),
    "total_time": _total,
    "step_count": lambda s: (str(len(s.steps)),) if s.steps else (),
    "procedure": lambda s: (str(len(s.steps)),) if s.steps else (),
}


def having(shelf: Shelf, request: Request) -> Answered:
    """Answer which standards have the facet."""
    return _divided(shelf, request, having_it=True)


def lacking(shelf: Shelf, request: Request) -> Answered:
    """Answer which standards lack the facet."""
    return _divided(shelf, request, having_it=False)


def _divided(shelf: Shelf, request: Request, *, having_it: bool) -> Answered:
    aspect, _, kind = (request.subject or "").partition("/")
    has = [s for s in shelf if _has(s, aspect, kind)]
    if kind == _PAID and not has:  # then what each says is the answer
        has = [s for s in shelf if can_answer(s, aspect)]
    lacks = [s for s in shelf if s not in has]
    chosen = has if having_it else lacks
    values = {
        "facet": aspect,
        "having": having_it,
        "rows": [Row(s.title, _shown(s, aspect, kind) if having_it else ()) for s in chosen],
        "others": [s.title for s in (lacks if having_it else has)],
    }
    cited = chosen or list(shelf)
    citations = tuple(_source(s, aspect) for s in cited)
    return Answered("divided", values, citations)


def _has(standard: ServiceStandard, aspect: str, kind: str) -> bool:
    """Say whether a standard has the facet: a cost that is to be paid, a channel of the kind."""
    if kind and kind != _PAID:
        return bool(_shown(standard, aspect, kind))
    return can_answer(standard, aspect) and not (kind == _PAID and is_free(standard))


def _shown(standard: ServiceStandard, aspect: str, kind: str) -> tuple[str, ...]:
    beginning = "" if kind == _PAID else kind
    return _if_short(tuple(s for s in brief(standard, aspect) if s.startswith(beginning)))


def _telling(standard: ServiceStandard, count: int) -> tuple[str, ...]:
    """Return what tells a standard apart; more of it where only few are compared."""
    aspects = ("unit", "responsible") if count > _FEW else _ASIDE
    return tuple(line for aspect in aspects for line in brief(standard, aspect))


def _if_short(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if sum(map(len, lines)) <= _SHORT else ()


def compare(shelf: Shelf, request: Request) -> Answered:
    """Answer with one facet of the standards to compare, side by side."""
    aspect, *keys = (request.subject or "").split("+")
    chosen = [standard for key in keys if (standard := shelf.by_key(key))]
    return each(shelf, Request(aspect), chosen if len(chosen) > 1 else ())


def most(shelf: Shelf, request: Request) -> Answered:
    """Answer which standard has the most of a facet, beside what each has."""
    return _with_winners(shelf, request, most=True)


def least(shelf: Shelf, request: Request) -> Answered:
    """Answer which standard has the least of a facet, beside what each has."""
    return _with_winners(shelf, request, most=False)


def _with_winners(shelf: Shelf, request: Request, *, most: bool) -> Answered:
    aspect, *keys = (request.subject or "").split("+")
    chosen = [s for s in shelf if not keys or shelf.key(s.id) in keys]
    best = [short_title(s) for s in winners(chosen, aspect, most=most)]
    found = compare(shelf, request)
    return replace(found, values={**found.values, "best": best, "most": most})


def differences(shelf: Shelf, request: Request) -> Answered:
    """Answer with what tells the standards apart: unit, responsible official, users."""
    keys = (request.subject or "").split("+")
    chosen = [s for s in shelf if not request.subject or shelf.key(s.id) in keys]
    rows = [Row(short_title(s), _telling(s, len(chosen)), s.id) for s in chosen]
    citations = tuple(_source(s, "responsible") for s in chosen)
    return Answered("differences", {"rows": rows}, citations)
