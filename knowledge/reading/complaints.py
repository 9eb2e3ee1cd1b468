"""The complaint section: who receives, delegates and follows up, and how to reach them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.model import ComplaintCase, ComplaintChain, Delegation, Section, Source
from knowledge.reading.channels import read_channels
from knowledge.reading.complaint_cases import of_rest, of_service, read_cases, said_of_all
from knowledge.reading.complaint_fields import read_fields
from knowledge.reading.complaint_handling import (
    read_delegation,
    read_handling,
    read_shared_delegation,
)
from knowledge.reading.complaint_next import read_next
from knowledge.reading.complaint_receivers import Lines, read_receiver
from knowledge.reading.complaint_sentences import sentences_of
from knowledge.reading.complaint_words import is_narrow, is_wrong

#: The head of a unit whose name is not said.
_BARE = re.compile(
    r"(Kepala\s+(?:Seksi|Bidang|Bagian|Subbagian|Subbidang))"
    r"(?:\s+(?:yang\s+)?(?:bersangkutan|terkait|tersebut|masing-masing))?"
)
#: "Pejabat yang menangani pengaduan:" above those who are meant.
_VAGUE = re.compile(
    r"(?:pejabat|petugas|pihak|pegawai)(?:\s+(?:lain(?:nya)?|terkait|berwenang|yang\s+\w+))?", re.I
)
_SENDER = re.compile(
    r"\b(?:pengaduan|keluhan|masukan|saran|aduan)\s+(?:dari|oleh)\s+(?P<who>[^,.;]{1,200}?)"
    r"(?=\s+(?:yang|terkait\s+dengan|berkaitan|mengenai|tentang|dapat|di\w+kan)\b|[,.;])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Shares:
    """Who handles complaints: of all kinds (`posts`), together with whom, and of one (`cases`)."""

    posts: list[str]
    source: Source | None
    together: list[str]
    cases: tuple[ComplaintCase, ...]
    delegation: Delegation | None
    delegate: str | None
    delegation_source: Source | None


def read_complaint(section: Section, responsible: str | None, title: str = "") -> ComplaintChain:
    """Return the chain of a complaint section; a part that the text leaves out is None or empty.

    "Kepala Seksi" alone ("yang bersangkutan") is the head of section that is `responsible`.
    """
    everything = list(sentences_of(section))
    next_, next_source = read_next(everything) or (None, None)
    cases, fields, lines = _shared_out(section, everything, title)
    receiver, received_source = read_receiver(lines)
    shares = _shares(cases, fields, lines, everything)
    if rest := of_rest(cases):
        others = tuple(case for case in cases if case is not rest)
        shares = replace(shares, posts=list(rest.handled_by), source=rest.source, cases=others)
    elif not shares.posts and (of_all := _of_all(cases, title, is_received=receiver is not None)):
        others = tuple(case for case in cases if case is not of_all)
        shares = replace(shares, posts=list(of_all.handled_by), source=of_all.source, cases=others)
        if receiver is None:
            receiver, received_source = read_receiver(_speaking_of(of_all, everything))
    elif whole := of_service(cases, title):
        shares = _of_service(shares, whole, title)
    handled_by = tuple(_in_full(name, responsible) for name in shares.posts)
    at = shares.delegation_source
    return ComplaintChain(
        received_by=_in_full(receiver.post, responsible) if receiver else shares.delegate,
        delegation=shares.delegation,
        handled_by=handled_by,
        together_with=tuple(n for n in shares.together if n not in handled_by),
        channels=read_channels(section),
        sender=_sender(lines),
        via=receiver.via if receiver else None,
        received_source=received_source or (at if shares.delegate else None),
        delegation_source=at,
        handled_source=shares.source or (at if handled_by else None),
        addressed_to=receiver.addressed_to if receiver else None,
        cases=shares.cases,
        next=next_,
        next_source=next_source,
    )


def _of_service(shares: _Shares, whole: ComplaintCase, title: str) -> _Shares:
    """Return the shares with who handles what is said of the service by its own name."""
    if whole.about not in title.casefold():
        return shares
    others = tuple(case for case in shares.cases if case is not whole)
    posts = list(whole.handled_by)
    return replace(shares, posts=posts, source=whole.source, cases=others, delegation=None)


def _shares(
    cases: tuple[ComplaintCase, ...], fields: list[str], lines: Lines, everything: Lines
) -> _Shares:
    """Return who handles complaints, as the lines about all of them and the fields tell."""
    handled, together, source = read_handling(lines)
    delegation, delegate, deputies, at = read_delegation(lines)
    deputies = [name for name in deputies if not (cases and _VAGUE.fullmatch(name))]
    if fields and all(map(_BARE.fullmatch, deputies)):  # "kepada Kepala Bagian sesuai bidangnya"
        handled = [] if all(map(_VAGUE.fullmatch, handled)) else handled
        delegation, delegate, deputies, at = read_delegation(everything)
        deputies = deputies and fields
        if not (deputies or handled):
            handled, source = fields, cases[-1].source
    if delegation is Delegation.OPTIONAL and delegate in handled:
        delegation, deputies = None, []  # who may hand it on is said to handle it himself
    if delegation is None and len(cases) > 1:
        delegation, at = read_shared_delegation(everything)
    return _Shares(deputies or handled, source, together, cases, delegation, delegate, at)


def _speaking_of(case: ComplaintCase, lines: Lines) -> Lines:
    """Return the lines that tell of a kind: they may say who receives it first."""
    return [line for line in lines if case.about in line[0]]


def _of_all(
    cases: Sequence[ComplaintCase], title: str, *, is_received: bool
) -> ComplaintCase | None:
    """Return the kind whose handler has all that is no other kind: the only one, or the service.

    One that is narrow ("sikap petugas") leaves the others with whoever receives them, and whoever
    has a wrong alone ("dugaan suap") has no others even where nobody does.
    """
    whole = of_service(cases, title)
    about = cases[0].about if len(cases) == 1 else ""
    only = bool(about) and not (is_wrong(about) or (is_received and is_narrow(about)))
    return cases[0] if only else whole


def _shared_out(
    section: Section, everything: Lines, title: str
) -> tuple[tuple[ComplaintCase, ...], list[str], Lines]:
    """Return the kinds of complaints, who has a field of them, and what is said of all others.

    One kind is none where nobody else handles or, but for its own sentence, receives any.
    """
    fields = list(read_fields(section))
    cases = tuple(dict.fromkeys([*read_cases(everything, title), *fields]))
    lines = said_of_all(everything, cases)
    handled = read_handling(lines)[0] or read_delegation(lines)[2]
    apart = read_receiver(lines)[0] and (not fields or is_narrow(cases[0].about)) if cases else None
    if len(cases) == 1 and not (handled or apart or is_wrong(cases[0].about)):
        return (), [], said_of_all(everything, ())
    names = list(dict.fromkeys(name for case in fields for name in case.handled_by))
    return cases, names if len(names) > 1 else [], lines


def _in_full(name: str, responsible: str | None) -> str:
    """Return "Kepala Seksi Pemerintahan" for "Kepala Seksi", where that one is responsible."""
    bare = _BARE.fullmatch(name)
    named = responsible and bare and responsible.startswith(f"{bare[1]} ")
    return responsible if named and responsible else name


def _sender(lines: list[tuple[str, Source]]) -> str | None:
    return next((m["who"].strip() for text, _ in lines if (m := _SENDER.search(text))), None)
