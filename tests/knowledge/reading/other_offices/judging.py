"""Counts the fields that `pandu read` has right, beside what a person says of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.errors import KnowledgeError
from knowledge.model import Duration, ServiceStandard
from knowledge.reading import read_bytes
from tests.knowledge.reading.other_offices.made import Expected, Office

Judged = tuple[str, bool, Any, Any]
"""What was judged, whether it is right, what was found and what was expected."""


def judge(office: Office) -> Iterator[Judged]:
    """Judge every expected field and every step's number and text, doers and time."""
    try:
        found = read_bytes(office.make(), office.file)
    except KnowledgeError as error:
        yield f"{office.file} read", False, error.key, None
        found = ()
    count = len(found), len(office.expected)
    yield f"{office.file} standards", count[0] == count[1], *count
    for number, expected in enumerate(office.expected):
        standard = found[number] if number < len(found) else None
        for name, right, got, wanted in _fields(standard, expected):
            yield f"{office.file} {number + 1} {name}", right, got, wanted


def _fields(standard: ServiceStandard | None, expected: Expected) -> Iterator[Judged]:
    for name, wanted in expected.fields.items():
        got = _field(standard, name) if standard else None
        yield name, _same(got, wanted), got, wanted
    if expected.missing is not None:
        got = frozenset(standard.components_missing) if standard else None
        yield "missing", got == expected.missing, got, expected.missing
    steps = list(standard.walk_steps()) if standard else []
    yield "steps", len(steps) == len(expected.steps), len(steps), len(expected.steps)
    for at, (number, text, actors, time) in enumerate(expected.steps):
        step = steps[at] if at < len(steps) else None
        printed = (step.number, step.title.rstrip(".")) if step else None
        yield f"step {number}", printed == (number, text), printed, (number, text)
        doers = step.actors if step else None
        yield f"step {number} doers", _same(doers, actors), doers, actors
        lasts = _time(step.duration) if step else "?"
        yield f"step {number} time", lasts == time, lasts, time


def _field(standard: ServiceStandard, name: str) -> Any:
    chain = standard.complaint
    if name in ("received_by", "handled_by", "delegation"):
        return getattr(chain, name) if chain else None
    if name == "channels":
        return tuple(c.value for c in chain.channels if c.kind != "kotak") if chain else None
    return getattr(standard, name)


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, tuple):
        return got is not None and [str(g).casefold() for g in got] == [
            str(w).casefold() for w in wanted
        ]
    return str(got).casefold().rstrip(".") == str(wanted).casefold().rstrip(".")


def _time(duration: Duration | None) -> str | None:
    if duration is None:
        return None
    if duration.offset:
        return f"H{duration.offset.amount}"
    kind = " kerja" if duration.calendar == "working" else ""
    return f"{duration.amount} {duration.unit}{kind}"
