"""What stands at the edges of pages beside their numbers: letterheads, running heads, specks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz, process

from knowledge.reading.cleaning import plain
from knowledge.reading.headings import is_worded

HEADING_MARK = re.compile(r"[#*\s]*(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s*(?=\S)")
"""The letter or number of a heading."""

_DASHES = re.compile(r"[-–—\s]+")
_HEADING_WORDS = re.compile(
    r"\b(?:STANDAR|BAGIAN|BAB|LAMPIRAN|PROSEDUR|SOP|KEPUTUSAN|PERATURAN|NOMOR|TENTANG)\b"
)
_OFFICE = re.compile(
    r"\b(?:MENTERI|KEMENTERIAN|REPUBLIK|PRESIDEN|SEKRETARIAT|PEMERINTAH|DINAS|BADAN|LEMBAGA"
    r"|GUBERNUR|BUPATI|WALI ?KOTA|KABUPATEN|PROVINSI|KECAMATAN|KELURAHAN|MAHKAMAH|PENGADILAN)\b"
)
_SPECKS = re.compile(r"(?!.*\|.*\|)[\W_]{1,20}|(?:https?://|www\.)\S+", re.I)
_LETTERHEAD_LINES = 4
_REPEATED = 3
_ALIKE = 90
_LONGEST_HEAD = 90
_RUNNING_LINES = 3
_ALIKE_LETTERS = str.maketrans("0Il1", "OLLL")
#: What a running head may be that is the title of what follows.
_KEPT = re.compile(r"(?:STANDAR|BAGLAN|BAB|PROSEDUR|SOP|\W*[A-Z\d]{1,4}[.)])\b")


def letterheads(raw: list[str], marks: dict[int, int]) -> set[int]:
    """Find the lines of the letterhead: capitals above several page marks, or often repeated."""
    above: Counter[str] = Counter()
    for mark in marks:
        above.update(set(_capitals_above(raw, mark)))
    repeated = Counter(
        text
        for line in raw
        if (text := plain(line)).isupper() and len(text) < _LONGEST_HEAD and not _heads(text)
    )
    heads = {
        text
        for text in above.keys() | repeated.keys()
        if not _HEADING_WORDS.search(text)
        and (
            repeated[text] >= _REPEATED or above[text] > 1 or (above[text] and _OFFICE.search(text))
        )
    }
    return (
        {i for i, line in enumerate(raw) if line and plain(line) in heads}
        | {index for mark in marks for index in _misprints(raw, mark, heads)}
        | _running_heads(raw, marks)
    )


def _heads(text: str) -> bool:
    """Whether a line heads a section, which each of several standards in a file has."""
    return bool(HEADING_MARK.match(text)) or is_worded(text)


def _running_heads(raw: list[str], marks: dict[int, int]) -> set[int]:
    """Return the lines that stand below several page marks in the same words.

    One that begins like a title ("STANDAR PELAYANAN") may be one; of which decree this is an annex
    ("LAMPIRAN KEPUTUSAN ...") is said again only below the first mark.
    """
    below = {index for mark in marks for index in _block_below(raw, mark) if index not in marks}
    words = Counter(_letters(raw[index]) for index in below)
    first = set(_block_below(raw, min(marks, default=0)))
    heads = {
        text
        for text, count in words.items()
        if count > 1 and count * 2 >= len(marks) - 1 and not _KEPT.match(text)
    }
    return {
        index
        for index in below
        if _letters(raw[index]) in heads
        and not (index in first and _HEADING_WORDS.match(plain(raw[index])))
    }


def _block_below(raw: list[str], mark: int) -> Iterator[int]:
    """Yield the first lines below a page mark, up to the next blank one."""
    begin = next((i for i in range(mark + 1, len(raw)) if raw[i].strip()), len(raw))
    for index in range(begin, min(begin + _RUNNING_LINES, len(raw))):
        if not raw[index].strip():
            break
        yield index


def _letters(line: str) -> str:
    """Return a line in capitals, its spaces and the letters that are read for another alike."""
    return " ".join(plain(line).upper().translate(_ALIKE_LETTERS).split())


def _misprints(raw: list[str], mark: int, heads: set[str]) -> Iterator[int]:
    """Yield the lines directly above a page mark that are a letterhead with a wrong letter."""
    above = [i for i in range(max(0, mark - _LETTERHEAD_LINES), mark) if raw[i]]
    for index in reversed(above):
        text = plain(raw[index]).upper()
        if not process.extractOne(text, heads, scorer=fuzz.ratio, score_cutoff=_ALIKE):
            break
        yield index


def _capitals_above(raw: list[str], mark: int) -> Iterator[str]:
    """Yield the capital lines directly above a page mark, blank lines aside."""
    index, taken = mark - 1, 0
    while index >= 0 and taken < _LETTERHEAD_LINES:
        text = plain(raw[index]) if raw[index] != "\f" else ""
        index -= 1
        if not text or _DASHES.fullmatch(text):
            continue
        if not text.isupper():
            break
        yield text
        taken += 1


def specks(raw: list[str], marks: dict[int, int]) -> set[int]:
    """Return the lines next to a page mark that are no words: specks, the address of a site."""
    found: set[int] = set()
    for mark in marks:
        for way in (range(mark - 1, -1, -1), range(mark + 1, len(raw))):
            filled = (at for at in way if raw[at] and raw[at] != "\f")
            found |= {at for at in islice(filled, 1) if _SPECKS.fullmatch(raw[at])}
    return found
