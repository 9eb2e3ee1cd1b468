"""Which lines name the office whose standards a document holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.cleaning import plain
from knowledge.reading.pages import Line

#: What a decree prints between the kind of its text and what that is about.
NUMBERED = re.compile(r"N(?:OMOR|omor)\s*[:.]?\s*\S*\d.*|TENTANG")
#: A line that names an office as a whole. A title goes on with "di lingkungan" before one.
_OFFICE = re.compile(
    r"(?:DINAS|BADAN(?!\s+(?:USAHA|HUKUM))|BALAI|KANTOR|RSUD|RUMAH\s+SAKIT|PUSKESMAS|INSPEKTORAT|PPID"
    r"|PEMERINTAH|KEMENTERIAN|SEKRETARIAT\s+(?:DAERAH|DPRD|DEWAN)|SATUAN\s+POLISI|MUSEUM|LABORATORIUM"
    r"|PERPUSTAKAAN\s+(?:DAERAH|UMUM|NASIONAL|KOTA|KABUPATEN|PROVINSI)|FAKULTAS|PENGADILAN\s+(?:NEGERI|AGAMA|TINGGI|MILITER|TATA)|UPTD?|PERUMDA|PERUSDA|PDAM|UNIVERSITAS"
    r"|POLITEKNIK|(?:PERUSAHAAN|PERSEROAN)\s+(?:UMUM\s+|PERSEROAN\s+)?DAERAH"
    r"|PERUSAHAAN\s+UMUM|UNIT\s+(?:PENYELENGGARA|PELAKSANA\s+TEKNIS))\s+[A-Z(][^.;:]*",
    re.I,
)
#: What stands above a title only as the office's name, and may be part of a title below it.
_LOWER_OFFICE = re.compile(
    r"(?:BIRO|BIDANG|BAGIAN(?!\s+(?:[A-Z]|[IVX]{1,5}|KE\w{3,8}|PERTAMA)\s*$)|DIREKTORAT|INSTALASI|KEJAKSAAN\s+NEGERI|KECAMATAN|KELURAHAN|DESA|SEKOLAH|SD|SMP|SMA|SMK|MTS|MAN"
    r"|POLRES|POLSEK|LEMBAGA\s+PEMASYARAKATAN|RUMAH\s+TAHANAN|UNIT\s+(?:PELAKSANA|PELAYANAN))\s+[A-Z(][^.;:]*"
)
#: Between an office and its unit: "POLRES MELATI — Satuan Lalu Lintas".
_UNIT_BEHIND = re.compile(r"\s+[—–·|-]\s+(?=[A-Z])")
#: An office in small letters that stands out: "**Balai Konservasi Kebun Raya** · Subbagian ...".
_BOLD = re.compile(r"\*\*(?P<name>[^*]+)\*\*")
#: The cover of the standards of an office: "STANDAR PELAYANAN KELURAHAN MELATI".
_COVER = re.compile(
    r"standar\s+(?:pe)?layanan\s+(?:publik\s+)?(?:pada\s+|di\s+(?:lingkungan\s+)?)?"
    r"(?!bidang|bagian)(?P<name>\S.*?)(?:\s+tahun\s+\d{4})?",
    re.I,
)
#: What the office of a title stands below, in a line of its own.
_HIGHER = re.compile(r"(?:SEKRETARIAT|DIREKTORAT|INSPEKTORAT)\s+JENDERAL\b[^.;:]*")
#: Lower offices whose names are no subject of a service, as "BIDANG ORGANISASI" may be.
_SURE_OFFICE = re.compile(r"(?:BIRO|DIREKTORAT|INSTALASI)\s+[A-Z(][^.;:]*")
_DECREE = re.compile(r"(?:LAMPIRAN\s+)?(?:KEPUTUSAN|PERATURAN)\s+KEPALA\s+(?P<name>[A-Z][^.;:]*)")
_GOVERNMENT = re.compile(r"PEMERINTAH|KEMENTERIAN|SEKRETARIAT\s+DAERAH")
_REGION = re.compile(r"(?:KOTA|KABUPATEN|PROVINSI|KECAMATAN)\s")


def is_office(text: str) -> bool:
    """Whether a text is the name of an office: "Dinas Kesehatan Kota Melati"."""
    return bool(_OFFICE.fullmatch(text))


def names_office(line: Line) -> bool:
    """Whether a line is the name of an office: "DINAS KESEHATAN KOTA MELATI"."""
    return is_office(line.plain)


def is_body(line: Line) -> bool:
    """Whether a line in capitals is the name of an office or of what it belongs to."""
    named = (_OFFICE, _SURE_OFFICE, _HIGHER)
    return line.plain.isupper() and any(name.fullmatch(line.plain) for name in named)


def office_of_cover(printed: str) -> str | None:
    """Return "KELURAHAN MELATI" for "STANDAR PELAYANAN KELURAHAN MELATI", or None."""
    match = _COVER.fullmatch(printed)
    return match["name"] if match and _is_lowest(match["name"]) else None


def office_of_decree(lines: Sequence[str]) -> str | None:
    """Return the office whose head decrees a standard: "KEPUTUSAN KEPALA DINAS X" / "KOTA Y"."""
    for at, line in enumerate(lines):
        found = _DECREE.fullmatch(plain(line))
        if found and _OFFICE.fullmatch(found["name"]) and not _GOVERNMENT.match(found["name"]):
            below = plain(lines[at + 1]) if at + 1 < len(lines) else ""
            return f"{found['name']} {below}" if _REGION.match(below) else found["name"]
    return None


def heads_paper(line: Line) -> bool:
    """Whether a line above the title names an office in capitals, and not only its government."""
    return office_of_head(line) is not None


def office_of_head(line: Line) -> str | None:
    """Return the office that a line above the title names, or None.

    That is the whole line, or what stands behind a government's name: "SEKRETARIAT JENDERAL -
    BIRO KEPEGAWAIAN".
    """
    bold = _BOLD.match(line.text)
    if bold and _is_lowest(bold["name"].strip()):
        return bold["name"].strip()
    first, *behind = _UNIT_BEHIND.split(line.plain)
    if first.isupper() and _is_lowest(first):
        return line.plain
    last = behind[-1] if behind and first.isupper() else ""
    return last if last.isupper() and _is_lowest(last) else None


def _is_lowest(name: str) -> bool:
    named = _OFFICE.fullmatch(name) or _LOWER_OFFICE.fullmatch(name)
    return bool(named) and not _GOVERNMENT.match(name)


def office_of_title(lines: Sequence[str]) -> str | None:
    """Return the office that a decree prints between "PROSEDUR TETAP" and "NOMOR 3/2025"."""
    end = next((at for at, line in enumerate(lines) if NUMBERED.fullmatch(plain(line))), 0)
    name = " ".join(plain(line) for line in lines[1:end])
    return name if _OFFICE.fullmatch(name) and not _GOVERNMENT.match(name) else None


def heads_region(line: Line) -> bool:
    """Whether a line in capitals says which region's the office above it is: "KOTA MELATI"."""
    return line.plain.isupper() and bool(_REGION.match(line.plain))
