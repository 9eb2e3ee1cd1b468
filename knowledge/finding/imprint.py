"""What a document prints about itself: above its title, in its last clauses and in its closing.

The first page of an SOP has boxes for its number and dates (Permenpan 35/2012); a decision has
its number above, "Keputusan ini mulai berlaku ..." among what it decides, and place, date and
signature below. A file of several standards prints them once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.model import Facet, Section, ServiceStandard

HEAD = "kepala dokumen"
_MARK = re.compile(r"^(?:[-•*#]+\s+)+")
_FIELDS = re.compile(r"\s+[·|•]\s+(?=[A-Z][\w /]{2,30}:)")
_RECITALS = re.compile(r"(?:menimbang|mengingat|memperhatikan|membaca)\b", re.I)
_DECIDES = re.compile(
    r"(?:m\s?e\s?m\s?u\s?t\s?u\s?s\s?k\s?a\s?n|menetapkan|kesatu|pertama)\b", re.I
)
_FIELD = re.compile(
    r"(?:nomor|no\.?|tanggal|tgl\.?|revisi|versi|edisi|di(?:sah|tetap)kan\s+oleh|berlaku)\b(?:\s+\w+){0,3}",
    re.I,
)
_OPENS = re.compile(r".{1,40}:(?:\s|$)|[A-Z][A-Z\W]{7}|(?i:lampiran|ditetapkan|edisi)\b")
_DAY = r"\d{1,2}\s+[A-Za-z]{3,9}\s+(?:19|20)\w{2}"
_PLACED = re.compile(
    r"(?i:ditetapkan|dikeluarkan|disahkan)\s+di\b.*"
    rf"|[A-Z][\w .]{{2,40}},\s*(?:tanggal\s+)?{_DAY}\.?"
)
_DATED = re.compile(rf"(?:pada\s+)?tangga\w\b.*\d.*|.*\b{_DAY}.*", re.I)
_SIGNED = re.compile(r"\bttd\b", re.I)
_ANNEX = re.compile(r"lampiran\b", re.I)
_SHORT = 130  # characters of a line of the signature
_LINES = 7  # below the place
_LONG = 55  # characters of a line on which the next may go on
_STOPS = (".", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Printed:
    """One line that a document prints about itself, and where."""

    text: str
    section: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """The lines above the title, boxes below it, all texts, and place, date and signature."""

    head: tuple[Printed, ...]
    boxes: tuple[Printed, ...]
    texts: tuple[Printed, ...]
    closing: tuple[Printed, ...]

    @property
    def dates(self) -> tuple[Printed, ...]:
        """Return the lines of the closing that tell when and where the document was passed."""
        found = (one for one in self.closing if _DATED.match(one.text) or _PLACED.match(one.text))
        return tuple(found)


def imprint_of(standard: ServiceStandard) -> Imprint:
    """Return what a standard's own pages print about the document."""
    above = [Printed(text, HEAD) for text in _above(standard)]
    whole = [Printed(text, HEAD) for text in _joined([one.text for one in above])]
    told = [(section, _told(section)) for section in standard.sections]
    boxes = [said[0] for section, said in told if said and _is_box(section)]
    groups = [(section.facet is Facet.OTHER, said) for section, said in told]
    closing = tuple(_closing([(True, above)])) or tuple(_closing(groups))
    texts = (*whole, *(one for _, said in told for one in said))
    return Imprint(tuple(above), tuple(boxes), texts, closing)


def _above(standard: ServiceStandard) -> Iterator[str]:
    """Yield the lines above the title, without the recitals of a decree."""
    recited = False
    for line in dict.fromkeys((*standard.preamble, *standard.title_lines, *standard.furniture)):
        text = _MARK.sub("", line).strip()
        recited = bool(_RECITALS.match(text)) or (recited and not _DECIDES.match(text))
        if not recited:
            yield from _FIELDS.split(text)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, each with those on which its sentence goes on."""
    whole = ""
    for line in lines:
        ended = len(whole) <= _LONG or whole.isupper() or whole.endswith(_STOPS)
        if ended or _OPENS.match(line):
            yield from filter(None, [whole])
            whole = line
        else:
            whole = f"{whole} {line}"
    yield from filter(None, [whole])


def _is_box(section: Section) -> bool:
    """Say whether a section is but a box below the title: "Nomor Dokumen" with what is in it."""
    named = section.facet is Facet.OTHER and _FIELD.fullmatch(section.original.rstrip(" :"))
    return bool(named and section.items)


def _told(section: Section) -> list[Printed]:
    """Return a section's texts; the heading of one that is no component is a text too."""
    place, page = section.source.section, section.source.page
    said = [(item.text, item.source) for top in section.items for item in top.walk()]
    texts = [Printed(text, at.section, at.page) for text, at in said if text]
    heading = section.original if section.facet is Facet.OTHER else ""
    if _is_box(section) and texts:
        return [Printed(f"{heading.rstrip(' :')}: {texts[0].text}", place, page), *texts[1:]]
    return [Printed(heading, place, page), *texts] if heading else texts


def _closing(groups: Iterable[tuple[bool, list[Printed]]]) -> Iterator[Printed]:
    """Yield the last place and date with the signature below, or the signature alone.

    It goes on in the groups below it that are no part of a standard, to the head of an annex.
    """
    rows = [(line, at, loose) for at, (loose, said) in enumerate(groups) for line in said]
    begin = _signed_at([line.text for line, _, _ in rows])
    for line, at, loose in rows[begin : begin + _LINES] if begin is not None else ():
        if not loose and at != rows[begin or 0][1]:
            return
        if len(line.text) > _SHORT or _ANNEX.match(line.text):
            return
        yield line


def _signed_at(lines: Sequence[str]) -> int | None:
    """Return where the closing begins: at its place and date, else at who signed."""
    placed = [at for at, line in enumerate(lines) if _PLACED.fullmatch(line)]
    signed = [at for at, line in enumerate(lines) if _SIGNED.search(line)]
    if placed:
        return placed[-1]
    if not signed or len(lines) - signed[-1] > _LINES:
        return None
    alone = _SIGNED.match(lines[signed[-1]]) or lines[signed[-1]].isupper()
    return signed[-1] - (1 if alone and signed[-1] else 0)
