"""Services told in sentences, with lists between: "Pemohon membawa ijazah ... Caranya, ...".

The last resort for texts whose components have neither headings nor names: each sentence is known
by what it says, and what follows in its paragraph belongs to it. Lists stay where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from knowledge.model import Facet
from knowledge.reading.actors import sentences
from knowledge.reading.headings import known_heading
from knowledge.reading.hours import tells_hours
from knowledge.reading.marks import take_mark
from knowledge.reading.openings import CHARGED, FREE, begins_with, opening_of
from knowledge.reading.pages import Line, Pages
from knowledge.reading.prose import whole_paragraphs
from knowledge.reading.wordings import PHRASES

_FEWEST = 4  # components that make a tale a standard
_OF_SERVICE = frozenset({Facet.REQUIREMENTS, Facet.PROCEDURE, Facet.COMPLAINT})
_OF_SEVERAL = 2
_SERVICE = re.compile(r"layanan\b", re.I)
_LONGEST = 5000  # characters of a paragraph that somebody tells
_LONGEST_NAME = 60
_BOLD = re.compile(r"\*\*[^*]+\*\*:?")
_STEP = re.compile(r",\s+(?:lalu|kemudian|selanjutnya)\s+(?=\w+(?:\s\w+)*\s+(?:me|di)\w)", re.I)
_WAY = re.compile(
    r"(?:cara|alur|proses|tahapan|langkah|urutan)nya\b\s*(?:adalah|yaitu)?[,:]?\s*", re.I
)
_WHO = (
    r"(?:pemohon|pengunjung|peserta|pelapor|siswa|pasien|wajib\s+pajak|masyarakat|warga|calon\s\w+)"
)
#: What a sentence tells of, by its words; the first that fits counts.
_TELLS: tuple[tuple[Facet, re.Pattern[str]], ...] = tuple(
    (facet, re.compile(pattern, re.I))
    for facet, pattern in (
        (
            Facet.COMPLAINT,
            r"(?:setiap\s+)?(?:pengaduan|keluhan|aduan|saran|komplain)\b.{0,80}\b(?:disampaikan"
            r"|ditangani|diterima|dikirim\w*|ditujukan|dapat|bisa)\b",
        ),
        (
            Facet.USERS,
            r"(?:pe)?layanan\s(?:ini\s)?(?:diberikan|diperuntukkan|terbuka)\s(?:kepada|bagi|untuk)\b",
        ),
        (
            Facet.REQUIREMENTS,
            rf"{_WHO}\s+(?:wajib\s+|harus\s+|cukup\s+|perlu\s+)?(?:membawa|melampirkan|menyiapkan"
            r"|menyertakan|melengkapi|memenuhi)\b|(?:ber)?syarat\w*\b",
        ),
        (Facet.PROCEDURE, r"(?:cara|alur|proses|tahapan|langkah|urutan)nya\b"),
        (
            Facet.TOTAL_TIME,
            r".{0,60}\b(?:selesai|diselesaikan|penyelesaian|diterbitkan)\b.{0,60}\b\d+\s"
            r"(?:\([^)]*\)\s)?(?:menit|jam|hari|minggu|bulan)\b",
        ),
        (
            Facet.COST,
            rf".{{0,60}}\b(?:{FREE}|tanpa\s+biaya\b|gratis\b|{CHARGED})",
        ),
        (Facet.OUTPUT, r"(?:hasil|keluaran|produk)\w*\b.{0,30}\b(?:berupa|adalah)\b"),
    )
)  # fmt: skip
_OPEN = re.compile(r".{0,60}\b(?:melayani|buka|dibuka|dilayani)\b", re.I)
_NAMED = (Facet.RESPONSIBLE, Facet.UNIT, Facet.LEGAL_BASIS)
#: What may be told behind a way to go in its paragraph; all else is still a part of it.
_ENDS_PROCEDURE = (Facet.TOTAL_TIME, Facet.COST, Facet.COMPLAINT)


def with_told_components(pages: Pages) -> Pages | None:
    """Return a tale with the name of each component above what tells it, or None if it is none."""
    if any(len(line.text) > _LONGEST for line in pages.lines):
        return None
    lines: list[Line] = []
    told: set[Facet] = set()
    last: Facet | None = None
    for paragraph in whole_paragraphs(pages):
        if _stands_apart(paragraph):
            lines.append(paragraph)
            last = last if take_mark(paragraph.text)[0] else None
            continue
        for facet, said in _pieces(paragraph):
            if facet is not None and facet is not last:
                told.add(facet)
                lines.append(replace(paragraph, text=PHRASES[facet][0], gap=True))
            lines += _lines(paragraph, facet, said)
            last = facet or last
    return replace(pages, lines=tuple(lines), width=0) if _is_of_service(told, pages) else None


def _is_of_service(told: set[Facet], pages: Pages) -> bool:
    """Whether what is told makes a service, and the text calls it one."""
    enough = len(told) >= _FEWEST and len(told & _OF_SERVICE) >= _OF_SEVERAL
    return enough and any(_SERVICE.search(line.plain) for line in pages.lines)


def _stands_apart(line: Line) -> bool:
    """Whether a line is a heading or an entry of a list and not part of the tale."""
    marked = bool(take_mark(line.text)[0]) or line.text.startswith("#") or line.plain.isupper()
    known = known_heading(line.plain)
    return marked or bool(known and known.exact)


def _pieces(paragraph: Line) -> Iterator[tuple[Facet | None, list[str]]]:
    """Yield the sentences that tell of one component together; those before the first with None."""
    if _BOLD.fullmatch(paragraph.text) and len(paragraph.plain) <= _LONGEST_NAME:
        named = Facet.REQUIREMENTS if re.match(r"(?:ber)?syarat", paragraph.plain, re.I) else None
        yield named, [f"{paragraph.plain.rstrip(':')}:" if named else paragraph.text]
        return
    last: Facet | None = None
    facets: list[tuple[Facet | None, str]] = []
    for sentence in sentences(paragraph.plain):
        found = _told(sentence)
        last = last if last is Facet.PROCEDURE and found not in _ENDS_PROCEDURE else found or last
        facets.append((last, sentence))
    for facet, group in groupby(facets, key=lambda pair: pair[0]):
        yield facet, [sentence for _, sentence in group]


def _told(sentence: str) -> Facet | None:
    """Return what a sentence tells of."""
    for facet, pattern in _TELLS:
        if pattern.match(sentence):
            return facet
    if _OPEN.match(sentence) and tells_hours(sentence):
        return Facet.SERVICE_HOURS
    found = opening_of(sentence) or begins_with(sentence, _NAMED)
    return found.facet if found else None


def _lines(paragraph: Line, facet: Facet | None, said: Sequence[str]) -> Iterator[Line]:
    """Yield what is said as lines: a way to go step by step."""
    if facet is not Facet.PROCEDURE:
        opening = opening_of(said[0]) or begins_with(said[0], _NAMED)
        if facet is Facet.RESPONSIBLE and opening:
            said = [opening.text.rstrip(" ."), *said[1:]]
        yield replace(paragraph, text=" ".join(said), gap=facet is None and paragraph.gap)
        return
    whole = (_WAY.sub("", sentence, count=1) for sentence in said)
    steps = [step for sentence in whole for step in _STEP.split(sentence)]
    for number, step in enumerate(steps, start=1):
        yield replace(paragraph, text=f"{number}. {step[:1].upper()}{step[1:]}", gap=False)
