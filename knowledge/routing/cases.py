"""Complaints of a kind that a standard gives to somebody of its own ("mengenai hasil uji")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from knowledge.finding.answering import cite
from knowledge.finding.complaining import cases_told, parts_of, parts_told
from knowledge.finding.passages import stems_of
from knowledge.model import ComplaintCase, ComplaintChain
from knowledge.routing.chains import Chain
from knowledge.routing.happenings import doubted, grave, is_unbroken, plain, weak, wished
from knowledge.routing.kinds import Kind
from knowledge.routing.message import Message
from knowledge.routing.naming import rank_of_name
from knowledge.routing.ranks import Rank

_SEVERAL = 2
_DENYING = frozenset({"tidak", "belum", "bukan", "tanpa", "mati", "macet"})
_SUGGESTION = re.compile(r"\b(?:saran|masukan|usul(?:an)?)\b", re.I)
_ONLY_SUGGESTION = re.compile(r"(?:saran|masukan|usul(?:an)?)\b", re.I)
_OBJECTION = re.compile(r"\b(?:keberatan|sanggahan)\b", re.I)
_OBJECTS = 2  # words of an objection that a text must say to tell it from another one
#: What complaints about the service of an annex are about: "pelayanan Lampiran I".
_OF_ANNEX = re.compile(r"(?:pe)?layanan\s+(?:(?:dalam|pada)\s+)?lampiran\b", re.I)
IsAccused = Callable[[str], bool]


def of_its_kind(chain: Chain, message: Message, kind: Kind, is_accused: IsAccused) -> Chain:
    """Return the chain with the handlers of the kinds that a text speaks of, if it does of any."""
    complaint = chain.standard.complaint
    if complaint is None or not complaint.cases:
        return chain
    told = _told(complaint, message, chain.standard.title, kind, is_accused)
    if not told:
        return _of_any_kind(chain, complaint)
    names = tuple(dict.fromkeys(name for case in told for name in case.handled_by))
    # a post of its own that nobody else stands before receives what it handles
    alone = chain.receiver is None or _is_of_post(told[0])  # nobody below an accused judges him
    receiver = names[0] if alone and len(names) == 1 else chain.receiver
    source = cite(chain.standard, told[0].source)
    return replace(
        chain,
        receiver=receiver,
        handlers=tuple(name for name in names if name != receiver),
        together=(),
        delegation=None,
        kind=" / ".join(case.about for case in told),
        received_source=chain.received_source if receiver == chain.receiver else source,
        handled_source=source,
    )


def _of_any_kind(chain: Chain, complaint: ComplaintChain) -> Chain:
    """Return the chain with all who have a kind, where nobody has what is left: one is chosen."""
    if complaint.handled_by or chain.handlers or len(complaint.cases) < _SEVERAL:
        return chain
    names = dict.fromkeys(name for case in complaint.cases for name in case.handled_by)
    handlers = tuple(name for name in names if name != chain.receiver)
    if len(handlers) < _SEVERAL:
        return chain
    source = cite(chain.standard, complaint.cases[0].source)
    return replace(chain, handlers=handlers, handled_source=source)


def _told(
    complaint: ComplaintChain, message: Message, title: str, kind: Kind, is_accused: IsAccused
) -> list[ComplaintCase]:
    """Return the kinds that a text tells: the gravest alone, for who takes money is rude too."""
    accused = [case for case in complaint.cases if _is_of_post(case)]
    others = [case for case in complaint.cases if case not in accused]
    suggested = [case for case in others if _SUGGESTION.search(case.about)]
    if kind is Kind.MASUKAN and suggested:
        return suggested
    others = [case for case in others if not _ONLY_SUGGESTION.match(case.about)]
    return (
        [case for case in accused if is_accused(case.about)]
        or grave(others, message)
        or _objected(others, message)
        or _said_or_happened(others, message, title)
        or _by_words(others, message, title)
        or weak(others, message)
        or (wished(others, message) if kind is Kind.MASUKAN else [])
        or _of_service(others, title)
    )


def _said_or_happened(
    cases: list[ComplaintCase], message: Message, title: str
) -> list[ComplaintCase]:
    """Return the kinds that a clause names, those alone that also happened, and what happened.

    A word of the title tells kinds apart ("kondisi kendaraan") where nothing else does.
    """
    happened = plain(cases, message)

    def said(*, own: bool) -> list[ComplaintCase]:
        clauses = _by_clause(cases, message, title, own=own)
        return [case for of in clauses for case in [c for c in of if c in happened] or of]

    beside = [*happened, *doubted(cases, message)]
    return list(dict.fromkeys([*said(own=True), *beside])) or list(dict.fromkeys(said(own=False)))


def _of_service(cases: list[ComplaintCase], title: str) -> list[ComplaintCase]:
    """Return the one kind that is a service by its name ("mobil jenazah"), and it is this one.

    Of the services of annexes, each standard names its own alone.
    """
    named = frozenset(stems_of(title))
    found = [
        case
        for case in cases
        if _OF_ANNEX.match(case.about)
        or any(own and own <= named for own in map(frozenset, map(stems_of, parts_of(case.about))))
    ]
    return found if len(found) == 1 and len(cases) > 1 else []


def _is_of_post(case: ComplaintCase) -> bool:
    """Say whether a kind is that of complaints about a post: "menyangkut Kepala Subbagian X"."""
    return rank_of_name(case.about) is not Rank.OTHER


def _objected(cases: list[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds that are objections, where a text objects to what they are about."""
    said = {word.stem for clause in message.clauses for word in clause.words}
    if not _OBJECTION.search(message.plain):
        return []
    about = [case for case in cases if _OBJECTION.match(case.about)]
    return [
        case
        for case in about
        if len(said & {*stems_of(_OBJECTION.sub("", case.about))}) >= min(_OBJECTS, len(about))
    ]


def _by_words(cases: list[ComplaintCase], message: Message, title: str) -> list[ComplaintCase]:
    """Return the kinds whose words a whole sentence says."""
    told = _by_clause(cases, message, title, whole=True)
    return list(dict.fromkeys(case for of in told for case in of))


def _by_clause(
    cases: list[ComplaintCase],
    message: Message,
    title: str,
    *,
    whole: bool = False,
    own: bool = False,
) -> list[list[ComplaintCase]]:
    """Return for each clause the kinds whose words it, or its `whole` sentence, says.

    With `own`, words of the title tell none even where they tell kinds apart.
    """
    named = stems_of(title)
    told: list[list[ComplaintCase]] = []
    for clause in message.clauses:  # words of one thing stand together
        words = [w for c in (message.beside(clause) if whole else (clause,)) for w in c.words]
        said = {word.stem for word in words if not word.text.isdigit()}  # "loket 3" is no kind
        denied = not _DENYING.isdisjoint(word.text for word in words)
        found = cases_told(cases, said, denied=denied, title=named, own=own)
        told.append([case for case in found if not _is_undisturbed(case, message, said)])
    return told


def _is_undisturbed(case: ComplaintCase, message: Message, said: set[str]) -> bool:
    """Say whether all that a text says of a kind is something that did not break down."""
    return all(is_unbroken(part, message) for part in parts_told(case.about, said))
