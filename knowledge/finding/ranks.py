"""The ranks of Indonesian offices: the words that a post's name begins with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from knowledge.language.stemming import stem

BEFORE = frozenset({"kepala", "deputi", "staf", "wakil", "asisten"})  # another rank begins here
_HEADS = (
    "subbagian bagian biro subbidang bidang subseksi seksi subdirektorat dinas badan kantor pusat "
    "upt uptd unit instalasi ruangan balai cabang sekolah desa puskesmas lembaga satuan "
    "laboratorium tatausaha kecamatan kelurahan"
).split()
_UNITS = frozenset({"biro", "bagian", "subbagian"})
_LEVELS = (
    *(("kepala", of) for of in _HEADS),
    ("asisten", "deputi"),
    ("staf", "ahli"),
    ("staf", "subbagian"),
    *(("wakil", of) for of in ("dekan", "rektor", "direktur", "bupati", "gubernur")),
    *(("direktur", of) for of in ("jenderal", "utama")),
    *(("sekretaris", of) for of in ("jenderal", "daerah", "utama")),
    ("inspektur", "jenderal"),
    ("wali", "kota"),
    *(
        (alone,)
        for alone in (
            "menteri sekretaris deputi direktur dekan rektor camat lurah bupati gubernur walikota "
            "inspektur koordinator subkoordinator ketua panitera staf biro bagian subbagian"
        ).split()
    ),
)


@cache
def levels() -> tuple[tuple[str, ...], ...]:
    """Return the ranks as stems, the longer ones first."""
    return tuple(tuple(stem(word) for word in level) for level in _LEVELS)


@cache
def rank_words() -> frozenset[str]:
    """Return every stem that is part of a rank."""
    return frozenset(word for level in levels() for word in level)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(level[0] for level in levels())


def is_person(level: tuple[str, ...]) -> bool:
    """Say whether a rank is somebody's, not a unit's."""
    return bool(level) and level[0] not in _UNITS


def level_of(stems: Sequence[str]) -> tuple[str, ...]:
    """Return the rank that a post's words begin with, or () for other doers."""
    if not stems or stems[0] not in _firsts():
        return ()
    return next((level for level in levels() if tuple(stems[: len(level)]) == level), ())
