"""The ranks of posts in Indonesian offices, and which of two ranks is the higher one.

The words that a post's name begins with are known to `knowledge.finding.ranks`; here is what
they mean for who stands above whom.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from knowledge.language.stemming import stem


class Rank(StrEnum):
    """What kind of post it is, the highest first."""

    MENTERI = "menteri"
    KEPALA_DAERAH = "kepala_daerah"
    REKTOR = "rektor"
    WAKIL = "wakil"
    SEKRETARIS = "sekretaris"  # of a ministry, a region, a general secretariat
    DIREKTUR_JENDERAL = "direktur_jenderal"
    DEPUTI = "deputi"
    INSPEKTUR_JENDERAL = "inspektur_jenderal"
    KEPALA_BADAN = "kepala_badan"
    STAF_AHLI = "staf_ahli"
    KEPALA_BIRO = "kepala_biro"
    ASISTEN_DEPUTI = "asisten_deputi"
    DIREKTUR = "direktur"
    INSPEKTUR = "inspektur"
    KEPALA_PUSAT = "kepala_pusat"
    KEPALA_DINAS = "kepala_dinas"
    KEPALA_KANTOR = "kepala_kantor"
    DEKAN = "dekan"
    CAMAT = "camat"
    WAKIL_DIREKTUR = "wakil_direktur"
    SEKRETARIS_UNIT = "sekretaris_unit"  # of a dinas, a district, a faculty
    KEPALA_BAGIAN = "kepala_bagian"
    KEPALA_BIDANG = "kepala_bidang"
    KEPALA_UPT = "kepala_upt"
    LURAH = "lurah"
    SEKRETARIS_DESA = "sekretaris_desa"  # of a village or a ward
    KEPALA_SUBBAGIAN = "kepala_subbagian"
    KEPALA_SEKSI = "kepala_seksi"
    KEPALA_UNIT = "kepala_unit"
    KOORDINATOR = "koordinator"
    SUBKOORDINATOR = "subkoordinator"
    STAF = "staf"
    OTHER = "other"

    @property
    def order(self) -> int:
        """Return how far below the top a post of this rank stands; equals are not comparable."""
        return _ORDER[self]

    def is_above(self, other: Rank) -> bool:
        """Say whether a post of this rank can be the superior of one of the other."""
        return self.order < other.order


_STEPS: tuple[tuple[Rank, ...], ...] = (
    (Rank.MENTERI, Rank.KEPALA_DAERAH, Rank.REKTOR),
    (Rank.WAKIL,),
    (Rank.SEKRETARIS,),
    (Rank.DIREKTUR_JENDERAL, Rank.DEPUTI, Rank.INSPEKTUR_JENDERAL, Rank.KEPALA_BADAN),
    (Rank.STAF_AHLI,),
    (
        Rank.KEPALA_BIRO, Rank.ASISTEN_DEPUTI, Rank.DIREKTUR, Rank.INSPEKTUR, Rank.KEPALA_PUSAT,
        Rank.KEPALA_DINAS, Rank.KEPALA_KANTOR, Rank.DEKAN, Rank.CAMAT,
    ),
    (Rank.WAKIL_DIREKTUR, Rank.SEKRETARIS_UNIT),
    (Rank.KEPALA_BAGIAN, Rank.KEPALA_BIDANG, Rank.KEPALA_UPT, Rank.LURAH),
    (Rank.SEKRETARIS_DESA,),
    (Rank.KEPALA_SUBBAGIAN, Rank.KEPALA_SEKSI),
    (Rank.KEPALA_UNIT,),
    (Rank.KOORDINATOR,),
    (Rank.SUBKOORDINATOR,),
    (Rank.STAF,),
    (Rank.OTHER,),
)  # fmt: skip
_ORDER = {rank: order for order, ranks in enumerate(_STEPS) for rank in ranks}

_HEADS = {
    Rank.KEPALA_BIRO: "biro",
    Rank.KEPALA_BAGIAN: "bagian",
    Rank.KEPALA_SUBBAGIAN: "subbagian subbidang subdirektorat tatausaha",
    Rank.KEPALA_BIDANG: "bidang",
    Rank.KEPALA_SEKSI: "seksi subseksi",
    Rank.KEPALA_DINAS: "dinas satuan",
    Rank.KEPALA_BADAN: "badan lembaga",
    Rank.KEPALA_KANTOR: "kantor balai cabang",
    Rank.KEPALA_PUSAT: "pusat",
    Rank.KEPALA_UPT: "upt uptd sekolah puskesmas laboratorium",
    Rank.KEPALA_UNIT: "unit instalasi ruangan",
    Rank.CAMAT: "kecamatan",
    Rank.LURAH: "kelurahan desa",
}
_NAMES = {
    Rank.MENTERI: "menteri",
    Rank.KEPALA_DAERAH: "gubernur|bupati|walikota|wali kota",
    Rank.REKTOR: "rektor",
    Rank.WAKIL: "wakil rektor|wakil bupati|wakil gubernur|panitera",
    Rank.SEKRETARIS: "sekretaris jenderal|sekretaris daerah|sekretaris utama",
    Rank.DIREKTUR_JENDERAL: "direktur jenderal",
    Rank.DEPUTI: "deputi",
    Rank.INSPEKTUR_JENDERAL: "inspektur jenderal",
    Rank.STAF_AHLI: "staf ahli",
    Rank.ASISTEN_DEPUTI: "asisten deputi",
    Rank.DIREKTUR: "direktur|direktur utama",
    Rank.INSPEKTUR: "inspektur",
    Rank.DEKAN: "dekan",
    Rank.CAMAT: "camat",
    Rank.WAKIL_DIREKTUR: "wakil direktur|wakil dekan",
    Rank.SEKRETARIS_UNIT: "sekretaris",
    Rank.LURAH: "lurah",
    Rank.KOORDINATOR: "koordinator|ketua",
    Rank.SUBKOORDINATOR: "subkoordinator",
    Rank.STAF: "staf|staf subbagian",
}
TOP_SECRETARIES = frozenset({"kementerian", "mahkamah", "kabinet", "militer", "negara"})
_VILLAGES = frozenset({"desa", "kelurahan", "lurah"})
_PRIVATE = frozenset({"pimpinan", "pribadi", "direksi"})


@cache
def _ranks() -> dict[tuple[str, ...], Rank]:
    heads = {("kepala", of): rank for rank, units in _HEADS.items() for of in units.split()}
    names = {tuple(n.split()): rank for rank, every in _NAMES.items() for n in every.split("|")}
    return {tuple(stem(word) for word in words): r for words, r in (heads | names).items()}


def rank_of(level: tuple[str, ...], behind: str = "") -> Rank:
    """Return the rank for the words a name begins with; `behind` is the first word after them."""
    rank = _ranks().get(level, Rank.OTHER)
    if rank is Rank.SEKRETARIS_UNIT and behind in TOP_SECRETARIES:
        return Rank.SEKRETARIS
    if rank is Rank.SEKRETARIS_UNIT and behind in _VILLAGES:
        return Rank.SEKRETARIS_DESA
    if rank is Rank.SEKRETARIS_UNIT and behind in _PRIVATE:
        return Rank.OTHER
    return rank
