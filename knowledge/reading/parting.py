"""Sections that hold several components: taken apart by what each of their sentences opens.

"Biaya, Tempat, dan Waktu Pelayanan", or a section "Penyelenggara" that also tells who answers for
the service. What opens no component stays with what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.articles import ARTICLE
from knowledge.reading.cleaning import plain
from knowledge.reading.crews import CREW
from knowledge.reading.durations import find_duration, parse_duration
from knowledge.reading.headings import named_facets
from knowledge.reading.hours import always_open, tells_hours
from knowledge.reading.joining import join_lines
from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.openings import Opening, begins_with, clauses_of, opening_of
from knowledge.reading.pieces import Piece, below_article, is_entry, joined, with_lead
from knowledge.reading.told_facets import parts_of, told_facet
from knowledge.reading.wordings import PHRASES

#: Sections in which a sentence may speak of another component than the heading.
_MIXED = frozenset(
    {Facet.UNIT, Facet.RESPONSIBLE, Facet.IMPLEMENTERS, Facet.PLACE, Facet.SERVICE_HOURS}
)
#: Sections that may hold one other component only, each with that one.
_BESIDE = {Facet.GUARANTEE: Facet.SAFETY, Facet.SAFETY: Facet.GUARANTEE}
#: What the sentences of a section on the crew may tell without a name.
_OF_CREW = {facet: PHRASES[facet][0] for facet in (Facet.STAFF_COUNT, Facet.COMPETENCE)}
_ABOVE_CREW = frozenset({Facet.UNIT, Facet.RESPONSIBLE})


def true_facet(raw: RawSection) -> Facet:
    """Tell "Waktu Pelayanan" as opening hours from "Waktu Pelayanan" as the time it takes."""
    text = " ".join(node.text for node in raw.nodes[:3])
    hours = tells_hours(text) or always_open(raw.heading, text)
    if raw.facet is not Facet.SERVICE_HOURS or hours:
        return raw.facet
    return Facet.TOTAL_TIME if find_duration(text) or parse_duration(text) else raw.facet


def parted(raw: RawSection) -> Iterator[RawSection]:
    """Yield a section, or one for each component that it holds, in order."""
    named = named_facets(raw.heading)
    several = len(named) > 1
    if not (several or raw.is_general or raw.facet in _MIXED | CREW or raw.facet in _BESIDE):
        yield raw
        return
    found = list(_pieces(raw.nodes, named)) if several else _with_crew(raw)
    found = _in_turn(found, list(named)) if several else found
    found = _left_over(_first_named(found, list(named)), list(named)) if several else found
    if raw.facet in _BESIDE and not several:
        found = [piece.only(raw.facet, _BESIDE[raw.facet]) for piece in found]
    if raw.facet in CREW and not several:
        found = _of_crew_only(raw.facet, found)
    pieces = joined(below_article(found))
    if {piece.facet for piece in pieces} <= {None, raw.facet}:
        yield raw
        return
    told = {piece.facet for piece in pieces} & _ABOVE_CREW
    rest = Facet.OTHER if several or raw.facet in told else raw.facet
    for number, piece in enumerate(pieces):
        facet = piece.facet or rest
        yield replace(
            raw,
            facet=facet,
            heading=_as_heading(named.get(facet, "")) or piece.heading or _own_words(raw, facet),
            original="" if number else raw.original,
            nodes=piece.nodes,
        )


def _pieces(nodes: Sequence[Node], named: dict[Facet, str]) -> Iterator[Piece]:
    """Yield the sentences of a section with what each opens; a list below a colon goes with it."""
    lead: Piece | None = None
    for node in _lifted(nodes, named):
        if lead is not None and node.mark and not _opens(node.text, named):
            yield Piece(lead.facet, lead.heading, [with_lead(node, lead.nodes)])
            lead = replace(lead, nodes=[])
            continue
        if lead is not None and lead.nodes:
            yield lead
        *others, last = _sentences(node, named)
        yield from others
        leads = node.mark is None and last.facet and last.nodes[0].text.rstrip().endswith(":")
        lead = last if leads else None
        if lead is None:
            yield last
    if lead is not None and lead.nodes:
        yield lead


def _as_heading(words: str) -> str:
    """Return "Waktu pelayanan" for what "Tempat dan waktu pelayanan" names second."""
    return words[:1].upper() + words[1:]


def _in_turn(pieces: list[Piece], named: list[Facet]) -> list[Piece]:
    """Return one piece for each component that the heading names, told by its turn among them.

    Only where the others open just what is named in their place.
    """
    pairs = list(zip(pieces, named, strict=False))
    told = [piece for piece in pieces if piece.facet]
    if len(pieces) != len(named) or not told or not all(map(is_entry, pieces)):
        return pieces
    if any(piece.facet not in (None, facet) for piece, facet in pairs):
        return pieces
    return [replace(piece, facet=facet) for piece, facet in pairs]


def _left_over(pieces: list[Piece], named: list[Facet]) -> list[Piece]:
    """Return the pieces; the only one that opens nothing is what the others leave of the names."""
    left = set(named) - {piece.facet for piece in pieces}
    silent = [piece for piece in pieces if piece.facet is None]
    named_only = any(ARTICLE.fullmatch(piece.nodes[0].text) for piece in silent)  # "Pasal 5"
    if len(left) != 1 or len(silent) != 1 or len(silent) == len(pieces) or named_only:
        return pieces
    (facet,) = left
    return [replace(piece, facet=piece.facet or facet) for piece in pieces]


def _first_named(pieces: list[Piece], named: list[Facet]) -> list[Piece]:
    """Return the pieces; what comes first is what the heading names first, if all else is told.

    "Jaminan dan pengawasan": "Surat yang salah diganti. Pengawasan dilakukan oleh ...".
    """
    told = {piece.facet for piece in pieces if piece.facet}
    untold = [piece for piece in pieces if piece.facet is None]
    if not pieces or told != {*named[1:]} or len(untold) != 1 or untold[0] is not pieces[0]:
        return pieces
    return [replace(pieces[0], facet=named[0]), *pieces[1:]]


def _lifted(nodes: Sequence[Node], named: dict[Facet, str]) -> Iterator[Node]:
    """Yield the nodes; a paragraph below the last entry of a list that opens a component apart."""
    for node in nodes:
        last = node.children[-1] if node.mark and node.children else None
        if last is None or last.mark or last.note or not _opens(last.text, named):
            yield node
        else:
            yield replace(node, children=node.children[:-1])
            yield last


def _opens(text: str, named: dict[Facet, str]) -> Opening | None:
    return opening_of(plain(text)) or begins_with(plain(text), named)


def _sentences(node: Node, named: dict[Facet, str]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph or an entry: one for each sentence that opens a component."""
    text = plain(join_lines(node.texts, mend=True))
    said = _told_apart(text, named) if not (node.note or node.level) else [text]
    cuts = _cuts([_facet(sentence, named) for sentence in said])
    if len(cuts) == 1:
        yield _piece(node, said[0], text, named)
        return
    broken = _told_apart(plain(join_lines(node.texts)), named)
    for begin, end in zip(cuts, [*cuts[1:], len(said)], strict=True):
        text = " ".join(said[begin:end])
        mark = node.mark if begin == 0 else None
        printed = " ".join(broken[begin:end]) if len(broken) == len(said) else text
        printed = f"{node.printed[0].split()[0]} {printed}" if mark else printed
        children = node.children if end == len(said) else []
        part = Node(mark, node.page, [printed], [text], children)
        yield _piece(part, said[begin], text, named)


def _told_apart(text: str, named: dict[Facet, str]) -> list[str]:
    """Return the sentences of a text; where several are named also "Loket 2" before "; Senin"."""
    said: list[str] = []
    several = named and named is not _OF_CREW
    for sentence in clauses_of(text):
        for part in parts_of(sentence, named) if several else [sentence]:
            facet = _facet(part, named)
            goes_on = part is not sentence and said and facet in (None, _facet(said[-1], named))
            if goes_on and said[-1].endswith(";"):
                said[-1] = f"{said[-1]} {part}"
            else:
                said.append(part)
    return said


def _cuts(facets: Sequence[Facet | None]) -> list[int]:
    """Return where a component begins; one sentence that opens none goes on with the last."""
    cuts, last = [0], facets[0]
    for at, facet in enumerate(facets):
        if facet and facet is not last:
            cuts += [at] if at else []
            last = facet
    return cuts


def _facet(sentence: str, named: dict[Facet, str]) -> Facet | None:
    found = _opens(sentence, named)
    return found.facet if found else told_facet(sentence, named)


def _piece(node: Node, first: str, text: str, named: dict[Facet, str]) -> Piece:
    """Return a node with what its first sentence opens; it keeps only what is said of that."""
    found = _opens(first, named)
    if found is None:
        return Piece(told_facet(first, named), "", [_copy(node, node.texts)])
    said = text[len(first) - len(found.text) :] if first.endswith(found.text) else text
    texts = [said] if said.strip(" .:") else node.texts
    return Piece(found.facet, found.heading, [_copy(node, texts)])


def _copy(node: Node, texts: list[str]) -> Node:
    """Return a node that may be changed while the one of the section is left as it is."""
    return replace(node, texts=texts, children=list(node.children))


def _own_words(raw: RawSection, facet: Facet) -> str:
    """Return the heading of a section; what it tells of the crew besides has a name of its own."""
    return raw.heading if facet is raw.facet else _OF_CREW.get(facet, raw.heading)


def _with_crew(raw: RawSection) -> list[Piece]:
    """Return the pieces of a section, with what is told of the crew where it may be.

    Behind "Kepala Seksi Ternak." more sentences may tell it, but never the first one.
    """
    told = list(_pieces(raw.nodes, _OF_CREW if raw.facet in CREW | _ABOVE_CREW else {}))
    begins = raw.facet in _ABOVE_CREW and told and told[0].facet in CREW and not told[0].heading
    return list(_pieces(raw.nodes, {})) if begins else told


def _of_crew_only(facet: Facet, found: list[Piece]) -> list[Piece]:
    """Return the pieces of a section on the crew; one that names it is no other one by a count.

    A list of who belongs to it, or their numbers alone, are all that such a section says of them.
    """
    if facet is not Facet.IMPLEMENTERS:
        return [piece.only(*CREW) for piece in found]
    listed = any(piece.facet is None and is_entry(piece) for piece in found)
    if not listed and any(piece.facet is Facet.COMPETENCE for piece in found):
        return found
    told = {Facet.COMPETENCE, *([] if listed else [Facet.STAFF_COUNT])}
    return [replace(p, facet=None) if p.facet in told and not p.heading else p for p in found]
