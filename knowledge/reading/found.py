"""A heading that is found, and lines that only look like one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.model import Facet
from knowledge.reading.heading_styles import LONGEST, STYLES, SURE, known_in, without_mark
from knowledge.reading.headings import Heading, worded_heading
from knowledge.reading.pages import Line
from knowledge.reading.titles import prints_title

#: How a sentence begins that is no heading, though a letter marks it.
_CLAUSE = re.compile(
    r"[A-Z][.)]\s+(?:Dengan|Apabila|Dalam\s+hal|Hal-hal|Untuk|Setiap|Jika|Bila|Pada|Selama)\s"
)
#: A label of a form that is typed, whatever its words: "D. Kuota        : 5 orang".
_WIDE = re.compile(r"[A-Z][.)]\s+[A-Z][^:.;,]{2,50}\s{2,}:\s")
_SHORT = 70
_MANY_WORDS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A heading at a line: its letter as printed, its meaning, and content behind it."""

    letter: str
    heading: Heading
    rest: str = ""


def in_turn(found: Mapping[int, Found]) -> dict[int, Found]:
    """Leave out what begins to count anew below a heading: "A. Pohon kecil" under "B."."""
    kept: dict[int, Found] = {}
    last = ""
    for index, hit in sorted(found.items()):
        is_letter = len(hit.letter) == 1 and hit.letter.isalpha()
        turn = not last or ord(hit.letter[:1] or " ") == ord(last) + 1
        if is_letter and not turn and hit.heading.facet is Facet.OTHER:
            continue
        kept[index] = hit
        last = hit.letter if is_letter else last
    return kept


def is_sentence(lines: Sequence[Line], index: int) -> bool:
    """Say whether a long line goes on in small letters: "A. Kepala Biro bertanggung" / "jawab"."""
    line, below = lines[index], lines[index + 1 : index + 2]
    wrapped = bool(below) and not below[0].gap
    goes_on = wrapped and (below[0].plain[:1].islower() or bool(_CLAUSE.match(line.plain)))
    many = len(line.plain[:LONGEST].split()) >= _MANY_WORDS
    return goes_on and many and not (line.plain.isupper() or _is_label(line))


def lettered_heading(line: Line, style: str) -> Found | None:
    """Read a heading in the document's own style; with a letter it may be an unknown one."""
    text = line.plain
    match = STYLES[style].fullmatch(text)
    if match is None:
        return None
    if hit := known_in(match[2]):
        return Found(match[1], *hit)
    if style in SURE and _WIDE.match(line.text):
        words, _, rest = match[2].partition(":")
        return Found(match[1], worded_heading(words), rest.strip())
    if style not in SURE or len(text) > LONGEST:
        return None
    titled = text.isupper() and prints_title(line)  # "I. STANDAR PELAYANAN" of several
    if titled or text.endswith((".", ";", ",")) or not match[2][0].isupper():
        return None
    return Found(match[1], worded_heading(match[2]))


def _is_label(line: Line) -> bool:
    """Whether a line names a component before a colon: "D. Biaya : Gratis, kecuali" / "bagi"."""
    hit = known_in(without_mark(line.plain)[1])
    return bool(_WIDE.match(line.text) or (hit and hit[0].exact and hit[1]))


def looks_like_heading(words: str) -> bool:
    """Whether words are short, begin with a capital and end without a stop."""
    words = words.strip()
    return words[:1].isupper() and len(words) <= _SHORT and not words.endswith((".", ";", ","))
