"""Chapters of articles: "BAB III PENANGANAN" / "Pasal 6" / "(1) Regu ...".

An article may be about another thing than its chapter. Its paragraphs are numbered "6.1".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.model import Facet
from knowledge.reading.headings import named_facets
from knowledge.reading.manuscript import RawSection
from knowledge.reading.marks import Mark, Symbol
from knowledge.reading.nodes import Node
from knowledge.reading.openings import begins_with, opening_of

ARTICLE = re.compile(r"Pasal\s+(?P<number>\d{1,3})")
#: What the first sentence of an article tells it to be about, where no component's name opens it.
_TELLS: tuple[tuple[Facet, re.Pattern[str]], ...] = tuple(
    (facet, re.compile(pattern, re.I))
    for facet, pattern in (
        (Facet.DEFINITIONS, r"\byang\s+dimaksud(?:kan)?\s+dengan\b"),
        (
            Facet.LEGAL_BASIS,
            r"\bberdasarkan(?:\s+(?:pada\s+)?(?:undang|peraturan|keputusan)|\s*:$)",
        ),
        (Facet.PURPOSE, r"\b(?:bertujuan|dimaksudkan)\b"),
        (
            Facet.REQUIREMENTS,
            r"\b(?:melampirkan|dilampiri|persyaratan|syarat|dilengkapi\s+dengan)\b",
        ),
        (Facet.COMPLAINT, r"^(?:\(\d\)\s*)?(?:pengaduan|keluhan)\b"),
        (Facet.COST, r"\b(?:dipungut\s+biaya|dikenakan\s+(?:biaya|tarif|retribusi))\b"),
    )
)
_PARAGRAPH = re.compile(r"^\(\d\)\s*")
#: What an article is about that begins with the component's name and goes on in any way.
_BEGUN = frozenset(
    {Facet.PROCEDURE, Facet.TOTAL_TIME, Facet.OUTPUT, Facet.FACILITIES, Facet.COMPETENCE}
    | {Facet.SUPERVISION, Facet.EVALUATION, Facet.GUARANTEE, Facet.SAFETY, Facet.STAFF_COUNT}
)


def by_article(raw: RawSection) -> Iterator[RawSection]:
    """Yield a chapter, or its articles where they are about other things than the chapter is.

    Neighbours about one thing stay together; an article of a chapter about nothing known stands
    alone, so that it can be found by its number.
    """
    articles = list(_articles(raw.nodes))
    if raw.facet is Facet.PROCEDURE or not any(number for number, _ in articles):
        yield raw
        return
    named = list(named_facets(raw.heading))
    facets = [_about(raw, named, at, nodes) for at, (_, nodes) in enumerate(articles)]
    begin = 0
    for end in range(1, len(articles) + 1):
        alone = facets[begin] is Facet.OTHER
        if end < len(articles) and facets[end] is facets[begin] and not alone:
            continue
        whole = begin == 0 and end == len(articles) and not alone
        yield raw if whole else _part(raw, articles[begin:end], facets[begin], first=not begin)
        begin = end


def _part(
    raw: RawSection, articles: Sequence[tuple[str, list[Node]]], facet: Facet, *, first: bool
) -> RawSection:
    number = articles[0][0]
    nodes = [node for _, of_article in articles for node in of_article]
    return replace(
        raw,
        facet=facet,
        nodes=nodes,
        letter=f"Pasal {number}" if number else raw.letter,
        is_part=raw.is_part and not number,
        original=raw.original if first else "",
    )


def _articles(nodes: Sequence[Node]) -> Iterator[tuple[str, list[Node]]]:
    """Yield the number of each article, "" for what stands before the first, with its nodes."""
    number, found = "", list[Node]()
    for node in _level(nodes):
        if begins := ARTICLE.fullmatch(node.text):
            if found:
                yield number, found
            number, found = begins["number"], []
        found.append(node)
    if found:
        yield number, found


def _level(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the nodes with an article that stands below the last entry of a list behind it."""
    for node in nodes:
        at = next((i for i, c in enumerate(node.children) if ARTICLE.fullmatch(c.text)), None)
        if at is None:
            yield node
        else:
            yield replace(node, children=node.children[:at])
            yield from _level(node.children[at:])


def _about(raw: RawSection, named: Sequence[Facet], at: int, nodes: Sequence[Node]) -> Facet:
    """Return what an article is about: as it says, as its chapter names it, or as its chapter."""
    said = [node.text for node in nodes if not ARTICLE.fullmatch(node.text)]
    if raw.facet is Facet.OTHER or (raw.facet is Facet.DEFINITIONS and at):
        return told_by_article(said[0] if said else "") or Facet.OTHER
    if len(named) > 1:
        return named[min(at, len(named) - 1)]
    return raw.facet


def told_by_article(text: str) -> Facet | None:
    """Return what the first words of an article tell it to be about."""
    text = _PARAGRAPH.sub("", text, count=1)
    if opening := opening_of(text):
        return opening.facet
    if told := next((facet for facet, tells in _TELLS if tells.search(text)), None):
        return told
    begun = begins_with(text, _BEGUN)
    return begun.facet if begun else None


def paragraphs(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield the paragraphs below each "Pasal 6", marked with its number."""
    number, printed = "", list[str]()
    for node in nodes:
        if found := ARTICLE.fullmatch(node.text):
            number, printed = found["number"], node.printed
            continue
        below = [child for child in node.children if ARTICLE.fullmatch(child.text)]
        kept = node.children[: node.children.index(below[0])] if below else node.children
        name = f"{number}.{node.mark.name}" if node.mark else number
        yield replace(
            node,
            mark=Mark(name, Symbol.DOTTED, "", node.mark.order if node.mark else 1),
            printed=[*printed, *node.printed],
            children=list(kept),
        )
        printed = []
        yield from paragraphs(node.children[len(kept) :])
