"""What a file says once of its services by their numbers: "kepada X untuk layanan 1 dan 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.reading.manuscript import RawSection
from knowledge.reading.nodes import Node

_NUMBER = r"\d{1,2}"
_SHARE = re.compile(
    r",?(?:\s+(?:dan|serta))?(?P<said>\s+(?:kepada|oleh)\s+[A-Z][^,;.]*?\s+untuk\s+(?:pe)?layanan\s+"
    rf"(?:(?:nomor|angka)\s+)?(?P<numbers>{_NUMBER}(?:(?:,|,?\s+dan)\s+{_NUMBER})*))"
)
_SEVERAL = 2


def of_number(raw: RawSection, number: int) -> RawSection:
    """Return a shared section without what it says of the services of other numbers."""
    return replace(raw, nodes=[_kept(node, number) for node in raw.nodes])


def _kept(node: Node, number: int) -> Node:
    children = [_kept(child, number) for child in node.children]
    shares = list(_SHARE.finditer(node.text))
    own = [share["said"] for share in shares if str(number) in _numbers(share)]
    if len(shares) < _SEVERAL or not own:
        return replace(node, children=children)
    text = f"{node.text[: shares[0].start()]}{' dan'.join(own)}{node.text[shares[-1].end() :]}"
    return replace(node, texts=[text], children=children)


def _numbers(share: re.Match[str]) -> Sequence[str]:
    return re.findall(_NUMBER, share["numbers"])
