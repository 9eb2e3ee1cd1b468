"""Answers about complaints: who receives them, who follows them up, and what is not said."""

from __future__ import annotations

from knowledge.finding.alternatives import with_alternatives
from knowledge.finding.answering import Answered, cite, short_title, unique
from knowledge.finding.answers import Citation, ReplyKind, Request
from knowledge.finding.contents import timed_items
from knowledge.finding.facets import missing
from knowledge.finding.shelf import Shelf
from knowledge.finding.suggesting import suggestions
from knowledge.model import ComplaintChain, Facet, ServiceStandard

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
    values = chain_values(standard, chain) | {"focus": _FOCUS.get(request.aspect, "all")}
    citations = _sources(standard, chain, str(values["focus"]))
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
    }


def handled_by(standard: ServiceStandard, chain: ComplaintChain) -> tuple[str, ...]:
    """Return who follows complaints up, as the section lists them."""
    section = standard.section(Facet.COMPLAINT)
    items = [item for top in section.items for item in top.walk()] if section else []
    return with_alternatives(chain.handled_by, " ".join(item.text for item in items))


def _sources(standard: ServiceStandard, chain: ComplaintChain, focus: str) -> tuple[Citation, ...]:
    section = standard.section(Facet.COMPLAINT)
    by_focus = {
        "receiver": [chain.received_source],
        "handler": [chain.delegation_source, chain.handled_source],
        "delegation": [chain.delegation_source],
    }
    sources = [s for s in by_focus.get(focus, []) if s is not None]
    if not sources and section is not None:
        sources = [section.source]
    put_right = [s for s in (chain.received_source, chain.handled_source) if s and s.corrected]
    sources += [s for s in put_right if s not in sources]
    return unique([cite(standard, source) for source in sources])


def complaint_channel(shelf: Shelf, request: Request) -> Answered:
    """Answer with the channels the text names, or say that it gives none."""
    standard = shelf.standards[request.standard or ""]
    chain = standard.complaint
    if chain is None:
        return missing(standard, "complaint")
    values = chain_values(standard, chain)
    kind = ReplyKind.ANSWER if chain.channels else ReplyKind.UNKNOWN
    return Answered(
        "complaint_channel", values, _sources(standard, chain, "receiver"), kind,
        next=suggestions(standard, "complaint_channel"),
    )  # fmt: skip


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
