"""Standards in running text: "Penanggung jawab pelayanan adalah ...", "Biaya: ...", no list marks.

Each sentence that begins with the name of a component opens that component; what follows in the
paragraph belongs to it. Documents with marked lines are no running text and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.actors import sentences
from knowledge.reading.headings import known_heading
from knowledge.reading.marks import take_mark
from knowledge.reading.pages import Line, Pages
from knowledge.reading.wordings import PHRASES

_MOST_MARKED = 2  # lines with list marks that running text may have
_FEWEST = 4  # components that make running text a standard
_ALSO = {
    Facet.FACILITIES: ("Sarana", "Prasarana", "Fasilitas"),
    Facet.COMPLAINT: ("Pengaduan, Keluhan, dan Masukan", "Pengaduan/Keluhan/Masukan", "Keluhan"),
    Facet.STAFF_COUNT: ("Jumlah Petugas Pelaksana",),
    Facet.LEGAL_BASIS: ("Landasan Hukum",),
}
_JOINT = r"\s*(?:,\s*|/\s*|\s)(?:dan\s+|atau\s+|dan/atau\s+)?"
_FRAME = (
    r"(?:\s+(?:pelayanan|layanan|ini|itu|tersebut|yang\s+(?:tersedia|disediakan|digunakan|berlaku|"
    r"diperlukan|dibutuhkan|dihasilkan)|penyelesaian(?:nya)?|internal))*"
)
_IS = (
    r"\s*:\s*|\s+(?:adalah|ialah|yaitu|yakni|berupa|meliputi|mencakup|terdiri\s+(?:atas|dari)|"
    r"sebesar|sebanyak|bertempat\s+di|berlokasi\s+di|selama)\b\s*:?\s*"
)
_GOES_ON = (
    r"\s+(?=di\b|pada\b|paling\b|maksimal\b|selambat|tidak\b|gratis\b|(?:dapat\s+|bisa\s+)?"
    r"(?:disampaikan|dilakukan|dilaksanakan|ditujukan|diajukan|dikenakan|diselenggarakan)\b)"
)
_SAYS_BY = re.compile(
    r"(?:pelayanan|layanan)(?:\s+ini)?\s+(?:diselenggarakan|dilaksanakan|diberikan|dikelola)"
    r"\s+oleh\s+",
    re.I,
)
_OPENS = re.compile(
    r"(?:loket|kantor|pelayanan|layanan|penerimaan)\b[^.:]{0,60}\b(?:buka|dibuka|dilayani|pukul)\b",
    re.I,
)
_WORD = re.compile(r"\w+")
_LINKS = frozenset({"dan", "atau"})
_LISTED = re.compile(r";\s*(?:dan\s+|serta\s+|atau\s+)?")
_RULES = re.compile(
    r",?\s+(?:serta\s+|dan\s+)?(?=(?:Undang-Undang|Peraturan|Keputusan|Instruksi)\b)"
)
_LIST = 3
_POSTS = frozenset({Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS})
_MEANS = re.compile(r"(?P<term>\w[\w ()/-]{1,60}?)\s+adalah\s+", re.I)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A component that a sentence opens, what it says of it, and the words between."""

    heading: str
    text: str
    frame: str = ""


@dataclass(frozen=True, slots=True)
class _Opening:
    """A component with its lines; `frame` are the words between it and what is said of it."""

    heading: str
    texts: tuple[str, ...]
    frame: str


def with_named_components(pages: Pages) -> Pages | None:
    """Return running text with each component as a heading and its lines, or None if it is none."""
    if sum(bool(take_mark(line.text)[0]) for line in pages.lines) > _MOST_MARKED:
        return None
    lines: list[Line] = []
    headings = 0
    for paragraph in _paragraphs(pages):
        for opening, line in _opened(paragraph, is_first=not headings):
            if opening is None:
                lines.append(line)
                continue
            headings += 1
            lines.append(replace(line, text=opening.heading, gap=True))
            first, *others = opening.texts
            lines.append(replace(line, text=first, before=opening.frame, gap=False))
            lines += (replace(line, text=text, gap=False) for text in others)
    return replace(pages, lines=tuple(lines), width=0) if headings >= _FEWEST else None


def _paragraphs(pages: Pages) -> Iterator[Line]:
    """Yield whole paragraphs: hard-wrapped lines are joined up to the next gap."""
    whole: Line | None = None
    for line in pages.lines:
        if whole and pages.width and not line.gap:
            whole = replace(whole, text=f"{whole.text} {line.text}")
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _opened(paragraph: Line, *, is_first: bool) -> Iterator[tuple[_Opening | None, Line]]:
    """Yield the pieces of a paragraph, each from a sentence that opens a component to the next."""
    opening: _Begun | None = None
    said: list[str] = []
    for sentence in sentences(paragraph.plain):
        found = _opening(sentence) or (_meaning(sentence) if is_first else None)
        if found is None or (opening and found.heading == opening.heading):
            said.append(sentence)
            continue
        if said:
            yield _made(opening, said), replace(paragraph, text=" ".join(said))
        opening, said, is_first = found, [found.text], False
    yield _made(opening, said), paragraph


def _made(opening: _Begun | None, said: Sequence[str]) -> _Opening | None:
    """Return a component with its lines: what is listed in a sentence becomes a list."""
    if opening is None:
        return None
    text = " ".join(said)
    facet = _NAMED[_key(opening.heading)]
    if facet in _POSTS:
        text = text.rstrip(" .")
    parts = [part for part in _LISTED.split(text) if part.strip(" .")]
    if len(parts) < _LIST and facet is Facet.LEGAL_BASIS:
        parts = [part for part in _RULES.split(text) if part.strip(" .,")]
    listed = len(parts) >= _LIST
    lines = tuple(f"- {part.strip(' ,')}" for part in parts) if listed else (text,)
    return _Opening(opening.heading, lines, opening.frame)


def _opening(sentence: str) -> _Begun | None:
    """Return the component that a sentence opens, and what it says of it."""
    if found := _BEGIN.match(sentence):
        behind = found.end("name"), found.end()
        rest = sentence[behind[1] :]
        apart = bool(found["is"]) or rest[:1].isdigit()
        facet = _NAMED[_key(found["name"])]
        heading = found["name"] if known_heading(found["name"]) else PHRASES[facet][0]
        frame = sentence[behind[0] if heading == found["name"] else 0 : behind[1]]
        own = _Begun(heading, rest, frame.strip(" :")) if apart else _Begun(heading, sentence)
        return own if own.text.strip(" .") else None
    if found := _SAYS_BY.match(sentence):
        return _Begun("Penyelenggara Pelayanan", sentence[found.end() :], found[0].strip())
    return _Begun("Jam Pelayanan", sentence) if _OPENS.match(sentence) else None


def _meaning(sentence: str) -> _Begun | None:
    """Return the definition that a text begins with ("Roya adalah ...")."""
    return _Begun("Pengertian", sentence) if _MEANS.match(sentence) else None


def _key(phrase: str) -> str:
    return " ".join(word for word in _WORD.findall(phrase.casefold()) if word not in _LINKS)


def _named() -> dict[str, Facet]:
    return {
        _key(phrase): facet
        for facet, phrases in PHRASES.items()
        for phrase in (*phrases, *_ALSO.get(facet, ()))
    }


_NAMED = _named()
_BEGIN = re.compile(
    rf"(?P<name>(?:{'|'.join(_JOINT.join(k.split()) for k in sorted(_NAMED, key=len)[::-1])})\b)"
    rf"{_FRAME}(?:(?P<is>{_IS})|{_GOES_ON}|\s+(?=\d))",
    re.I,
)
