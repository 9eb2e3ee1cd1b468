"""What a standard says of itself outside its sections: in a decree's recitals, in closing notes.

"Mengingat: 1. Undang-Undang ..." is the legal basis, and "Catatan: - Pelayanan tidak dipungut
biaya." below the last step the cost, where no section of the standard says them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.headings import named_facets
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.openings import opening_of
from knowledge.reading.outline import Node, build_outline
from knowledge.reading.pages import Line

_RECITAL = re.compile(r"(?:-\s+)?(?P<name>Mengingat)\b\s*:?\s*(?P<rest>.*)", re.I)
_ENDS = re.compile(
    r"(?:-\s+)?(?:memutuskan|menetapkan|memperhatikan|menimbang|membaca|kesatu|pertama)\b", re.I
)
_RULE = re.compile(r"\b(?:undang-undang|peraturan|keputusan|instruksi|kitab)\b", re.I)
#: What a closing note may say for the whole service.
_SAID = frozenset({Facet.PLACE, Facet.SERVICE_HOURS, Facet.COST})


def with_noted(manuscript: Manuscript) -> list[RawSection]:
    """Return the sections, with those that only the recitals or a closing note tell.

    Lines of the recitals move from the preamble into their section.
    """
    named = {
        facet for raw in manuscript.sections for facet in (raw.facet, *named_facets(raw.heading))
    }
    told = Facet.LEGAL_BASIS in named
    sections = [] if told else list(_recitals(manuscript))
    for raw in manuscript.sections:
        if raw.facet is Facet.PROCEDURE:
            sections += _without_notes(raw, _SAID - named)
        elif not told and raw.facet is Facet.OTHER and _RECITAL.fullmatch(raw.heading):
            sections += _as_basis(raw)
        else:
            sections.append(raw)
    return sections


def _recitals(manuscript: Manuscript) -> Iterator[RawSection]:
    """Yield the legal basis that stands behind "Mengingat", taken out of the preamble."""
    lines = manuscript.preamble
    begin = next((at for at, line in enumerate(lines) if _RECITAL.match(line)), None)
    if begin is None or (found := _RECITAL.match(lines[begin])) is None:
        return
    ends = (at for at in range(begin + 1, len(lines)) if _ENDS.match(lines[at]))
    end = next(ends, len(lines))
    body = [line for line in (found["rest"], *lines[begin + 1 : end]) if line]
    if not any(map(_RULE.search, body)):
        return
    nodes, _ = build_outline([Line(text) for text in body])
    printed = lines[begin].removesuffix(found["rest"]).rstrip()
    del lines[begin:end]
    yield RawSection(Facet.LEGAL_BASIS, "", found["name"], printed, "", "", None, nodes)


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
    said_of = replace(noted, nodes=said, original="" if rest else note.original, is_general=True)
    return [replace(raw, nodes=kept), *rest, said_of]


def _notes(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the lists of notes, wherever they hang."""
    for top in nodes:
        yield from (node for node in top.walk() if node.note and node.children)


def _opens(node: Node, absent: Collection[Facet]) -> bool:
    found = opening_of(node.text)
    return found is not None and found.facet in absent


def _kept(nodes: Sequence[Node], said: Sequence[Node]) -> list[Node]:
    """Return the nodes without some."""
    return [
        replace(node, children=_kept(node.children, said))
        for node in nodes
        if not any(node is one for one in said)
    ]
