"""Several lists in one section, each below a line that names it: "Pemohon baru:", then bullets.

Where the first line of a section names its list without a colon, so do the others.

A list that stands alone below its line ("Persyaratan terdiri atas:") stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.cleaning import plain
from knowledge.reading.closing import with_closing_sentences
from knowledge.reading.headings import known_heading
from knowledge.reading.nodes import Node

_SEVERAL = 2
_LONGEST = 120
_BARE_NAME = re.compile(r"[A-Z][^.:;]{2,60}(?<![,(/-])")


def with_led_lists(nodes: list[Node]) -> list[Node]:
    """Return the nodes with each list below the line that leads it, where there are several.

    A sentence below the last list that speaks of the whole is lifted out of it.
    """
    for is_lead in (_leads, _names) if nodes and _names(nodes[0]) else (_leads,):
        lifted = [one for node in nodes for one in _lifted(node, is_lead)]
        leads = [a for a, b in pairwise(lifted) if is_lead(a) and b.mark]
        if len(leads) >= _SEVERAL:
            return _led(lifted, leads)
    return with_closing_sentences(nodes)


def _led(lifted: list[Node], leads: list[Node]) -> list[Node]:
    led: list[Node] = []
    lead: Node | None = None
    for node in with_closing_sentences(lifted):
        if lead is not None and node.mark:
            lead.children.append(node)
            continue
        lead = node if any(node is one for one in leads) else None
        led.append(node)
    return led


def _lifted(node: Node, is_lead: Callable[[Node], bool]) -> Iterator[Node]:
    """Yield an entry, and apart the line below it that leads the next list."""
    last = node.children[-1] if node.mark and node.children else None
    if last is None or not is_lead(last):
        yield node
    else:
        yield replace(node, children=node.children[:-1])
        yield last


def _leads(node: Node) -> bool:
    """Whether a line names a list below it, and no component ("Prosedur:")."""
    text = plain(node.text)
    named = text.endswith(":") and len(text) <= _LONGEST
    return _is_bare(node) and named and known_heading(text) is None


def _names(node: Node) -> bool:
    """Whether a line names whose list stands below it without a colon: "Pasien umum"."""
    return _is_bare(node) and bool(_BARE_NAME.fullmatch(plain(node.text)))


def _is_bare(node: Node) -> bool:
    return node.mark is None and not node.note and not node.level and not node.children
