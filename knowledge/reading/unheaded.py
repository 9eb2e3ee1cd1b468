"""Requirements without a heading: a list of papers between the title and the first section.

A web page of an office often begins so: "Izin Belajar", "1. Surat rekomendasi ...", "Prosedur:".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Facet
from knowledge.reading.manuscript import Manuscript, RawSection
from knowledge.reading.marks import Symbol, take_mark
from knowledge.reading.outline import build_outline
from knowledge.reading.pages import Line
from knowledge.reading.wordings import PHRASES

_PAPER = re.compile(
    r"\b(?:surat|foto\s*kopi|foto\s*copy|fc|ktp|kk|nik|nip|ijazah|sk|formulir|blangko|berkas|dokumen"
    r"|pas\s*foto|asli|akta|kartu|sertifikat|bukti|mater?ai|meterai|proposal|salinan|daftar)\b",
    re.I,
)
_ASKED_FOR = frozenset({Facet.REQUIREMENTS, Facet.REQUIREMENTS_USER})
_LEAST = 3
_MOSTLY = 0.6  # share of the entries that must be papers


def with_unheaded_requirements(manuscript: Manuscript) -> Manuscript:
    """Return a manuscript, a list of papers above its first section being its requirements."""
    if any(section.facet in _ASKED_FOR for section in manuscript.sections):
        return manuscript
    begin = _begin(manuscript.preamble)
    listed = manuscript.preamble[begin:] if begin is not None else []
    nodes, warnings = build_outline([Line(text, None) for text in listed], 0)
    entries = [node for node in nodes if node.mark]
    papers = sum(bool(_PAPER.search(node.text)) for node in entries)
    if len(entries) < _LEAST or papers < _MOSTLY * len(entries) or not manuscript.sections:
        return manuscript
    del manuscript.preamble[begin:]
    name = PHRASES[Facet.REQUIREMENTS][0]
    section = RawSection(Facet.REQUIREMENTS, "", name, "", "", "", None, nodes)
    manuscript.sections.insert(0, section)
    manuscript.warnings += warnings
    return manuscript


def _begin(lines: Sequence[str]) -> int | None:
    """Return where the first list of the lines begins with its first entry."""
    firsts = (
        at
        for at, line in enumerate(lines)
        for mark in take_mark(line)[0][:1]
        if mark.symbol is Symbol.DIGIT and mark.order == 1
    )
    return next(firsts, None)
