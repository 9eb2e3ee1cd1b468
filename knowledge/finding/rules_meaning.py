"""The rule for what a term means that the text explains anywhere, and what sets two apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.finding.answers import Request
from knowledge.finding.aspects import ASKED
from knowledge.finding.case import Case, Decision, worth_reading
from knowledge.finding.explained import explained_in, stems_of_term
from knowledge.model import Definition

_MOST = 3
_MEANING = re.compile(
    r"\b(?:(?:di)?maksud(?:kan|nya)?|apa\s+(?:sih\s+)?(?:itu|arti\w*|pengertian\w*|definisi\w*)"
    r"|(?:itu|ini|tuh)\s+(?:sebenarnya\s+)?(?:apa(?:an)?|yang\s+(?:kayak\s+)?(?:gimana|bagaimana))"
    r"\b(?!\s+(?:saja|aja))|artinya|singkatan|kepanjangan(?:nya)?|definisi|pengertian"
    r"|^(?:\S+\s+){1,3}(?:itu|tuh)\s+siapa|(?:siapa|apa)\s+yang\s+disebut|what\s+(?:is|are|does)|meaning\s+of|stands?\s+for)\b",
    re.I,
)
_NO_MEANING = re.compile(
    r"\bmaksud\s+(?:dan\s+tujuan|saya|gue|gw|di\w+nya|pe\w+an)\b|\b(?:buat|untuk)\s+apa\b"
    r"|\bwhat\s+(?:is|are)\s+the\b",
    re.I,
)
_ONE = re.compile(
    r"(?:1|satu)\s+\w+\s+(?:itu\s+)?(?:sama\s+dengan\s+|setara\s+)?(?:berapa|brp|brapa)\b", re.I
)
_APART = re.compile(r"\b(?:\w*beda(?:nya|kan|an|annya)?|differen\w+|differ)\b", re.I)
_IS_WHAT = re.compile(r"\bitu\s+apa\b|\bapa\s+itu\b", re.I)
_FRAME = frozenset(
    "apa siapa maksud dimaksud arti singkat singkatan panjang sebut disebut beda istilah layan "
    "standar sop definisi erti ini itu hari kerja kalender menit jam".split()
)
_STRAY = 1  # words of a question that neither frame it nor name the term


@dataclass(frozen=True, slots=True)
class _Fit:
    """An explained term of a standard, with the stems by which a question names it."""

    standard: str
    term: Definition
    stems: frozenset[str]


def meaning(case: Case) -> Decision | None:
    """Read "apa yang dimaksud dengan X?", "1 X berapa menit?", "apa bedanya X dan Y?"."""
    flat = case.question.flat
    if _NO_MEANING.search(flat) or case.question.step:
        return None
    apart = bool(_APART.search(flat))
    if not (apart or _MEANING.search(flat) or _ONE.match(flat)):
        return None
    for keys in _places(case):
        found = list(_asked(case, keys, several=apart))
        if found and (not apart or _terms(found) > 1):
            return Decision(_fresh(found))
    return None


def _places(case: Case) -> Iterator[Sequence[str]]:
    """Yield where to look: in the standard that is meant, then in all."""
    if case.scope.standard:
        yield (case.scope.standard,)
    yield worth_reading(case, tuple(case.shelf.standards))


def _asked(case: Case, keys: Sequence[str], *, several: bool) -> Iterator[tuple[str, Definition]]:
    """Yield the explained terms that a question names, if it names little besides."""
    question = case.question
    named = {question.words[p].stem for p in question.naming}
    fits = _fitting(case, keys)
    covered = frozenset[str]().union(*(fit.stems for fit in fits)) if several else frozenset()
    besides = [fit for fit in fits if not fit.stems <= named]
    enough = len({fit.stems for fit in besides}) > int(several)
    if (several or not enough) and _asks_a_part(case, covered):
        return
    content = {w.stem for w in question.content() if not w.text.isdigit()} - _FRAME - named
    for fit in besides if enough else fits:
        is_part = any(fit.stems < other.stems for other in fits)
        if not is_part and len(content - fit.stems - covered) <= _STRAY:
            yield fit.standard, fit.term


def _fitting(case: Case, keys: Sequence[str]) -> list[_Fit]:
    """Return the explained terms whose every word the question has."""
    said = {word.stem for word in case.question.words} | stems_of_term(case.question.flat)
    return [
        _Fit(key, one, stems)
        for key in keys
        for one in explained_in(case.shelf.standards[key])
        for stems in _named_by(one)
        if stems <= said
    ]


def _asks_a_part(case: Case, terms: frozenset[str] = frozenset()) -> bool:
    """Say whether a part of the standard is asked for, by more than the words of the terms."""
    question = case.question
    rivals = {
        aspect
        for aspect, hit in question.hits.items()
        if aspect in ASKED and not {question.words[p].stem for p in hit.positions} <= terms
    } - {"definitions"}
    if _IS_WHAT.search(question.flat) and not re.search(r"\btujuan", question.flat):
        rivals -= {"purpose"}  # "X itu apa sih maksudnya"
    return bool(rivals) or len(question.named.mentioned) > 1


def _named_by(one: Definition) -> Iterator[frozenset[str]]:
    """Yield the stems of a term, and those of its short form."""
    for name in filter(None, (one.term, one.abbreviation)):
        if (stems := stems_of_term(name)) and not stems <= _FRAME:
            yield stems


def _terms(found: Sequence[tuple[str, Definition]]) -> int:
    return len({stems_of_term(one.term) for _, one in found})


def _fresh(found: Sequence[tuple[str, Definition]]) -> tuple[Request, ...]:
    """Return one request for each text that explains it."""
    texts = {one.text: Request("definition", key, subject=one.term) for key, one in reversed(found)}
    return tuple(dict.fromkeys(reversed(texts.values())))[:_MOST]
