"""Names of services that do not begin like a title: "Penerbitan Izin", "Layanan Peminjaman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.casing import sentence_case
from knowledge.reading.offices import is_office

#: Between an office and its service in one line: "Dinas Kesehatan | Pelayanan Laboratorium".
_APART = re.compile(r"\s+[|•·]\s+")
#: "Layanan Peminjaman Buku", "SOP Pengaduan", "Penerbitan Izin": a service by its first word.
_NAME = re.compile(
    r"(?!peraturan|pengumuman|perusahaan|pendahuluan|pemerintahan|pedoman|surat edaran)"
    r"(?:(?:pe)?layanan|prosedur|sop|alur|mekanisme|tata cara|surat|kartu|akta|izin|rekomendasi"
    r"|legalisir|legalisasi|bantuan|konsultasi|pe(?:r|m|n|ng|ny)?[a-z]{3,}an)\s+\w[^.:;]*",
    re.I,
)
_LONGEST_NAME = 120


def names_service(text: str) -> bool:
    """Whether a text is worded like the name of a service: "Surat Keterangan Domisili"."""
    return len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def unnamed_title(preamble: Sequence[str]) -> str:
    """Return the line above the first section that names the service without "Standar", or ""."""
    said = [part for line in preamble for part in _APART.split(line)]
    names = [part for part in said if _NAME.fullmatch(part) and not is_office(part)]
    name = names[-1] if names and len(names[-1]) <= _LONGEST_NAME else ""
    return (
        sentence_case(name, [line for line in preamble if line != name]) if name.isupper() else name
    )
