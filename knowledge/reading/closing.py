"""A sentence below a list that speaks of the whole list, not of its last item.

"a. Mobil: Rp75.000" / "b. Motor: Rp50.000" / "Biaya survei tidak dipungut."
"""

from __future__ import annotations

import re

from knowledge.reading.joining import ends_open
from knowledge.reading.nodes import Node

#: A capital, some words and a full stop.
_SENTENCE = re.compile(r"[A-Z]\S*(?:\s+\S+){2,}\.")
_GOES_ON = re.compile(r"[:,;–-]$")


def with_closing_sentences(nodes: list[Node]) -> list[Node]:
    """Return the nodes of a section with the sentences below its last list behind that list.

    They stay with the last item where another one has a paragraph too, or where it is not ended.
    """
    for group in (node for node in nodes if node.level):
        group.children = with_closing_sentences(group.children)
    items = [node for node in nodes if node.mark]
    if len(items) < 2 or nodes[-1] is not items[-1] or not _close(items):  # noqa: PLR2004
        return nodes
    closing, items[-1].children = items[-1].children, []
    return [*nodes, *closing]


def _close(items: list[Node]) -> bool:
    """Whether nothing but sentences stands below the last item, and no paragraph below others."""
    last = items[-1]
    if not last.children or ends_open(last.text) or _GOES_ON.search(last.text):
        return False
    others = [child for item in items[:-1] for child in item.children]
    return all(map(_is_sentence, last.children)) and all(child.mark for child in others)


def _is_sentence(node: Node) -> bool:
    plain = node.mark is None and not node.note and not node.children
    return plain and bool(_SENTENCE.fullmatch(node.text))
