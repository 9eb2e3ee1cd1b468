"""Posts of which a text names one or the other: told as it has them, "A atau B", not "A, B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_OR = r"(?:\s*,?\s+(?:dan/)?atau\s+(?:oleh\s+)?|\s*/\s*)"


def with_alternatives(names: Sequence[str], text: str) -> tuple[str, ...]:
    """Return the names that a text lists, those it joins by "atau" or "/" in one piece of it."""
    told: list[str] = []
    for name in names:
        joined = _joined(told[-1], name, text) if told else None
        if joined:
            told[-1] = joined
        else:
            told.append(name)
    return tuple(told)


def _joined(before: str, name: str, text: str) -> str | None:
    """Return the text from one name to the end of the next, if it offers either."""
    for end in _endings(name):
        found = re.search(rf"(?<!\w){re.escape(before)}{_OR}{re.escape(end)}(?!\w)", text)
        if found:
            return found[0]
    return None


def _endings(name: str) -> Iterator[str]:
    """Yield a name and what is left of it where its beginning is not said again."""
    parts = name.split(" ")
    yield from (" ".join(parts[begin:]) for begin in range(len(parts)))
