"""Answers about complaints: who receives them, who follows them up, and what is not said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from knowledge.finding.alternatives import with_alternatives
from knowledge.finding.answering import Answered, cite, short_title, unique
from knowledge.finding.answers import Citation, ReplyKind, Request
from knowledge.finding.contents import timed_items
from knowledge.finding.facets import missing
from knowledge.finding.passages import stems_of
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import ComplaintCase, ComplaintChain, Facet, ServiceStandard, Source

_BETWEEN = re.compile(r"[(),;/]|\b(?:dan|atau|maupun|serta)\b", re.I)
_LISTED = re.compile(r"[(),;/]")
_WRONG = re.compile(
    r"\s*(?:ke\w{3,}an|gangguan|selisih|salah|hilangnya)(?=\s+(?!dan\b|atau\b)\w)", re.I
)
#: What begins a thing of its own behind "dan": "keterlambatan surat dan sikap petugas".
_NAMED = re.compile(
    r"\s*(?:(?:ke|pe)\w{3,}(?:an|nya)|sikap|perilaku|etika|tarif|antre\w*|fasilitas|sarana|prasarana"
    r"|pungli|suap|gangguan|salah|gratifikasi|hilangnya|rusaknya|uang|jaminan)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:tidak|belum|tanpa)\b", re.I)
#: What complaints of every kind are about.
_OF_ANY_KIND = frozenset(
    stem
    for word in "masalah dugaan perilaku sikap pelayanan layanan hal adanya gangguan proses "
    "terkait kondisi keadaan oleh petugas pegawai pelaksanaan pelanggaran indikasi".split()
    for stem in stems_of(word)
)
_FOCUS = {
    "complaint": "all",
    "complaint_receiver": "receiver",
    "complaint_handler": "handler",
    "complaint_delegation": "delegation",
}


def complaint(shelf: Shelf, request: Request) -> Answered:
    """Answer with the chain of the complaint section, what was asked first."""
    standard = shelf.standards[request.standard or ""]
    chain = standard.complaint
    if chain is None:
        return missing(standard, "complaint")
    focus = "another" if request.subject else _FOCUS.get(request.aspect, "all")
    values = chain_values(standard, chain) | {"focus": focus}
    if request.subject:
        values |= _another_way(chain, request.subject)
    citations = sources_of(standard, chain, focus, request.subject)
    return Answered("complaint", values, citations, next=suggestions(standard, "complaint"))


def chain_values(standard: ServiceStandard, chain: ComplaintChain) -> dict[str, object]:
    """Return the chain as values for a text."""
    return {
        "standard": short_title(standard),
        "received_by": chain.received_by,
        "via": chain.via,
        "addressed_to": chain.addressed_to,
        "sender": chain.sender,
        "delegation": chain.delegation.value if chain.delegation else None,
        "handled_by": handled_by(standard, chain),
        "together_with": chain.together_with,
        "channels": chain.channels,
        "cases": chain.cases,
        "next": chain.next,
    }


def _another_way(chain: ComplaintChain, section: str) -> dict[str, object]:
    """Return the kinds, or the next one, that a line of the section speaks of."""
    cases = tuple(case for case in chain.cases if case.source.section == section)
    is_next = chain.next_source is not None and chain.next_source.section == section
    return {"cases": cases, "next": chain.next if is_next else None}


def cases_told(
    cases: Sequence[ComplaintCase],
    stems: Collection[str],
    *,
    denied: bool,
    title: Collection[str] = (),
    own: bool = False,
) -> list[ComplaintCase]:
    """Return the kinds of complaints that words speak of, given by their stems.

    What a kind denies ("air tidak mengalir") must be `denied` there too. Words of the `title`
    alone ("isi SKBT") tell of no kind, for every complaint about the service says them, unless
    they tell kinds apart ("ruang rapat", "kendaraan dinas") and not only `own` words count.
    """
    said, named = frozenset(stems), frozenset(title)
    apart = sum(any(part <= named for part, _ in _parts(case.about)) for case in cases) > 1
    named = frozenset() if apart and not own else named
    return [
        case
        for case in cases
        if any(
            part <= said and not (named and part <= named) and (denied or not denies)
            for part, denies in _parts(case.about)
        )
    ]


def parts_of(about: str) -> list[str]:
    """Return each thing that a kind is about, with what is wrong with it said of each.

    "Kesalahan data pada surat atau SK" is no kind of all that has to do with an SK.
    """
    parts = [part for part in _BETWEEN.split(about) if part.strip()]
    wrong = None if _LISTED.search(about) else _WRONG.match(about)
    if wrong is None:
        return parts
    first, *others = parts
    return [first, *(p if _NAMED.match(p) else f"{wrong[0]} {p.strip()}" for p in others)]


def parts_told(about: str, stems: Collection[str]) -> list[str]:
    """Return the things of a kind whose words are all among others."""
    said = frozenset(stems)
    parts = ((part, frozenset(stems_of(part)) - _OF_ANY_KIND) for part in parts_of(about))
    return [part for part, own in parts if own and own <= said]


def _parts(about: str) -> Iterator[tuple[frozenset[str], bool]]:
    """Yield the words of each thing that a kind is about ("kebocoran, air keruh"); if it denies."""
    for part in parts_of(about):
        stems = frozenset(stems_of(part)) - _OF_ANY_KIND
        if stems:
            yield stems, bool(_DENIES.search(part))


def handled_by(standard: ServiceStandard, chain: ComplaintChain) -> tuple[str, ...]:
    """Return who follows complaints up, as the section lists them."""
    section = standard.section(Facet.COMPLAINT)
    items = [item for top in section.items for item in top.walk()] if section else []
    return with_alternatives(chain.handled_by, " ".join(item.text for item in items))


def sources_of(
    standard: ServiceStandard, chain: ComplaintChain, focus: str, line: str | None = None
) -> tuple[Citation, ...]:
    """Return the places in the complaint section that say what is in focus."""
    section = standard.section(Facet.COMPLAINT)
    by_focus: dict[str, list[Source | None]] = {
        "receiver": [chain.received_source],
        "handler": [chain.delegation_source, chain.handled_source],
        "delegation": [chain.delegation_source],
        "another": [s for s in _other_sources(chain) if s.section == line],
    }
    sources = [s for s in by_focus.get(focus, []) if s is not None]
    if sources and focus == "handler":
        sources += [s for s in _other_sources(chain) if s not in sources]
    if not sources and section is not None:
        sources = [section.source]
    put_right = [s for s in (chain.received_source, chain.handled_source) if s and s.corrected]
    sources += [s for s in put_right if s not in sources]
    return unique([cite(standard, source) for source in sources])


def _other_sources(chain: ComplaintChain) -> list[Source]:
    """Return the lines about complaints that go another way."""
    beside = [chain.next_source] if chain.next_source else []
    return [*(case.source for case in chain.cases), *beside]


def complaint_time(shelf: Shelf, request: Request) -> Answered:
    """Say whether the complaint section sets a time; quote it if it does."""
    standard = shelf.standards[request.standard or ""]
    section = standard.section(Facet.COMPLAINT)
    if section is None:
        return missing(standard, "complaint")
    timed = timed_items(standard, Facet.COMPLAINT)
    values = {"standard": short_title(standard), "lines": [item.text for item in timed]}
    sources = [cite(standard, item.source) for item in timed] or [cite(standard, section.source)]
    kind = ReplyKind.ANSWER if timed else ReplyKind.UNKNOWN
    return Answered(
        "complaint_time", values, unique(sources), kind,
        next=suggestions(standard, "complaint_time"),
    )  # fmt: skip


def person_name(shelf: Shelf, request: Request) -> Answered:
    """Say that the standard names posts and no persons."""
    standard = shelf.standards[request.standard or ""]
    item = standard.item(Facet.RESPONSIBLE)
    values = {"standard": short_title(standard), "responsible": standard.responsible}
    citations = (cite(standard, item.source),) if item else ()
    return Answered(
        "person_name", values, citations, ReplyKind.UNKNOWN,
        suggestions(standard, "person_name"),
    )  # fmt: skip
