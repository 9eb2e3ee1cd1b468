"""Complaints that go another way: of one kind, to whoever handles that; unsettled, to the next.

"Pengaduan mengenai hasil uji ditangani oleh Manajer Mutu"; "Pengaduan yang tidak terselesaikan
diteruskan kepada Camat".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.model import ComplaintCase, Source
from knowledge.reading.actors import name_list
from knowledge.reading.complaint_words import SUGGESTION, UNSETTLED, is_suggestion, kind_told

Lines = Sequence[tuple[str, Source]]

_WITH = r"(?:\s+(?:langsung|lebih\s+lanjut|bersama|terlebih\s+dahulu|dan\s+di\w{3,20})){0,3}"
#: "ditangani oleh X", "ditangani X", "menjadi kewenangan X", "diteruskan oleh Y kepada X".
_DEED = re.compile(
    rf"[\s,]di(?:tangani|tindak\s?lanjuti|selesaikan|proses|kelola|jawab|tanggapi|periksa|urus|putuskan"
    rf"(?:\s+p\w+annya)?){_WITH}"
    r"\s+(?P<by>oleh\s+)?"
    r"|[\s,](?:menjadi|merupakan|adalah)\s+(?P<duty>(?:tanggung\s+jawab|kewenangan|wewenang|tugas)\s+)"
    rf"|[\s,](?P<sent>di(?:terus|sampai|aju|tuju|limpah|delegasi|lapor|serah)kan{_WITH}"
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
_SERVICE = re.compile(
    r"(?:pe)?layanan\s*(?:(?:\([^)]*\)|petugas|secara\s+umum|umum(?:nya)?)$"
    r"|(?:dalam\s+|pada\s+)?lampiran\s+(?:[IVX]{1,5}|\d{1,2})\b)",
    re.I,
)
_WORD = re.compile(r"\w+(?:-\w+)*")
_JOINED = re.compile(r"\b(?:dan|serta|atau)\b")
_FORMULA = frozenset({"layanan", "pelayanan", "proses", "ini", "prosedur", "pelaksanaan"})
_PASSED_ON = re.compile(
    r"\b(?:di|meny?|menga?|me)?(?:[tn]eruskan|s?ampaikan|ajukan|tujukan|laporkan|naikkan|eskalasi(?:kan)?"
    r"|adukan|bawa)"
    r"(?:nya)?\s+(?:\w+\s+){0,2}?(?:kepada|ke)\s+",
    re.I,
)
_COMPLAINT = re.compile(r"\b(?:pengaduan|keluhan|aduan|komplain)\b", re.I)
_CAPITALS = re.compile(r"[A-Z]\w+(?:\s+(?:dan\s+)?[A-Z]\w*){0,7}")
#: Who only helps: "ditangani oleh Kepala Seksi X beserta Perawat".
_TOGETHER = re.compile(r"\s(?:beserta|bersama(?:-sama)?|dibantu|didampingi)\b", re.I)
_FAR = 300  # characters in which a deed's subject or those who do it are looked for
_NEAR = 80  # characters between what is unsettled and to whom it goes


def read_cases(lines: Lines) -> Iterator[ComplaintCase]:
    """Yield the kinds of complaints that the section gives to somebody of their own.

    Suggestions are a kind only where the section speaks of complaints too.
    """
    told = list(_told(lines))
    others = any(not is_suggestion(case.about) for case in told)
    complaints = others or any(_COMPLAINT.search(text) for text, _ in lines)
    for case in told:
        if complaints or not is_suggestion(case.about):
            yield case


def _told(lines: Lines) -> Iterator[ComplaintCase]:
    for text, source in lines:
        begin = 0
        deeds = [
            (found, names) for found in _DEED.finditer(text) if (names := _handlers(text, found))
        ]
        for number, (found, names) in enumerate(deeds):
            if any(_is_handed_on(text, found, then) for then, _ in deeds[number + 1 :]):
                continue
            before = text[max(begin, found.start() - _FAR) : found.start()]
            about = kind_told(_RECEIVED.sub("", before), sent=bool(found["sent"]))
            begin = found.end()
            if about and not UNSETTLED.search(about):
                yield ComplaintCase(about, names, source)
        for found in _NOTED.finditer(text):
            if _COMPLAINT.search(text, max(0, found.start() - _NEAR), found.start()):
                continue
            if names := _names(text[found.end() : found.end() + _FAR]):
                yield ComplaintCase(found["about"], names, source)


def _is_handed_on(text: str, found: re.Match[str], then: re.Match[str]) -> bool:
    """Say whether a complaint only arrives here: "disampaikan ke X dan ditangani oleh Y"."""
    apart = _COMPLAINT.search(text, found.end(), then.start())
    return bool(found["sent"]) and not then["sent"] and not apart


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
    return _names(behind) if said or name_list(behind, 0) else ()


def _names(text: str) -> tuple[str, ...]:
    """Return the posts that begin a text, or what is written there like one ("Manajer Mutu")."""
    text = _TOGETHER.split(text, maxsplit=1)[0]
    names = tuple(name_list(text, 0))
    if names:
        return names if names[0][:1].isupper() else ()
    like_one = _CAPITALS.match(text)
    return (like_one[0].strip(),) if like_one else ()


def read_next(lines: Lines) -> tuple[str, Source] | None:
    """Return who gets what was not settled, and where it stands; None if nobody is named."""
    for text, source in lines:
        unsettled = UNSETTLED.search(text)
        passed = _PASSED_ON.search(text, unsettled.end()) if unsettled else None
        if unsettled is None or passed is None or passed.start() - unsettled.end() > _NEAR:
            continue
        if names := name_list(text, passed.end()):
            return names[0], source
    return None


def said_of_all(lines: Lines, cases: Iterable[ComplaintCase]) -> list[tuple[str, Source]]:
    """Return the sentences about all complaints: without those of one kind, or not settled."""
    of_kind = {line for case in cases for line in _telling(lines, case)}
    return [
        (text, source)
        for text, source in lines
        if (text, source) not in of_kind and read_next([(text, source)]) is None
    ]


def _telling(lines: Lines, case: ComplaintCase) -> list[tuple[str, Source]]:
    """Return the sentences that tell of a kind, those that say who handles it where these do.

    "Pengaduan terhadap Sekretaris Desa ditangani oleh Kepala Desa" is of one kind; the sentence
    before it, that Sekretaris Desa handles complaints, is of all.
    """
    said = [line for line in lines if line[1] == case.source and case.about in line[0]]
    full = [line for line in said if all(name in line[0] for name in case.handled_by)]
    return full or said
