"""Words about days and hours as people type them in a hurry: short forms and slips put right."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

_SHORT = {
    "bsk": "besok", "bsok": "besok", "skrg": "sekarang", "skrng": "sekarang", "skg": "sekarang",
    "dpn": "depan", "hr": "hari", "mgg": "minggu", "bln": "bulan", "tgl": "tanggal", "lg": "lagi",
    "pkl": "pukul", "jm": "jam", "snn": "senin", "sls": "selasa", "rbu": "rabu", "kms": "kamis",
    "jmt": "jumat", "sbt": "sabtu", "seminggu": "1 minggu", "sehari": "1 hari",
}  # fmt: skip
_KNOWN = frozenset(
    " ".join(
        (
            "senin selasa rabu kamis jumat jum'at sabtu minggu ahad",
            "besok esok lusa kemarin sekarang hari pekan bulan tahun",
            "depan lagi tanggal pukul akhir awal pagi siang sore malam",
            "mulai sampai hingga pada setengah",
            "januari februari pebruari maret april juni juli agustus",
            "september oktober november nopember desember",
            "monday tuesday wednesday thursday friday saturday sunday",
            "today tomorrow yesterday next week weeks month days this until from",
            "january february march june july august october december",
        )
    ).split()
)
_OF_NAMES = frozenset({"hari", "tahun", "bulan", "pada", "this", "until", "from", "awal", "akhir"})
"""Words that a day's name may begin with too ("hari raya", "tahun baru")."""

_LONG_ENOUGH = 4  # letters from which a slip can be told from another word
_WORD = re.compile(r"[a-z']+")


def speaks_of_days(word: str) -> bool:
    """Say whether a word that is spelled out names a day, a month, or a place in time."""
    return word in _KNOWN - _OF_NAMES


def spelled_out(text: str) -> str:
    """Return a text in small letters with each word as it is meant, where that is clear."""
    said = " ".join(text.casefold().split()).strip(" .,")
    return _WORD.sub(lambda found: _right(found[0]), said)


def _right(word: str) -> str:
    """Return a short form spelled out, or the one word that is a letter away."""
    if word in _SHORT:
        return _SHORT[word]
    if len(word) < _LONG_ENOUGH or word in _KNOWN:
        return word
    near = [known for known in _KNOWN if Levenshtein.distance(word, known, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else word
