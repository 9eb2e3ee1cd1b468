"""The rule for questions about the document itself: its number, its dates, who passed it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.finding.answers import Request
from knowledge.finding.case import MOST_OPTIONS, Case, Decision, one, worth_reading
from knowledge.finding.identity import facts
from knowledge.finding.identity_asked import asked_of, asks_name, names_decree
from knowledge.finding.imprint import imprint_of
from knowledge.finding.scope import How
from knowledge.language.normalize import as_words, flatten, tokens

_DECREE = re.compile(r"(?:keputusan|peraturan)\b", re.I)
#: A title or a degree, a name in capitals alone on its line, or the number of a civil servant.
_PERSON = re.compile(
    r"\b(?:Drs?|Dra|Ir|Hj?|Prof|dr|drg|Capt)\.\s+[A-Z]|,\s*(?:S|M|A)\.\s?[A-Z]|\bNIP\W+\d{8}"
    r"|^(?!KEPALA|KABUPATEN|KOTA|DINAS|SEKRETARIS|DIREKTUR|KETUA|CAMAT)[A-Z]{3,}(?: [A-Z.]+)+$"
)


def identity(case: Case) -> Decision | None:
    """Read "nomor SOP ... berapa?", "keputusan ini berlaku kapan?", where the document says it."""
    asked = asked_of(case.question.flat, spoken_of=_is_spoken_of(case))
    if not asked:
        return None
    subject = "+".join(asked)
    here = case.scope.standard
    if here and _is_told(case, here, asked):
        return one("document", here, subject=subject)
    if here and case.scope.how is not How.TOPIC:
        return None
    meant = _others(case, asked)
    if here and len(meant) > 1:
        return None
    requests = tuple(Request("document", key, subject=subject) for key in meant[:MOST_OPTIONS])
    return Decision(requests, choose=len(requests) > 1) if requests else None


def _is_spoken_of(case: Case) -> bool:
    """Say whether the document itself is meant: by the answer before, or as the only decree."""
    if case.topic.aspect == "document" and case.scope.how is How.TOPIC:
        return True
    standard = case.shelf.get(case.scope.standard)
    if standard is None or not names_decree(case.question.flat):
        return False
    decree = any(_DECREE.match(line.text) for line in imprint_of(standard).head)
    return decree and not case.shelf.index.count("keputusan", standard.id)


def _others(case: Case, asked: Sequence[str]) -> list[str]:
    """Return one standard of each document that tells it, or the one that the question is like."""
    possible = tuple(case.shelf.standards) if case.scope.standard else case.scope.possible
    told = [key for key in worth_reading(case, possible) if _is_told(case, key, asked)]
    documents = {case.shelf.document_of(key)[0].id: key for key in reversed(told)}
    return _likest(case, list(documents.values())[::-1])


def _is_told(case: Case, key: str, asked: Sequence[str]) -> bool:
    told = facts(case.shelf, case.shelf.standards[key], asked)
    if "passed" in asked and asks_name(case.question.flat):
        return any(_PERSON.search(line.text) for line in told)
    return any(told)


def _likest(case: Case, keys: Sequence[str]) -> list[str]:
    """Return the one whose file prints most words of the question, or all where none stands out."""
    stems = {word.stem for word in case.question.content()}
    shares = {key: len(stems & _stems_of(case, key)) for key in keys}
    most = max(shares.values(), default=0)
    best = [key for key in keys if shares[key] == most]
    return best if most > 1 and len(best) == 1 else list(keys)


def _stems_of(case: Case, key: str) -> frozenset[str]:
    """Return the stems of all titles of a document, and of what stands above the first."""
    beside = case.shelf.document_of(key)
    said = [*(s.title for s in beside), *(line.text for line in imprint_of(beside[0]).head)]
    return frozenset(word.stem for word in as_words(tokens(flatten(" ".join(said)))))
