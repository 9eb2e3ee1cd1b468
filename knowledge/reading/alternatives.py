"""Which steps exclude one another, and which are taken in a case only, as the text marks them.

Only marks of the text count: "Apabila ...", "Dalam hal ...", "di dalam kota" beside "di luar kota",
"salah satu", "baik ... maupun". Steps without a mark follow one another. A note with a time of its
own is a step too, behind the one that it stands at. No times are weighed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.model import ProcedureStep, StepNote
from knowledge.reading.durations import find_duration
from knowledge.reading.steps import without_time

YES, NO = "ya", "tidak"
"""The labels of a fork that asks only whether a case applies."""

NOTE = "catatan"
"""What a note's number ends in: "6.catatan"."""

_CONDITION = re.compile(
    r"(?:catatan\s*:\s*)?(?:apabila|dalam\s+(?:hal|keadaan|kondisi)(?!\s+(?:ini|itu)\b)|jika|bila|bilamana|kalau"
    r"|manakala|seandainya|sekiranya)\b\s*(?P<case>[^,;:]*)",
    re.I,
)
_MAKA = re.compile(r"\s+maka\b.*", re.I | re.S)
_PLACE = re.compile(
    r"\b(?:dalam|luar)\s+(?:kota|negeri|daerah|provinsi|wilayah|pulau|jawa|jabodetabek)\b", re.I
)
_WAY = re.compile(r"\b(?:online|offline|daring|luring|elektronik|manual)\b", re.I)
_ONE_OF = re.compile(
    r"\bsalah\s+satu\b[^.;]*\b(?:berikut|cara|jalur|kanal|media|saluran|sarana|pilihan|opsi)\b",
    re.I,
)
_EITHER = re.compile(r"\bbaik\s+(?P<one>.+?)\s+maupun\s+(?P<other>[^,;:(]+)", re.I)
_BOTH_PLACES = re.compile(r"\bdalam\s*(?:/|maupun|atau|dan/atau)\s*luar\b", re.I)
_KIND = re.compile(r"(?:untuk|bagi|khusus)\b", re.I)
#: "Timbangan meja: 15 menit": what is dealt with, and neither a deed nor who does it.
_TIMED_KIND = re.compile(
    r"(?!pe[a-z]+an\b|me[a-z]{4}|petugas\b|kepala\b|tahap)[^\W\d_][^:]{2,60}:\s*(?:paling\s+\w+\s+|maksimal\s+"
    r"|\d+\s*[-–]\s*)?\d+\s*(?:\([\w\s]+\)\s*)?(?:detik|menit|jam|hari|minggu|bulan)\b"
    r"(?:\s+(?:kerja|per\s+\w+))*[.;]?$",
    re.I,
)
_WORD = re.compile(r"\w+")

_NEGATIVE = frozenset(
    "tidak belum kurang tanpa bukan ditolak menolak dikembalikan gagal salah batal".split()
)
_OUTCOME = frozenset(
    "disetujui setuju menyetujui diterima lengkap sesuai memenuhi benar sah lulus layak valid "
    "ditolak menolak dikembalikan ditemukan tersedia ada".split()
)
_EMPTY = frozenset(
    "di ke dari yang dan atau untuk pada oleh dengan secara maka telah sudah dinyatakan "
    "terdapat adanya ternyata hal".split()
)
_ALIKE = 0.5  # share of words that two cases of one question have in common
_SAME = 0.6  # the same for two titles that differ by a place or a way only
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Branch:
    """One way through a fork: the step taken, or None for "not at all"."""

    label: str
    step: ProcedureStep | None


@dataclass(frozen=True, slots=True)
class Fork:
    """Steps of which one is taken. `step` is the number that the choice is made at, with a title.

    `case` is what the text asks ("berkas tidak lengkap") where the question is only yes or no;
    `optional` is what a note adds, which holds only once it is chosen.
    """

    step: str
    title: str
    branches: tuple[Branch, ...]
    case: str = ""
    optional: bool = False


def arranged(
    steps: Sequence[ProcedureStep],
    parent: ProcedureStep | None = None,
    *,
    is_branch: bool = False,
) -> tuple[ProcedureStep | Fork, ...]:
    """Return the steps of one list in order, those that exclude one another as one Fork.

    A choice among all steps of a parent is made at the parent, unless that is chosen itself.
    """
    found: list[ProcedureStep | Fork] = []
    for run in _runs(steps, parent):
        whole = parent is not None and len(run) == len(steps) and not is_branch
        head = parent if parent is not None and whole else run[0]
        found.append(_fork(head, run) if len(run) > 1 else _alone(run[0]))
        for step in run:
            found.extend(_noted(step))
    return tuple(found)


def _fork(head: ProcedureStep, run: Sequence[ProcedureStep]) -> Fork:
    labels = _labels(_cases(run))
    branches = tuple(Branch(*pair) for pair in zip(labels, run, strict=True))
    return Fork(head.number, head.title, branches)


def _alone(step: ProcedureStep, *, optional: bool = False) -> ProcedureStep | Fork:
    case = condition(step.text)
    if not case:
        return step
    branches = (Branch(YES, step), Branch(NO, None))
    return Fork(step.number, step.title, branches, case, optional)


def _noted(step: ProcedureStep) -> Iterator[ProcedureStep | Fork]:
    """Yield a step's notes that set a time for a case, or for what follows an event."""
    timed = [note for note in step.notes if note.duration is not None and _adds(note)]
    for index, note in enumerate(timed):
        found = find_duration(note.text)
        own = ProcedureStep(
            number=f"{step.number}.{NOTE}" + (f"-{index + 1}" if index else ""),
            text=note.text,
            source=note.source,
            title=without_time(note.text, found[1] if found else None),
            actors=note.actors,
            duration=note.duration,
            original=note.original,
        )
        yield _alone(own, optional=True)


def _adds(note: StepNote) -> bool:
    duration = note.duration
    anchored = duration is not None and (duration.after or duration.offset)
    return bool(anchored) or (note.conditional and bool(condition(note.text)))


def condition(text: str) -> str:
    """Return the case that a text speaks of ("berkas tidak lengkap"), or "" if it is for all."""
    match = _CONDITION.match(text)
    return _short(_MAKA.sub("", match["case"])) if match else ""


def _runs(
    steps: Sequence[ProcedureStep], parent: ProcedureStep | None
) -> Iterator[list[ProcedureStep]]:
    """Yield the steps, those together that exclude one another."""
    if len(steps) > 1 and parent is not None and _all_exclude(steps, parent):
        yield list(steps)
        return
    run: list[ProcedureStep] = []
    for step in steps:
        if run and not all(_exclude(one, step, parent) for one in run):
            yield run
            run = []
        run.append(step)
    if run:
        yield run


def _all_exclude(steps: Sequence[ProcedureStep], parent: ProcedureStep) -> bool:
    """Tell whether the parent's text, or how all its parts begin, makes them one choice."""
    if _ONE_OF.search(parent.text):
        return True
    kinds = [match[0].casefold() for step in steps if (match := _KIND.match(step.text))]
    timed = all(any(part.duration for part in step.walk()) for step in steps)
    if len(kinds) == len(steps) and len(set(kinds)) == 1 and timed:
        return True
    if timed and all(_TIMED_KIND.match(step.text) for step in steps):
        return True
    either = _EITHER.search(parent.text)
    return either is not None and len(steps) == len(either.groups()) and _names(either, steps)


def _names(either: re.Match[str], steps: Sequence[ProcedureStep]) -> bool:
    """Tell whether each of two steps is one of what "baik ... maupun ..." names."""
    words = [_words(either["one"]), _words(either["other"])]
    own = [ways - other for ways, other in zip(words, reversed(words), strict=True)]
    return all(
        ways and ways <= _words(step.text) for ways, step in zip(own, steps, strict=True)
    ) and not any(
        ways <= _words(step.text) for ways, step in zip(own, reversed(steps), strict=True)
    )


def _exclude(one: ProcedureStep, other: ProcedureStep, parent: ProcedureStep | None) -> bool:
    """Tell whether two steps side by side exclude each other."""
    cases = condition(one.text), condition(other.text)
    if all(cases):
        return _opposed(*cases)
    if any(cases):
        return False
    return _differ_by(_PLACE, one, other, parent) or _differ_by(_WAY, one, other, parent)


def _opposed(one: str, other: str) -> bool:
    """Tell whether two cases cannot both be: "lengkap" and "tidak lengkap", "daring", "luring"."""
    first, second = _words(one), _words(other)
    negative = [bool(words & _NEGATIVE) for words in (first, second)]
    first, second = first - _NEGATIVE, second - _NEGATIVE
    if negative[0] != negative[1]:
        outcomes = all(words & (_OUTCOME | _NEGATIVE) for words in (_words(one), _words(other)))
        return not first or not second or bool(first & second) or outcomes
    return first != second and _likeness(first, second) >= _ALIKE


def _differ_by(
    mark: re.Pattern[str], one: ProcedureStep, other: ProcedureStep, parent: ProcedureStep | None
) -> bool:
    """Tell whether two titles name different places or ways, and are the same otherwise."""
    heads = [_head(step, mark) for step in (one, other)]
    titles = heads if all(heads) else [step.title for step in (one, other)]
    marks = [{found.casefold() for found in mark.findall(title)} for title in titles]
    if not all(marks) or marks[0] & marks[1]:
        return False
    if parent is not None and (
        _BOTH_PLACES.search(parent.text) or len(mark.findall(parent.text)) > 1
    ):
        return True
    rest = [_words(mark.sub(" ", title)) for title in titles]
    return _likeness(*rest) >= _SAME


def _head(step: ProcedureStep, mark: re.Pattern[str]) -> str:
    """Return what a step begins with before a colon ("luar kota: ..."), if it names a mark."""
    head, colon, _ = step.text.partition(":")
    return head if colon and mark.search(head) else ""


def _cases(run: Sequence[ProcedureStep]) -> list[str]:
    """Return in which case each step of a choice is taken: by its condition, head, or title."""
    for mark in (_PLACE, _WAY):
        heads = [_head(step, mark) for step in run]
        rests = {_words(mark.sub(" ", head)) for head in heads}
        if all(heads) and len(rests) == 1:
            return heads
    return [condition(step.text) or step.title for step in run]


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _EMPTY


def _labels(texts: Sequence[str]) -> list[str]:
    """Return the texts without the words that all of them begin with."""
    split = [text.split() for text in texts]
    same = 0
    while all(len(words) > same + 1 for words in split) and (
        len({words[same].casefold() for words in split}) == 1
    ):
        same += 1
    return [_short(" ".join(words[same:])) for words in split]


def _short(text: str) -> str:
    """Return a text that fits on a button, cut between words."""
    text = " ".join(text.split()).strip(" .,;:")
    if len(text) <= _LONGEST_LABEL:
        return text
    return text[: text.rfind(" ", 0, _LONGEST_LABEL)].rstrip(" .,;:")
