"""What happened to somebody who complains, and which kinds of complaints a standard names for it.

"Petugasnya judes" is told of "sikap petugas loket", "AC mati" of "sarana dan prasarana".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.finding.complaining import parts_of
from knowledge.finding.passages import stems_of
from knowledge.language import words
from knowledge.model import ComplaintCase
from knowledge.routing.message import Message

_GRAVE = frozenset({"money", "misuse", "measure", "leak", "wrong"})
_WRONGS = frozenset({"money", "misuse", "leak"})  # what "kode etik" means without saying it
_DEFECTS = frozenset({"facilities", "broken", "burst", "water", "application", "driver"})
_WEAK = frozenset({"late"})
_WISHED = frozenset({"wished"})
_DOUBTED = frozenset({"result"})
_NO_PLAIN = _GRAVE | _WEAK | _WISHED | _DOUBTED
_BREAKS = re.compile(r"\s*(?:gangguan|error|kendala)\s+(?:pada\s+)?(?!teknis)\w", re.I)

#: A kind that is of the people at work, whatever they did.
_OFFICERS = re.compile(
    r"(?:pegawai|petugas|aparat\w*|staf|karyawan|pelaksana)(?:\s+\w+){0,2}", re.I
)
_RESULT = re.compile(r"\s*(?:\w+\s+){0,2}hasil\b", re.I)


@dataclass(frozen=True, slots=True)
class Happening:
    """One kind of what happens, by its names in standards and by how people tell it."""

    name: str
    called: re.Pattern[str]
    told: re.Pattern[str]


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(name, re.compile(rf"\b(?:{called})\b", re.I), re.compile(told))
        for name, called, told in words.happenings()
    )


def grave(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds of money asked and trust misused or broken; they go before all others.

    Where none says which of these it means, it is the kind of any wrong ("kode etik pegawai"), or
    of those who did it ("petugas").
    """
    return _told(cases, message, _GRAVE) or _of_any_wrong(cases, message)


def _of_any_wrong(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    by_name = {one.name: one for one in _happenings()}
    if not any(_tells(by_name[name], message) for name in _WRONGS):
        return []
    wrong = [case for case in cases if by_name["wrong"].called.search(case.about)]
    return wrong or [case for case in cases if _OFFICERS.fullmatch(case.about)]


def tells_of_wrong(message: Message) -> bool:
    """Say whether a text tells of money asked or of trust misused or broken."""
    return any(one.name in _WRONGS and _tells(one, message) for one in _happenings())


def tells_of_defect(message: Message) -> bool:
    """Say whether a text tells of something that is broken, dirty or out of order."""
    return any(one.name in _DEFECTS and _tells(one, message) for one in _happenings())


def plain(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds of all else that happened but lateness, and what one only wishes for."""
    return _told(cases, message, {one.name for one in _happenings()} - _NO_PLAIN)


def wished(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds of things that a suggestion wishes for: chairs, a place to park."""
    return _told(cases, message, _WISHED)


def doubted(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds of results that somebody doubts: beside those kinds, not before them."""
    return _told(cases, message, _DOUBTED)


def weak(cases: Sequence[ComplaintCase], message: Message) -> list[ComplaintCase]:
    """Return the kinds of lateness, of which everybody tells who complains of anything."""
    return _told(cases, message, _WEAK)


def is_unbroken(part: str, message: Message) -> bool:
    """Say whether a kind is one of what breaks down, and nothing did: "gangguan aplikasi".

    Nor is a result doubted by who only waits for it: "hasil uji".
    """
    by_name = {one.name: one for one in _happenings()}
    unbroken = _BREAKS.match(part) and not _tells(by_name["application"], message)
    awaited = _RESULT.match(part) and _tells(by_name["late"], message)
    return bool(unbroken or (awaited and not _tells(by_name["result"], message)))


def _told(
    cases: Sequence[ComplaintCase], message: Message, names: set[str] | frozenset[str]
) -> list[ComplaintCase]:
    found: list[ComplaintCase] = []
    for one in _happenings():
        called = [case for case in cases if one.called.search(case.about)]
        if one.name in names and called and _tells(one, message):
            found += _nearest(called, one, message)
    return list(dict.fromkeys(found))


def _tells(one: Happening, message: Message) -> bool:
    by_sign = one.name == "money" and any(clause.signs("money") for clause in message.clauses)
    return by_sign or any(one.told.search(said) for said in _sentences(message))


def _sentences(message: Message) -> list[str]:
    said: dict[int, list[str]] = {}
    for clause in message.clauses:
        said.setdefault(clause.sentence, []).extend(word.text for word in clause.words)
    return [" ".join(texts) for texts in said.values()]


def _nearest(
    cases: Sequence[ComplaintCase], one: Happening, message: Message
) -> list[ComplaintCase]:
    """Return of several kinds of one happening those whose own words a text says most of."""
    said = {word.stem for clause in message.clauses for word in clause.words}
    shares = [_share(case, one, said) for case in cases]
    return [c for c, share in zip(cases, shares, strict=True) if share == max(shares)]


def _share(case: ComplaintCase, one: Happening, said: set[str]) -> int:
    """Return how many words beside that of the happening a text says of a kind."""
    parts = [part for part in parts_of(case.about) if one.called.search(part)] or [case.about]
    return max(len(said & {*stems_of(one.called.sub(" ", part))}) for part in parts)
