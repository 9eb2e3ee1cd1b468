"""Pieces of a section, each with the component that it opens, and how neighbours are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.model import Facet
from knowledge.reading.articles import ARTICLE
from knowledge.reading.marks import Symbol
from knowledge.reading.nodes import Node

_SEVERAL = 2


@dataclass(slots=True)
class Piece:
    """Nodes that speak of one component, None where they open none, and what it is called."""

    facet: Facet | None
    heading: str
    nodes: list[Node]

    def only(self, *facets: Facet) -> Piece:
        """Return the piece without its component, where that is none of these."""
        return self if self.facet in facets else replace(self, facet=None)


def with_lead(node: Node, leads: Sequence[Node]) -> Node:
    """Return the first entry of a list with the words above it: nothing but a name, "Prosedur:"."""
    printed = [line for lead in leads for line in lead.printed]
    return replace(node, printed=[*printed, *node.printed])


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Join neighbours that speak of one component; what opens none goes with one of them."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        facet = piece.facet
        begins = not number or not is_bullet(pieces[number - 1])
        if facet is None and begins and is_bullet(piece) and number + 1 < len(pieces):
            facet = pieces[number + 1].facet  # the first row of a table, above its values
        stays = facet is None and not is_entry(piece)
        stays = stays and not (found and is_bullet(piece) and _says_itself(found[-1]))
        if found and (stays or facet is found[-1].facet):
            found[-1].nodes += piece.nodes
        else:
            found.append(replace(piece, facet=facet))
    return found


def below_article(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with a lone "Pasal 3" printed above what the article begins with."""
    if len(pieces) < _SEVERAL or not pieces[1].facet or pieces[0].facet:
        return pieces
    (above, *others), (first, *rest) = pieces[0].nodes, pieces[1].nodes
    if others or above.children or not ARTICLE.fullmatch(above.text):
        return pieces
    return [replace(pieces[1], nodes=[with_lead(first, [above]), *rest]), *pieces[2:]]


def _says_itself(piece: Piece) -> bool:
    """Whether a piece is one entry of a list, "- Tempat: Loket 2", apart from the next."""
    last = piece.nodes[-1]
    listed = last.mark is not None and last.mark.symbol is Symbol.BULLET
    return piece.facet is not None and listed and bool(piece.heading) and len(piece.nodes) == 1


def is_bullet(piece: Piece) -> bool:
    """Say whether a piece begins with an entry that is marked and not counted."""
    mark = piece.nodes[0].mark
    return mark is not None and mark.symbol is Symbol.BULLET


def is_entry(piece: Piece) -> bool:
    """Say whether a piece begins with an entry that is counted."""
    return piece.nodes[0].mark is not None and not is_bullet(piece)
