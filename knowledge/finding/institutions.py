"""Where a message says which office it means ("di Dinas Kesehatan Kabupaten Suka Maju").

Such words tell where something is asked, not what: no passage answers by holding them.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.finding.pairs import pair
from knowledge.finding.shelf import Shelf
from knowledge.language.normalize import Word

_HEADS = frozenset(
    "kementerian dinas badan kantor biro bagian balai kabupaten kota provinsi kecamatan kelurahan "
    "desa daerah pemerintah pemkab pemkot pemprov universitas sekolah rsud puskesmas polres polsek "
    "pengadilan kejaksaan inspektorat sekretariat setjen setda unit uptd upt smp smpn sma sman smk "
    "smkn lembaga museum perpustakaan politeknik fakultas".split()
)
#: Before "dinas" these make it an adjective ("kendaraan dinas").
_ON_DUTY = frozenset(
    "kendaraan mobil motor nota rumah jalan perjalanan luar surat pakaian ujian telepon paspor "
    "memorandum jam hari".split()
)
_AT = frozenset("di ke dari pada oleh dr d sama lewat at in from to of".split())
_PAPERS = frozenset({"sop", "protap", "juknis"})
_ACCORDING = _AT | {"menurut", "dalam", "sesuai"}
_LONG = 3  # words of a name that needs no "di" before it


def institutions_at(words: Sequence[Word], shelf: Shelf) -> frozenset[int]:
    """Return the positions of the words that only name an institution, as some text names it."""
    found = {p for p in range(1, len(words)) if _is_paper(words, p)}
    for start in range(len(words)):
        if start in found or not _is_head(words, start):
            continue
        end = _end_of(words, start, shelf)
        if end - start >= _LONG or (end - start > 1 and _is_place(words, start, found)):
            found.update(range(start, end))
    return frozenset(found)


def office_at(words: Sequence[Word], standard: str | None, shelf: Shelf) -> frozenset[int]:
    """Return where words name the office of the standard that is meant for sure."""
    own = shelf.names.where_of(standard) if standard else frozenset[str]()
    return frozenset(p for p, word in enumerate(words) if word.stem in own)


def _is_paper(words: Sequence[Word], at: int) -> bool:
    """Say whether the standard itself is meant ("di SOP perjadin")."""
    return words[at].text in _PAPERS and words[at - 1].text in _ACCORDING


def _is_head(words: Sequence[Word], at: int) -> bool:
    before = words[at - 1].text if at else ""
    return words[at].text in _HEADS and not (words[at].text == "dinas" and before in _ON_DUTY)


def _is_place(words: Sequence[Word], at: int, found: set[int]) -> bool:
    return not at or words[at - 1].text in _AT or at - 1 in found


def _end_of(words: Sequence[Word], start: int, shelf: Shelf) -> int:
    """Return where a name ends that begins here: as long as a text has its words side by side."""
    end = start + 1
    while end < len(words) and not words[end].is_stop:
        key = pair(words[end - 1].stem, words[end].stem)
        beside = shelf.index.knows(key) or shelf.names.is_office_pair(key)
        if not beside and words[end].text not in _HEADS:
            break
        end += 1
    return end
