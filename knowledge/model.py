"""What a service standard says: the one frozen model that every document layout is read into.

No behaviour beyond looking things up in itself; reading lives in `knowledge.reading`,
answering in `knowledge.finding`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from knowledge.facets import Facet as Facet
from knowledge.facets import TimeUnit as TimeUnit


class Delegation(StrEnum):
    """How strongly the complaint section binds the receiver to delegate."""

    REQUIRED = "required"  # "mendelegasikan"
    OPTIONAL = "optional"  # "dapat mendelegasikan"


@dataclass(frozen=True, slots=True)
class Source:
    """Where in its document something stands: "Bagian Kedua H.2" and the printed page, if any.

    `corrected`: what it says was put right by the office; with no section, the document is silent.
    """

    section: str
    page: int | None = None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph or list item with its children.

    `mark` is the printed mark without punctuation ("1", "a", "-") or "" for a plain paragraph;
    `text` is clean; `original` is the text as it stands in the document, joined lines only.
    `facet` is set where the item alone answers a facet (items of the scope section).
    """

    mark: str
    text: str
    source: Source
    items: tuple[Item, ...] = ()
    facet: Facet | None = None
    original: str = ""

    def walk(self) -> Iterator[Item]:
        """Yield this item and everything below it, in reading order."""
        yield self
        for child in self.items:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """A lettered section of the document; `heading` is clean, without its letter.

    `part` is "Bagian Kedua", `part_title` the words printed with it. The steps of the procedure
    stand in `ServiceStandard.steps`; its section's `items` hold only what is no step.
    """

    facet: Facet
    letter: str
    heading: str
    part: str
    items: tuple[Item, ...]
    source: Source
    part_title: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """Work done per unit of time: "15 standar pelayanan/SOP perhari"."""

    amount: Decimal
    unit: str
    per: TimeUnit


@dataclass(frozen=True, slots=True)
class Offset:
    """A time counted from an event: "H-7" is -7 calendar days of "Hari H"."""

    amount: int
    unit: TimeUnit
    calendar: str
    of: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A time as the text sets it. `text` is verbatim; a field is None where the text is silent.

    `calendar` is "working" or "calendar" only where the text says so; `bound` is "max" for
    "selambat-lambatnya"; `after` is the event the time runs from; `frequency` is set for
    "2 kali/tahun", which says how often and not how long.
    """

    text: str
    amount: Decimal | None = None
    unit: TimeUnit | None = None
    calendar: str | None = None
    times: int | None = None
    per: str | None = None
    minimum: Decimal | None = None
    bound: str | None = None
    after: str | None = None
    rate: Rate | None = None
    offset: Offset | None = None
    frequency: str | None = None


@dataclass(frozen=True, slots=True)
class StepNote:
    """A "Catatan" or a further rule under a step; `conditional` for "Apabila ...", "Dalam hal ...".

    `original` is "" for a sentence that also stands in its step's text.
    """

    text: str
    source: Source
    actors: tuple[str, ...] = ()
    duration: Duration | None = None
    conditional: bool = False
    original: str = ""


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step. `number` is the whole path ("2.b.1.a"); `text` keeps its bracketed duration.

    A number whose text begins at its first child ("2. a. ...") has the text "".
    `details` are unnumbered bullets; `title` is the text without the duration.
    """

    number: str
    text: str
    source: Source
    title: str = ""
    actors: tuple[str, ...] = ()
    duration: Duration | None = None
    steps: tuple[ProcedureStep, ...] = ()
    notes: tuple[StepNote, ...] = ()
    details: tuple[Item, ...] = ()
    original: str = ""

    def walk(self) -> Iterator[ProcedureStep]:
        """Yield this step and its sub-steps, in the text's order."""
        yield self
        for step in self.steps:
            yield from step.walk()


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to complain that the text names: kind is "telepon", "email", "situs", "kotak" ..."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class ComplaintCase:
    """Complaints of one kind ("hasil uji") that somebody of their own handles."""

    about: str
    handled_by: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class ComplaintChain:
    """Who receives complaints, to whom they are or may be delegated, and who follows them up.

    `sender` is whose complaints the section speaks of ("unit kerja", "pengguna pelayanan");
    `via` is set where the text says "melalui"; the addressee behind it is then `addressed_to`.
    `cases` are the kinds that go another way; `next` is who gets what was not settled.
    """

    received_by: str | None
    delegation: Delegation | None
    handled_by: tuple[str, ...]
    together_with: tuple[str, ...]
    channels: tuple[Channel, ...] = ()
    sender: str | None = None
    via: str | None = None
    received_source: Source | None = None
    delegation_source: Source | None = None
    handled_source: Source | None = None
    addressed_to: str | None = None
    cases: tuple[ComplaintCase, ...] = ()
    next: str | None = None
    next_source: Source | None = None


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the standard defines, the sentence, and its abbreviation ("RK") if it has one."""

    term: str
    text: str
    source: Source
    abbreviation: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceStandard:
    """One standard as read from its document.

    `id` is a stable slug of the title. `title` is in sentence case and begins with
    "Standar Pelayanan" where the document's does. `warnings` name every line the reader
    could not place, as "key: the line". `components` are the 14 of UU 25/2009 article 21, by
    their names there. `preamble` stands before the title, `shared_head` above the first standard
    of the file where this is a later one; `furniture` are the letterheads, page marks and
    catchwords that were left out of the content, each once.
    """

    id: str
    title: str
    file: str
    sections: tuple[Section, ...]
    steps: tuple[ProcedureStep, ...] = ()
    unit: str | None = None
    responsible: str | None = None
    implementers: tuple[str, ...] = ()
    complaint: ComplaintChain | None = None
    cost: str | None = None
    place: str | None = None
    service_hours: str | None = None
    requirements_implementer: tuple[str, ...] = ()
    requirements_user: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    definitions: tuple[Definition, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    components_present: tuple[str, ...] = ()
    components_missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    shared_head: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    title_lines: tuple[str, ...] = ()

    def section(self, facet: Facet) -> Section | None:
        """Return the first section of that kind that says anything, else the first, or None."""
        bare: Section | None = None
        for section in self.sections:
            if section.facet is facet:
                if section.items:
                    return section
                bare = bare or section
        return bare

    def item(self, facet: Facet) -> Item | None:
        """Return the first item (of the scope, say) that alone answers the facet, or None."""
        for section in self.sections:
            for top in section.items:
                for item in top.walk():
                    if item.facet is facet:
                        return item
        return None

    def step(self, number: str) -> ProcedureStep | None:
        """Return the step with that full number, or None."""
        return next((s for s in self.walk_steps() if s.number == number), None)

    def walk_steps(self) -> Iterator[ProcedureStep]:
        """Yield all steps of all levels, in the text's order."""
        for step in self.steps:
            yield from step.walk()
