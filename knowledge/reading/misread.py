"""Digits and units that scanning has misread: "l5 menit", "2 han", "Rp1.65O.OOO", "Loket l"."""

from __future__ import annotations

import re

_UNIT = r"(?:detik|menit|mnt|jam|hari|minggu|pekan|bulan|triwulan|semester|tahun)\b"
_AS_DIGITS = str.maketrans("lIiOo", "11100")
_MISREAD = {
    "han": "hari", "harl": "hari", "har1": "hari", "jarn": "jam", "rnenit": "menit",
    "menlt": "menit", "men1t": "menit", "rninggu": "minggu", "mlnggu": "minggu", "bu1an": "bulan",
}  # fmt: skip
_DIGITS = re.compile(rf"(?<!\w)(?:[lI]|(?=[lIO]*\d)[lIO\d]{{2,4}})(?=\s*{_UNIT})", re.I)
_UNITS = re.compile(
    rf"(?P<number>(?<![\w])[\dlIO]+\)?)(?P<space>\s*)(?P<unit>{'|'.join(_MISREAD)})\b", re.I
)


def as_written(text: str) -> str:
    """Return a time as it stood on paper; what cannot be a time is not touched."""
    text = _UNITS.sub(lambda n: n["number"] + n["space"] + _MISREAD[n["unit"].casefold()], text)
    return _DIGITS.sub(lambda n: n[0].translate(_AS_DIGITS), text)


_LIKE = r"[\dOolI|]"
_WORDED = (
    r"(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh"
    r"|ratus|seratus|ribu|seribu)"
)
_NUMBERS = re.compile(
    # before the same number in words: "l (satu)"
    rf"(?<!\w)[lIO\d]{{1,4}}(?=\s*\({_WORDED}(?:\s+{_WORDED}){{0,5}}\))"
    # an amount of money
    rf"|(?<=Rp){_LIKE}[\dOolI.,]*|(?<=Rp )\d[\dOolI.,]*|(?<=Rp\.){_LIKE}[\dOolI.,]*"
    # a year, a number between digits, a time of the day
    rf"|(?<![\w.-])[12]{_LIKE}{{2}}[\dOol](?![\w-])|(?<![\w-])\d[\dOo]+\d(?![\w-])"
    r"|(?<![\w.])(?=[O\d.:]*\d)[O\d]{1,2}[.:][O\d]{2}(?![\w.])"
    # a lone "l" where only a number can stand
    r"|(?<=[Ll]oket )l\b|(?<=[Ll]antai )l\b|(?<=[Nn]omor )l\b|(?<=[Pp]asal )l\b|(?<=[Mm]eja )l\b"
    r"|(?<!\w)l(?=\s+(?:kali|lembar|rangkap|orang|set|x\s+\d+)\b)"
)
_LOOKALIKES = str.maketrans("lI|Oo", "11100")
_MAY_BE = re.compile(r"\d[Ool]|[Ool]\d|\b[lO]{1,4}\b")


def with_digits(text: str) -> str:
    """Return a text with the letters that stand for digits mended, where only a number can be."""
    if not _MAY_BE.search(text):
        return text
    return _NUMBERS.sub(lambda number: number[0].translate(_LOOKALIKES), text)
