"""How a sentence opens a component: "Penanggung jawab pelayanan adalah ...", "Biaya: ...".

Only the words of a sentence are looked at; where it stands is the business of those who ask.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.actors import sentences
from knowledge.reading.headings import known_heading
from knowledge.reading.wordings import PHRASES

_ALSO = {
    Facet.COMPLAINT: ("Pengaduan, Keluhan, dan Masukan", "Pengaduan/Keluhan/Masukan", "Keluhan"),
    Facet.STAFF_COUNT: ("Jumlah Petugas Pelaksana",),
    Facet.LEGAL_BASIS: ("Landasan Hukum",),
    Facet.RESPONSIBLE: ("Penanggungjawab", "Penanggungjawab Pelayanan"),
}
_JOINT = r"\s*(?:,\s*|/\s*|\s)(?:dan\s+|atau\s+|dan/atau\s+)?"
_FRAME = (
    r"(?:\s+(?:(?:(?:untuk|bagi)\s+)?(?:kedua|ketiga|semua|seluruh)\s+(?:jenis\s+)?(?:pe)?layanan|pelayanan|layanan|ini|itu|tersebut|yang\s+(?:tersedia|disediakan|digunakan|berlaku|"
    r"diperlukan|dibutuhkan|dihasilkan)|penyelesaian(?:nya)?|internal"
    r"|(?:(?:pelaksanaan|penerapan|penyelenggaraan)\s+)?(?:sop|protap|prosedur(?:\s+tetap)?|standar)\s+ini"
    r"|(?:pe)?layanan(?:\s+(?-i:[a-z])[\w/-]*){1,4}(?=\s+(?:adalah|ialah|yaitu|yakni)\b)"
    r"|pelaksanaan|penyelenggaraan|sop|protap|(?:loket|kantor|(?-i:[A-Z]{2,8}))(?=\s*:)))*"
)
_IS = (
    r"\s*:\s*|\s+(?:adalah|ialah|yaitu|yakni|berupa|meliputi|mencakup|terdiri\s+(?:atas|dari)|"
    r"sebesar|sebanyak|bertempat\s+di|berlokasi\s+di|selama)\b\s*:?\s*"
)
_GOES_ON = (
    r"\s+(?=di\b|pada\b|melalui\b|lewat\b|paling\b|maksimal\b|selambat|tidak\b|gratis\b|(?:dapat\s+|bisa\s+)?"
    r"(?:diterima|ditangani|dicatat|ditindaklanjuti|disampaikan|dilakukan|dilaksanakan|ditujukan|diajukan|dikenakan|diselenggarakan)\b)"
)
_SERVICE = r"(?:pelayanan|layanan)(?:\s+(?!di\w{3}|oleh\b|tidak\b)[\w/-]+){0,5}\s+"
_SAYS_BY = re.compile(
    rf"{_SERVICE}(?:diselenggarakan|dilaksanakan|diberikan|dikelola)\s+oleh\s+", re.I
)
_SAYS_AT = re.compile(
    rf"{_SERVICE}(?:(?:diselenggarakan|dilaksanakan|diberikan|dilakukan|dibuka|tersedia|bertempat"
    r"|berlokasi)\s+)?di\s+(?=(?-i:[A-Z]))",
    re.I,
)
_LIES_AT = re.compile(
    r"(?!pemohon|penduduk|warga)[A-Z][^.;:,]{2,80}?\s(?:beralamat|berlokasi|berkedudukan|terletak)\s+di\s+(?=(?-i:[A-Z]))"
)
_OFFERS = re.compile(
    r"(?:juga\s+)?(?:tersedia|disediakan)\s+(?:pula\s+|juga\s+)?(?:area\s+|tempat\s+|lahan\s+)?"
    r"(?:parkir|ruang|toilet|kursi|musala|mushola|wi-?fi|air\s+minum|fasilitas|sarana)\b",
    re.I,
)
_ANSWERS = re.compile(
    r"(?:yang\s+)?bertanggung\s+jawab\b[^.;:]{0,40}?\b(?:adalah|ialah|yaitu)\s+"
    r"|(?:(?:kedua|ketiga|semua|seluruh)\s+)?(?:pe)?layanan\b[^.;:]{0,40}?\bdi\s+bawah\s+tanggung\s+jawab\s+",
    re.I,
)
_WITH = re.compile(r"(?:dan|dengan)\s+penanggung\s+jawab(?:nya)?\s+(?=(?-i:[A-Z]))", re.I)
#: How a sentence says that nothing is to be paid, and that something is.
FREE = (
    r"(?:tidak|tanpa)\s+(?:dipungut|dikenakan|dikenai|memungut|ada)\s+(?:biaya|tarif|retribusi)\b"
)
CHARGED = r"dikenakan\s+(?:biaya|tarif|retribusi)\b"
_SAYS_COST = re.compile(
    rf"{_SERVICE}(?:tidak\s+(?:dipungut|dikenakan|dikenai|memungut)\b|gratis\b|{CHARGED})|{FREE}",
    re.I,
)
_SAYS_COMPLAINT = re.compile(
    r"(?:setiap\s+|semua\s+)?(?:(?:pengaduan|keluhan|aduan|saran|masukan)(?:\s*,\s*|\s+dan\s+|\b)){1,3}"
    r"[^.;:]{0,60}?\bdi(?:terima|teruskan|tangani|tindak\s?lanjuti|selesaikan|kelola|bahas|jawab)\b",
    re.I,
)
_OPENS = re.compile(
    r"(?:(?:seluruh|semua|kedua|ketiga)\s+(?:jenis\s+)?)?"
    r"(?:loket|kantor|pelayanan|layanan|penerimaan)\b[^.:]{0,60}\b(?:buka|dibuka|dilayani|pukul|melayani\s+(?:pada|setiap|hari))\b"
    r"|(?:pada\s+|setiap\s+)?(?:hari\s+(?:kerja|senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu)|pukul)\b",
    re.I,
)
_COUNTS_ALL = re.compile(
    r"(?:(?:ke)?seluruhan(?:nya)?|seluruhnya|semuanya)\s+(?:ber)?jumlah(?:nya)?\s+\d{1,4}\s*(?:\([^)]{1,40}\)\s*)?"
    r"(?:orang|personel|personil|pegawai)\b",
    re.I,
)
_OF_SERVICE = re.compile(
    r"\b(?:pe)?layanan\s+(?P<name>(?-i:[a-z])[^:;.]*?)\s+(?:adalah|ialah|yaitu|yakni)\b", re.I
)
_WORD = re.compile(r"\w+")
_LINKS = frozenset({"dan", "atau"})
#: What begins a clause that may open another component than its sentence.
_CLAUSE = re.compile(
    r"(?:,|(?<=\w))\s+(?=(?:dan|serta|sedangkan|adapun|dengan)\s+\w)|,?\s+(?=(?:pada|setiap)\s+\w)"
    r"|,\s+(?=hari\s+\w)",
    re.I,
)
#: Components that are said in one sentence with others.
_TOGETHER = frozenset(
    {Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.USERS, Facet.PLACE}
    | {Facet.SERVICE_HOURS, Facet.COST}
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A component that a sentence opens: its name, what is said of it, the words between.

    `text` is empty where what is said stands in a list below.
    """

    facet: Facet
    heading: str
    text: str
    frame: str = ""


def clauses_of(text: str) -> list[str]:
    """Return the sentences of a text, cut where a clause opens a component of its own.

    "... oleh Bidang X dan penanggung jawabnya adalah ...", "... di Loket 4, pada hari Senin ...".
    """
    return [clause for sentence in sentences(text) for clause in _clauses(sentence)]


def _clauses(sentence: str) -> Iterator[str]:
    begin = 0
    first = opening_of(sentence)
    facet, frame = (first.facet, first.frame) if first else (None, "")
    for cut in _CLAUSE.finditer(sentence) if facet in _TOGETHER else ():
        found = opening_of(sentence[cut.end() :])
        other = found and (found.facet is not facet or service_in(found.frame) != service_in(frame))
        said = other and found and found.facet in _TOGETHER
        if found and said and (found.frame or found.facet is Facet.SERVICE_HOURS):
            yield sentence[begin : cut.end()].rstrip()
            begin, facet, frame = cut.end(), found.facet, found.frame
    yield sentence[begin:]


def service_in(frame: str) -> str:
    """Return "pengujian alat" for the frame "pelayanan pengujian alat adalah", or ""."""
    named = _OF_SERVICE.search(frame)
    return named["name"] if named else ""


def opening_of(sentence: str) -> Opening | None:
    """Return the component that a sentence opens, and what it says of it."""
    if found := _BEGIN.match(sentence):
        behind = found.end("name"), found.end()
        rest = sentence[behind[1] :]
        apart = bool(found["is"]) or rest[:1].isdigit()
        facet = _NAMED[_key(found["name"])]
        heading = found["name"] if known_heading(found["name"]) else PHRASES[facet][0]
        whole = not found.start("name") and sentence[behind[0] :][:3] != "nya"
        frame = sentence[behind[0] if whole and heading == found["name"] else 0 : behind[1]]
        if apart:
            return Opening(facet, heading, rest, frame.strip(" :"))
        if facet is not Facet.UNIT:  # "Unit kerja di lingkungan universitas membayar ..."
            return Opening(facet, heading, sentence)
    return _told(sentence)


def _told(sentence: str) -> Opening | None:
    """Return what a sentence tells of the service without the component's name."""
    named = (
        (Facet.UNIT, _SAYS_BY),
        (Facet.PLACE, _SAYS_AT),
        (Facet.PLACE, _LIES_AT),
        (Facet.RESPONSIBLE, _ANSWERS),
        (Facet.RESPONSIBLE, _WITH),
    )
    for facet, pattern in named:
        if found := pattern.match(sentence):
            rest = sentence[found.end() :]
            counts = facet is Facet.UNIT and rest[:1].isdigit()  # "dilaksanakan oleh 3 dokter"
            facet = Facet.STAFF_COUNT if counts else facet
            return Opening(facet, _OWN[facet], rest, found[0].strip())
    for facet, pattern in _SAYS:
        if pattern.match(sentence):
            return Opening(facet, _OWN[facet], sentence)
    return None


def begins_with(sentence: str, facets: Collection[Facet]) -> Opening | None:
    """Return the component of these that a sentence begins with, whatever it goes on with.

    "Waktu pelayanan Senin sampai dengan Kamis" is cut behind the name, as nothing else follows.
    """
    found = _FIRST.match(sentence)
    facet = _NAMED[_key(found["name"])] if found else None
    if found is None or facet is None or facet not in facets:
        return None
    rest = sentence[found.end() :]
    if facet in (Facet.SERVICE_HOURS, Facet.PLACE, Facet.RESPONSIBLE) and rest[:1].isupper():
        return Opening(facet, found["name"], rest, found[0].strip())
    return Opening(facet, found["name"], sentence)


def component_of(sentence: str, facets: Collection[Facet]) -> Opening | None:
    """Return the component of these that a sentence tells of something that it names.

    "Tempat pelayanan Uji Berkala: ..." has the name as its frame.
    """
    found = _OF.match(sentence)
    facet = _NAMED[_key(found["name"])] if found else None
    if found is None or facet is None or facet not in facets:
        return None
    return Opening(facet, found["name"], sentence[found.end() :], found["of"])


def _key(phrase: str) -> str:
    return " ".join(word for word in _WORD.findall(phrase.casefold()) if word not in _LINKS)


def _named() -> dict[str, Facet]:
    return {
        _key(phrase): facet
        for facet, phrases in PHRASES.items()
        for phrase in (*phrases, *_ALSO.get(facet, ()))
    }


#: What a component is called that no words of its sentence name.
_OWN = {
    Facet.UNIT: "Penyelenggara Pelayanan",
    Facet.STAFF_COUNT: "Jumlah Pelaksana",
    Facet.PLACE: "Tempat Pelayanan",
    Facet.RESPONSIBLE: "Penanggung Jawab",
    Facet.COST: "Biaya Pelayanan",
    Facet.SERVICE_HOURS: "Jam Pelayanan",
    Facet.FACILITIES: "Fasilitas",
    Facet.COMPLAINT: "Pengaduan",
}
#: Sentences that are said of a component as a whole.
_SAYS = (
    (Facet.COST, _SAYS_COST),
    (Facet.SERVICE_HOURS, _OPENS),
    (Facet.FACILITIES, _OFFERS),
    (Facet.COMPLAINT, _SAYS_COMPLAINT),
    (Facet.STAFF_COUNT, _COUNTS_ALL),
)
_NAMED = _named()
_WORDED = "|".join(_JOINT.join(key.split()) for key in sorted(_NAMED, key=len)[::-1])
_NAME = rf"(?P<name>(?:{_WORDED})(?=nya\b|\b))"
_BEGIN = re.compile(
    rf"(?:(?:dan|serta|sedangkan|adapun|dengan)\s+)?{_NAME}(?:nya)?{_FRAME}"
    rf"(?:(?P<is>{_IS})|{_GOES_ON}|\s+(?=\d))",
    re.I,
)
_OF = re.compile(
    rf"{_NAME}{_FRAME}\s+(?P<of>[^:;.]{{3,120}}?)(?:\s*:\s*|\s+(?:adalah|ialah|yaitu|di|pada)\s+)",
    re.I,
)
_FIRST = re.compile(rf"{_NAME}(?:nya)?{_FRAME}\s+", re.I)
