"""One message that asks two things ("siapa yang ..., terus berapa hari?"): its two parts.

Only where to cut is decided here, by words; what each part asks is for `deciding`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LONG = 24  # words; of a longer message only the sentences that ask are read, as one
_ASKS = (
    r"\b(?:apa|apaan|apa2|apakah|siapa|siapakah|sapa|sp|berapa|brp|brapa|berapakah|kapan|kpn|mana|"
    r"kemana|dimana|kmn|dmn|gimana|gmn|bagaimana|ngapain|diapain|who|what|where|when|how|which)\b"
)
_ASKING = re.compile(_ASKS, re.IGNORECASE)
_LINK = r"(?:terus|trus|trs|lalu|kemudian|and then|then)"
_JOIN = r"(?:dan|n|&|sama|serta|plus|\+|and)"
_FIRM = re.compile(rf"[,;?!]\s*(?:{_LINK}\s+|{_JOIN}\s+)?(?=\S)|\s{_LINK}\s+", re.IGNORECASE)
_LOOSE = re.compile(rf"\s{_JOIN}\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a message; `loose` where only "and" stands between them."""

    first: str
    second: str
    loose: bool = False


def parts_of(text: str) -> Parts | None:
    """Return the two parts of a message that asks twice, or None where it asks once."""
    if len(text.split()) > _LONG or len(_ASKING.findall(text)) < 2:
        return None
    for pattern, loose in ((_FIRM, False), (_LOOSE, True)):
        for cut in pattern.finditer(text):
            first, second = text[: cut.start()], text[cut.end() :]
            if _ASKING.search(first) and _ASKING.search(second):
                return Parts(first, second, loose)
    return None
