"""Complaints that are shared out by field: each post named with what it handles.

"... kepada Kepala Bagian A untuk menindaklanjuti pengaduan mengenai X, dan kepada Kepala Bagian B
untuk ... mengenai Y". Kinds that a sentence of their own gives away are the business of
`complaint_cases`, lists and tables of posts and fields that of `complaint_lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from knowledge.model import ComplaintCase, Section
from knowledge.reading.complaint_lists import read_lists
from knowledge.reading.complaint_words import of_all
from knowledge.reading.name_lists import name_list

_ONE = r"(?:pengaduan|keluhan|aduan|laporan|masukan|saran)"
_WHAT = rf"{_ONE}(?:\W+(?:(?:dan|atau)\s+)?{_ONE})*"
_ABOUT = (
    r"(?:tentang|mengenai|terkait(?:\s+dengan)?|yang\s+(?:menyangkut|berkaitan\s+dengan)|menyangkut"
    r"|berkaitan\s+dengan|(?:di\s+)?bidang)"
)
_DOES = r"(?:menindaklanjuti|menangani|menyelesaikan|memproses|menanggapi)"
#: Where one's field ends: at the next one, or with the sentence.
_END = (
    r"(?=,?\s+(?:dan|serta|sedangkan)\s+(?:kepada|ke|Kepala)\b|\)|[.;]|$"
    r"|\s+(?:paling|maksimal|selambat\S*|dalam\s+(?:waktu|jangka))\s)"
)
#: What may stand between a post and its field.
_FIELD = re.compile(
    rf"(?:,?\s+untuk\s+(?:{_DOES}\s+)?|\s*\((?:untuk\s+)?|,?\s+{_DOES}\s+|\s*:\s*)"
    rf"(?:penanganan\s+)?{_WHAT}\s+{_ABOUT}\s+(?P<about>[^.;:()]{{3,200}}?){_END}"
    rf"|,?\s+untuk\s+(?:urusan|bidang|hal)\s+(?P<matter>[^.;:()]{{3,200}}?){_END}",
    re.I,
)
_TO = re.compile(r"\b(?:kepada|ke|menugaskan|menugasi|menunjuk|memerintahkan)\s+", re.I)
_JOINED = re.compile(r"[\s,;)]*(?:(?:dan|serta|sedangkan)\s+)?")
#: "mendelegasikan pengaduan mengenai X kepada A dan pengaduan mengenai Y kepada B".
_SENT = re.compile(
    rf"{_WHAT}\s+{_ABOUT}\s+(?P<about>[^.;:()]{{3,120}}?)(?<!dan)(?<!,)\s+kepada\s+(?=(?-i:[A-Z]))",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!])\s+(?=[A-Z])")
_SHARES = re.compile(r"\b(?:di|men?)(?:delegasi|limpah|tugas|ugas|disposisi|terus|erus)kan\b", re.I)


def read_fields(section: Section) -> Iterator[ComplaintCase]:
    """Yield the fields of complaints that the section shares out among several posts."""
    for top in section.items:
        for item in top.walk():
            for sentence in _SENTENCE.split(item.text):
                for about, names in told(sentence):
                    yield ComplaintCase(about, names, item.source)
    yield from read_lists(section.items)


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the fields that a text gives to the posts before them, or else behind them."""
    found, begin = [], 0
    for match in _FIELD.finditer(text):
        if names := _names_before(text, begin, match.start()):
            found.append((match["about"] or match["matter"], names))
            begin = match.end()
    shares = None if found else _SHARES.search(text)
    if shares:
        for match in _SENT.finditer(text, shares.end()):
            found += [(match["about"], names)] if (names := name_list(text, match.end())) else []
    return [(about.strip(" ,"), tuple(names)) for about, names in found if not of_all(about)]


def _names_before(text: str, begin: int, end: int) -> list[str]:
    """Return the posts that end at a place, behind "kepada", another field or the text's begin."""
    joined = _JOINED.match(text, begin)
    start = max(
        [joined.end() if joined else begin] + [m.end() for m in _TO.finditer(text, begin, end)]
    )
    names = name_list(text[:end], start)
    whole = names and text[:end].rstrip(" ,").endswith(names[-1])
    return names if whole and text[start : start + 1].isupper() else []
