"""Complaints that go another way: of one kind, to whoever handles that; unsettled, to the next.

"Pengaduan mengenai hasil uji ditangani oleh Manajer Mutu"; "Pengaduan yang tidak terselesaikan
diteruskan kepada Camat".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.model import ComplaintCase, Source
from knowledge.reading.complaint_handling import read_delegation
from knowledge.reading.complaint_next import read_next
from knowledge.reading.complaint_posts import is_known, posts_at
from knowledge.reading.complaint_words import (
    SUGGESTION,
    UNSETTLED,
    is_narrow,
    is_suggestion,
    kind_told,
)

Lines = Sequence[tuple[str, Source]]

_WITH = r"(?:\s+(?:langsung|lebih\s+lanjut|bersama|terlebih\s+dahulu|dan\s+di\w{3,20})){0,3}"
#: "ditangani dalam waktu 4 jam oleh X".
_IN_TIME = r"(?:\s+(?:dalam|paling|maksimal|selama|selambat\S*)\s[^.;,]{2,60}?(?=\s+oleh\s))?"
#: "ditangani oleh X", "ditangani X", "menjadi kewenangan X", "diteruskan oleh Y kepada X".
_DEED = re.compile(
    rf"[\s,]di(?:tangani|tindak\s?lanjuti|selesaikan|proses|kelola|jawab|tanggapi|periksa|urus|putuskan"
    rf"(?:\s+p\w+annya)?){_WITH}{_IN_TIME}"
    r"\s+(?P<by>oleh\s+)?"
    r"|[\s,](?:menjadi|merupakan|adalah)\s+(?P<duty>(?:tanggung\s+jawab|kewenangan|wewenang|tugas)\s+)"
    rf"|[\s,](?P<sent>(?:(?:di|kami\s+)(?:terus|sampai|aju|tuju|limpah|delegasi|lapor|serah)kan"
    rf"|(?:lapor(?:kan)?|adukan|sampaikan)){_WITH}"
    r"(?:\s+oleh\s+[^.;:]{3,80}?)?\s+(?:kepada|ke)\s+)",
    re.I,
)
#: Suggestions are also handled by who writes them down or talks them over.
_NOTED = re.compile(
    rf"\b(?P<about>{SUGGESTION})\s+(?:[^.;:]{{3,60}}?\s+)?di(?:catat|tampung|himpun|kumpulkan|bahas|rekap"
    r"|terima|pelajari)\s+oleh\s+",
    re.I,
)
#: Who receives it first is no part of what it is about: "mengenai X diterima oleh Y dan ditangani".
_RECEIVED = re.compile(
    r"\s+(?:(?:dapat|wajib|harus)\s+)?di(?:terima|tampung|catat|sampaikan|ajukan|tujukan|kirim(?:kan)?|laporkan)"
    r"\s+(?:oleh|kepada|ke|melalui|lewat)\s+[^;]{3,160}?"
    r",?\s*(?:dan|lalu|kemudian|selanjutnya|serta|untuk)?\s*$",
    re.I,
)
#: How a complaint is made, and in what time, is no part of what it is about either.
_MADE = re.compile(
    r"\s+(?:(?:dapat|wajib|harus|akan|bisa|hanya)\s+)*(?:di(?:ajukan|sampaikan|laporkan|tulis|sertai|buat)"
    r"|paling|maksimal|selambat\S*)\s.*$",
    re.I | re.S,
)
_REST = re.compile(
    r"(?:(?:pengaduan|keluhan|aduan|hal|masalah)\s+)?(?:yang\s+)?(?:lain(?:nya|-lain)?|selain\s.*|selebihnya"
    r"|sisanya|di\s+luar\s.*|umum)",
    re.I,
)
_SERVICE = re.compile(
    r"(?:pe)?layanan\s*(?:(?:\([^)]*\)|petugas|secara\s+umum|umum(?:nya)?|(?:publik|ini|kami)?)$"
    r"|(?:dalam\s+|pada\s+)?lampiran\s+(?:[IVX]{1,5}|\d{1,2})\b)",
    re.I,
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_JOINED = re.compile(r"\b(?:dan|serta|atau)\b")
_FORMULA = frozenset({"layanan", "pelayanan", "proses", "ini", "prosedur", "pelaksanaan"})
_COMPLAINT = re.compile(r"\b(?:pengaduan|keluhan|aduan|komplain)\b", re.I)
_FAR = 300  # characters in which a deed's subject or those who do it are looked for
_NEAR = 80  # characters before a note of suggestions in which complaints are told with them


def read_cases(lines: Lines, title: str = "") -> Iterator[ComplaintCase]:
    """Yield the kinds of complaints that the section gives to somebody of their own.

    Suggestions are a kind only where the section speaks of complaints too.
    """
    told = list(_told(lines, title))
    others = any(not is_suggestion(case.about) for case in told)
    complaints = others or any(_COMPLAINT.search(text) for text, _ in lines)
    for case in told:
        if complaints or not is_suggestion(case.about):
            yield case


def _told(lines: Lines, title: str) -> Iterator[ComplaintCase]:
    giver = read_delegation(list(lines))[1]
    for text, source in lines:
        begin = 0
        deeds = [
            (found, names) for found in _DEED.finditer(text) if (names := _handlers(text, found))
        ]
        for number, (found, names) in enumerate(deeds):
            if any(_is_handed_on(text, found, then) for then, _ in deeds[number + 1 :]):
                continue
            before = text[max(begin, found.start() - _FAR) : found.start()]
            told = kind_told(_RECEIVED.sub("", before), sent=bool(found["sent"]))
            about = _MADE.sub("", told) if told else None
            begin = found.end()
            arrives = found["sent"] and names == (giver,)  # who hands it on
            if about and not UNSETTLED.search(about) and not (arrives and _is_wide(about, title)):
                yield ComplaintCase(about, names, source)
        for found in _NOTED.finditer(text):
            if _COMPLAINT.search(text, max(0, found.start() - _NEAR), found.start()):
                continue
            if names := posts_at(text[found.end() : found.end() + _FAR]):
                yield ComplaintCase(found["about"], names, source)


def _is_wide(about: str, title: str) -> bool:
    """Say whether that may be all that is complained of: the service, or no part that is known."""
    return _is_title(about, title) or not is_narrow(about)


def _is_handed_on(text: str, found: re.Match[str], then: re.Match[str]) -> bool:
    """Say whether a complaint only arrives here: "disampaikan ke X dan ditangani oleh Y"."""
    apart = _COMPLAINT.search(text, found.end(), then.start())
    return bool(found["sent"]) and not then["sent"] and not apart


def of_rest(cases: Sequence[ComplaintCase]) -> ComplaintCase | None:
    """Return the entry that is no kind, but all that the others leave: "Pengaduan lainnya"."""
    return next((case for case in cases if _REST.fullmatch(case.about)), None)


def of_service(cases: Sequence[ComplaintCase], title: str = "") -> ComplaintCase | None:
    """Return the kind that is the service as a whole: "pelayanan (antrean, berkas)", its title."""
    whole = [case for case in cases if _SERVICE.match(case.about) or _is_title(case.about, title)]
    return whole[0] if len(whole) == 1 else None


def _is_title(about: str, title: str) -> bool:
    """Say whether complaints about that are those about what the standard is named for.

    A service of several things ("Kendaraan dan Ruang Rapat") is not named by one of them.
    """
    named, said = (set(_WORD.findall(text.casefold())) for text in (title, about))
    things = _JOINED.findall(title)
    return bool(said - _FORMULA) and said <= named | _FORMULA and set(things) <= {*said}


def _handlers(text: str, found: re.Match[str]) -> tuple[str, ...]:
    """Return the posts behind a deed; without "oleh" only what is known to name one."""
    behind = text[found.end() : found.end() + _FAR]
    said = found["by"] or found["duty"] or found["sent"]
    return posts_at(behind) if said or is_known(behind) else ()


def said_of_all(lines: Lines, cases: Iterable[ComplaintCase]) -> list[tuple[str, Source]]:
    """Return the sentences about all complaints: without those of one kind, or not settled."""
    told = [(case.about, case.handled_by[0], case.source) for case in cases]
    return [
        (text, source)
        for text, source in lines
        if not any(source == at and about in text and name in text for about, name, at in told)
        and read_next([(text, source)]) is None
    ]
