"""Complaint sections in labelled lines: "Ditangani oleh: X", "Banding: Y", said as sentences.

What the sentences mean is read by `complaints` and `complaint_cases`.
"""

from __future__ import annotations

import re

_ABOUT = re.compile(
    r"(?P<about>[A-Z][^:.;]{3,80}?)\s*:\s*(?P<deed>di(?:tangani|tindaklanjuti|selesaikan|proses)"
    r"\s+oleh)\s+",
    re.I,
)
_DEED = re.compile(
    r"(?:(?:pengaduan|keluhan|aduan)\s+)?(?P<deed>di(?:terima|tampung|tangani|tindaklanjuti|proses"
    r"|selesaikan)\s+oleh|(?:disampaikan|diajukan|ditujukan)\s+kepada)\s*:\s*",
    re.I,
)
_NAMED = re.compile(
    r"(?:(?:pejabat|petugas|unit)\s+)?(?:penanggung\s+jawab\s+(?:penanganan\s+)?|penanganan\s+"
    r"|penangan\s+|pengelola\s+|penindak\s*lanjut\s+)(?:pengaduan|keluhan|aduan)\s*:\s*",
    re.I,
)
_HIGHER = re.compile(
    r"(?:banding|eskalasi|keberatan|tingkat\s+(?:lanjut|berikut)\w*|(?:bila|jika|apabila)\s+(?:tidak|belum)"
    r"\s+(?:selesai|puas|tuntas)[^:.;]{0,30})\s*:\s*(?:kepada\s+)?(?=[A-Z])",
    re.I,
)
_OF_ALL = re.compile(r"(?:pengaduan|keluhan|aduan|semua|saran|masukan|penanganan)\b", re.I)


def as_sentence(text: str) -> str:
    """Return a labelled line of a complaint section as a sentence; any other text as it is."""
    if label := _HIGHER.match(text):
        return f"Pengaduan yang tidak selesai diteruskan kepada {text[label.end() :]}"
    if label := _DEED.match(text):
        return f"Pengaduan {label['deed'].casefold()} {text[label.end() :]}"
    if label := _NAMED.match(text):
        return f"Pengaduan ditangani oleh {text[label.end() :]}"
    label = _ABOUT.match(text)
    if label and not _OF_ALL.match(label["about"]):
        return f"Pengaduan tentang {label['about']} {label['deed']} {text[label.end() :]}"
    return text
