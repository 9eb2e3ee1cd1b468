"""Words that tell opening hours: days of the week, clock times."""

from __future__ import annotations

import re

_HOURS = re.compile(
    r"\b(?:pukul|jam\s+(?:kerja|dinas|kantor)|senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|wib)\b"
    r"|(?<![\d.])\d{1,2}[.:]\d{2}(?!\d)|\bbuka\s+(?:24\s+jam|setiap\s+hari)\b",
    re.I,
)


def tells_hours(text: str) -> bool:
    """Whether a text speaks of days of the week or of the time of the day."""
    return bool(_HOURS.search(text))
