"""Sentences on those who carry a service out: how many they are, and what they must be able to do.

Below a heading like "Pelaksana" or "Petugas" both may stand without a heading of their own.
"""

from __future__ import annotations

import re

from knowledge.model import Facet

#: Sections whose sentences may tell any of these.
CREW = frozenset({Facet.IMPLEMENTERS, Facet.STAFF_COUNT, Facet.COMPETENCE})
_PEOPLE = r"(?:orang|personel|personil|pegawai|tenaga)\b"
_COUNT = r"\d{1,4}(?:\s*\([^)\d]{1,40}\))?"
#: "Pelaksana berjumlah 8 orang", "8 orang: ...", "Penera 5 orang, ...", "Regu memiliki 1 ketua".
_COUNTS = re.compile(
    rf"[^.;:,]{{0,80}}?\b(?:berjumlah|jumlah\w*|sebanyak|sejumlah)\b[^.;:]{{0,60}}?{_COUNT}\s+{_PEOPLE}"
    rf"|{_COUNT}\s+{_PEOPLE}"
    rf"|[^.;:,\d]{{3,60}}\s{_COUNT}\s+{_PEOPLE}\s*(?:[,.;]|$|(?:dan|serta|dalam|setiap|tiap|per)\b)"
    rf"|[^.;:,\d]{{3,60}}?\b(?:di\w{{4,12}}kan\s+oleh|dilayani\s+oleh|memiliki|terdiri\s+(?:atas|dari)|beranggotakan|didukung(?:\s+oleh)?)"
    rf"\s+{_COUNT}\s+[A-Za-z]",
    re.I,
)
_MUST = r"(?:wajib|harus|paling\s+(?:rendah|sedikit)|minimal|sekurang-kurangnya)"
_PROVES = (
    r"(?:sertifikat|lisensi|sertifikasi|ijazah|kompetensi|keahlian|STR|SIP|SIM|SIO|surat\s+(?:izin|tanda)"
    r"|latar\s+belakang|pengetahuan|kemampuan)"
)
#: "berpendidikan paling rendah D-III", "harus lulus diklat", "memiliki sertifikat", "mampu ...".
_ABLE = re.compile(
    rf"\b(?:ber)?pendidikan\s+{_MUST}\b|\b(?:{_MUST}\s+)(?:telah\s+|pernah\s+)?(?:ber)?pendidikan\b"
    rf"|\b(?:berpendidikan|bersertifikat|berlisensi)\b"
    rf"|\bmemiliki\s+(?:\w+\s+)?{_PROVES}\b"
    rf"|\b{_MUST}\s+(?:telah\s+|pernah\s+)?(?:memiliki|menguasai|memahami|lulus|mampu|mengikuti|sarjana)\b"
    rf"|\b(?:telah|pernah)\s+(?:lulus|mengikuti)\s+(?:pelatihan|pendidikan|diklat|bimbingan)\b"
    rf"|\b(?:mampu|menguasai|memahami)\s+\w",
    re.I,
)
#: "Penera: sarjana teknik": whom it is said of stands before a colon, and names an implementer.
_LABELLED = re.compile(r"[^.:]{2,60}:")


def crew_facet(sentence: str) -> Facet | None:
    """Tell a sentence that counts the staff from one that says what it must be able to do."""
    if _ABLE.search(sentence) and not _LABELLED.match(sentence):
        return Facet.COMPETENCE
    return Facet.STAFF_COUNT if _COUNTS.match(sentence) else None
