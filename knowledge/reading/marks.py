"""List marks: "1.", "a.", "1)", "a)", "(1)", "(a)", "ii.", "1.2", "-" and their order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

_MARK = re.compile(
    r"(?P<open>\(?)(?P<name>\d{1,4}|\d{1,3}(?:\.\d{1,3})+|[a-z]|[ivx]{2,5})"
    r"(?:\s?(?P<close>[.)])(?=\s|$|[A-Z][a-z])|(?:(?<=\.\d)|(?<=\.\d\d))(?=\s|$))"
)
_CAPITAL = re.compile(r"(?P<name>[A-Z])(?P<close>[.)])\s+(?P<rest>\S.*)")
#: "Langkah 1: ...", "Langkah 1 Pengajuan", "Tahap II" alone on its line; "langkah 4." in small
#: letters ends a sentence.
_STAGE = re.compile(
    r"(?P<word>(?-i:(?=[LT]))langkah|tahap|tahapan)\s+(?:ke\s?-?\s?)?(?P<name>\d{1,2}|[IVX]{1,4})"
    r"(?:\s*[:.–-]\s*|\s*$|\s+(?=(?-i:[A-Z])[^.:;,]{2,60}$))",
    re.I,
)
_BULLET = re.compile(r"(?:[-–—•·○●▪◦‣⁃➢➤✓❖\uf0a7\uf0b7\uf0d8\uf0fc]|\*(?=\s))\s*(?=\S)")
_BOLD = re.compile(r"^(?:#{1,6}\s+)?(?:\*{1,3}(?=\S)|__)?")
_BOLD_MARK = re.compile(r"^((?:[-–•]\s*)?)\*{1,3}(\(?\w{1,4}[.)])\*{1,3}(?=\s)")
_MISPRINTED = re.compile(r"(?P<name>\d{1,2}|[a-z])\s?[,;:]\s+(?=[A-Z])")
#: A telephone number and a time of day, which a broken line may begin with: no marks.
NUMBERED_VALUE = re.compile(
    r"\(?0\d{1,3}\)?[\s-]*\d{3}|\d{1,2}[.:]\d{2}\s*(?:(?:WIB|WITA?|s\.?\s?d|sampai|hingga)\b|[-–—]\s*\d)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Symbol(Enum):
    """What a mark counts with."""

    DIGIT = "digit"
    LETTER = "letter"
    CAPITAL = "capital"
    ROMAN = "roman"
    DOTTED = "dotted"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark: its printed name ("b"), and its order in a list of its kind."""

    name: str
    symbol: Symbol
    punctuation: str
    order: int

    @property
    def kind(self) -> tuple[Symbol, str]:
        """Marks of one list share it."""
        return self.symbol, self.punctuation

    def follows(self, before: Mark | None) -> bool:
        """Whether this is the next mark of the list that another stands in."""
        return before is not None and before.kind == self.kind and before.order + 1 == self.order


BULLET = Mark("-", Symbol.BULLET, "-", 1)


def take_mark(line: str) -> tuple[tuple[Mark, ...], str]:
    """Split a line into the readings of its first mark ("i." and "l." have two) and the rest.

    A dash before another mark ("- a. ...") is layout only and goes with it.
    """
    text = _BOLD.sub("", _BOLD_MARK.sub(r"\1\2", line))
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    if stage := _STAGE.match(text, start):
        return (_stage(stage),), text[stage.end() :].strip()
    match = None if NUMBERED_VALUE.match(text, start) else _MARK.match(text, start)
    if match and (match["close"] == ")" or not match["open"]):
        rest = text[match.end() :]
        if not _is_number_in_text(match, rest):
            return _readings(match), rest.strip()
    if bullet and not text[start:].startswith(("-", "–", "—")):
        return (BULLET,), text[start:].strip()
    return (), line


def take_capital(line: str) -> tuple[Mark, str] | None:
    """Split "B. Pengantaran" into its mark and the rest; None where no capital is the mark."""
    match = _CAPITAL.match(_BOLD.sub("", line))
    if match is None:
        return None
    name = match["name"]
    return Mark(name, Symbol.CAPITAL, match["close"], ord(name) - ord("A") + 1), match["rest"]


def take_misprinted(
    line: str, opened: Iterable[Mark | None]
) -> tuple[tuple[Mark, ...], str] | None:
    """Split "4, Kepala ..." in a list at its "3.", the stop being misread; None for all else."""
    match = _MISPRINTED.match(line)
    for last in opened if match else ():
        if match and last and _is_next(match["name"], last):
            return (Mark(match["name"], *last.kind, last.order + 1),), line[match.end() :]
    return None


def _is_next(name: str, last: Mark) -> bool:
    """Whether a number or letter follows that of a list's last entry."""
    if last.symbol is Symbol.DIGIT:
        return name.isdigit() and int(name) == last.order + 1
    lettered = last.symbol is Symbol.LETTER and name.isalpha()
    return lettered and ord(name) - ord("a") == last.order


def is_misread(readings: Sequence[Mark], mark: Mark) -> bool:
    """Whether a mark is the "1." that may have been printed where "l." stands."""
    return mark.symbol is Symbol.DIGIT and readings[0].symbol is Symbol.LETTER


def _is_number_in_text(match: re.Match[str], rest: str) -> bool:
    """Tell a number in running text: without a closing mark, and no capital after it."""
    return not match["close"] and not rest.lstrip()[:1].isupper()


def _stage(match: re.Match[str]) -> Mark:
    name = match["name"]
    order = int(name) if name.isdigit() else _roman(name.lower())
    return Mark(str(order), Symbol.DIGIT, match["word"].lower(), order)


def _readings(match: re.Match[str]) -> tuple[Mark, ...]:
    name = match["name"]
    punctuation = match["open"] + (match["close"] or "")
    if "." in name:
        parts = name.split(".")
        return (Mark(name, Symbol.DOTTED, str(len(parts)), int(parts[-1])),)
    if name.isdigit():
        return (Mark(name, Symbol.DIGIT, punctuation, int(name)),)
    letter = Mark(name, Symbol.LETTER, punctuation, ord(name[0]) - 96)
    if name == "l":  # what scanning often makes of "1"
        return letter, Mark("1", Symbol.DIGIT, punctuation, 1)
    if not set(name) <= set("ivx"):
        return (letter,)
    roman = Mark(name, Symbol.ROMAN, punctuation, _roman(name))
    return (letter, roman) if len(name) == 1 else (roman,)


def _roman(name: str) -> int:
    values = [_ROMAN[c] for c in name]
    return sum(
        -v if any(later > v for later in values[i + 1 : i + 2]) else v for i, v in enumerate(values)
    )
