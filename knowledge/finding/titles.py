"""The words of a title: its formula, its office, what is done, and the thing it is done with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from knowledge.finding.nicknames import GENERAL, is_doing
from knowledge.language import words
from knowledge.language.normalize import Word, as_words, flatten, printed
from knowledge.model import ServiceStandard

OFFICE = " di Lingkungan "  # what follows names the office, not the service
_HOW_FEW = 3  # a word that at most one in so many standards uses tells their offices apart
_DEED_AND_THING = 2  # words of a title that says what is done with one thing
SMALL = frozenset({"di", "dan", "kepada", "ke", "bidang", "yang", "untuk", "pada"})
_MOVES = frozenset({"pindah", "masuk", "keluar"})
FORMULA = frozenset(
    {"standar", "layan", "lingkungan", "di", "dan", "kepada", "bidang", "permohonan"}
)


@lru_cache(20_000)  # each title is taken apart in several ways
def title_words(text: str) -> tuple[Word, ...]:
    """Return the words of a title as a question would have them."""
    return as_words(printed(text))


def weighed(question: Sequence[Word], in_titles: Collection[str]) -> list[str]:
    """Return the stems that may name a standard ("pindah" is small, unless a title has it)."""
    told = (w for w in question if not w.is_stop or w.stem in _MOVES.intersection(in_titles))
    return list(dict.fromkeys(word.stem for word in told if word.stem not in FORMULA))


def boxes(standard: ServiceStandard) -> Iterable[str]:
    """Yield the stem of the one word that stands before the "@" of an address for complaints."""
    for channel in standard.complaint.channels if standard.complaint else ():
        box, at, _ = channel.value.casefold().partition("@")
        if at and box.isalpha() and not _is_general(box):
            yield from (word.stem for word in title_words(box)[:1] if not word.is_stop)


def _is_general(box: str) -> bool:
    """Say whether any office may have such a box ("admin", "infolayanan"): it names no service."""
    general = words.mailboxes()
    halves = ((box[:cut], box[cut:]) for cut in range(1, len(box)))
    return box in general or any(general.issuperset(pair) for pair in halves)


def neighbours(title: str) -> set[tuple[str, str]]:
    """Return the pairs of neighbouring stems of a title, its formula "Standar Pelayanan" aside."""
    stems = [w.stem for w in title_words(title)]
    stems = stems[2:] if stems[:2] == ["standar", "layan"] else stems
    stems = [stem for stem in stems if stem not in SMALL]
    return set(zip(stems, stems[1:], strict=False))


def own_title(title: str, offices: Collection[str]) -> str:
    """Return a title without the office's name at its end, which names no service."""
    own = title.split(OFFICE)[0]
    return next((own.removesuffix(office) for office in offices if own.endswith(office)), own)


def where(title: str, usage: Mapping[str, int], count: int) -> frozenset[str]:
    """Return the stems behind "di Lingkungan" of which few of so many standards speak."""
    stems = {word.stem for word in title_words(title.partition(OFFICE)[2])} - GENERAL
    return frozenset(s for s in stems if usage.get(s, count) * _HOW_FEW <= count)


def told(title: str) -> Iterable[str]:
    """Yield the stems of a title without its formula and what is done with the thing."""
    for word in title_words(title):
        if word.stem not in FORMULA and not is_doing(word.text):
            yield word.stem


def thing(title: str) -> frozenset[str]:
    """Return the stems of the thing that a service gives, without what is done with it.

    "Pencatatan Nikah" is about "nikah"; of a longer name no thing is told apart.
    """
    found = [word for word in title_words(title) if word.stem not in FORMULA]
    things = [word.stem for word in found if not is_doing(word.text)]
    return frozenset(things if len(found) == _DEED_AND_THING else ())


def short_names(shorts: Iterable[Sequence[str]], title: frozenset[str]) -> Iterable[str]:
    """Yield abbreviations whose long form is part of the title ("RK", "RK-PK", "SOP").

    Each of `shorts` is an abbreviation, as `abbreviations` gives it.
    """
    short = [one for one, *meant in shorts if title.issuperset(meant)]
    yield from short
    yield from (a + b for a in short for b in short if a != b)


def abbreviations(standard: ServiceStandard) -> Iterable[tuple[str, ...]]:
    """Yield each abbreviation that a standard declares, and the stems of what it stands for."""
    for abbreviation, long_form in _declared(standard):
        meant = {word.stem for word in title_words(long_form)} - FORMULA
        if meant:
            yield flatten(abbreviation), *sorted(meant)


def _declared(standard: ServiceStandard) -> Iterable[tuple[str, str]]:
    yield from standard.abbreviations
    for definition in standard.definitions:
        if definition.abbreviation:
            yield definition.abbreviation, definition.term
