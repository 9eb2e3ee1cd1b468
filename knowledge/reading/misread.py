"""Digits, units and letters that scanning has misread: "l5 menit", "Rp1.65O.OOO", "sete1ah"."""

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


#: "B i a y a": a word set wide, letter by letter.
_WIDE = re.compile(r"(?<!\S)[^\W\d_](?: [a-z]){3,}(?!\S)|(?<!\S)[A-Z](?: [A-Z]){3,}(?!\S)")
#: "BlAYA/TARlF": the small l that scanning makes of a capital I.
_CAPITALS = re.compile(r"(?<![^\W\d_])(?=[A-Zl]*[A-Z][A-Zl]*[A-Z])[A-Z]+l[A-Zl]*(?![^\W\d_])")
#: "rnemeriksa", "Kornpetensi": no word begins with "rn", nor has it before these.
_RN = re.compile(r"(?<![^\W\d_])rn(?=[aeiou])|(?<=[a-z])rn(?=[bpk][aeiou])")
#: A digit inside a word: "sete1ah", "MANUS1A". Codes are shorter.
_DIGIT_INSIDE = re.compile(
    r"(?<![\w@./-])(?=[^\W\d_]+[01][^\W_]*[^\W\d_]\b)(?:[A-Z]?[a-z01]{5,}|[A-Z01]{5,})"
    r"(?![\w@/-]|\.\w)"
)
_INSIDE = re.compile(r"(?<=[^\W\d_])[01](?=[^\W\d_])")
_LEAST_LETTERS = 3  # different ones
_LIQUID = frozenset("aeioupkbgf")  # before "l"; after other consonants stands a vowel


def with_letters(text: str) -> str:
    """Return a text with what can only be letters mended: wide words, "rn", digits in words."""
    text = _WIDE.sub(_set_close, text)
    if "l" in text:
        text = _CAPITALS.sub(lambda word: word[0].replace("l", "I"), text)
    if "rn" in text:
        text = _RN.sub("m", text)
    if "0" not in text and "1" not in text:
        return text
    return _DIGIT_INSIDE.sub(lambda word: _INSIDE.sub(_letter, word[0]), text)


def _set_close(word: re.Match[str]) -> str:
    """Return a wide word without its spaces; marks ("V V V V") are none."""
    close = word[0].replace(" ", "")
    return close if len(set(close.casefold())) >= _LEAST_LETTERS else word[0]


def _letter(digit: re.Match[str]) -> str:
    before = digit.string[digit.start() - 1]
    letter = "o" if digit[0] == "0" else "l" if before.casefold() in _LIQUID else "i"
    return letter.upper() if before.isupper() and digit.string[digit.end()].isupper() else letter
