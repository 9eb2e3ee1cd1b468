"""Complaints of a kind that a standard gives to somebody of its own ("mengenai hasil uji")."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.finding.answering import cite
from knowledge.finding.complaining import cases_told
from knowledge.finding.passages import stems_of
from knowledge.model import ComplaintCase, ComplaintChain
from knowledge.routing.chains import Chain
from knowledge.routing.message import Clause, Message

_SEVERAL = 2
_DENYING = frozenset({"tidak", "belum", "bukan", "tanpa", "mati", "macet"})
_MANNERS = re.compile(r"\b(?:sikap|perilaku|kesopanan|keramahan|etika)\b", re.I)
_RUDE = re.compile(
    r"\b(?:judes|jutek|ketus|kasar|galak|cuek|sombong|arogan|angkuh|sinis|bentak|dibentak|membentak"
    r"|memaki|dimaki|dimarahi|(?:tidak|kurang) (?:ramah|sopan))\b"
)
_LATENESS = re.compile(r"\b(?:keterlambatan|kelambatan|lambat\w*|lamanya)\b", re.I)
_LATE = re.compile(
    r"\b(?:lambat|terlambat|telat|lama|molor|lelet|lemot)\b"
    r"|\b(?:belum|tidak)\b(?: \w+){0,2} (?:jadi|selesai|keluar|terbit|kelar)\b"
)
_MONEY = re.compile(r"\b(?:pungutan|pungli|suap|gratifikasi|korupsi|pemerasan|imbalan)\b", re.I)


def of_its_kind(chain: Chain, message: Message) -> Chain:
    """Return the chain with the handlers of the kinds that a text speaks of, if it does of any."""
    complaint = chain.standard.complaint
    told = _told(complaint, message, chain.standard.title) if complaint else []
    if not told:
        return _of_any_kind(chain, complaint) if complaint else chain
    names = dict.fromkeys(name for case in told for name in case.handled_by)
    return replace(
        chain,
        handlers=tuple(name for name in names if name != chain.receiver),
        together=(),
        delegation=None,
        kind=" / ".join(case.about for case in told),
        handled_source=cite(chain.standard, told[0].source),
    )


def _of_any_kind(chain: Chain, complaint: ComplaintChain) -> Chain:
    """Return the chain with all who have a kind, where nobody has what is left: one is chosen."""
    if chain.handlers or len(complaint.cases) < _SEVERAL:
        return chain
    names = dict.fromkeys(name for case in complaint.cases for name in case.handled_by)
    handlers = tuple(name for name in names if name != chain.receiver)
    if len(handlers) < _SEVERAL:
        return chain
    source = cite(chain.standard, complaint.cases[0].source)
    return replace(chain, handlers=handlers, handled_source=source)


def _told(complaint: ComplaintChain, message: Message, title: str) -> list[ComplaintCase]:
    told = []
    named = stems_of(title)
    for clause in message.clauses:  # words of one thing stand together
        said = {word.stem for word in clause.words}
        denied = not _DENYING.isdisjoint(word.text for word in clause.words)
        told += cases_told(complaint, said, denied=denied, title=named)
    return list(dict.fromkeys([*told, *_told_otherwise(complaint, message)]))


def _told_otherwise(complaint: ComplaintChain, message: Message) -> list[ComplaintCase]:
    """Return the kinds told in other words; the gravest alone, for who takes money is rude too."""
    for pattern, is_told in _KINDS:
        told = [case for case in complaint.cases if pattern.search(case.about)]
        if told and any(map(is_told, message.clauses)):
            return told
    return []


def _tells_of_money(clause: Clause) -> bool:
    return bool(clause.signs("money"))


def _tells_of_manners(clause: Clause) -> bool:
    return bool(_RUDE.search(" ".join(word.text for word in clause.words)))


def _tells_of_lateness(clause: Clause) -> bool:
    return bool(_LATE.search(" ".join(word.text for word in clause.words)))


#: What a kind is called, and how a clause tells of it in other words; the gravest first.
_KINDS = (
    (_MONEY, _tells_of_money),
    (_MANNERS, _tells_of_manners),
    (_LATENESS, _tells_of_lateness),
)
