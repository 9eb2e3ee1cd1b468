"""Rules of law that are told in one text: "Undang-Undang A, Peraturan B, dan Peraturan C"."""

from __future__ import annotations

import re

RULE = r"(?:Undang-Undang|Peraturan|Keputusan|Instruksi|Surat\s+Edaran)\b"
#: A stop between rules, and what joins them where each has a number of its own.
_BETWEEN = re.compile(
    rf"(?:(?:;|(?<!\bjo)\.)\s+(?:dan\s+|serta\s+)?(?:\d{{1,2}}[.)]\s+)?(?={RULE})"
    rf"|(?:,\s+(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+)(?={RULE}[^,;.]{{0,80}}\b(?:Nomor|No\.)\s))"
)


def split_rules(text: str) -> list[str]:
    """Return the rules of a text, each with its name and number."""
    return _BETWEEN.split(text)
