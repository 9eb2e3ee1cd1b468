"""Whose a web page is, as its foot says: "© 2024 Dinas Perpustakaan. Hak cipta dilindungi"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OWNED = re.compile(
    r"(?:(?:copyright|hak\s+cipta)\s*)?(?:©|\(c\))\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?"
    r"\s*(?:[-–—|,]\s*|milik\s+|oleh\s+)?(?P<name>[A-Z][^.|;–—]{3,90}?)\s*(?:[.|;–—].*)?",
    re.I,
)
_LAST = 4  # lines at the end among which a copyright may stand


def copyrights(lines: Sequence[str]) -> set[int]:
    """Return which of the last lines of a text only say whose it is."""
    filled = [at for at, line in enumerate(lines) if line and line != "\f"]
    return {at for at in filled[-_LAST:] if _OWNED.fullmatch(lines[at])}


def owners(lines: Sequence[str]) -> list[str]:
    """Return the names that copyrights tell."""
    return [found["name"] for line in lines if (found := _OWNED.fullmatch(line))]
