"""Complaints of a kind that a standard gives to somebody of its own ("mengenai hasil uji")."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.finding.answering import cite
from knowledge.finding.complaining import cases_told
from knowledge.model import ComplaintCase, ComplaintChain
from knowledge.routing.chains import Chain
from knowledge.routing.message import Message

_SEVERAL = 2
_DENYING = frozenset({"tidak", "belum", "bukan", "tanpa", "mati", "macet"})
_MONEY = re.compile(r"\b(?:pungutan|pungli|suap|gratifikasi|korupsi|pemerasan|imbalan)\b", re.I)


def of_its_kind(chain: Chain, message: Message) -> Chain:
    """Return the chain with the handlers of the kinds that a text speaks of, if it does of any."""
    complaint = chain.standard.complaint
    told = _told(complaint, message) if complaint else []
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


def _told(complaint: ComplaintChain, message: Message) -> list[ComplaintCase]:
    told = []
    for clause in message.clauses:  # words of one thing stand together
        said = {word.stem for word in clause.words}
        denied = not _DENYING.isdisjoint(word.text for word in clause.words)
        told += cases_told(complaint, said, denied=denied)
    if any(clause.signs("money") for clause in message.clauses):
        told += [case for case in complaint.cases if _MONEY.search(case.about)]
    return list(dict.fromkeys(told))
