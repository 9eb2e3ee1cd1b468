"""Made-up standards for tests of finding: small, whole, and of no real office.

Only what a test needs to say is said; the rest is filled in. Nothing here is read from a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from knowledge.model import (
    ComplaintChain,
    Definition,
    Delegation,
    Facet,
    Item,
    ProcedureStep,
    Section,
    ServiceStandard,
    Source,
)
from knowledge.reading.durations import parse_duration

FIRST, SECOND = "Bagian Kesatu", "Bagian Kedua"
PROCEDURE = f"{SECOND} B"

Said: TypeAlias = str | tuple[str, ...]

#: The lettered sections in the order of the documents, with the part that each stands in.
_ORDER: tuple[tuple[Facet, str, str], ...] = (
    (Facet.LEGAL_BASIS, FIRST, "Dasar Hukum"),
    (Facet.BACKGROUND, FIRST, "Latar Belakang"),
    (Facet.PURPOSE, FIRST, "Maksud dan Tujuan"),
    (Facet.SCOPE, FIRST, "Ruang Lingkup"),
    (Facet.PROCEDURE, SECOND, "Prosedur Pelayanan"),
    (Facet.REQUIREMENTS, SECOND, "Persyaratan"),
    (Facet.FACILITIES, SECOND, "Sarana dan Prasarana Pelayanan"),
    (Facet.COST, SECOND, "Biaya Pelayanan"),
    (Facet.PLACE, SECOND, "Tempat Pelayanan"),
    (Facet.SERVICE_HOURS, SECOND, "Jadwal Pelayanan"),
    (Facet.COMPLAINT, SECOND, "Penanganan Pengaduan"),
    (Facet.SUPERVISION, SECOND, "Pengawasan Internal"),
    (Facet.TOTAL_TIME, SECOND, "Jangka Waktu Penyelesaian"),
    (Facet.OUTPUT, SECOND, "Produk Pelayanan"),
    (Facet.COMPETENCE, SECOND, "Kompetensi Pelaksana"),
    (Facet.GUARANTEE, SECOND, "Jaminan Pelayanan"),
)


def a_step(
    number: str,
    title: str,
    *steps: ProcedureStep,
    time: str | None = None,
    actors: Sequence[str] = (),
) -> ProcedureStep:
    """Return a step with its sub-steps; `time` stands in brackets behind its title."""
    return ProcedureStep(
        number,
        f"{title} ({time})" if time else title,
        Source(f"{PROCEDURE}.{number}"),
        title=title,
        actors=tuple(actors),
        duration=parse_duration(time) if time else None,
        steps=steps,
    )


def a_chain(received_by: str, handled_by: str | None = None) -> ComplaintChain:
    """Return a complaint chain, delegated where somebody handles it."""
    source = Source(f"{SECOND} H")
    return ComplaintChain(
        received_by,
        Delegation.REQUIRED if handled_by else None,
        (handled_by,) if handled_by else (),
        (),
        received_source=source,
        delegation_source=source if handled_by else None,
        handled_source=source if handled_by else None,
    )


def a_definition(term: str, text: str, abbreviation: str | None = None) -> Definition:
    """Return a definition in the place where the documents have theirs."""
    return Definition(term, text, Source(f"{FIRST} D.8"), abbreviation)


def a_standard(
    service: str,
    *,
    says: Mapping[Facet, Said] | None = None,
    steps: Iterable[ProcedureStep] = (),
    complaint: ComplaintChain | None = None,
    definitions: Iterable[Definition] = (),
    unit: str | None = None,
    responsible: str | None = None,
) -> ServiceStandard:
    """Return the standard of a service; `says` gives the text of each section, or its items."""
    given: dict[Facet, Said] = dict(says or {})
    steps = tuple(steps)
    scope = _scope(unit, responsible)
    if steps:
        given[Facet.PROCEDURE] = ""
    if scope:
        given[Facet.SCOPE] = ""
    if complaint:
        given.setdefault(Facet.COMPLAINT, f"Disampaikan kepada {complaint.received_by}.")
    sections = tuple(_sections(given, scope))
    return ServiceStandard(
        id=re.sub(r"\W+", "-", service.casefold()),
        title=f"Standar Pelayanan {service}",
        file="made-up.txt",
        sections=sections,
        steps=steps,
        unit=unit,
        responsible=responsible,
        complaint=complaint,
        cost=_text(given.get(Facet.COST)),
        place=_text(given.get(Facet.PLACE)),
        service_hours=_text(given.get(Facet.SERVICE_HOURS)),
        definitions=tuple(definitions),
    )


def _scope(unit: str | None, responsible: str | None) -> tuple[Item, ...]:
    rows = (
        (Facet.UNIT, unit, f"Unit pelayanan adalah {unit}."),
        (Facet.RESPONSIBLE, responsible, f"Penanggung jawab pelayanan adalah {responsible}."),
    )
    return tuple(
        Item(str(number), text, Source(f"{FIRST} D.{number}"), facet=facet, original=text)
        for number, (facet, value, text) in enumerate(rows, 1)
        if value
    )


def _sections(given: Mapping[Facet, Said], scope: tuple[Item, ...]) -> Iterable[Section]:
    """Yield the sections in the documents' order, lettered anew in each part."""
    letters = {FIRST: 0, SECOND: 1}  # the chart of the procedure is A
    for facet, part, heading in _ORDER:
        letter = chr(ord("A") + letters[part])
        letters[part] += 1
        if facet not in given:
            continue
        source = Source(f"{part} {letter}")
        items = tuple(_items(given[facet], source))
        section = Section(facet, letter, heading, part, items, source)
        yield replace(section, items=scope) if facet is Facet.SCOPE else section


def _items(said: Said, source: Source) -> Iterable[Item]:
    """Yield the one paragraph of a section, or its items, lettered."""
    if isinstance(said, str):
        if said:
            yield Item("", said, source, original=said)
        return
    for letter, text in zip("abcdefghij", said, strict=False):
        yield Item(letter, text, Source(f"{source.section}.{letter}"), original=text)


def _text(said: Said | None) -> str | None:
    return said if said is None or isinstance(said, str) else "; ".join(said)
