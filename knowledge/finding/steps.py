"""Steps as people point at them: by number, by order, and the one before or after."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.model import Duration, ProcedureStep, ServiceStandard

_STEP_WORD = (
    r"(?:langkah|lngkah|lgkh|langka|tahap(?:an)?|step|stage|poin|point|butir|nomor|nomer|no|nmr|"
    r"angka|kegiatan|prosedur|proses)"
)
_SUB = r"(?:[\s.,]*(?:huruf|poin|sub|butir|angka)?[\s.,]*(?P<sub>(?:[a-z]\b|\d+\b|[a-z]\d+\b)?))"
_NUMBERED = re.compile(
    rf"\b{_STEP_WORD}(?:nya)?\s*(?:yang\s+|yg\s+)?(?:nomor\s+|no\.?\s*|ke\s*-?\s*|#\s*)?"
    r"(?P<number>\d{1,3})(?!\d)(?P<rest>(?:[\s.,)(]*(?:huruf|angka|poin|sub)?[\s.,)(]*"
    r"(?:[a-z](?![a-z])|\d{1,2}(?!\d)))*)"
)
_BARE = re.compile(r"(?<![\w/.-])(?P<number>\d{1,2})(?P<rest>(?:\.?[a-z](?![a-z])(?:[.)]*\d{1,2})?(?:[.)]*[a-z](?![a-z]))?))(?![\w])")
_DOTTED = re.compile(r"(?<![\w/.-])(?P<number>\d{1,2})(?P<rest>(?:[.)]\s?(?:[a-z](?![a-z])|\d{1,2}))+)(?![\w,])")
_ORDINALS = {
    "pertama": 1, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6,
    "ketujuh": 7, "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10, "kesebelas": 11,
    "keduabelas": 12, "ketigabelas": 13, "kedua belas": 12, "ketiga belas": 13, "keempat belas": 14,
    "kelima belas": 15, "dua belas": 12, "tiga belas": 13, "duabelas": 12, "tigabelas": 13, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7,
    "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b{_STEP_WORD}(?:nya)?\s+(?:yang\s+|yg\s+|paling\s+)?(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}|"
    r"terakhir|terakir|trakhir|akhir|last|final|penutup|awal|ke\s*(?P<tens>[a-z]+))\b"
)
_ORDINAL_FIRST = re.compile(
    r"\b(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)\s+(?:step|stage)\b"
)
_LAST = frozenset({"terakhir", "terakir", "trakhir", "akhir", "last", "final", "penutup"})
_PART = re.compile(r"[a-z]|\d+")


@dataclass(frozen=True, slots=True)
class StepRef:
    """A step as pointed at: its number's parts, or the last one, and the text that said so."""

    parts: tuple[str, ...] = ()
    last: bool = False
    span: tuple[int, int] = (0, 0)

    @property
    def number(self) -> str:
        """Return the number as a path ("2.b.1")."""
        return ".".join(self.parts)


def reference(flat: str) -> StepRef | None:
    """Return the step that a flattened message points at by number or order, or None."""
    for pattern in (_NUMBERED, _DOTTED, _BARE):
        found = pattern.search(flat)
        if found and not _is_amount(flat, found.end()):
            parts = [str(int(found["number"])), *_PART.findall(_letters(found["rest"]))]
            return StepRef(tuple(parts), span=found.span())
    found = _ORDINAL.search(flat) or _ORDINAL_FIRST.search(flat)
    if not found:
        return None
    word = found["word"]
    if word in _LAST:
        return StepRef(last=True, span=found.span())
    number = 1 if word == "awal" else _ORDINALS.get(word) or _ORDINALS.get(word[2:].strip())
    return StepRef((str(number),), span=found.span()) if number else None


def _letters(rest: str) -> str:
    return re.sub(r"huruf|angka|poin|sub|butir", " ", rest or "")


def _is_amount(flat: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:hari|jam|menit|minggu|bulan|tahun|thn|kali|orang)\b", flat[end:]))


def resolve(standard: ServiceStandard, ref: StepRef) -> ProcedureStep | None:
    """Return the step of this standard that a reference means, or None."""
    if ref.last:
        return standard.steps[-1] if standard.steps else None
    return standard.step(ref.number)


def nearest(standard: ServiceStandard, ref: StepRef) -> ProcedureStep | None:
    """Return the deepest step above a reference that names no step, or None."""
    for length in range(len(ref.parts) - 1, 0, -1):
        step = standard.step(".".join(ref.parts[:length]))
        if step:
            return step
    return None


def parent(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the step that a step is part of, or None at the top."""
    return standard.step(number.rpartition(".")[0]) if "." in number else None


def after(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return what follows: the next step of the same list, else what follows its parent."""
    neighbours = _neighbours(standard, number)
    position = _position(neighbours, number)
    if position is not None and position + 1 < len(neighbours):
        return neighbours[position + 1]
    return after(standard, number.rpartition(".")[0]) if "." in number else None


def before(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return what comes before: the step above in the same list, else what precedes its parent."""
    neighbours = _neighbours(standard, number)
    position = _position(neighbours, number)
    if position:
        return neighbours[position - 1]
    return before(standard, number.rpartition(".")[0]) if "." in number else None


def _neighbours(standard: ServiceStandard, number: str) -> tuple[ProcedureStep, ...]:
    above = parent(standard, number)
    return above.steps if above else standard.steps


def _position(steps: tuple[ProcedureStep, ...], number: str) -> int | None:
    return next((i for i, step in enumerate(steps) if step.number == number), None)


def enclosing_time(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the nearest step above that has a time of its own, or None."""
    above = parent(standard, number)
    while above and above.duration is None:
        above = parent(standard, above.number)
    return above


def acting_above(standard: ServiceStandard, number: str) -> ProcedureStep | None:
    """Return the nearest step above that names who acts, or None."""
    above = parent(standard, number)
    while above and not above.actors:
        above = parent(standard, above.number)
    return above


def timed_below(step: ProcedureStep) -> Iterator[ProcedureStep]:
    """Yield the nearest steps below that have a time of their own."""
    for child in step.steps:
        if child.duration is not None:
            yield child
        else:
            yield from timed_below(child)


def is_length(duration: Duration) -> bool:
    """Say whether a duration says how long (and not how often)."""
    return duration.frequency is None and (duration.amount is not None or duration.rate is not None)
