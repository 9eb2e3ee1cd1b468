"""What could answer a question about a standard: each passage and each part, with its traits.

A trait is a word for what a passage is or tells ("facet:cost", "money"); a part has those of all
its passages. Which traits answer which questions is learned: `ranking`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.finding.answers import Request
from knowledge.finding.case import shown
from knowledge.finding.leaf import Passage, PassageKind
from knowledge.finding.passages import numbered
from knowledge.finding.suggesting import can_answer
from knowledge.language import words
from knowledge.model import ServiceStandard

PARTS = tuple(
    "requirements requirements_user requirements_implementer cost total_time procedure place "
    "service_hours output outcome users responsible unit implementers complaint complaint_channel "
    "complaint_handler complaint_time legal_basis facilities competence staff_count guarantee "
    "safety supervision evaluation purpose background scope warning target".split()
)
_UNIT, _LONGEST = 40, 5  # characters that the length of a passage is measured by, doubling
_MEMBERS_OF = {"complaint_channel": "complaint", "complaint_handler": "complaint"} | {
    "complaint_time": "complaint",
    "total_time": "total_time",
}
_MANY = 6  # passages of a part
#: What only names another document answers nothing: "SOP Penghitungan Tunjangan Kinerja".
_NAMES_SOP = re.compile(r"\W*(?:SOP|Standar Operasional Prosedur)\b[^.;:]{0,100}[.;]?\s*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could answer: `members` are the numbers of the passages that it tells.

    `places` and `texts` are theirs; `whole`: it is a part, not one passage.
    """

    request: Request
    traits: tuple[str, ...]
    members: tuple[int, ...]
    places: tuple[str, ...]
    texts: tuple[str, ...]
    whole: bool

    @property
    def facet(self) -> str:
        """What it is about, as its first trait says."""
        return self.traits[0].removeprefix("facet:")


@dataclass(frozen=True, slots=True)
class _Told:
    passage: Passage
    text: str
    traits: frozenset[str]


def candidates_of(standard: ServiceStandard) -> tuple[Candidate, ...]:
    """Return all that could answer a question about a standard: its passages, then its parts."""
    told = [
        _Told(passage, piece.text, frozenset(_tells(piece.text)))
        for passage, piece in numbered(standard)
        if not _NAMES_SOP.fullmatch(piece.text)
    ]
    return (*(_single(standard, one) for one in told), *_parts(standard, told))


def _single(standard: ServiceStandard, one: _Told) -> Candidate:
    passage = one.passage
    traits = (*_kinds(passage.kind, passage.facet), *one.traits, _length(one.text))
    request = shown(passage)
    if passage.kind is PassageKind.DEFINITION:
        request = Request("definition", standard.id, subject=passage.place)
    traits = (*traits, *_of_step(standard, passage))
    number, place = (passage.number,), (passage.place,)
    return Candidate(request, traits, number, place, (one.text,), whole=False)


def _of_step(standard: ServiceStandard, passage: Passage) -> Iterator[str]:
    step = standard.step(passage.place) if passage.kind is not PassageKind.ITEM else None
    if step is None:
        return
    if step.actors:
        yield "actors"
    if step.duration:
        yield "timed"
    if passage.place == "1":
        yield "first"


def _parts(standard: ServiceStandard, told: Sequence[_Told]) -> Iterator[Candidate]:
    for aspect in PARTS:
        if can_answer(standard, aspect):
            members = [one for one in told if _is_of(one.passage.facet, aspect)]
            tells = frozenset().union(*(one.traits for one in members))
            numbers = tuple(one.passage.number for one in members)
            traits = (*_kinds("part", aspect), *tells, _count(len(members)))
            places = tuple(one.passage.place for one in members)
            texts = tuple(one.text for one in members)
            request = Request(aspect, standard.id)
            yield Candidate(request, traits, numbers, places, texts, whole=True)


def _is_of(facet: str, aspect: str) -> bool:
    base = _MEMBERS_OF.get(aspect, aspect)
    return facet == base or facet.startswith(f"{base}_")


def _kinds(kind: str, facet: str) -> tuple[str, str, str]:
    return f"facet:{facet}", f"kind:{kind}", f"{kind}:{facet}"


def _length(text: str) -> str:
    return f"length:{min(_LONGEST, int(math.log2(1 + len(text) / _UNIT)))}"


def _count(members: int) -> str:
    return "members:many" if members >= _MANY else f"members:{min(members, 2)}"


def _tells(text: str) -> Iterator[str]:
    return (trait for trait, pattern in _patterns() if pattern.search(text))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((trait, re.compile(pattern)) for trait, pattern in words.traits())
