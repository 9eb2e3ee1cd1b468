"""Requests as short codes for buttons: at most 48 ASCII characters, stable between starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b

from knowledge.finding.answers import Request
from knowledge.finding.explained import explained_in
from knowledge.finding.identity_asked import SUBJECTS
from knowledge.finding.rows import subjects_of
from knowledge.finding.shelf import Shelf

_LIMIT = 48
_PARTS = 4
_PLAIN = re.compile(r"[\w.?]{0,14}", re.ASCII)


def encode(request: Request, shelf: Shelf) -> str:
    """Return "aspect:standard:step:subject" with short keys for ids and subjects."""
    standard = shelf.key(request.standard) if request.standard else ""
    subject = _digest(request.subject) if request.subject else ""
    step = "+".join(map(_short, (request.step or "").split("+")))
    room = _LIMIT - len(request.aspect) - len(standard) - len(subject) - _PARTS + 1
    while len(step) > room:
        step = step.rpartition("+")[0]
    return f"{request.aspect}:{standard}:{step}:{subject}"


def decode(code: str, shelf: Shelf) -> Request | None:
    """Return the request of a code, or None if a standard or subject is no longer there."""
    parts = code.split(":")
    if len(parts) != _PARTS:
        return None
    aspect, key, step, digest = parts
    standard = shelf.by_key(key) if key else None
    if key and standard is None:
        return None
    subject = _subject(digest, standard, shelf) if digest else None
    if digest and subject is None:
        return None
    numbers = [_number(part, standard, shelf) for part in step.split("+")]
    if None in numbers:
        return None
    return Request(aspect, standard, "+".join(filter(None, numbers)) or None, subject)


def _short(number: str) -> str:
    """Return a step's number, or its digest where it is a name of its own ("Peminjaman.1")."""
    return number if _PLAIN.fullmatch(number) else f"~{_digest(number)}"


def _number(short: str, standard: str | None, shelf: Shelf) -> str | None:
    """Return the step's number of a short form, or None if there is no such step."""
    if not short.startswith("~"):
        return short
    one = shelf.get(standard)
    steps = one.walk_steps() if one else ()
    return next((s.number for s in steps if _digest(s.number) == short[1:]), None)


def _digest(subject: str) -> str:
    return blake2b(subject.encode(), digest_size=4).hexdigest()


def _subject(digest: str, standard: str | None, shelf: Shelf) -> str | None:
    return next((s for s in _subjects(standard, shelf) if _digest(s) == digest), None)


def _subjects(standard: str | None, shelf: Shelf) -> Iterator[str]:
    """Yield whatever a button's subject can be: places, terms, posts, facets."""
    yield from SUBJECTS
    chosen = [shelf.standards[standard]] if standard else list(shelf)
    for one in chosen:
        for section in one.sections:
            yield section.source.section
            yield section.facet.value
            for top in section.items:
                yield from (item.source.section for item in top.walk())
        yield from subjects_of(one)
        yield from (step.number for step in one.walk_steps())
        yield from (d.term for d in explained_in(one))
    for post in shelf.posts:
        yield post.name
        yield f"{post.name}#complaints"
        yield f"{post.name}#roles"
