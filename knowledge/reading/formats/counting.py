"""A count as Word and HTML print it: 4 is "4", "d", "D", "iv", "IV", "keempat"."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_HIGHEST_ROMAN = 3999
_LETTERS = 26
_MOST_LETTERS = 30
_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
_TEENS, _HUNDRED = 20, 100


def counted(number: int, style: str) -> str:
    """Return a number in a style of Word's (`numFmt`); one that is not known counts in figures."""
    if style in ("upperLetter", "lowerLetter"):
        letters = _lettered(number)
        return letters.upper() if style == "upperLetter" else letters
    if style in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman.upper() if style == "upperRoman" else roman
    if style == "decimalZero":
        return f"{number:02}"
    if style == "ordinalText":
        return "Kesatu" if number == 1 else f"Ke{_worded(number)}"
    if style == "cardinalText":
        return _worded(number).capitalize()
    return "" if style == "none" else str(number)


def _lettered(number: int) -> str:
    """Return "a" to "z", then "aa", "bb", as Word does."""
    if number < 1:
        return str(number)
    times, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * min(times + 1, _MOST_LETTERS)


def _roman(number: int) -> str:
    if not 0 < number <= _HIGHEST_ROMAN:
        return str(number)
    text = ""
    for size, letters in _ROMAN:
        times, number = divmod(number, size)
        text += letters * times
    return text


def _worded(number: int) -> str:
    """Return an Indonesian number below 100 in words."""
    if not 0 <= number < _HUNDRED:
        return str(number)
    if number < len(_UNITS):
        return _UNITS[number]
    if number < _TEENS:
        return f"{_UNITS[number - 10]} belas"
    tens, rest = divmod(number, 10)
    return f"{_UNITS[tens]} puluh {_UNITS[rest]}".removesuffix(" nol")
