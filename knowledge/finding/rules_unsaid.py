"""Rules for what the standards do not say: known before a part of them is told instead."""

from __future__ import annotations

import re

from knowledge.finding.answers import Request
from knowledge.finding.case import Case, Decision
from knowledge.finding.index import Found
from knowledge.finding.passages import stems_of
from knowledge.finding.question import Question
from knowledge.finding.scope import How, best_facet

_UNSAID = Decision(())
_THERE_IS = frozenset({"ada", "adakah", "tersedia", "disediakan", "menyediakan"})
_ASKING = frozenset({"siapa", "berapa", "kapan", "bagaimana", "mengapa", "kenapa"})
_OF_THINGS = frozenset({None, "place", "facilities", "service_hours"})
_MAKING = frozenset(
    "membuat buat bikin pembuatan mengurus urus pengurusan daftar mendaftar mendaftarkan cetak "
    "memperpanjang perpanjang perpanjangan mengganti ganti".split()
)
_OF_MAKING = frozenset(
    {"requirements", "requirements_user", "procedure", "cost", "duration", "place", None}
)
_BROUGHT = ("requirements", "legal_basis", "definitions", "procedure", "other", "competence")
_GIVING = ("terbit", "cetak", "buat", "sah", "produk")
_WHOLE = 0.99  # share of the thing that a passage must hold
_ALL = 400  # passages that say the thing: none of them may be of a service that gives it
_VALID = frozenset({"berlaku", "berlakunya", "kedaluwarsa", "kadaluarsa", "kadaluwarsa"})
_FOR_HOW_LONG = frozenset({"tahun", "masa"})
_OVER = re.compile(r"\b(?:lewat|habis|melewati|berakhir)\b[^.;]{0,12}\bberlaku\b", re.IGNORECASE)
_VALIDITY = re.compile(r"\bberlaku\b[^.;]*\d|\d[^.;]*\bberlaku\b", re.IGNORECASE)


def existing(case: Case) -> Decision | None:
    """Read "ada parkir di tempat ...?": of a thing that no text names nothing is told."""
    question = case.question
    if best_facet(question) not in _OF_THINGS or _ASKING & question.texts:
        return None
    strangers = case.search.strangers(question)
    asked = _behind(question)
    return _UNSAID if asked and asked in strangers else None


def private(case: Case) -> Decision | None:
    """Read the wish for somebody's own number or address: no standard gives any."""
    asks = case.question.has("complaint_channel", "place")
    return _UNSAID if asks and "pribadi" in case.question.texts else None


def another_service(case: Case) -> Decision | None:
    """Read "syarat bikin KTP?" where that is but a paper to bring: making one is no service here.

    A word of a title, or of what a service gives or makes, may be meant after all.
    """
    question, index = case.question, case.shelf.index
    if question.has("who", "sign") or case.scope.how not in (How.OPEN, How.SEVERAL):
        return None
    if best_facet(question) not in _OF_MAKING:
        return None
    thing = _made(question)
    if thing and case.scope.how is How.SEVERAL and _named_by_verb(question):
        return _UNSAID if not any(_explained(case, stem) for stem in thing) else None
    vocabulary = case.shelf.names.vocabulary()
    found = [] if vocabulary.issuperset(thing) else _saying(case, thing)
    mere = all(
        f.passage.facet.startswith(_BROUGHT) and not index.holds(f.passage, _GIVING) for f in found
    )
    return _UNSAID if found and mere else None


def _made(question: Question) -> tuple[str, ...]:
    """Return the stems of what somebody wants to make or register, named right behind the verb."""
    words = question.words
    here = next((p for p, word in enumerate(words) if word.text in _MAKING), len(words))
    cued = {p for hit in question.hits.values() for p in hit.positions}
    behind = (words[p] for p in range(here + 1, min(here + 3, len(words))) if p not in cued)
    return tuple(word.stem for word in behind if not word.is_stop)


def _named_by_verb(question: Question) -> bool:
    """Say whether nothing but what is done ("daftar") names the services."""
    named = question.naming
    return bool(named) and all(question.words[p].text in _MAKING for p in named)


def _explained(case: Case, stem: str) -> bool:
    return stem in case.shelf.names.vocabulary()


def _saying(case: Case, thing: tuple[str, ...]) -> list[Found]:
    """Return the passages that say the whole thing, else its first word alone."""
    for stems in (thing, thing[:1]):
        query = dict.fromkeys(stems, 1.0)
        found = case.shelf.index.search(query, limit=_ALL, floor=_WHOLE) if query else []
        if found:
            return found
    return []


def _behind(question: Question) -> str | None:
    """Return the first word of content behind "ada", if nothing but fillers stands between."""
    words = iter(question.words)
    if not any(word.text in _THERE_IS for word in words):
        return None
    return next((word.text for word in words if not word.is_stop), None)


def validity(case: Case) -> Decision | None:
    """Read how long a thing is valid, which is not how long it takes to get it."""
    question, standard = case.question, case.shelf.get(case.scope.standard)
    asks = not _VALID.isdisjoint(question.texts)
    long = question.has("duration", "duration_total") or not _FOR_HOW_LONG.isdisjoint(
        question.texts
    )
    if not asks or standard is None or not long:
        return None
    described = case.search.described(question, question.hits.keys(), titles=False)
    asked = {stem for stem, weight in described.items() if weight == 1.0}
    said = [
        (f"{section.heading}: {i.text}", Request("passage", standard.id, subject=i.source.section))
        for section in standard.sections
        for top in section.items
        for i in top.walk()
    ]
    said += [
        (text, Request("step", standard.id, step.number))
        for step in standard.walk_steps()
        for text in (step.text, *(d.text for d in step.details), *(n.text for n in step.notes))
    ]
    valid = [(text, request) for text, request in said if _VALIDITY.search(text)]
    valid = [one for one in valid if not _OVER.search(one[0])] or valid
    if not valid:
        return _UNSAID
    return Decision((max(valid, key=lambda one: len(asked.intersection(stems_of(one[0]))))[1],))
