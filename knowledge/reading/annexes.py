"""Standards that are the annexes of one decree, and what is said for one annex only.

"LAMPIRAN II" above a title; "Kepala UPTD untuk pelayanan Lampiran II" in what all annexes share;
"Penanggung jawab ... dalam Lampiran I adalah X, dan dalam Lampiran II adalah Y" in the decree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node
from knowledge.reading.pages import Line
from knowledge.reading.posts import read_name, tokenize
from knowledge.reading.wordings import PHRASES

_HEAD = re.compile(r"LAMPIRAN\s+(?P<number>[IVX]{1,5}|\d{1,2})\b.*", re.I)
_NAMED = re.compile(r"\blampiran\s+(?P<number>[IVX]{1,5}|\d{1,2})\b", re.I)
_ANSWERS = re.compile(r"\bpenanggung\s+jawab\b", re.I)
_IS = re.compile(r"\s*(?:adalah|ialah|yaitu|yakni|:)\s+", re.I)
_FAR = 8  # lines between the head of an annex and the title below it
_SENTENCE = 600


def annex_above(lines: Sequence[Line], title: int) -> str:
    """Return the number of the annex whose head stands above a title, or ""."""
    above = reversed(lines[max(0, title - _FAR) : title])
    return next((m["number"].upper() for line in above if (m := _HEAD.fullmatch(line.plain))), "")


def of_annex(raw: RawSection, annex: str) -> RawSection:
    """Return a shared section without the entries that speak of other annexes only."""
    return replace(raw, nodes=_kept(raw.nodes, annex)) if annex else raw


def _kept(nodes: Sequence[Node], annex: str) -> list[Node]:
    return [
        replace(node, children=_kept(node.children, annex))
        for node in nodes
        if not node.mark or _speaks_of(node.text, annex)
    ]


def _speaks_of(text: str, annex: str) -> bool:
    """Whether an entry holds for an annex: it names that one, or none at all."""
    named = {found["number"].upper() for found in _NAMED.finditer(text)}
    return not named or annex in named


def answering_for(annex: str, preamble: Sequence[str]) -> Iterator[RawSection]:
    """Yield who answers for an annex, as the decree's own text says."""
    text = " ".join(preamble)
    begins = _ANSWERS.search(text) if annex else None
    sentence = text[begins.start() : begins.start() + _SENTENCE] if begins else ""
    for found in _NAMED.finditer(sentence):
        said = _IS.match(sentence, found.end())
        if said is None or found["number"].upper() != annex:
            continue
        tokens = tokenize(sentence[said.end() :])
        if end := read_name(tokens, 0):
            post = sentence[said.end() :][: tokens[end - 1].end]
            node = Node(None, None, [post], [post])
            yield RawSection(
                Facet.RESPONSIBLE, "", PHRASES[Facet.RESPONSIBLE][0], "", "", "", None, [node]
            )
            return
