"""What a standard says of itself outside its sections: in a decree's recitals, in closing notes.

"Mengingat: 1. Undang-Undang ..." is the legal basis, and "Catatan: - Pelayanan tidak dipungut
biaya." below the last step the cost, where no section of the standard says them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.actors import sentences
from knowledge.reading.durations import find_duration
from knowledge.reading.headings import named_facets
from knowledge.reading.hours import tells_hours
from knowledge.reading.hours_in_steps import with_hours_apart
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.mentions import said_above
from knowledge.reading.nodes import Node
from knowledge.reading.openings import FREE, clauses_of, opening_of
from knowledge.reading.outline import build_outline
from knowledge.reading.pages import Line
from knowledge.reading.rulings import RULE, split_rules
from knowledge.reading.wordings import PHRASES

_RECITAL = re.compile(r"(?:-\s+)?(?P<name>Mengingat)\b\s*:?\s*(?P<rest>.*)", re.I)
_ENDS = re.compile(
    r"(?:-\s+)?(?:m\s?e\s?m\s?u\s?t\s?u\s?s\s?k\s?a\s?n|menetapkan|memperhatikan|menimbang|membaca|kesatu|pertama)\b",
    re.I,
)
_RULE = re.compile(r"\b(?:undang-undang|peraturan|keputusan|instruksi|kitab)\b", re.I)
#: "Standar ini ditetapkan berdasarkan Peraturan X, dan Peraturan Y."
_BASED = re.compile(
    r"(?:standar|sop|protap|prosedur|layanan|pelayanan)\b[^.;:]{0,80}?\bberdasarkan\s+(?:pada\s+)?"
    rf"(?P<rules>(?-i:{RULE}).+)",
    re.I,
)
#: What a closing note may say for the whole service.
_SAID = frozenset({Facet.PLACE, Facet.SERVICE_HOURS, Facet.COST, Facet.COMPLAINT})
#: What an introduction may say of the service.
_INTRODUCED = frozenset({Facet.UNIT, Facet.RESPONSIBLE})
_COMPLAINT = re.compile(
    r"(?:setiap\s+)?(?:keluhan|pengaduan|aduan|keberatan)\b[^.;]{0,90}?\b(?:disampaikan|ditujukan|"
    r"diajukan|dialamatkan|ditangani|diterima)\b",
    re.I,
)
_WHOLE_TIME = re.compile(
    r"(?:(?:jangka\s+)?waktu|lama(?:nya)?)\s+(?:pe(?:layanan|nyelesaian)\s+)?(?:(?:secara\s+)?keseluruhan|seluruhnya|total)"
    r"|(?:total|jumlah|keseluruhan|seluruh)\s+(?:jangka\s+)?(?:waktu|proses|rangkaian)\b"
    r"|(?:jangka\s+waktu|waktu|lama(?:nya)?)\s+(?:pe(?:layanan|nyelesaian|ngerjaan|nerbitan|mrosesan|ngurusan)|proses)\b"
    r"[^.;:]{0,120}?(?:\b(?:adalah|ialah|yaitu|paling\s+(?:lama|lambat)|maksimal|selama|dalam)\b|:)"
    r"|(?:pelayanan|layanan|proses|penyelesaian|permohonan)\b[^.;:]{0,80}?\b(?:di)?selesai(?:kan)?\b"
    r"[^.;:]{0,30}?\b(?:paling\s+(?:lama|lambat)|selambat\W*lambatnya|maksimal|dalam)\b",
    re.I,
)
_FOR_WHOM = re.compile(r",|\s+(?:bagi|untuk|kepada|yang|dengan|melalui)\s+", re.I)
_UNIT = re.compile(r"unit\b", re.I)
_MARK = re.compile(r"(?:[-•*]|\d{1,2}[.)])\s+")  # of an entry, or of a row of the head's table
_WRAPPED, _LONGEST = 45, 2000
_STOPS = (".", ":", ";", "!", "?")
#: "Waktu penerimaan surat: Senin-Kamis pukul ..."
_COUNTER_OPEN = re.compile(
    r"(?:waktu|jam|jadwal|hari)\s+(?:penerimaan|pengajuan|pendaftaran|pengambilan)\b[^:]{0,40}:",
    re.I,
)
_FREE = re.compile(rf"[^.;:]{{0,60}}\b{FREE}", re.I)


def with_noted(manuscript: Manuscript) -> list[RawSection]:
    """Return the sections, with those that only the recitals or a closing note tell.

    Lines of the recitals move from the preamble into their section.
    """
    named = {
        facet for raw in manuscript.sections for facet in (raw.facet, *named_facets(raw.heading))
    }
    told = Facet.LEGAL_BASIS in named
    sections = [] if told else list(recitals(manuscript))
    sections += [] if told or sections else _based(manuscript)
    sections += _introduced(manuscript, _INTRODUCED - named)
    around = (*manuscript.preamble, *manuscript.furniture)
    sections += said_above(around, {Facet.PLACE, Facet.SERVICE_HOURS} - named)
    for raw in with_hours_apart(manuscript.sections):
        if raw.facet is Facet.PROCEDURE:
            sections += _without_loose(_without_notes(raw, _SAID - named), named)
        elif not told and _is_recital(raw):
            sections += _as_basis(raw)
        else:
            sections.append(raw)
    return sections


def recitals(manuscript: Manuscript) -> Iterator[RawSection]:
    """Yield the legal basis that stands behind "Mengingat", taken out of the preamble."""
    if found := _basis(manuscript.preamble):
        raw, begin, end = found
        del manuscript.preamble[begin:end]
        yield raw


def recited(manuscript: Manuscript) -> list[RawSection]:
    """Return the legal basis that the recitals give, and leave them where they stand."""
    above = replace(manuscript, preamble=list(manuscript.preamble))
    headed = [raw for raw in manuscript.sections if _is_recital(raw)]
    parts = [part for raw in headed for part in _as_basis(raw)]
    return [*recitals(above), *(part for part in parts if part.facet is Facet.LEGAL_BASIS)]


def _is_recital(raw: RawSection) -> bool:
    return raw.facet is Facet.OTHER and bool(_RECITAL.fullmatch(raw.heading))


def shared_basis(lines: Sequence[str]) -> Iterator[RawSection]:
    """Yield the legal basis that a decree names for all its annexes."""
    if found := _basis(lines):
        yield found[0]


def _basis(lines: Sequence[str]) -> tuple[RawSection, int, int] | None:
    """Return the legal basis behind "Mengingat", and the lines between which it stands."""
    begin = next((at for at, line in enumerate(lines) if _RECITAL.match(line)), None)
    if begin is None or (found := _RECITAL.match(lines[begin])) is None:
        return None
    ends = (at for at in range(begin + 1, len(lines)) if _ENDS.match(lines[at]))
    end = next(ends, len(lines))
    body = [line for line in (found["rest"], *lines[begin + 1 : end]) if line]
    if not any(map(_RULE.search, body)):
        return None
    nodes, _ = build_outline([Line(text) for text in body])
    printed = lines[begin].removesuffix(found["rest"]).rstrip()
    raw = RawSection(Facet.LEGAL_BASIS, "", found["name"], printed, "", "", None, nodes)
    return raw, begin, end


def _based(manuscript: Manuscript) -> Iterator[RawSection]:
    """Yield the legal basis that the introduction tells: "... ditetapkan berdasarkan X dan Y"."""
    for text in _whole_lines(manuscript.preamble):
        for sentence in sentences(text[:_LONGEST]):
            if found := _BASED.match(sentence):
                rules = split_rules(found["rules"].rstrip(" ."))
                nodes = [Node(None, None, [rule], [rule]) for rule in rules]
                yield RawSection(Facet.LEGAL_BASIS, "", "Dasar Hukum", "", "", "", None, nodes)
                return


def _introduced(manuscript: Manuscript, absent: Collection[Facet]) -> Iterator[RawSection]:
    """Yield who gives the service and who answers for it, as the introduction says."""
    for text in _whole_lines(manuscript.preamble):
        for sentence in clauses_of(text) if absent else ():
            found = opening_of(_MARK.sub("", sentence, count=1))
            known = manuscript.office is not None and found and not _UNIT.match(found.heading)
            if found and found.facet is Facet.UNIT and known:
                continue
            if found and found.facet in absent and found.text:
                absent = {*absent} - {found.facet}
                node = Node(
                    None, None, [sentence], [_FOR_WHOM.split(found.text, 1)[0].rstrip(" .")]
                )
                yield RawSection(found.facet, "", found.heading, "", "", "", None, [node])


def _whole_lines(preamble: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the introduction, each with those on which its sentence goes on."""
    whole = ""
    for line in preamble:
        goes_on = len(whole) > _WRAPPED and not whole.isupper() and not whole.endswith(_STOPS)
        if goes_on and len(whole) < _LONGEST:
            whole = f"{whole} {line}"
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _without_loose(
    sections: Sequence[RawSection], named: Collection[Facet]
) -> Iterator[RawSection]:
    """Yield the sections; paragraphs below the last step that tell of cost or complaints apart."""
    first, *rest = sections
    if not first.nodes:
        yield from sections
        return
    *before, last = first.nodes
    parts = [part for child in last.children for part in _apart(child)]
    told = [(part, _told_of_all(part.text)) for part in parts if part.mark is None]
    said = [(part, facet) for part, facet in told if facet and facet not in named]
    if not said:
        yield from sections
        return
    kept = [part for part in parts if not any(part is one for one, _ in said)]
    yield replace(first, nodes=[*before, replace(last, children=kept)])
    yield from rest
    for facet in dict.fromkeys(facet for _, facet in said):
        nodes = [part for part, told_of in said if told_of is facet]
        heading = PHRASES[facet][0] if facet is Facet.TOTAL_TIME else "Catatan"
        yield replace(first, facet=facet, heading=heading, original="", nodes=nodes)


def _apart(node: Node) -> list[Node]:
    """Return a paragraph, in two where a sentence in it begins to tell of the whole service."""
    said = sentences(node.text) if node.mark is None and not node.children else []
    at = next((n for n, one in enumerate(said) if n and _told_of_all(one)), None)
    if at is None:
        return [node]
    halves = (" ".join(said[:at]), " ".join(said[at:]))
    return [replace(node, printed=[half], texts=[half]) for half in halves]


def _told_of_all(text: str) -> Facet | None:
    """Return what a paragraph below the steps tells of the whole service."""
    if _COMPLAINT.match(text):
        return Facet.COMPLAINT
    if _WHOLE_TIME.match(text) and find_duration(text):
        return Facet.TOTAL_TIME
    if _COUNTER_OPEN.match(text) and tells_hours(text):
        return Facet.SERVICE_HOURS
    return Facet.COST if _FREE.match(text) else None


def _as_basis(raw: RawSection) -> Iterator[RawSection]:
    """Yield "Mengingat : 1. ..." as the legal basis; what the decree goes on with stands behind."""
    if not any(_RULE.search(node.text) for node in raw.nodes):
        yield raw
        return
    *others, last = raw.nodes
    after = [child for child in last.children if child.mark is None and _ENDS.match(child.text)]
    nodes = [*others, *_kept([last], after)]
    yield replace(raw, facet=Facet.LEGAL_BASIS, nodes=nodes)
    if after:
        yield replace(raw, heading="", original="", nodes=after)


def _without_notes(raw: RawSection, absent: Collection[Facet]) -> list[RawSection]:
    """Return a procedure without the closing notes on the whole service, and these as sections.

    Where one entry of the notes tells a component, the others speak of the service too.
    """
    last = raw.nodes[-1:]
    note = next((n for n in _notes(last) if any(_opens(c, absent) for c in n.children)), None)
    if note is None:
        return [raw]
    said = [child for child in note.children if _opens(child, absent)]
    others = [child for child in note.children if not _opens(child, absent)]
    kept = [*raw.nodes[:-1], *_kept(last, [note])]
    noted = replace(raw, facet=Facet.OTHER, heading="Catatan", original=note.original)
    rest = [replace(noted, nodes=others)] if others else []
    plain = [child for child in said if not opening_of(child.text)]
    opening = [child for child in said if child not in plain]
    said_of = [replace(noted, nodes=opening, is_general=True)] if opening else []
    said_of += [replace(noted, facet=_facet_of(child), nodes=[child]) for child in plain]
    first, *others_of = [*rest, *said_of]
    return [replace(raw, nodes=kept), first, *(replace(one, original="") for one in others_of)]


def _notes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the lists of notes, wherever they hang."""
    for top in nodes:
        yield from (node for node in top.walk() if node.note and node.children)


def _opens(node: Node, absent: Collection[Facet]) -> bool:
    return _facet_of(node) in absent


def _facet_of(node: Node) -> Facet:
    found = opening_of(node.text)
    return found.facet if found else _told_of_all(node.text) or Facet.OTHER


def _kept(nodes: Sequence[Node], said: Sequence[Node]) -> list[Node]:
    """Return the nodes without some."""
    return [
        replace(node, children=_kept(node.children, said))
        for node in nodes
        if not any(node is one for one in said)
    ]
