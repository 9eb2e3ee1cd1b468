"""The names of posts: written out, as keys, and whether a name is one post or a description."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from knowledge.finding.passages import stems_of
from knowledge.finding.ranks import is_person, level_of, rank_words
from knowledge.language import words
from knowledge.language.normalize import flatten, tokens
from knowledge.language.stemming import stem
from knowledge.routing.ranks import Rank, rank_of

LINKS = frozenset({"dan", "di", "pada", "yang", "untuk"})
_LONGEST = 14  # words; what is longer describes people
_NAMES = 20_000  # names that are remembered: an office prints the same ones again and again
_SHORT_WORDS = frozenset({"tu", "subbag", "subag", "deputy"})
_SPACED = re.compile(r"\bsub[ -]+(?=(?:bag(?:ian)?|bidang|bid|seksi|direktorat|koordinator)\b)")
_HEAD = re.compile(r"\b(?:ka|kep)\b\.?\s*(?=(?:biro|bag|bagian|sub|bid|dinas|seksi|kantor)\b)")
_CUT_UNITS = {"bag": "bagian", "bid": "bidang", "subbid": "subbidang", "kasi": "kepala seksi"}
_TOGETHER = {"tatausaha": "tata usaha", "tatalaksana": "tata laksana"}
_DEPUTY = re.compile(r"^deputi\b.*?\b(?=bidang\b)")
_DESCRIBES = frozenset(
    "terkait bersangkutan masing setempat tersebut berwenang teknis lain lainnya dimaksud "
    "tertentu ditunjuk memiliki bertugas pengusul pemohon".split()
)
_ALONE = frozenset(  # of these there is one in an office; the others need a name behind them
    {Rank.MENTERI, Rank.KEPALA_DAERAH, Rank.REKTOR, Rank.SEKRETARIS, Rank.DIREKTUR_JENDERAL,
     Rank.INSPEKTUR_JENDERAL, Rank.KEPALA_BADAN, Rank.DIREKTUR, Rank.INSPEKTUR,
     Rank.KEPALA_DINAS, Rank.KEPALA_KANTOR, Rank.KEPALA_PUSAT, Rank.KEPALA_UPT, Rank.DEKAN,
     Rank.CAMAT, Rank.LURAH, Rank.SEKRETARIS_UNIT, Rank.WAKIL,
     Rank.WAKIL_DIREKTUR}
)  # fmt: skip
_NO_POSTS = frozenset(
    "pejabat pegawai pimpinan petugas pemohon pengguna peserta anggota tim panitia unit satuan "
    "masyarakat warga pasien mahasiswa alumni instansi seluruh para semua tamu pengadu pelapor "
    "penyelenggara pelaksana narasumber pengusul orang tenaga kelompok pihak biro bagian "
    "subbagian bidang instalasi ruang ruangan seksi dinas badan direktorat sekretariat loket "
    "rumah universitas fakultas kementerian caraka pelanggan customer "
    "front atasan penerima penanggung pemilik wali".split()
)


@cache
def _abbreviations() -> dict[str, str]:
    """Return the short forms of ranks and of "Tata Usaha", each written out."""
    first = rank_words() - {"staf"}
    return _CUT_UNITS | {
        short: " ".join(meant)
        for short, meant in words.slang().items()
        if short in _SHORT_WORDS or (stem(meant[0]) in first and len(meant) < 3)
    }


@lru_cache(_NAMES)
def written_out(name: str) -> str:
    """Return a printed name with its abbreviations written out and its spaces mended."""
    name = re.sub(r"\bSub[ -]+(?=Bag|Bid|Seksi|Dir)", "Sub", " ".join(name.split()), flags=re.I)
    name = re.sub(r"\bSubB", "Subb", name)

    def meant(found: re.Match[str]) -> str:
        long = _abbreviations().get(found[1].casefold(), "")
        is_cut = len(long) > len(found[1]) + 1  # "Deputy" is a spelling, no abbreviation
        return long.title() if is_cut else found[0]

    return re.sub(r"([A-Za-z]+)(?:\.(?=\s))?", meant, name).strip(" .,;")


@lru_cache(_NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, the same for all its spellings, without linking words."""
    flat = _SPACED.sub("sub", _HEAD.sub("kepala ", flatten(name)))
    said: list[str] = []
    for token in tokens(flat):
        meant = _abbreviations().get(token, token)
        said += _TOGETHER.get(meant, meant).split()
    plain = _DEPUTY.sub("deputi ", " ".join(said))
    return tuple(word for word in plain.split() if word not in LINKS)


def key_of(name: str) -> str:
    """Return a stable slug of a name ("kepala-bagian-tata-laksana"), the same for all spellings."""
    return "-".join(name_words(name))


@lru_cache(_NAMES)
def rank_of_name(name: str) -> Rank:
    """Return the rank that a name says, OTHER for doers without one."""
    said = name_words(name)
    level = level_of(stems_of(" ".join(said)))
    return rank_of(level, said[len(level)] if len(said) > len(level) else "")


@lru_cache(_NAMES)
def is_post(name: str) -> bool:
    """Say whether a printed name is that of a post, not of a unit or of people in general."""
    said = name_words(name)
    if not said or len(said) > _LONGEST or _DESCRIBES & set(said) or " yang " in name:
        return False
    level = level_of(stems_of(" ".join(said)))
    if not level:
        return name[:1].isupper() and said[0] not in _NO_POSTS and name.split()[-1][:1].isupper()
    if not is_person(level):
        return False
    return len(said) > len(level) or rank_of(level) in _ALONE


def unit_of(name: str) -> str | None:
    """Return the unit that a post heads or works in ("Biro Tata Usaha"), None if it has none."""
    first, _, rest = written_out(name).partition(" ")
    if not rest:
        return None
    lead = first.casefold()
    if lead in ("kepala", "staf") and rank_of_name(name) is not Rank.STAF_AHLI:
        return rest
    if lead in ("deputi", "deputy"):
        return written_out(name)
    of = {"direktur": "Direktorat", "camat": "Kecamatan", "lurah": "Kelurahan", "dekan": "Fakultas"}
    return f"{of[lead]} {rest}" if lead in of else None
