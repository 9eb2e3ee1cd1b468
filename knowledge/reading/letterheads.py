"""What stands at the edges of pages beside their numbers: letterheads, running heads, specks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from rapidfuzz import fuzz, process

from knowledge.reading.cleaning import plain

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


def letterheads(raw: list[str], marks: dict[int, int]) -> set[int]:
    """Find the lines of the letterhead: capitals above several page marks, or often repeated."""
    above: Counter[str] = Counter()
    for mark in marks:
        above.update(set(_capitals_above(raw, mark)))
    repeated = Counter(
        text for line in raw if (text := plain(line)).isupper() and len(text) < _LONGEST_HEAD
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


def _running_heads(raw: list[str], marks: dict[int, int]) -> set[int]:
    """Return the lines that stand below several page marks in the same words.

    One that begins like a title ("STANDAR PELAYANAN") may be one.
    """
    below = [next((i for i in range(mark + 1, len(raw)) if raw[i].strip()), mark) for mark in marks]
    words = Counter(plain(raw[index]) for index in below if index not in marks)
    heads = {
        text
        for text, count in words.items()
        if count > 1 and count * 2 >= len(marks) - 1 and not _HEADING_WORDS.match(text)
    }
    return {index for index in below if plain(raw[index]) in heads}


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
