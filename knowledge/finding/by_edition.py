"""Questions that name an edition which is not in force: by its year, or as the old or coming one.

Nothing is answered here: this finds which editions are meant, and what is asked of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.editions import Edition, Editions
from knowledge.finding.answers import Topic

_BY = r"(?:\b(?:menurut|berdasarkan|sesuai|dalam|di|pada|untuk|by|under|in|according to)\s+)?"
_KIND = r"(?:standar(?:nya)?(?:\s+pelayanan)?|edisi|versi|aturan|edition|version|standard)"
_YEAR = re.compile(
    rf"{_BY}(?:\b(?:the\s+)?{_KIND}\s+(?:yang\s+)?)?(?:\b(?:tahun|thn|th\.?|of)\s+)?"
    rf"\b((?:19|20)\d\d)\b(?:\s+{_KIND}\b)?",
    re.IGNORECASE,
)
_OF_LAW = re.compile(r"(?:nomor|nomer|no\.?)\s*\S+\s+(?:tahun|thn|th\.?)?\s*$", re.IGNORECASE)
_OLD = re.compile(
    rf"{_BY}\b(?:{_KIND}(?:\s+(?:yang|yg))?\s+(?:lama|sebelumnya|terdahulu)"
    rf"|(?:the\s+)?(?:old|previous|former)\s+{_KIND})\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    rf"{_BY}\b(?:{_KIND}(?:\s+(?:yang|yg))?\s+(?:baru|akan\s+datang|akan\s+berlaku)"
    rf"|(?:the\s+)?(?:new|coming|upcoming|next)\s+{_KIND})\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"\b(?:{_KIND}\s+)?(?:(?:yang|yg)\s+)?(?:berlaku(?:\s+sekarang)?|terbaru|sekarang)\b"
    rf"|\bcurrent(?:\s+{_KIND})?\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\bapa\s+(?:saja\s+|aja\s+|yang\s+|yg\s+)*(?:ber|di)ubah(?:nya)?\b"
    r"|\bapa\s+(?:saja\s+|aja\s+)?perubahan(?:nya)?\b|\bperubahan(?:nya)?\s+apa\b"
    r"|\bapa\s+beda(?:nya)?\s+(?:dengan|dgn|sama|dari)\s+(?:\w+\s+){0,2}(?:lama|sebelumnya)\b"
    r"|\bwhat(?:'s|\s+has|\s+have|\s+was)?\s+(?:been\s+)?changed?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Which editions a question means, and the question without the words that say so.

    `present` are ids of standards in force that the same year names.
    """

    others: tuple[Edition, ...]
    present: tuple[str, ...]
    rest: str


def named_edition(text: str, editions: Editions) -> Meant | None:
    """Return the editions that a text names, or None if it names none that there is."""
    for found in _YEAR.finditer(text):
        if _OF_LAW.search(text[: found.start(1)]):
            continue
        year = int(found[1])
        others = _latest(e for e in editions.others if e.is_of(year))
        present = tuple(key for key, note in editions.notes.items() if note.year == year)
        if others or present:
            return Meant(others, present, _without(text, found))
    for pattern, coming in ((_OLD, False), (_COMING, True)):
        match = pattern.search(text)
        others = _latest(e for e in editions.others if (e.note.until is None) is coming)
        if match and others:
            return Meant(others, (), _without(text, match))
    return None


def asks_for_changes(text: str) -> bool:
    """Say whether a text asks what has changed since the edition before."""
    return bool(_CHANGED.search(text))


def asks_for_the_present(text: str) -> bool:
    """Say whether a text asks for what holds now."""
    return bool(_PRESENT.search(text))


def in_edition(topic: Topic, editions: Iterable[Edition]) -> Topic:
    """Return the topic of a conversation, going on in the edition of its standard."""
    there = {edition.of: edition.standard.id for edition in editions}
    own = set(there.values())
    if topic.standard in own:
        return replace(topic, options=())
    return replace(topic, standard=there.get(topic.standard or ""), previous=None, options=())


def _latest(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Return one edition a standard: the first, as they stand latest first."""
    found: dict[str, Edition] = {}
    for edition in editions:
        found.setdefault(edition.of, edition)
    return tuple(found.values())


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()).strip(" ,")
