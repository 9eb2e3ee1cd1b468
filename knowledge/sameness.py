"""Whether two documents print the same standard, whatever format and layout they come in."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from knowledge.model import Item, ProcedureStep, ServiceStandard

_TAG = re.compile(r"</?[a-z][^<>]{0,20}>", re.I)
_SIGN = re.compile(r"[\W_]+")


def text_digest(standard: ServiceStandard) -> str:
    """Return a digest of all that a standard says, in its order: its letters and figures alone.

    Equal for the same text in Word, PDF, HTML and plain text: case, spaces, hyphens at the ends
    of lines, markup, letterheads and page marks make no difference; one other figure does.
    """
    digest = hashlib.sha256()
    for text in _texts(standard):
        digest.update(_SIGN.sub("", _TAG.sub("", text)).casefold().encode())
    return digest.hexdigest()


def _texts(standard: ServiceStandard) -> Iterator[str]:
    yield standard.title
    for section in standard.sections:
        yield from (section.part, section.part_title, section.letter, section.heading)
        yield from _items(section.items)
    for step in standard.steps:
        yield from _step(step)


def _items(items: tuple[Item, ...]) -> Iterator[str]:
    for top in items:
        yield from (item.original or item.text for item in top.walk())


def _step(top: ProcedureStep) -> Iterator[str]:
    for step in top.walk():
        yield from (step.number, step.original or step.text)
        yield from (note.original for note in step.notes)
        yield from _items(step.details)
