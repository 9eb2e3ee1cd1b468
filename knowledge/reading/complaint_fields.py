"""Complaints that are shared out by field: each post named with what it handles.

"... kepada Kepala Bagian A untuk menindaklanjuti pengaduan mengenai X, dan kepada Kepala Bagian B
untuk ... mengenai Y"; a list "Kepala Bagian A, untuk pengaduan mengenai X"; a table of posts and
fields. Kinds that a sentence of their own gives away are the business of `complaint_cases`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.model import ComplaintCase, Item, Section, Source
from knowledge.reading.actors import name_list
from knowledge.reading.complaint_cases import of_all
from knowledge.reading.posts import read_name, tokenize

_ONE = r"(?:pengaduan|keluhan|aduan|laporan|masukan|saran)"
_WHAT = rf"{_ONE}(?:\W+(?:(?:dan|atau)\s+)?{_ONE})*"
_ABOUT = (
    r"(?:tentang|mengenai|terkait(?:\s+dengan)?|yang\s+(?:menyangkut|berkaitan\s+dengan)|menyangkut"
    r"|berkaitan\s+dengan|(?:di\s+)?bidang)"
)
_DOES = r"(?:menindaklanjuti|menangani|menyelesaikan|memproses|menanggapi)"
#: Where one's field ends: at the next one, or with the sentence.
_END = r"(?=,?\s+(?:dan|serta|sedangkan)\s+(?:kepada|ke|Kepala)\b|\)|[.;]|$)"
#: What may stand between a post and its field.
_FIELD = re.compile(
    rf"(?:,?\s+untuk\s+(?:{_DOES}\s+)?|\s*\((?:untuk\s+)?|,?\s+{_DOES}\s+|\s*:\s*)"
    rf"(?:penanganan\s+)?{_WHAT}\s+{_ABOUT}\s+(?P<about>[^.;:()]{{3,200}}?){_END}"
    rf"|,?\s+untuk\s+(?:urusan|bidang|hal)\s+(?P<matter>[^.;:()]{{3,200}}?){_END}",
    re.I,
)
_TO = re.compile(r"\b(?:kepada|ke)\s+", re.I)
_JOINED = re.compile(r"[\s,;)]*(?:(?:dan|serta|sedangkan)\s+)?")
#: "mendelegasikan pengaduan mengenai X kepada A dan pengaduan mengenai Y kepada B".
_SENT = re.compile(
    rf"{_WHAT}\s+{_ABOUT}\s+(?P<about>[^.;:()]{{3,120}}?)(?<!dan)(?<!,)\s+kepada\s+(?=(?-i:[A-Z]))",
    re.I,
)
_SHARES = re.compile(r"\b(?:di|men?)(?:delegasi|limpah|tugas|ugas|disposisi|terus|erus)kan\b", re.I)
_HEADS_LIST = re.compile(
    r"\b(?:delegasi|limpah|terus|tindak\s*lanjut|tangan|bidang|jenis|materi|substansi|pejabat)\w*\b",
    re.I,
)
#: What labels a post by its part in handling complaints, and no field.
_PART = re.compile(
    r"(?:penerima|penanggung|pengelola|petugas|pengawas|ketua|atasan|koordinator|pejabat|admin\w*"
    r"|banding|di\w+|pen[a-z]+|kepala|tingkat|tim|unit)\b",
    re.I,
)
_FIELD_LABEL = re.compile(
    rf"(?:{_WHAT}\s+(?:{_ABOUT}\s+)?|(?:bidang|jenis|materi)(?:\s+{_WHAT})?\s*:?\s+|{_ABOUT}\s+)",
    re.I,
)
_POST = re.compile(r"(?:Kepala|Kabag|Kasubbag|Kabid|Kasi|Sekretaris|Direktur|Wakil|Manajer)\b")
_LABELLED = re.compile(r"(?P<left>[^:]{3,120}?)\s*:\s+(?P<right>[^:]{3,200})")
_NUMBERS = re.compile(r"\d{3}|@|www\.")


def read_fields(section: Section) -> Iterator[ComplaintCase]:
    """Yield the fields of complaints that the section shares out among several posts."""
    for top in section.items:
        for item in top.walk():
            yield from _told(item.text, item.source)
    yield from _listed(section.items, "")


def _told(text: str, source: Source) -> Iterator[ComplaintCase]:
    """Yield the fields that a text gives to the posts before them, or else behind them."""
    found, begin = [], 0
    for match in _FIELD.finditer(text):
        if names := _names_before(text, begin, match.start()):
            found.append((names, match["about"] or match["matter"]))
            begin = match.end()
    shares = None if found else _SHARES.search(text)
    if shares:
        for match in _SENT.finditer(text, shares.end()):
            found += [(names, match["about"])] if (names := name_list(text, match.end())) else []
    for names, about in found:
        if not of_all(about):
            yield ComplaintCase(about.strip(" ,"), tuple(names), source)


def _names_before(text: str, begin: int, end: int) -> list[str]:
    """Return the posts that end at a place, behind "kepada", another field or the text's begin."""
    joined = _JOINED.match(text, begin)
    start = max(
        [joined.end() if joined else begin] + [m.end() for m in _TO.finditer(text, begin, end)]
    )
    names = name_list(text[:end], start)
    whole = names and text[:end].rstrip(" ,").endswith(names[-1])
    return names if whole and text[start : start + 1].isupper() else []


def _listed(items: Sequence[Item], lead: str) -> Iterator[ComplaintCase]:
    """Yield the fields of a list or table below a line that leads to it: "Kepala Bagian A: X"."""
    pairs = [(pair, item.source) for item in items if (pair := _pair(item.text))]
    if len(pairs) > 1 and _HEADS_LIST.search(lead):
        for (name, about), source in pairs:
            yield ComplaintCase(about, (name,), source)
    above = lead
    for item in items:
        yield from _listed(item.items, item.text)
        if not item.items and not item.mark:
            above = item.text
    if not lead and above:
        yield from _listed([item for item in items if item.mark and not item.items], above)


def _pair(text: str) -> tuple[str, str] | None:
    """Return post and field of "Kepala Bagian A: X" or "X: Kepala Bagian A"."""
    match = _LABELLED.fullmatch(text.rstrip(" .;,"))
    if match is None or _NUMBERS.search(text):
        return None
    for name, about in ((match["left"], match["right"]), (match["right"], match["left"])):
        field = _FIELD_LABEL.sub("", about, count=1)
        if _is_post(name) and not _is_post(field) and not _PART.match(field):
            return name.strip(), field.strip()
    return None


def _is_post(text: str) -> bool:
    """Whether a text is the name of one post, and nothing else."""
    tokens = tokenize(text.strip())
    return bool(_POST.match(text.strip())) and read_name(tokens, 0) == len(tokens)
