"""To whom a complaint goes that was not settled: "Pelapor yang belum puas dapat meneruskan kepada".

Whoever that is handles no other complaint, and the reporter who goes there delegates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.model import Source
from knowledge.reading.complaint_posts import posts_at
from knowledge.reading.complaint_words import UNSETTLED

Lines = Sequence[tuple[str, Source]]

_VERB = (
    r"(?:(?:di|me)?(?:t|n)eruskan|(?:di|meny)?s?ampaikan|(?:di|meng)?ajukan|(?:di|men)?t?ujukan"
    r"|(?:di|me)?laporkan|(?:me)?lapor|(?:di|me)?n?aikkan|naik|(?:di|meng)?eskalasi(?:kan)?"
    r"|(?:di|meng)?adukan|mengadu|(?:di|mem)?bawa|(?:di|me)?limpahkan|(?:me)?minta|banding)"
)
_PASSED_ON = re.compile(rf"\b{_VERB}(?:nya)?\s+(?:\w+\s+){{0,3}}?(?:kepada|ke)\s+", re.I)
_ASKED = re.compile(r"\b(?:meng)?hubungi\s+(?=(?-i:[A-Z]))", re.I)
#: Where the condition stands last: "dapat mengajukan banding kepada X apabila tidak puas".
_CONDITION = re.compile(r"\b(?:apabila|jika|bila|kalau|dalam\s+hal|bilamana)\b[^.;]*$", re.I)
#: "Jika belum selesai, ditangani oleh Y": said only behind a condition, for "yang belum selesai
#: ditangani oleh X" tells with whom it stuck.
_THEN = re.compile(
    r"\b(?:di(?:tangani|selesaikan|tindaklanjuti|proses|ambil\s+alih|putuskan)\s+(?:langsung\s+)?)?oleh\s+"
    r"(?=(?-i:[A-Z]))",
    re.I,
)
_IF = re.compile(r"\b(?:apabila|jika|bila|kalau|bilamana)\b[^.;,]*$", re.I)
_NEAR = 80  # characters between what is unsettled and to whom it goes


def read_next(lines: Lines) -> tuple[str, Source] | None:
    """Return who gets what was not settled, and where it stands; None if nobody is named."""
    for text, source in lines:
        unsettled = UNSETTLED.search(text)
        at = _goes_to(text, unsettled) if unsettled else None
        if at is not None and (names := posts_at(text[at:])):
            return names[0], source
    return None


def _goes_to(text: str, unsettled: re.Match[str]) -> int | None:
    """Return where the next one is named: near behind what is unsettled, or before "apabila"."""
    for goes in (_PASSED_ON, _ASKED):
        behind = goes.search(text, unsettled.end())
        if behind and behind.start() - unsettled.end() <= _NEAR:
            return behind.end()
    if (then := _handled_then(text, unsettled)) is not None:
        return then
    condition = _CONDITION.search(text, 0, unsettled.start())
    before = _PASSED_ON.search(text, 0, condition.start()) if condition else None
    return before.end() if before else None


def _handled_then(text: str, unsettled: re.Match[str]) -> int | None:
    """Return where the one stands who handles what a condition says is unsettled.

    "Apabila tidak diselesaikan oleh X, ditangani oleh Y" names first with whom it stuck.
    """
    stuck = re.compile(r"\s+oleh\s[^,.;]+,").match(text, unsettled.end())
    begin = stuck.end() if stuck else unsettled.end()
    then = _THEN.search(text, begin, begin + _NEAR)
    supposed = _IF.search(text, 0, unsettled.start())
    return then.end() if then and supposed else None
