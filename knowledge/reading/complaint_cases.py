"""Complaints that go another way: of one kind, to whoever handles that; unsettled, to the next.

"Pengaduan mengenai hasil uji ditangani oleh Manajer Mutu"; "Pengaduan yang tidak terselesaikan
diteruskan kepada Camat".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.model import ComplaintCase, Source
from knowledge.reading.actors import name_list

Lines = Sequence[tuple[str, Source]]

_ABOUT = r"(?:tentang|mengenai|terkait(?:\s+dengan)?|menyangkut|berkaitan\s+dengan|atas|terhadap)"
_HANDLED = (
    r"(?:di(?:tangani|tindaklanjuti|selesaikan|proses)(?:\s+langsung)?\s+oleh"
    r"|menjadi\s+tanggung\s+jawab)"
)
_SENT = (
    r"di(?:teruskan|sampaikan|ajukan|tujukan|limpahkan|delegasikan|laporkan)(?:\s+langsung)?"
    r"\s+(?:kepada|ke)"
)
#: "Pengaduan mengenai perilaku hakim ditangani oleh ...", "Pengaduan gangguan teknis (...) ...".
_OF_ONE_KIND = re.compile(
    r"\b(?:pengaduan|keluhan|aduan|laporan|sanggahan|keberatan)\s+(?:yang\s+)?"
    rf"(?:(?P<named>{_ABOUT})\s+)?(?P<about>[^.;:]{{3,120}}?)\s+(?:{_HANDLED}|(?P<sent>{_SENT}))\s+",
    re.I,
)
#: What tells how far a complaint has come, how it is made or by whom, and not what it is about.
_NO_KIND = re.compile(
    r"(?:yang|dapat|dari|wajib|harus|akan|secara|melalui|di\w+(?:kan|i)?|masuk|(?:ter)?tulis|lisan"
    r"|dan|atau|keluhan|saran|masukan|masyarakat|pelanggan|pengguna|pemohon|pasien|warga|publik"
    r"|pelayanan|layanan|ini|tersebut|kepada|langsung)\b|\W",
    re.I,
)
_WHOLE = re.compile(r"(?:pe)?layanan(?:\s+(?:publik|ini|tersebut))?$", re.I)
_SERVICE = re.compile(r"(?:pe)?layanan\s*\([^)]*\)$", re.I)
_UNSETTLED = re.compile(
    r"\b(?:tidak|belum)\s+(?:(?:dapat|juga|bisa|mendapat|menerima|memperoleh)\s+)*"
    r"(?:di(?:selesaikan|tindaklanjuti|tanggapi|tangani|jawab|proses)|(?:ter)?selesai(?:kan)?|tuntas|puas"
    r"|tanggapan|jawaban|penyelesaian|tindak\s+lanjut)",
    re.I,
)
_PASSED_ON = re.compile(
    r"\b(?:di)?(?:teruskan|sampaikan|ajukan|tujukan|laporkan|naikkan|eskalasi(?:kan)?|adukan|bawa)"
    r"(?:nya)?\s+(?:\w+\s+){0,2}?(?:kepada|ke)\s+",
    re.I,
)
#: "Dugaan pungutan liar ditangani oleh ...": what is suspected is told without "pengaduan".
_SUSPECTED = re.compile(
    rf"\b(?P<about>(?:dugaan|indikasi)\s+[^.;:]{{3,120}}?)\s+(?:{_HANDLED}|{_SENT})\s+", re.I
)
_CAPITALS = re.compile(r"[A-Z]\w+(?:\s+(?:dan\s+)?[A-Z]\w*){0,7}")
_NEAR = 80  # characters between what is unsettled and to whom it goes


def read_cases(lines: Lines) -> Iterator[ComplaintCase]:
    """Yield the kinds of complaints that the section gives to somebody of their own."""
    for text, source in lines:
        for found in _OF_ONE_KIND.finditer(text):
            about = found["about"].strip(" ,")
            names = _names(text, found.end())
            if names and _is_kind(about, found) and not _UNSETTLED.search(about):
                yield ComplaintCase(about, names, source)
        for found in _SUSPECTED.finditer(text):
            if names := _names(text, found.end()):
                yield ComplaintCase(found["about"].strip(" ,"), names, source)


def of_all(about: str) -> bool:
    """Say whether complaints "about" that are those about the service as a whole."""
    return bool(_WHOLE.match(about))


def _is_kind(about: str, found: re.Match[str]) -> bool:
    """Say whether a complaint's attribute tells what it is about."""
    if found["named"]:
        return not of_all(about)
    return not found["sent"] and not _NO_KIND.match(about)


def of_service(cases: Sequence[ComplaintCase]) -> ComplaintCase | None:
    """Return the kind that is the service as a whole: "pelayanan (antrean, berkas)"."""
    whole = [case for case in cases if _SERVICE.match(case.about)]
    return whole[0] if len(whole) == 1 else None


def _names(text: str, start: int) -> tuple[str, ...]:
    """Return the posts named there, or what is written there like one ("Manajer Mutu")."""
    names = tuple(name_list(text, start))
    if names:
        return names if names[0][:1].isupper() else ()
    like_one = _CAPITALS.match(text, start)
    return (like_one[0].strip(),) if like_one else ()


def read_next(lines: Lines) -> tuple[str, Source] | None:
    """Return who gets what was not settled, and where it stands; None if nobody is named."""
    for text, source in lines:
        unsettled = _UNSETTLED.search(text)
        passed = _PASSED_ON.search(text, unsettled.end()) if unsettled else None
        if unsettled is None or passed is None or passed.start() - unsettled.end() > _NEAR:
            continue
        if names := name_list(text, passed.end()):
            return names[0], source
    return None


def said_of_all(lines: Lines, cases: Iterable[ComplaintCase]) -> list[tuple[str, Source]]:
    """Return the sentences about all complaints: without those of one kind, or not settled."""
    abouts = [(case.about, case.source) for case in cases]
    return [
        (text, source)
        for text, source in lines
        if not any(source == at and about in text for about, at in abouts)
        and read_next([(text, source)]) is None
    ]
