"""What a question asks of the document itself: its number, a date, who passed it, what it revokes.

"Nomor SOP ini berapa, dan sejak kapan berlaku?" asks two of them; both are told.
"""

from __future__ import annotations

import re
from itertools import combinations

_MOST = 3  # of them in one question
_KINDS = r"(?:surat\s+)?(?:keputusan|sk|peraturan|kepmen|kepdis|perbup|perwal|pergub|perdir)"
_THIS = r"(?:ini|itu|tersebut|tsb|nya)"
_OWN = (
    r"(?:nama\s+|judul\s+)?(?:sop|sp|protap|prosedur\s+tetap|standar(?:\s+(?:pe)?layanan)?"
    r"|(?:buku\s+)?(?:panduan|pedoman))(?:nya)?"
)
#: What a document is called; a decision or a rule only where it is this one or sets the standard.
_DOCUMENT = re.compile(
    rf"\b(?:{_OWN}|prosedur\s+{_THIS}|dokumen(?:nya)?\s*(?:{_THIS}|sop|sp|standar)?|{_KINDS}\s*{_THIS}"
    rf"|{_KINDS}\s+(?:\w+\s+){{0,3}}?(?:tentang|standar|sop|sp)|(?:keputusan|sk)\s+(?:\w+\s+){{1,6}}{_THIS}"
    r"|decree|standards?|sops?|procedure|this\s+(?:decision|regulation|document|rule))\b",
    re.I,
)
_LOOSE = re.compile(
    rf"\b(?:{_OWN}|dokumen(?:nya)?|(?:keputusan|sk|kepmen|perbup|perwal)(?:nya)?|decree)\b", re.I
)
_OF_LAW = re.compile(
    r"\b(?:mengatur|diatur|dasar|landasan|acuan|mengacu|hukum|legal|basis)\b", re.I
)
_WHEN = r"\b(?:kapan|tanggal|tgl|sejak|mulai|tahun\s+berapa|when|date|since)\b"
_WHO = r"\b(?:siapa|sapa|oleh|pejabat|nama|kepala\s+\w+\s+apa|who|whom|by|name)\b"
_LASTS = re.compile(
    r"\b(?:masa\s+berlaku|berlaku(?:nya)?\s+(?:sampai|sampe|hingga|berapa|selama)|berapa\s+lama|kedaluwarsa"
    r"|expire\w*|valid|how\s+long)\b",
    re.I,
)
#: Of which document or of how many is asked, not what one says of itself.
_OF_MANY = re.compile(
    r"\b(?:mana\s+(?:yang|saja)|apa\s+saja|paling\s+(?:baru|lama)|which\s+(?:sop|standard)s?)\b",
    re.I,
)
_NUMBERED = re.compile(r"\b(?:nomor|no|nomer|nmr)(?:nya)?\b|\bnumber\b", re.I)
_BESIDE = re.compile(
    rf"\b(?:nomor|no|nomer|nmr)\s+{_LOOSE.pattern}|{_LOOSE.pattern}.*\b(?:nomor|no|nomer|nmr)(?:nya)?\s+berapa\b"
    rf"|\bberapa\s+(?:nomor|no|nomer)\s+{_LOOSE.pattern}|\bnumber\s+of\b.*{_DOCUMENT.pattern}|\b(?:sop|decree)\s+number\b",
    re.I,
)
#: What tells each date: the word in a question -> it is asked for with "kapan" or "tanggal".
_DATES = {
    "efektif": r"\b(?:efektif\w*|(?:di)?berlaku\w*|effective|t(?:ake|ook)\s+effect|in\s+force)\b",
    "revisi": r"\b(?:(?:di)?revisi\w*|perubahan|diperbah?arui|dimutakhirkan|revised|updated)\b",
    "buat": r"\b(?:dibuat|dibikin|pembuatan|disusun|made|drawn\s+up|created)\b",
    "terbit": r"\b(?:terbit\w*|diterbitkan|dikeluarkan|issued|published)\b",
    "sah": r"\b(?:disahkan|pengesahan|ditandatangani|diteken|approved|signed)\b",
    "tetap": r"\b(?:ditetapkan|penetapan|enacted|adopted|passed)\b",
}
_NAMED_DATE = re.compile(
    r"\b(?:tanggal|tgl)\s+(?:efektif|revisi|pembuatan|pengesahan)\w*|\beffective\s+date\b",
    re.I,
)
_PASSED = re.compile(
    r"\b(?:disahkan|ditetapkan|disetujui|ditandatangani|diteken|mengesahkan|menetapkan|menandatangani"
    r"|tanda\s*tangan|ttd|neken|teken|signed|signs|issued|approved|passed|enacted)\b",
    re.I,
)
_WHERE = re.compile(r"\b(?:di\s?mana|where)\b.*\b(?:ditetapkan|disahkan|signed|issued)\b", re.I)
_STAFF_NUMBER = re.compile(r"\bnip(?:nya)?\b", re.I)
_REVOKED = re.compile(
    r"\b(?:dicabut|mencabut|menggantikan|digantikan|dinyatakan\s+tidak\s+berlaku|tidak\s+berlaku\s+lagi"
    r"|revoke[sd]?|repeal(?:s|ed)?|replace[sd]?|supersede[sd]?)\b",
    re.I,
)
_VERSION = re.compile(
    r"\b(?:versi|edisi|revisi)(?:nya)?\b.{0,60}\b(?:ke\W?)?(?:berapa|\d)|\b(?:version|edition)\b",
    re.I,
)
KINDS = ("revoked", "number", "passed", "version", *_DATES)
"""What of a document's identity a question can ask."""
SUBJECTS = tuple("+".join(some) for n in range(1, _MOST + 1) for some in combinations(KINDS, n))
"""What a request can be about: one of them, or several together."""


def asked_of(flat: str, *, spoken_of: bool = False) -> tuple[str, ...]:
    """Return what a question asks of the document itself, the first few.

    Where it is `spoken_of` already, the question need not call it an SOP or a decree again.
    """
    if _OF_MANY.search(flat):
        return ()
    meant = spoken_of or bool(_DOCUMENT.search(flat))
    return tuple(kind for kind in KINDS if _asks(kind, flat, meant=meant))[:_MOST]


def asks_name(flat: str) -> bool:
    """Say whether a person's name or number is asked for, for which a post is no answer."""
    return bool(_STAFF_NUMBER.search(flat) or re.search(r"\b(?:nama(?:nya)?|name)\b", flat, re.I))


def names_decree(flat: str) -> bool:
    """Say whether a question speaks of a decree, its own or one that the service issues."""
    return bool(_LOOSE.search(flat))


def _asks(kind: str, flat: str, *, meant: bool) -> bool:
    if kind == "revoked":
        return meant and bool(_REVOKED.search(flat))
    if kind == "number":
        return _asks_number(flat, meant=meant)
    if kind == "version":
        return meant and bool(_VERSION.search(flat))
    if kind == "passed":
        return meant and _asks_who(flat)
    return _asks_date(kind, flat, meant=meant)


def _asks_number(flat: str, *, meant: bool) -> bool:
    """Say whether the document's own number is asked for, not that of one it revokes."""
    if _REVOKED.search(flat):
        return len(_NUMBERED.findall(flat)) > 1
    if _OF_LAW.search(flat):
        return False
    return bool(_BESIDE.search(flat)) or (meant and bool(re.search(r"\bnomor(?:nya)?\W*$", flat)))


def _asks_who(flat: str) -> bool:
    who = re.search(_WHO, flat, re.I) and _PASSED.search(flat)
    return bool(who or _WHERE.search(flat) or _STAFF_NUMBER.search(flat))


def _asks_date(kind: str, flat: str, *, meant: bool) -> bool:
    signed = kind == "tetap" and _asks_who(flat)  # "siapa yang menandatangani, dan kapan?"
    if _LASTS.search(flat) or not (signed or re.search(_DATES[kind], flat, re.I)):
        return False
    named = _NAMED_DATE.search(flat)
    return bool(named) or (meant and bool(re.search(_WHEN, flat, re.I)))
