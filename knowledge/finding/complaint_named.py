"""Services whose thing is complaints themselves: "Pemantauan Tindak Lanjut Pengaduan Masyarakat".

"Siapa yang memantau tindak lanjut pengaduan masyarakat?" asks for a step of that service, not for
who takes complaints about it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from knowledge.finding.aspects import ASKED, COMPLAINT, Hit
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import Word

_OF_COMPLAINTS = COMPLAINT | {"complaint_time"}
_COMPLAINT_WORDS = frozenset({"adu", "keluh"})
#: What every standard says of its complaints: "penanganan pengaduan" is no service's name.
_OF_ANY = frozenset("tindaklanjut tangan kelola layan proses terima sampai saran masuk".split())
_WHERE_TO = frozenset({"recipient", "complaint_channel", "who"})  # "pengaduan ... ke siapa?"


def beside_named_complaints(
    hits: Mapping[str, Hit], words: Sequence[Word], shelf: Shelf, post: Collection[int]
) -> dict[str, Hit]:
    """Return the cues without those of complaints, where complaints are but a service's name."""
    named_at = frozenset(_named_at(words, shelf, post))
    other = {aspect: hit for aspect, hit in hits.items() if aspect not in _OF_COMPLAINTS}
    complained = {p for p, word in enumerate(words) if word.stem in _COMPLAINT_WORDS}
    asking = (other.keys() & ASKED) | (other.keys() & {"who", "duration", "meaning"})
    if "recipient" in other:
        asking -= _WHERE_TO
    return other if named_at and complained <= named_at and asking else dict(hits)


def _named_at(words: Sequence[Word], shelf: Shelf, post: Collection[int]) -> Iterator[int]:
    """Yield where words of complaints stand beside a word that makes them one service's thing."""
    named = shelf.names.find(words, post)
    if named.certain is None:
        return
    titled = sorted(named.paired)
    for place, position in enumerate(titled):
        beside = {words[p].stem for p in titled[max(0, place - 1) : place + 2] if p != position}
        if words[position].stem in _COMPLAINT_WORDS and beside - _OF_ANY:
            yield position
