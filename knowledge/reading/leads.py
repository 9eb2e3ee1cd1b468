"""Several lists in one section, each below a line that names it: "Pemohon baru:", then bullets.

A list that stands alone below its line ("Persyaratan terdiri atas:") stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.closing import with_closing_sentences
from knowledge.reading.headings import known_heading
from knowledge.reading.outline import Node

_SEVERAL = 2
_LONGEST = 120


def with_led_lists(nodes: list[Node]) -> list[Node]:
    """Return the nodes with each list below the line that leads it, where there are several.

    A sentence below the last list that speaks of the whole is lifted out of it.
    """
    lifted = [one for node in nodes for one in _lifted(node)]
    leads = [a for a, b in pairwise(lifted) if _leads(a) and b.mark]
    if len(leads) < _SEVERAL:
        return with_closing_sentences(nodes)
    led: list[Node] = []
    lead: Node | None = None
    for node in with_closing_sentences(lifted):
        if lead is not None and node.mark:
            lead.children.append(node)
            continue
        lead = node if any(node is one for one in leads) else None
        led.append(node)
    return led


def _lifted(node: Node) -> Iterator[Node]:
    """Yield an entry, and apart the line below it that leads the next list."""
    last = node.children[-1] if node.mark and node.children else None
    if last is None or not _leads(last):
        yield node
    else:
        yield replace(node, children=node.children[:-1])
        yield last


def _leads(node: Node) -> bool:
    """Whether a line names a list below it, and no component ("Prosedur:")."""
    bare = node.mark is None and not node.note and not node.level and not node.children
    named = node.text.endswith(":") and len(node.text) <= _LONGEST
    return bare and named and known_heading(node.text) is None
