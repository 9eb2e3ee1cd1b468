"""How the lines of one paragraph become one text: words broken by a hyphen, ends left open."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPEN_END = re.compile(
    r"(?:[,/(–-]|\b(?:dan|atau|serta|di|ke|dari|oleh|kepada|pada|untuk|yang|dengan|dalam|tentang|lihat|kasi|kasie"
    r"|kasubbag|kasubag|kasubbid|kabag|kabid|kabiro|kepala))$",
    re.I,
)
_BEFORE_NUMBER = re.compile(
    r"\b(?:nomor|no\.?|pasal|ayat|huruf|angka|pukul|(?:di)?kembali(?:kan)?\s+(?:ke|pada)|lanjut\s+ke)$",
    re.I,
)
#: Words that a number may follow, and may as well end an entry before the next number.
_BEFORE_COUNT = re.compile(
    r"\b(?:loket|lantai|gedung|ruang(?:an)?|blok|kamar|meja|pintu|lampiran|tabel|formulir|kelas|tipe"
    r"|golongan|tahap|bab|bagian|butir|rt|rw|km|tahun|poin|langkah|diktum|unit|pos|zona|jalur)$",
    re.I,
)
_SHORTEST_SYLLABLE = 2
_SHORTEST_DOUBLED = 3


def ends_open(text: str) -> bool:
    """Whether a line ends in a word or sign after which its sentence must go on."""
    return bool(_OPEN_END.search(text))


def before_number(text: str, *, alone: bool = False) -> bool:
    """Whether a line ends in a word that a number or a letter must follow: "Jalan X Nomor".

    A number that stands `alone` on the next line may also belong to other words: "di Loket".
    """
    return bool(_BEFORE_NUMBER.search(text) or (alone and _BEFORE_COUNT.search(text)))


def join_lines(lines: Sequence[str], *, mend: bool = False) -> str:
    """Join the lines of one paragraph; a line that ends in a hyphen takes the next one up.

    With `mend`, the hyphen of a word that was broken at the line's end goes: "me-" / "meriksa".
    """
    text = ""
    for line in filter(None, lines):
        hyphen = text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        if hyphen and mend and _is_broken(text, line):
            text = text[:-1]
        text = f"{text}{line}" if hyphen or not text else f"{text} {line}"
    return text


def _is_broken(before: str, after: str) -> bool:
    """Tell "me-" / "meriksa" from a word that has its hyphen: "undang-undang", "e-mail"."""
    head, tail = before[:-1].split()[-1], after.split()[0].strip(".,;:)")
    if len(head) < _SHORTEST_SYLLABLE or not head[1:].islower() or not head.isalpha():
        return False
    again = tail[:3] in head or head.casefold()[-3:] in tail
    return not (again and len(tail) >= _SHORTEST_DOUBLED and len(head) >= _SHORTEST_DOUBLED)
