"""Rules for questions that point at a place of the document: "isi Pasal 9?", "Bagian Kedua H"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.finding.answers import Request
from knowledge.finding.case import MOST_OPTIONS, Case, Decision, one
from knowledge.finding.ordinals import ORDINALS
from knowledge.finding.question import Question
from knowledge.model import Section, ServiceStandard

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_END = r"(?:[ .]*(?:ayat|angka|nomor|no|butir|poin)?[ .(]*(?P<item>\d{1,2}))?(?![\w/])"
_ARTICLE = re.compile(rf"\bpasal (?P<letter>\d{{1,3}}){_END}")
_CHAPTER = re.compile(r"\bbab (?P<part>[ivxl]+|\d{1,2})\b(?! pasal)")
_OF_LETTER = r"(?:huru[fp]f?|hrf)"  # as it is typed
_PART = re.compile(
    rf"\bbagian (?P<part>{_ORDINAL}|\d)"
    rf"(?:[ ,]+(?:{_OF_LETTER} )?(?P<letter>[a-z])(?![\w/]){_END})?"
)
_LETTER = re.compile(rf"\b(?:{_OF_LETTER}|bagian|seksi|section) (?P<letter>[a-z])(?![\w/]){_END}")
_ASKING = frozenset(
    "isi isinya bunyi bunyinya teks teksnya kutip kutipan sebut sebutkan jelas jelaskan sampai "
    "sampaikan tampil tampilkan baca bacakan tulis tulisan lihat tentang atur mengatur muat".split()
)
_POINTING = frozenset("pasal ayat bab bagian huruf angka nomor butir poin seksi section".split())
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_MOST = 4  # sections of a part, told together; of more the card tells what can be asked


@dataclass(frozen=True, slots=True)
class _Place:
    """A place as pointed at: its part ("bab", 4), its letter or article, the item there."""

    part: tuple[str, int] | None
    letter: str | None
    item: str | None

    @property
    def of_article(self) -> bool:
        """Whether it is an article of a regulation."""
        return (self.letter or "").startswith("pasal ")


def at_place(case: Case) -> Decision | None:
    """Read "bunyi Pasal 9 ayat 2?", "isi Bagian Kedua H?": the text that stands there."""
    place = _pointed(case.question)
    if place is None or case.question.hits or not _only_points(case.question):
        return None
    if case.topic.step and not (place.part or place.of_article):
        return None  # "huruf b" is a part of the step that is spoken of
    if case.scope.standard:
        told = _there(case.shelf.standards[case.scope.standard], place)
        many = one("card", case.scope.standard)
        return many if len(told) > _MOST else Decision(tuple(told)) if told else None
    found = [told[0] for standard in case.shelf if (told := _there(standard, place))]
    few = tuple(found[:MOST_OPTIONS])
    return Decision(few, choose=len(few) > 1) if found else None


def _pointed(question: Question) -> _Place | None:
    flat = question.flat
    if found := _ARTICLE.search(flat):
        return _Place(None, f"pasal {found['letter']}", found["item"])
    if found := _CHAPTER.search(flat):
        return _Place(("bab", _number(found["part"]) or 0), None, None)
    if found := _PART.search(flat):
        part = "bagian", _number(found["part"]) or 0
        return _Place(part, found["letter"], found["item"])
    if found := _LETTER.search(flat):
        return _Place(None, found["letter"], found["item"])
    return None


def _only_points(question: Question) -> bool:
    """Say whether nothing is asked but what stands there."""
    used = {p for hit in question.hits.values() for p in hit.positions} | question.naming
    return all(
        {word.text, word.stem} & (_ASKING | _POINTING)
        or word.text.isdigit()
        or len(word.text) == 1
        or _number(word.text)
        for word in question.content(used)
    )


def _there(standard: ServiceStandard, place: _Place) -> list[Request]:
    """Return what stands at a place of a standard: steps, an item, or whole sections."""
    if place.of_article:
        number = (place.letter or "").split()[1] + (f".{place.item}" if place.item else "")
        steps = [s.number for s in standard.walk_steps() if f"{s.number}.".startswith(f"{number}.")]
        sections = [s for s in standard.sections if s.letter.casefold() == place.letter]
        if steps and not sections and _has_articles(standard):
            return [Request("step", standard.id, "+".join(steps))]
    return [
        request
        for section in _meant(standard, place)
        for request in _told(section, place, standard)
    ]


def _has_articles(standard: ServiceStandard) -> bool:
    return any(section.letter.startswith("Pasal ") for section in standard.sections)


def _meant(standard: ServiceStandard, place: _Place) -> Iterator[Section]:
    for section in standard.sections:
        of_part = place.part is None or _order(section.part) == place.part
        if of_part and (place.letter is None or section.letter.casefold() == place.letter):
            yield section


def _told(section: Section, place: _Place, standard: ServiceStandard) -> Iterator[Request]:
    if place.item is None:
        yield Request("quote", standard.id, subject=section.source.section)
        return
    for item in section.items:
        if item.mark == place.item:
            yield Request("quote", standard.id, subject=item.source.section)


def _order(part: str) -> tuple[str, int] | None:
    """Return what a part is called, and its order: of "Bagian Kedua", "Bab IV PENYELAMATAN"."""
    words = part.casefold().split()
    return (words[0], _number(words[1]) or 0) if len(words) > 1 else None


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in ORDINALS:
        return ORDINALS[word]
    if not word or set(word) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
