"""Puts a standard together from a manuscript: the same for every layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from knowledge.model import ComplaintChain, Facet, Item, ProcedureStep, Section, ServiceStandard
from knowledge.reading.acting import with_procedure
from knowledge.reading.articles import ARTICLE, by_article
from knowledge.reading.cleaning import Repairs, clean, plain
from knowledge.reading.complaints import read_complaint
from knowledge.reading.components import find_components
from knowledge.reading.crews import crew_facet
from knowledge.reading.definitions import read_abbreviations, read_definitions
from knowledge.reading.implementers import read_implementers
from knowledge.reading.items import (
    Place,
    entries_of,
    read_items,
    says_value,
    scope_facet,
    texts_of,
    value_of,
)
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.mentions import mentioned, without_heads
from knowledge.reading.noted import with_noted
from knowledge.reading.openings import opening_of
from knowledge.reading.parting import parted, true_facet
from knowledge.reading.posts import first_name, post_of
from knowledge.reading.requirements import read_requirements, with_sides
from knowledge.reading.rulings import split_rules
from knowledge.reading.steps import numbered_below, read_procedure
from knowledge.reading.titles import slug
from knowledge.reading.unnamed import unnamed_title

_ARTICLE = re.compile(r"Pasal\s+\d+")
_SERVICE = re.compile(r"(?:jenis|nama|judul)\s+(?:pe)?layanan", re.I)

_AFTER_COLON = re.compile(r":; ")


def assemble(manuscript: Manuscript, file: str) -> ServiceStandard:
    """Return the standard that a manuscript holds; nothing of the manuscript is left out."""
    repairs = Repairs(_all_texts(manuscript))
    sections, steps, warnings = _sections(manuscript, repairs)
    told = tuple(mentioned(sections, has_office=manuscript.office is not None))
    everything = sections + told
    sections += tuple(s for s in told if s.facet is not Facet.IMPLEMENTERS)  # names, no passage
    sections = without_heads(sections)
    title, guessed = _named(manuscript, sections, repairs, file)
    present, missing = find_components(sections, steps)
    responsible = _value(sections, Facet.RESPONSIBLE)
    definitions = read_definitions(sections)
    return ServiceStandard(
        id=slug(title),
        title=title,
        file=file,
        sections=sections,
        steps=steps,
        unit=_value(sections, Facet.UNIT) or manuscript.office,
        responsible=responsible,
        implementers=read_implementers(everything, _item(sections, Facet.IMPLEMENTERS), steps),
        complaint=_complaint(sections, responsible, title),
        cost=_content(sections, Facet.COST),
        place=_content(_places_first(sections), Facet.PLACE),
        service_hours=_content(sections, Facet.SERVICE_HOURS),
        requirements_implementer=read_requirements(sections, Facet.REQUIREMENTS_IMPLEMENTER),
        requirements_user=read_requirements(sections, Facet.REQUIREMENTS_USER),
        legal_basis=_legal_basis(sections),
        definitions=definitions,
        abbreviations=read_abbreviations(
            (*_texts(sections, steps), *_above(manuscript)), definitions
        ),
        components_present=present,
        components_missing=missing,
        warnings=(*manuscript.warnings, *warnings, *guessed),
        preamble=tuple(manuscript.preamble),
        shared_head=tuple(manuscript.shared_head),
        furniture=tuple(manuscript.furniture),
        title_lines=tuple(manuscript.title_lines),
    )


def _named(
    manuscript: Manuscript, sections: tuple[Section, ...], repairs: Repairs, file: str
) -> tuple[str, list[str]]:
    """Return the title, and a warning where it is guessed or taken from the file's name."""
    title = _title(clean(manuscript.title, repairs), sections)
    if title:
        return title, []
    guess = clean(_unnamed(manuscript), repairs)
    warning = f"title_guessed: {guess}" if guess else "title_missing"
    return guess or _title_of_file(file), [warning]


def _complaint(
    sections: tuple[Section, ...], responsible: str | None, title: str
) -> ComplaintChain | None:
    section = _joined(sections, Facet.COMPLAINT)
    return read_complaint(section, responsible, title) if section else None


def _sections(
    manuscript: Manuscript, repairs: Repairs
) -> tuple[tuple[Section, ...], tuple[ProcedureStep, ...], list[str]]:
    """Return the sections, the steps of all procedures, and which procedure has none."""
    sections: list[Section] = []
    steps: tuple[ProcedureStep, ...] = ()
    warnings: list[str] = []
    for raw in _raw_sections(manuscript):
        raw = replace(raw, facet=true_facet(raw))
        place = _place(raw)
        if raw.facet is Facet.PROCEDURE:
            read, items = read_procedure(raw.nodes, place, repairs)
            taken = {step.number for step in steps} & {step.number for step in read}
            steps += numbered_below(raw.letter or raw.heading, read) if taken else read
            warnings += [] if read or not raw.nodes else [f"no_steps: {raw.original}"]
        else:
            items = _with_facets(raw.facet, read_items(raw.nodes, place, repairs))
        sections.append(
            Section(
                facet=raw.facet,
                letter=raw.letter,
                heading=raw.heading,
                part=raw.part,
                items=items,
                source=place.source(raw.page),
                part_title=raw.part_title,
                original=raw.original,
            )
        )
    return tuple(sections), steps, warnings


def _raw_sections(manuscript: Manuscript) -> Iterator[RawSection]:
    """Yield the sections, those that speak of several things taken apart."""
    for whole in with_procedure(with_noted(manuscript)):
        for article in by_article(whole):
            yield from parted(article)


def _place(raw: RawSection) -> Place:
    if raw.is_part:
        return Place(raw.part)
    return Place(f"{raw.part} {raw.letter or raw.heading}".strip())


def _with_facets(facet: Facet, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Set the facet of items that alone answer one; the scope's by their first words."""
    if facet is Facet.SCOPE:
        return tuple(replace(i, facet=scope_facet(i.text)) for i in items)
    if facet is Facet.REQUIREMENTS:
        return with_sides(items)
    if facet is Facet.IMPLEMENTERS:
        return tuple(replace(i, facet=crew_facet(i.text)) for i in items)
    return items


def _first(sections: tuple[Section, ...], facet: Facet) -> Section | None:
    """Return the first section of that kind that says anything, or None."""
    return next((s for s in sections if s.facet is facet and s.items), None)


def _joined(sections: tuple[Section, ...], facet: Facet) -> Section | None:
    """Return the first section of that kind, with what all others of it say behind its own."""
    first = _first(sections, facet)
    items = (item for section in sections if section.facet is facet for item in section.items)
    return replace(first, items=tuple(items)) if first else None


def _item(sections: tuple[Section, ...], facet: Facet) -> Item | None:
    return next(
        (i for s in sections for top in s.items for i in top.walk() if i.facet is facet), None
    )


def _value(sections: tuple[Section, ...], facet: Facet) -> str | None:
    item = _item(sections, facet)
    if item is None:
        section = _first(sections, facet)
        if section and facet is Facet.RESPONSIBLE:
            return post_of(tuple(map(_answering, texts_of(section.items))))
        if section and facet is Facet.UNIT and _is_article(section):
            return None  # a chapter of rules on who offers the service
        if section and facet is Facet.UNIT and section.items and not section.items[0].mark:
            return _offering(texts_of(section.items)[0])  # below it may stand its address
        return (_content(sections, facet) or "").rstrip(" .") or None
    if value := value_of(item):
        named = None if says_value(item) else first_name(value)
        return named or value
    return "; ".join(texts_of(item.items)) or None


def _is_article(section: Section) -> bool:
    """Whether a section is an article of rules: "Pasal 3" above numbered items."""
    return bool(_ARTICLE.fullmatch(section.items[0].text)) if section.items else False


def _answering(text: str) -> str:
    """Return a text without "Penanggung jawab SOP ini adalah" before the post."""
    found = opening_of(text)
    return found.text if found and found.facet is Facet.RESPONSIBLE and found.text else text


def _offering(text: str) -> str:
    """Return a text without "Pelayanan ini diselenggarakan oleh" before the unit."""
    found = opening_of(text)
    return found.text.rstrip(" .") if found and found.facet is Facet.UNIT and found.text else text


def _content(sections: tuple[Section, ...], facet: Facet) -> str | None:
    """Return a section's text in one piece, or None where it is missing or empty."""
    section = _first(sections, facet)
    if section is None:
        return None
    if len(section.items) == 1 and not section.items[0].items:
        return section.items[0].text.rstrip(" ,;")
    texts = [text for text in texts_of(section.items) if not ARTICLE.fullmatch(text)]
    return _AFTER_COLON.sub(": ", "; ".join(texts))


def _places_first(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Return the sections, the office's address behind "Tempat: Loket 2" wherever it stands."""
    return tuple(sorted(sections, key=lambda s: s.heading.casefold().startswith("alamat")))


def _legal_basis(sections: tuple[Section, ...]) -> tuple[str, ...]:
    section = _first(sections, Facet.LEGAL_BASIS)
    entries = entries_of(section.items) if section else ()
    listed = [item for item in entries if item.mark]
    texts = texts_of(listed if listed and _leads(entries[0]) else entries)
    return tuple(rule for text in texts for rule in split_rules(text))


def _leads(item: Item) -> bool:
    """Whether a paragraph only leads to a list: "Pelayanan ini berdasarkan:"."""
    return not item.mark and not item.items and item.text.endswith(":")


def _texts(sections: tuple[Section, ...], steps: tuple[ProcedureStep, ...]) -> Iterator[str]:
    for section in sections:
        for top in section.items:
            yield from (item.text for item in top.walk())
    for step in steps:
        yield from (s.text for s in step.walk())


def _above(manuscript: Manuscript) -> Iterator[str]:
    """Yield the lines above the sections, which also spell abbreviations out."""
    lines = (manuscript.title, *manuscript.title_lines, *manuscript.preamble)
    printed = (*lines, *manuscript.shared_head, *manuscript.furniture)
    yield from (plain(line) for line in printed if not line.isupper())  # there all look short


def _all_texts(manuscript: Manuscript) -> Iterator[str]:
    for section in manuscript.sections:
        for top in section.nodes:
            yield from (plain(node.original) for node in top.walk())


def _unnamed(manuscript: Manuscript) -> str:
    """Return what names a service whose text has no title, or ""."""
    return unnamed_title(manuscript.preamble) or manuscript.main_heading


def _title(printed: str, sections: tuple[Section, ...]) -> str:
    """Return the title; a bare "Standar Pelayanan" takes up the service that is named below it."""
    if len(printed.split()) != 2:  # noqa: PLR2004
        return printed
    named = (s.items[0].text for s in sections if s.items and _SERVICE.fullmatch(s.heading))
    return " ".join(filter(None, [printed, next(named, "")]))


def _title_of_file(file: str) -> str:
    """Name a text without a title after its file."""
    return PurePath(file).stem.replace("-", " ").replace("_", " ").strip().capitalize() or "Standar"
