"""Which section a heading names: by its words, with tolerance for typos and other wordings.

Data first: to know a new wording, add it to `PHRASES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from knowledge.model import Facet
from knowledge.reading.cleaning import plain

#: The wordings of section headings. The first of a facet is its usual one.
PHRASES: dict[Facet, tuple[str, ...]] = {
    Facet.LEGAL_BASIS: ("Dasar Hukum", "Landasan Hukum", "Dasar Hukum Pelayanan"),
    Facet.BACKGROUND: ("Latar Belakang",),
    Facet.PURPOSE: ("Maksud dan Tujuan", "Tujuan dan Maksud", "Tujuan", "Maksud"),
    Facet.SCOPE: ("Ruang Lingkup", "Ruang Lingkup Pelayanan"),
    Facet.DEFINITIONS: (
        "Definisi Peristilahan",
        "Definisi",
        "Pengertian",
        "Ketentuan Umum",
        "Daftar Istilah",
        "Istilah dan Definisi",
    ),
    Facet.USERS: ("Pengguna Pelayanan", "Penerima Layanan", "Pengguna Layanan"),
    Facet.RESPONSIBLE: ("Penanggung Jawab", "Penanggung Jawab Pelayanan"),
    Facet.OUTPUT: (
        "Produk Pelayanan",
        "Produk Layanan",
        "Produk Spesifikasi Jenis Pelayanan",
        "Keluaran Pelayanan",
        "Hasil Pelayanan",
    ),
    Facet.FRAMEWORK: ("Kerangka Prosedur", "Bagan Alur", "Diagram Alir", "Bagan Prosedur"),
    Facet.PROCEDURE: (
        "Uraian Prosedur",
        "Prosedur Pelayanan",
        "Prosedur",
        "Sistem, Mekanisme, dan Prosedur",
        "Sistem, Mekanisme, dan Prosedur Pelayanan",
        "Mekanisme dan Prosedur",
        "Mekanisme Pelayanan",
        "Alur Pelayanan",
        "Prosedur Kerja",
        "Uraian Prosedur Pelayanan",
        "Tata Cara Pelayanan",
        "Langkah-Langkah",
    ),
    Facet.TOTAL_TIME: (
        "Jangka Waktu Penyelesaian",
        "Jangka Waktu",
        "Jangka Waktu Pelayanan",
        "Waktu Penyelesaian",
        "Jangka Waktu Penyelesaian Pelayanan",
    ),
    Facet.REQUIREMENTS: ("Persyaratan", "Persyaratan Pelayanan", "Syarat Pelayanan"),
    Facet.FACILITIES: (
        "Sarana dan Prasarana Pelayanan",
        "Sarana dan Prasarana",
        "Sarana, Prasarana, dan/atau Fasilitas",
        "Sarana, Prasarana, dan Fasilitas Pelayanan",
        "Fasilitas Pelayanan",
    ),
    Facet.COST: ("Biaya Pelayanan", "Biaya/Tarif", "Biaya", "Tarif", "Biaya/Tarif Pelayanan"),
    Facet.PLACE: ("Tempat Pelayanan", "Lokasi Pelayanan", "Tempat"),
    Facet.SERVICE_HOURS: (
        "Jadwal Pelayanan",
        "Waktu Pelayanan",
        "Jam Pelayanan",
        "Hari dan Jam Pelayanan",
        "Jam Operasional",
        "Jadwal",
    ),
    Facet.WARNING: ("Peringatan", "Peringatan/Sanksi"),
    Facet.COMPLAINT: (
        "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
        "Penanganan Pengaduan, Saran, dan Masukan",
        "Penanganan Pengaduan",
        "Pengaduan, Saran, dan Masukan",
        "Pengaduan",
        "Tindak Lanjut Pengaduan/Keluhan/Masukan",
        "Pengelolaan Pengaduan",
    ),
    Facet.SUPERVISION: ("Pengawasan Internal", "Pengawasan", "Pengawasan Intern"),
    Facet.COMPETENCE: ("Kompetensi Pelaksana", "Standar Kompetensi Pelaksana"),
    Facet.STAFF_COUNT: ("Jumlah Pelaksana", "Jumlah Petugas"),
    Facet.GUARANTEE: ("Jaminan Pelayanan", "Jaminan Mutu Pelayanan"),
    Facet.SAFETY: (
        "Jaminan Keamanan dan Keselamatan Pelayanan",
        "Jaminan Keamanan dan Keselamatan",
        "Keamanan dan Keselamatan Pelayanan",
    ),
    Facet.EVALUATION: (
        "Evaluasi Kinerja Pelaksana",
        "Evaluasi Kinerja",
        "Evaluasi Kinerja Pelayanan",
        "Evaluasi",
    ),
}

#: Single words that name a section when the whole heading is worded in another way.
_KEYWORDS: tuple[tuple[str, Facet], ...] = (
    ("pengaduan", Facet.COMPLAINT),
    ("keluhan", Facet.COMPLAINT),
    ("keselamatan", Facet.SAFETY),
    ("pengawasan", Facet.SUPERVISION),
    ("persyaratan", Facet.REQUIREMENTS),
    ("kompetensi", Facet.COMPETENCE),
    ("kerangka prosedur", Facet.FRAMEWORK),
    ("bagan", Facet.FRAMEWORK),
    ("jangka waktu", Facet.TOTAL_TIME),
    ("prosedur", Facet.PROCEDURE),
    ("mekanisme", Facet.PROCEDURE),
    ("jadwal", Facet.SERVICE_HOURS),
    ("prasarana", Facet.FACILITIES),
    ("biaya", Facet.COST),
    ("tarif", Facet.COST),
    ("evaluasi", Facet.EVALUATION),
    ("jaminan", Facet.GUARANTEE),
    ("tempat", Facet.PLACE),
    ("hukum", Facet.LEGAL_BASIS),
    ("latar belakang", Facet.BACKGROUND),
    ("pendahuluan", Facet.BACKGROUND),
    ("tujuan", Facet.PURPOSE),
    ("lingkup", Facet.SCOPE),
    ("peringatan", Facet.WARNING),
)
_TOKEN = re.compile(r"[a-z]+")
_NEAR = 84.0
_LONGEST = 90


def _key(text: str) -> str:
    """Return the words of a heading that tell it apart, in lower case."""
    found = _TOKEN.findall(text.casefold().replace("pelayanan", "layanan"))
    return " ".join(word for word in found if word not in ("dan", "atau"))


_BY_KEY = {_key(phrase): (facet, phrase) for facet, ps in PHRASES.items() for phrase in ps}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading names; `mended` is set when it was misprinted and read as `text`."""

    facet: Facet
    text: str
    exact: bool
    mended: bool = False


@lru_cache(maxsize=2048)
def known_heading(text: str) -> Heading | None:
    """Return the section that these words name as a whole, or None.

    "Uang Lingkup" is mended to "Ruang Lingkup"; another order or wording is kept as printed.
    """
    text = plain(text).strip(" .:;-–")
    if not text or len(text) > _LONGEST:
        return None
    key = _key(text)
    if key in _BY_KEY:
        return Heading(_BY_KEY[key][0], text, exact=True)
    close = process.extractOne(key, _BY_KEY.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    squeezed = key.replace(" ", "")
    if close is None and len(squeezed) > 6:
        close = next(((k, 100.0, 0) for k in _BY_KEY if k.replace(" ", "") == squeezed), None)
    if close is None or len(close[0]) < 8:
        return None
    facet, phrase = _BY_KEY[close[0]]
    same_words = len(key.split()) == len(close[0].split()) or close[0].replace(" ", "") == squeezed
    if not same_words:
        return Heading(facet, text, exact=False)
    return Heading(facet, phrase.upper() if text.isupper() else phrase, exact=False, mended=True)


def worded_heading(text: str) -> Heading:
    """Return the section a lettered heading names by one of its words, else OTHER."""
    if heading := known_heading(text):
        return heading
    text = plain(text).strip(" .:;-–")
    folded = " ".join(_TOKEN.findall(text.casefold()))
    for word, facet in _KEYWORDS:
        if re.search(rf"\b{word}\b", folded):
            return Heading(facet, text, exact=False)
    return Heading(Facet.OTHER, text, exact=False)
