"""Labelled lines under a step: "Waktu: 10 menit", "Pelaksana: PPID"."""

from __future__ import annotations

import re

from knowledge.model import Duration
from knowledge.reading.durations import find_duration, parse_duration
from knowledge.reading.posts import split_list

#: Whoever holds the post today: "(Drs. Hendra Gunawan)", "(Dewi Kartikasari, A.Md.)".
_PERSON = re.compile(r"\s*\((?=[^()]{0,60}(?:,|\b(?:Drs?|Dra|Ir|Hj?)\.))[^()]{3,80}\)")
_LONGEST_DOER = 100  # characters
_LABEL = re.compile(
    r"(?:^|[,;|]\s*)(?:(?P<time>(?:(?:estimasi|jangka|lama|standar|mutu)\s+)?waktu"
    r"(?:\s+(?:penyelesaian|pelaksanaan|proses|pelayanan))?|durasi)"
    r"|(?P<doer>pelaksana|pelaku|petugas|aktor|penanggung\s+jawab|pic|dikerjakan\s+oleh)"
    r"|(?P<other>output|keluaran|kelengkapan|hasil|dokumen|syarat|persyaratan))\s*:\s*",
    re.I,
)


def is_labelled(line: str) -> bool:
    """Whether a line begins with the label of something that a step has."""
    return bool(_LABEL.match(line))


def names_doer(line: str) -> bool:
    """Whether a line says who does a step and no more, so that what follows is another thing."""
    label = _LABEL.match(line)
    return bool(label and label["doer"]) and len(line) <= _LONGEST_DOER


def without_brackets(line: str) -> str:
    """Return what stands in the brackets around a whole line: "(waktu: 30 menit)"."""
    whole = line.startswith("(") and line.endswith(")") and ")" not in line[1:-1]
    return line[1:-1] if whole else line


def labelled_duration(line: str) -> Duration | None:
    """Return the time behind a "Waktu:" of a labelled line."""
    for value in _values(without_brackets(line), "time"):
        if found := find_duration(value):
            return found[0]
        if duration := parse_duration(value):
            return duration
    return None


def labelled_actors(line: str) -> tuple[str, ...]:
    """Return the doers behind a "Pelaksana:" of a labelled line."""
    values = (_PERSON.sub("", value) for value in _values(line, "doer"))
    return tuple(name for value in values if value.strip("- ") for name in split_list(value))


def _values(line: str, kind: str) -> list[str]:
    if not is_labelled(line):
        return []
    labels = list(_LABEL.finditer(line))
    ends = [label.start() for label in labels[1:]] + [len(line)]
    return [
        line[label.end() : end].strip(" .,;|")
        for label, end in zip(labels, ends, strict=True)
        if label[kind]
    ]
