"""A thousand standards of one large office, derived from the shipped ones.

Each keeps the length and the wording of a real document, under the title of another service, about
another thing and with officials of another unit, so that names are similar and words are shared, as
they are in an office. The names are made of the lists below; they stand for nobody.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable

from knowledge.library import shipped_documents
from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.titles import slug
from knowledge.storing import from_data, to_data

_DEEDS = (
    "Penerbitan", "Perpanjangan", "Pencabutan", "Verifikasi", "Pengelolaan", "Pendaftaran",
    "Pemeliharaan", "Pengujian", "Peminjaman", "Legalisasi", "Pemantauan", "Pengadaan",
)  # fmt: skip
_THINGS = (
    "Izin Usaha", "Kartu Pegawai", "Surat Tugas", "Arsip Dinamis", "Kendaraan Dinas",
    "Rumah Negara", "Ruang Rapat", "Cuti Tahunan", "Kenaikan Pangkat", "Perjalanan Dinas",
    "Barang Milik Negara", "Tanda Tangan Elektronik", "Data Kependudukan", "Sertifikat Tanah",
    "Alat Kesehatan", "Beasiswa", "Laboratorium", "Perpustakaan", "Jaringan Internet",
    "Keterangan Domisili", "Bantuan Hukum", "Penghargaan", "Pensiun", "Pakaian Dinas",
)  # fmt: skip
_PLACES = ("Pusat", "Wilayah Barat", "Wilayah Timur", "Wilayah Tengah")
_UNITS = (
    "Umum", "Keuangan", "Kepegawaian", "Perencanaan", "Hukum", "Perlengkapan", "Data", "Arsip",
)  # fmt: skip
_OFFICE = re.compile(r"\b(Biro|Bagian|Subbagian) (?:[A-Z]\w+,? (?:dan )?)*[A-Z]\w+")
_TITLE = re.compile(r"Pengkoordinasian Penyusunan Rencana Kinerja[\w ]*Sekretariat Negara", re.I)
_SUBJECT = re.compile(r"\b(?:sosialisasi|sistem dan prosedur|rencana kinerja|standar pelayanan)\b")


def standards(count: int) -> Iterator[ServiceStandard]:
    """Yield so many standards; at most as many as the lists have names for."""
    models = [_model(path.read_text(encoding="utf-8")) for path in _documents()]
    names = itertools.product(_THINGS, _DEEDS, _PLACES)
    for number, (thing, deed, place) in enumerate(itertools.islice(names, count)):
        unit = f"{_UNITS[number % len(_UNITS)]} {place}"
        text = _SUBJECT.sub(thing.lower(), models[number % len(models)])
        text = _OFFICE.sub(lambda found, unit=unit: f"{found[1]} {unit}", text)  # type: ignore[misc]
        title = f"{deed} {thing} {place}"
        yield replace(from_data(json.loads(text)), id=slug(title), title=title)


def titles(count: int) -> tuple[str, ...]:
    """Return the titles of these standards."""
    names = itertools.product(_THINGS, _DEEDS, _PLACES)
    return tuple(f"{deed} {thing} {place}" for thing, deed, place in itertools.islice(names, count))


def _documents() -> list[Traversable]:
    return sorted((p for p in shipped_documents().iterdir() if p.is_file()), key=lambda p: p.name)


def _model(text: str) -> str:
    return json.dumps(to_data(read_text(text, "standard.txt")[0]), ensure_ascii=False)


def another() -> bytes:
    """Return the document of a service that none of these standards gives, to be loaded too."""
    texts = (path.read_text(encoding="utf-8") for path in _documents())
    text = next(text for text in texts if _TITLE.search(text))
    return _TITLE.sub("Peminjaman Aula Serbaguna", text).encode()
