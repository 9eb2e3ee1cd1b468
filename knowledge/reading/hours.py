"""Words that tell opening hours: days of the week, clock times."""

from __future__ import annotations

import re

_HOURS = re.compile(
    r"\b(?:pukul|jam\s+(?:kerja|dinas|kantor)|senin|selasa|rabu|kamis|jum\W?at|sabtu|wib"
    r"|(?<!\d )(?<!\) )minggu)\b"
    r"|(?<![\d.])\d{1,2}[.:]\d{2}(?!\d)|\bbuka\s+(?:24\s+jam|setiap\s+hari)\b"
    r"|\b24\s+jam\b(?=\W+(?:setiap|tiap|termasuk|sehari|sepanjang|penuh|non\W?stop|7\s+hari))"
    r"|\b24\s*(?:jam\s*)?[/x]\s*7\b",
    re.I,
)
_ALWAYS = re.compile(r"\W*(?:selama\s+)?24\s*(?:\([^)]*\)\s*)?jam\b", re.I)
_AT_WHICH = re.compile(r"\b(?:jadwal|jam)\b", re.I)


def tells_hours(text: str) -> bool:
    """Whether a text speaks of days of the week or of the time of the day."""
    return bool(_HOURS.search(text))


def always_open(heading: str, text: str) -> bool:
    """Whether a section on when a service is open says "24 jam", which is no time it takes."""
    return bool(_AT_WHICH.search(heading) and _ALWAYS.match(text))
