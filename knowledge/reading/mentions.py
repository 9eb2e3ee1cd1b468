"""What a standard says of its service only in passing: its time, cost, hours and address.

"SKBT diselesaikan paling lama 3 hari kerja dan tidak dipungut biaya" among general provisions,
"KEDUA : Pelayanan diberikan ... hari Senin ..." and the address above the title.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet, Item, Section
from knowledge.reading.actors import sentences
from knowledge.reading.complaint_words import COMPLAINT
from knowledge.reading.durations import find_duration
from knowledge.reading.headings import worded_heading
from knowledge.reading.hours import tells_hours
from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.openings import CHARGED, FREE
from knowledge.reading.posts import is_head, tokenize
from knowledge.reading.stated import STATED, names_unit, stated
from knowledge.reading.wordings import PHRASES

#: Sections that may say it of the whole service; in others it is said of what they speak of.
_WHERE = frozenset(
    {Facet.OTHER, Facet.DEFINITIONS, Facet.SCOPE, Facet.USERS, Facet.BACKGROUND, Facet.PURPOSE}
    | {Facet.OUTPUT, Facet.TOTAL_TIME, Facet.COST, Facet.SERVICE_HOURS, Facet.PLACE}
    | {Facet.FACILITIES}
)
_HOURS = re.compile(
    r"(?=.*\b(?:pe)?layan\w*|.*\b(?:loket|kantor|buka)\b)"
    r".*\b(?:senin|setiap\s+hari|hari\s+kerja)\b.*\d{1,2}[.:]\d{2}.*"
    r"|.*\b(?:(?:pe)?layanan|loket|posko|siaga)\b[^.;]{0,60}\b24\s+jam\s+(?:setiap\s+hari|sehari|penuh)\b.*",
    re.I | re.S,
)
_SAYS = {
    Facet.COST: re.compile(
        rf"\b{FREE}|\b(?:pe)?layanan\b[^.;]*\bgratis\b|\b{CHARGED}",
        re.I,
    ),
    Facet.TOTAL_TIME: re.compile(
        r"\b(?:di)?(?:selesai\w*|terbitkan|proses|penyelesaian)\b[^.;]{0,40}\b(?:paling\s+(?:lama|lambat)"
        r"|selambat\W*lambatnya|maksimal|dalam\s+(?:jangka\s+)?waktu)\b",
        re.I,
    ),
    Facet.SERVICE_HOURS: _HOURS,
}
_COMPLAINS = r"\b(?:pengaduan|keluhan|aduan|komplain)\b"
#: "Keluhan keterlambatan pembayaran | Ditangani oleh ...", a row below "Jam layanan"; "laporan" and
#: "saran" alone are also handed to somebody where nobody complains.
_HANDLES = re.compile(
    rf"(?:setiap\s+)?(?=[^.;]{{0,40}}?{_COMPLAINS}){COMPLAINT}\b[^;]{{0,160}}?"
    r"\bdi(?:(?:tangani|tindak\s?lanjuti|selesaikan|terima)\s+(?:oleh\b|(?-i:(?=[A-Z])))"
    r"|(?:sampai|aju|tuju|lapor|alamat|terus)kan\s+(?:\w+\s+){0,3}?kepada\s+(?-i:(?=[A-Z])))",
    re.I,
)
_SPEAKS = re.compile(rf"(?:setiap\s+)?{COMPLAINT}\b", re.I)
#: "Pengaduan disampaikan melalui telepon ...", a paragraph among the rules on the fee.
_RECEIVES = re.compile(
    rf"(?:setiap\s+)?{COMPLAINT}\b[^.;]{{0,120}}?\bdi(?:sampaikan|ajukan)\s+(?:kepada|melalui|ke|lewat)\b",
    re.I,
)
#: "Kepala UPTD bertanggung jawab atas pelaksanaan protap ini", "Camat selaku penanggung jawab".
_ANSWERS = re.compile(
    r"(?P<post>[A-Z][^.,;:]{3,90}?)\s+(?:bertanggung\s+jawab\s+(?:penuh\s+)?(?:atas|terhadap)\s+(?:seluruh\s+)?"
    r"|(?:selaku|sebagai)\s+penanggung\s+jawab\s+)"
    r"(?:pelaksanaan|penyelenggaraan|pelayanan|layanan|jalannya|prosedur|protap|sop)\b",
)
#: What their entries say is said of a step, a complaint or a paper.
_ENTRIES = frozenset(
    {Facet.PROCEDURE, Facet.COMPLAINT, Facet.LEGAL_BASIS, Facet.REQUIREMENTS}
    | {Facet.REQUIREMENTS_USER, Facet.REQUIREMENTS_IMPLEMENTER}
)
#: "PENYELENGGARA DAN PELAKSANA", a chapter on who offers a service, also tells who answers for it.
_OFFERING = frozenset({Facet.UNIT, Facet.IMPLEMENTERS})
_OVERSEEING = frozenset({Facet.SUPERVISION, Facet.COMPLAINT})
_IN_PASSING = frozenset({Facet.WARNING, Facet.GUARANTEE})  # where complaints are told of, too
_LONGEST = 600
_DICTUM = re.compile(r"(?:KE(?:SATU|DUA|TIGA|EMPAT|LIMA|ENAM|TUJUH)|PERTAMA)\s*:\s*", re.I)
#: A letterhead goes on behind the address with the telephone and the like.
_ADDRESS = re.compile(
    r"(?:Jalan|Jl\.?)\s+[A-Z][^:;|]{4,120}?(?=[\s.,|]*(?:$|(?-i:\|)|(?i:telepon|telp|tlp|faks|fax|pos-?el"
    r"|surel|e-?mail|laman|situs|website|whatsapp|wa\b|kode\s+pos)))"
)
_ROW = re.compile(r"[-*•]\s+")
_MOST_WORDS = 6
_HEADED = {Facet.PLACE: "Alamat", Facet.SERVICE_HOURS: "Jam Pelayanan"}


def mentioned(sections: Sequence[Section], *, has_office: bool = False) -> Iterator[Section]:
    """Yield, for what no section tells, one with the first sentence that does, and its source.

    `has_office`: its letterhead names the office, which is the unit unless another is called so.
    """
    told = {section.facet for section in sections if section.items and not _is_head(section)}
    told |= {i.facet for s in sections for top in s.items for i in top.walk() if i.facet}
    if Facet.COMPLAINT not in told:
        yield from _complaints(sections)
    found = dict(_stated(sections, set(STATED) - told, has_office=has_office))
    yield from found.values()
    told |= found.keys()
    if Facet.RESPONSIBLE not in told:
        yield from _answering(sections)
    for facet, pattern in _SAYS.items():
        if facet in told:
            continue
        for item in _items(sections, without=facet):
            said = [one for one in _short(sentences(item.text)) if pattern.search(one)]
            if said and (facet is not Facet.TOTAL_TIME or find_duration(said[0])):
                yield _section(facet, item, said)
                break


def without_heads(sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return the sections, without what a letterhead says where another one says it, too."""
    told = {section.facet for section in sections if section.items and not _is_head(section)}
    return tuple(s for s in sections if not (_is_head(s) and s.facet in told))


def _is_head(section: Section) -> bool:
    """Whether a section is the address or the hours above the others, which no heading names."""
    unnamed = not (section.original or section.letter)
    return unnamed and section.heading == _HEADED.get(section.facet)


def _complaints(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield what tells who gets complaints, where it stands below something else."""
    items = _items(sections, without=Facet.COMPLAINT, beside=_IN_PASSING)
    said = tuple(
        replace(item, text=text, items=()) for item in items if (text := _on_complaints(item))
    )
    if said:
        yield Section(Facet.COMPLAINT, "", PHRASES[Facet.COMPLAINT][0], "", said, said[0].source)


def _on_complaints(item: Item) -> str:
    """Return what an item says of complaints, if a sentence tells who gets them; else ""."""
    told = sentences(item.text)
    told_of = (_HANDLES,) if item.mark else (_HANDLES, _RECEIVES)
    said = (n for n, one in enumerate(told) if any(p.match(one[:_LONGEST]) for p in told_of))
    at = next(said, None)
    if at is None:
        return ""
    while at and _SPEAKS.match(told[at - 1]):  # the ways to complain stand before
        at -= 1
    return item.text[item.text.index(told[at]) :]


def _stated(
    sections: Sequence[Section], wanted: Collection[Facet], *, has_office: bool
) -> Iterator[tuple[Facet, Section]]:
    """Yield each wanted component with what an item first says of it, the last ones first."""
    for section in reversed(sections) if wanted else ():
        anywhere = section.facet in _WHERE | _OFFERING
        if section.facet in _ENTRIES:
            continue
        for item in reversed([item for top in section.items for item in top.walk()]):
            for facet, said in stated(item, anywhere=anywhere):
                known = facet is Facet.UNIT and has_office and not names_unit(item)
                if facet in wanted and not known:
                    yield facet, _section(facet, item, [said])


def _answering(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the first sentence that says who answers for the service, with nothing but the post."""
    telling = _WHERE | _OVERSEEING | _OFFERING
    tops = (top for s in sections if s.facet in telling for top in s.items)
    for item in (item for top in tops for item in top.walk()):
        for sentence in _short(sentences(item.text)):
            if (said := _ANSWERS.match(sentence)) and is_head(tokenize(said["post"])[0]):
                yield _section(Facet.RESPONSIBLE, item, [said["post"]])
                return


def _short(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts that may be one sentence; longer ones are none, and slow to search."""
    return (text for text in texts if len(text) <= _LONGEST)


def _items(
    sections: Sequence[Section], *, without: Facet, beside: Collection[Facet] = ()
) -> Iterator[Item]:
    for section in sections:
        if (section.facet in _WHERE or section.facet in beside) and section.facet is not without:
            for top in section.items:
                yield from top.walk()


def _section(facet: Facet, item: Item, said: list[str]) -> Section:
    told = Item("", " ".join(said), item.source, original=item.original)
    return Section(facet, "", PHRASES[facet][0], "", (told,), item.source)


def said_above(preamble: Sequence[str], wanted: Collection[Facet]) -> Iterator[RawSection]:
    """Yield the hours and the address that stand above the sections, where these are wanted."""
    for facet in sorted(_HEADED.keys() & set(wanted)):
        for line in _short(preamble):
            if said := _above(line, facet):
                yield RawSection(
                    facet, "", _HEADED[facet], "", "", "", None, [Node(None, None, [line], [said])]
                )
                break


def hours_above(preamble: Sequence[str]) -> Iterator[RawSection]:
    """Yield the opening hours that stand above the sections below words that name them.

    "Jadwal loket:" / "- Senin: 08.00-12.00" / "- Jumat: 08.00-11.00".
    """
    for at, line in enumerate(preamble):
        named = len(line.split()) <= _MOST_WORDS and not tells_hours(line)
        if not named or worded_heading(line).facet is not Facet.SERVICE_HOURS:
            continue
        rows = list(itertools.takewhile(tells_hours, preamble[at + 1 :]))
        nodes = [Node(None, None, [row], [_ROW.sub("", row, count=1)]) for row in rows]
        if nodes:
            words = line.strip(" :*")
            yield RawSection(Facet.SERVICE_HOURS, "", words, "", "", "", None, nodes)
            return


def _above(line: str, facet: Facet) -> str | None:
    """Return what a line says of the hours or the address."""
    if facet is Facet.PLACE:
        found = _ADDRESS.search(line)
        return found[0] if found else None
    said = _DICTUM.sub("", line, count=1)
    return said if _HOURS.fullmatch(said) else None
