"""Sentences that open with a kind, a condition or an appointment, said as others say them.

"Kalau lampu mati, lapor ke X", "Untuk pengaduan tarif, Direktur menugaskan X", "Keluhan pipa bocor:
X", "Jika X yang diadukan, ...", "Menunjuk X sebagai penerima pengaduan".
"""

from __future__ import annotations

import re

from knowledge.reading.complaint_posts import is_known
from knowledge.reading.complaint_words import COMPLAINT, ONE, UNSETTLED

_ABOUT = (
    r"(?:tentang|mengenai|terkait(?:\s+dengan)?|soal|perihal|seputar|menyangkut|berkaitan\s+dengan)"
)
_PLACE = r"(?:wilayah|daerah|kecamatan|kelurahan|desa|layanan|rawat|unit)"
_GOES = (
    r"(?:silakan\s+)?(?:lapor(?:kan)?|hubungi|sampaikan|adukan|temui)\s+"
    r"(?:langsung\s+)?(?:kepada\s+|ke\s+)?"
)
_DEED = (
    r"(?:di(?:tangani|tindaklanjuti|selesaikan|proses|kelola|jawab)(?:\s+langsung)?\s+(?:oleh\s+)?"
    r"|di(?:terus|limpah|serah|sampai|tuju|aju)kan\s+(?:langsung\s+)?(?:kepada|ke)\s+)"
)
_NAME = r"(?=(?-i:[A-Z]))"
#: "Soal biaya, hubungi X", "Untuk wilayah utara, pengaduan ditangani oleh X".
_OPENED = re.compile(
    rf"(?:(?:untuk|khusus)\s+)?(?:{ONE}\s+(?:{_ABOUT}\s+)?|{_ABOUT}\s+|(?<=\s)(?={_PLACE}\s))"
    rf"(?P<about>[^,.;:]{{3,80}}),\s+(?:{ONE}(?:nya)?\s+)?(?P<deed>{_GOES}|{_DEED})(?:{ONE}\s+)?{_NAME}",
    re.I,
)
#: "Untuk pengaduan tarif, Direktur menugaskan X".
_ASSIGNED = re.compile(
    rf"(?:(?:untuk|khusus|atas)\s+)?{ONE}\s+(?:{_ABOUT}\s+)?(?P<about>[^,.;:]{{3,80}}),\s+[A-Z][^,.;:]{{2,60}}?\s"
    r"(?:dapat\s+)?(?:menugaskan|menugasi|menunjuk|memerintahkan|(?:mendisposisi|menerus|mendelegasi|melimpah)kan"
    rf"(?:nya)?\s+(?:kepada|ke))\s+{_NAME}",
    re.I,
)
#: "Kalau AC mati, lapor ke X": what happened is the kind.
_HAPPENED = re.compile(
    rf"(?:kalau|bila|jika|apabila)\s+(?:ada\s+)?(?P<about>[^,.;:]{{5,80}}),\s+{_GOES}{_NAME}", re.I
)
#: When or by whom one complains, and nothing that happened.
_NO_HAPPENING = re.compile(
    rf"\b(?:anda|saudara|bapak|ibu|kami|tutup|libur|jam|pukul|hari|ingin|mau|perlu|butuh|memiliki|punya"
    rf"|menemui|bertanya|pertanyaan|informasi|kendala|masalah|{COMPLAINT}|di\s+luar)\b",
    re.I,
)
_LISTED = re.compile(
    rf"(?:{ONE})\s+(?:{_ABOUT}\s+)?(?P<about>(?-i:[a-z])[^,.;:]{{3,60}}):\s+"
    rf"(?:di\w+kan\s+(?:kepada|ke)\s+|di\w+\s+oleh\s+)?{_NAME}",
    re.I,
)
_NO_LIST = re.compile(
    r"(?:di\w+(?:kan|i)?|secara|melalui|lewat|yang|dapat|dan|atau|saran|masukan|lisan|tertulis|langsung"
    r"|masyarakat|pelanggan|pengguna)\b",
    re.I,
)
_WHOLE = re.compile(
    rf"(?:{_ABOUT}\s+)?(?:pelayanan|layanan|lain(?:nya)?|selain\s+itu|selebihnya|umum)", re.I
)
_IF = r"(?i:apabila|jika|bila|kalau|dalam\s+hal)"
_ACCUSED = re.compile(
    rf"{_IF}\s+(?:(?:pihak\s+|pejabat\s+)?yang\s+di(?:adukan|laporkan)\s+(?:(?:adalah|ialah|yaitu)\s+)?"
    rf"(?P<who>[A-Z][^,.;:]{{3,80}})"
    rf"|(?P<name>[A-Z][^,.;:]{{3,80}}?)\s+(?:yang\s+)?di(?:adukan|laporkan)),\s+"
    rf"(?:maka\s+)?(?:{ONE}(?:nya)?\s+)?(?P<deed>{_DEED}|{_GOES})(?=[A-Z])"
)
_APPOINTED = re.compile(
    rf"(?:menunjuk|menetapkan|menugaskan)\s+(?P<name>(?-i:[A-Z])[^,.;:]{{3,80}}?)\s+(?:sebagai|selaku)\s+"
    rf"(?:(?P<takes>penerima|pencatat)|(?:penanggung\s+jawab|penangan|pengelola|penyelesai)(?:\s+(?:penanganan"
    rf"|penyelesaian))?)\s+{ONE}\s*\.?",
    re.I,
)


def opened(text: str) -> str | None:
    """Return such a sentence as one on who handles which complaints; None for any other."""
    if found := _ACCUSED.match(text):
        who = found["who"] or found["name"]
        return f"Pengaduan terhadap {who} ditangani oleh {text[found.end() :]}"
    if found := _APPOINTED.fullmatch(text):
        deed = "diterima" if found["takes"] else "ditangani"
        return f"Pengaduan {deed} oleh {found['name']}."
    for pattern in (_OPENED, _ASSIGNED, _HAPPENED, _LISTED):
        found = pattern.match(text)
        if pattern is _LISTED and not text.endswith("."):
            continue  # an entry of a list, which `complaint_lists` reads as a whole
        if found and _is_kind(pattern, found["about"]) and is_known(text[found.end() :]):
            return _said(found["about"], text[found.end() :])
    return None


def _is_kind(pattern: re.Pattern[str], about: str) -> bool:
    """Say whether what stands there is what complaints are about, and not how they are made."""
    no_kind = bool(UNSETTLED.search(about))
    if pattern is _HAPPENED:
        return not no_kind and not _NO_HAPPENING.search(about)
    return not no_kind and not _NO_LIST.match(about)


def _said(about: str, behind: str) -> str:
    """Return the sentence; the service as a whole, or what is left, is no kind."""
    kind = "" if _WHOLE.fullmatch(about) else f"mengenai {about} "
    return f"Pengaduan {kind}ditangani oleh {behind}"
