"""How people point at a step: "langkah ke-5", "2b", "poin 3 huruf a", "tahap terakhir"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.finding.ordinals import ENGLISH, LAST, ORDINALS

STEP_WORDS = frozenset({"langkah", "tahap", "tahapan", "kegiatan", "prosedur", "proses"})
_SHORT = (
    "lgkh",
    "lngkah",
    "langka",
    "step",
    "stage",
    "poin",
    "point",
    "butir",
    "nomor",
    "nomer",
    "no",
    "nmr",
)
_STEP_WORD = rf"(?:{'|'.join(sorted({*STEP_WORDS, *_SHORT, 'angka'}, key=len, reverse=True))})"
_PART_WORD = r"(?:huruf|angka|poin|sub|butir)"
_LETTER = r"[a-z](?![a-z])"
_NUMBERED = re.compile(
    rf"""\b{_STEP_WORD}(?:nya)?\s*(?:yang\s+|yg\s+)?(?:nomor\s+|no\.?\s*|ke\s*-?\s*|\#\s*)?
    (?P<number>\d{{1,3}})(?!\d)
    (?P<rest>(?:[\s.,)(]*{_PART_WORD}?[\s.,)(]*(?:{_LETTER}|\d{{1,2}}(?!\d)))*)""",
    re.VERBOSE,
)
_BARE = re.compile(  # "2x" is how often
    rf"""(?<![\w/.-])(?!\d+x\b)(?P<number>\d{{1,2}})
    (?P<rest>\.?{_LETTER}(?:[.)]*\d{{1,2}})?(?:[.)]*{_LETTER})?
    (?:\s*{_PART_WORD}\s*(?:\d{{1,2}}|{_LETTER}))*)(?!\w)""",
    re.VERBOSE,
)
_DOTTED = re.compile(
    rf"""(?<![\w/.-])(?P<number>\d{{1,2}})
    (?P<rest>(?:[.)]\s?(?:{_LETTER}|\d{{1,2}}))+)(?![\w,])(?<=[a-z\d])""",
    re.VERBOSE,
)
_ANY_ORDINAL = "|".join(sorted({*ORDINALS, *LAST}, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"\b{_STEP_WORD}(?:nya)?\s+(?:yang\s+|yg\s+|paling\s+)?(?P<word>{_ANY_ORDINAL})(?:nya)?\b"
)
_BARE_ORDINAL = re.compile(
    r"(?:yang |yg |kalau |kalo |klo |terus |lalu |the )*"
    rf"(?:(?P<word>{_ANY_ORDINAL})|(?:ke\s*-?\s*)?(?P<number>\d{{1,2}}))(?:nya)?(?: apa| one)?"
)
_BARE_LETTER = re.compile(r"(?:kalau |kalo |klo |terus )?(?:yang|yg|huruf|poin)\s+([a-h])(?![\w.])")
_STEP_LETTER = re.compile(rf"\b{_STEP_WORD}(?:nya)?\s+(?:huruf\s+|ke\s*-?\s*)?([a-z])(?![\w.])")
_OF_IT = re.compile(r"\d\s?-?nya\b")
_ORDINAL_FIRST = re.compile(rf"\b(?P<word>{'|'.join(ENGLISH)}|last|final)\s+(?:step|stage)\b")
_AMOUNT = re.compile(r"\s*(?:hari|jam|menit|minggu|bulan|tahun|thn|kali|orang)\b")
_TIME = re.compile(r"\d{1,2}[.:]\d{2}")
_LAW = re.compile(
    r"(?:peraturan|keputusan|instruksi|undang|presiden|menteri|negara|sesneg|permen|kepmen|uu)\s*$"
)
_PART = re.compile(r"[a-z]|\d+")


@dataclass(frozen=True, slots=True)
class StepRef:
    """A step as pointed at: the parts of its number, or that it is the last one."""

    parts: tuple[str, ...] = ()
    last: bool = False

    @property
    def number(self) -> str:
        """Return the number as a path ("2.b.1")."""
        return ".".join(self.parts)


def reference(flat: str) -> StepRef | None:
    """Return the step that a flattened message points at by number or order, or None."""
    numbers = [
        StepRef((str(int(found["number"])), *_parts(found["rest"])))
        for pattern in (_NUMBERED, _DOTTED, _BARE)
        if (found := pattern.search(flat)) and not _is_other(flat, found)
    ]
    if numbers:
        return max(numbers, key=lambda ref: len(ref.parts))
    ordinal = _ORDINAL.search(flat) or _ORDINAL_FIRST.search(flat)
    if not ordinal:
        return None
    if ordinal["word"] in LAST:
        return StepRef(last=True)
    return StepRef((str(ORDINALS[ordinal["word"]]),))


def _is_other(flat: str, found: re.Match[str]) -> bool:
    """Say whether the figure is an amount, a time of day or the number of a regulation."""
    before, after = flat[: found.start()], flat[found.end() :]
    of_law = found[0].startswith(("no", "nmr")) and _LAW.search(before)
    return bool(_AMOUNT.match(after) or of_law or _TIME.fullmatch(found[0]))


def bare_ordinal(flat: str) -> StepRef | None:
    """Return the step of a message that is nothing but an ordinal ("yang ketiga?"), or None."""
    found = _BARE_ORDINAL.fullmatch(flat.strip(" ?!."))
    if not found:
        return None
    word = found["word"]
    if word is None:
        return StepRef((found["number"],))
    return StepRef(last=True) if word in LAST else StepRef((str(ORDINALS[word]),))


def bare_letter(flat: str) -> str | None:
    """Return the letter of a message like "yang b siapa?", which means a part of a step."""
    found = _BARE_LETTER.match(flat.strip())
    return found[1] if found else None


def step_letter(flat: str) -> str | None:
    """Return the letter of "langkah c", which is a number where steps are numbered by letters."""
    found = _STEP_LETTER.search(flat)
    return found[1] if found else None


def of_it(flat: str) -> bool:
    """Say whether a number is that of a part of what was shown last ("langkah 3 nya?")."""
    return bool(_OF_IT.search(flat))


def _parts(rest: str) -> list[str]:
    return _PART.findall(re.sub(_PART_WORD, " ", rest or ""))
