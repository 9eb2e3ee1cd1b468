"""What an office puts right in a standard as it was read, laid over the model.

Corrections are kept apart from the document, so that a better reader's model gets them too. What
they change carries a source that says so, and each is told in the warnings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from knowledge.model import (
    ComplaintChain,
    Facet,
    Item,
    ProcedureStep,
    Section,
    ServiceStandard,
    Source,
)
from knowledge.reading.components import COMPONENTS, find_components
from knowledge.reading.durations import parse_duration


class Correctable(StrEnum):
    """What can be put right."""

    TITLE = "title"
    UNIT = "unit"
    RESPONSIBLE = "responsible"
    RECEIVED_BY = "received_by"
    HANDLED_BY = "handled_by"
    DURATION = "duration"
    ACTOR = "actor"


OF_STEPS = frozenset({Correctable.DURATION, Correctable.ACTOR})
"""What is corrected at a step, whose full number the correction names."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing put right: what, as which text, and for a step its number.

    An empty text says that there is none: a step without a time.
    """

    what: Correctable
    text: str
    step: str = ""


def to_list(corrections: Iterable[Correction]) -> list[dict[str, str]]:
    """Return corrections as JSON data."""
    return [asdict(correction) for correction in corrections]


def from_list(data: Iterable[Mapping[str, str]]) -> tuple[Correction, ...]:
    """Return the corrections that `to_list` gave these data for."""
    return tuple(Correction(Correctable(d["what"]), d["text"], d.get("step", "")) for d in data)


def added(corrections: Iterable[Correction], new: Correction) -> tuple[Correction, ...]:
    """Return corrections with one more, in place of an earlier one of the same thing."""
    kept = [c for c in corrections if (c.what, c.step) != (new.what, new.step)]
    return (*kept, new)


def corrected(standard: ServiceStandard, corrections: Iterable[Correction]) -> ServiceStandard:
    """Return a standard as the office wants it read.

    A correction of a step that is not there any more changes nothing but is told as a warning.
    """
    for correction in corrections:
        before = current(standard, correction.what, correction.step)
        if correction.what in OF_STEPS and standard.step(correction.step) is None:
            lost = f"correction_lost: {correction.step} {correction.text}".strip()
            standard = replace(standard, warnings=(*standard.warnings, lost))
            continue
        what = f"{correction.what.value} {correction.step}".strip()
        told = f"{what}: {before or '-'} \N{RIGHTWARDS ARROW} {correction.text or '-'}"
        standard = replace(
            _APPLY[correction.what](standard, correction),
            warnings=(*standard.warnings, f"corrected: {told}"),
        )
    return standard


def current(standard: ServiceStandard, what: Correctable, step: str = "") -> str:
    """Return what a standard says of something that can be corrected, "" for nothing."""
    chain, found = standard.complaint, standard.step(step) if step else None
    if what is Correctable.DURATION:
        return found.duration.text if found and found.duration else ""
    if what is Correctable.ACTOR:
        return "; ".join(found.actors) if found else ""
    if what is Correctable.RECEIVED_BY:
        return (chain.received_by or "") if chain else ""
    if what is Correctable.HANDLED_BY:
        return "; ".join(chain.handled_by) if chain else ""
    return str(getattr(standard, what.value) or "")


def names_in(text: str) -> tuple[str, ...]:
    """Return the posts that a correction lists, with a semicolon between them."""
    return tuple(name for part in text.split(";") if (name := part.strip()))


def _title(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    return replace(standard, title=correction.text)


def _unit(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    return replace(_said(standard, Facet.UNIT, correction.text), unit=correction.text)


def _responsible(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    said = _said(standard, Facet.RESPONSIBLE, correction.text)
    return replace(said, responsible=correction.text)


def _said(standard: ServiceStandard, facet: Facet, text: str) -> ServiceStandard:
    """Let the item or section that answers a facet say this; without one, add a section."""
    if standard.item(facet) is not None:
        sections = tuple(
            replace(section, items=tuple(_with_item(item, facet, text) for item in section.items))
            for section in standard.sections
        )
    elif standard.section(facet) is not None:
        sections = tuple(
            _with_text(section, text) if section.facet is facet else section
            for section in standard.sections
        )
    else:
        source = Source("", None, corrected=True)
        new = Section(facet, "", "", "", (Item("", text, source),), source)
        sections = (*standard.sections, new)
    return replace(standard, sections=sections)


def _with_item(item: Item, facet: Facet, text: str) -> Item:
    if item.facet is facet:
        source = replace(item.source, corrected=True)
        return replace(item, text=text, items=(), source=source, original=item.original)
    return replace(item, items=tuple(_with_item(child, facet, text) for child in item.items))


def _with_text(section: Section, text: str) -> Section:
    source = replace(section.source, corrected=True)
    original = section.items[0].original if section.items else ""
    return replace(section, items=(Item("", text, source, original=original),), source=source)


def _received_by(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    standard, chain = _chain(standard, correction)
    source = replace(chain.received_source or _place(standard), corrected=True)
    changed = replace(chain, received_by=correction.text, received_source=source)
    return replace(standard, complaint=changed)


def _handled_by(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    standard, chain = _chain(standard, correction)
    source = replace(chain.handled_source or _place(standard), corrected=True)
    names = names_in(correction.text)
    delegated = replace(source) if chain.delegation_source else None
    changed = replace(chain, handled_by=names, handled_source=source, delegation_source=delegated)
    return replace(standard, complaint=changed)


def _chain(
    standard: ServiceStandard, correction: Correction
) -> tuple[ServiceStandard, ComplaintChain]:
    """Return the standard with a complaint section that says it is corrected, and its chain."""
    if standard.section(Facet.COMPLAINT) is None:
        source = Source("", None, corrected=True)
        heading = next(n for n, facets in COMPONENTS if Facet.COMPLAINT in facets).capitalize()
        items = (Item("", correction.text, source),)
        section = Section(Facet.COMPLAINT, "", heading, "", items, source)
        sections: tuple[Section, ...] = (*standard.sections, section)
        present, missing = find_components(sections, standard.steps)
        standard = replace(
            standard, sections=sections, components_present=present, components_missing=missing
        )
    else:
        sections = tuple(
            replace(s, source=replace(s.source, corrected=True))
            if s.facet is Facet.COMPLAINT
            else s
            for s in standard.sections
        )
        standard = replace(standard, sections=sections)
    return standard, standard.complaint or ComplaintChain(None, None, (), ())


def _place(standard: ServiceStandard) -> Source:
    section = standard.section(Facet.COMPLAINT)
    return section.source if section else Source("")


def _duration(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    def change(step: ProcedureStep) -> ProcedureStep:
        return replace(
            step,
            duration=parse_duration(correction.text) if correction.text else None,
            text=_retimed(step, correction.text),
            source=replace(step.source, corrected=True),
            original=step.original or step.text,
        )

    return _with_step(standard, correction.step, change)


def _retimed(step: ProcedureStep, text: str) -> str:
    """Return a step's text with another time in its place, or behind it."""
    if step.duration is None or step.duration.text not in step.text:
        return f"{step.text} ({text})".strip() if text else step.text
    if text:
        return step.text.replace(step.duration.text, text, 1)
    return step.text.replace(f"({step.duration.text})", "", 1).strip()


def _actor(standard: ServiceStandard, correction: Correction) -> ServiceStandard:
    def change(step: ProcedureStep) -> ProcedureStep:
        return replace(
            step,
            actors=names_in(correction.text),
            source=replace(step.source, corrected=True),
        )

    return _with_step(standard, correction.step, change)


def _with_step(
    standard: ServiceStandard, number: str, change: Callable[[ProcedureStep], ProcedureStep]
) -> ServiceStandard:
    def walked(steps: tuple[ProcedureStep, ...]) -> tuple[ProcedureStep, ...]:
        return tuple(
            change(step) if step.number == number else replace(step, steps=walked(step.steps))
            for step in steps
        )

    steps = walked(standard.steps)
    present, missing = find_components(standard.sections, steps)
    return replace(standard, steps=steps, components_present=present, components_missing=missing)


_APPLY: Mapping[Correctable, Callable[[ServiceStandard, Correction], ServiceStandard]] = {
    Correctable.TITLE: _title,
    Correctable.UNIT: _unit,
    Correctable.RESPONSIBLE: _responsible,
    Correctable.RECEIVED_BY: _received_by,
    Correctable.HANDLED_BY: _handled_by,
    Correctable.DURATION: _duration,
    Correctable.ACTOR: _actor,
}
