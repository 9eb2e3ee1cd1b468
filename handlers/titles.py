"""Which standards there are, and what people call them where a whole title would not fit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix

from handlers.markup import shorten, width
from knowledge.finding.answers import Citation, Request, Topic
from knowledge.finding.finder import Finder

_FORMULA, _WHERE = "Standar Pelayanan ", " di Lingkungan "
_VERB = re.compile(r"\b(?!menteri|memorandum)me[lmnrwy]\w{3,}\b", re.I)
_WORTH = 8  # letters; a shared beginning shorter than this may stand on every button


def deed_of(title: str, actors: Sequence[str]) -> str:
    """Return what a step does, without who does it where its title begins with that."""
    verb = _VERB.search(title)
    begins = bool(actors) and title.startswith(actors[0].split(" ")[0])
    return _capital(title[verb.start() :]) if begins and verb is not None else title


def loaded(finder: Finder) -> tuple[Citation, ...]:
    """Return the standards in use, each cited once, as the finder lists them."""
    listing = finder.answer(Request("listing"), Topic())
    return tuple({citation.standard: citation for citation in listing.citations}.values())


def short_name(title: str) -> str:
    """Return a title without the formula around the service that it names.

    What does not begin with the formula is no such title, and stays as it is.
    """
    if not title.startswith(_FORMULA):
        return title
    name = title.removeprefix(_FORMULA).split(_WHERE)[0].strip() or title
    return _capital(name)


def distinct(labels: Sequence[str], limit: int) -> list[str]:
    """Return labels of at most `limit` units that can still be told from one another.

    If one is too long: what all begin with goes first, then beginning words that another has
    too; only then is its end cut off.
    """
    if all(width(label) <= limit for label in labels):
        return [_capital(label) for label in labels]
    shared = _shared_beginning(labels)
    rests = [label[len(shared) :] for label in labels]
    return [
        shorten(_capital(_from_own_words(rest, rests, limit)), limit) if rest else label
        for rest, label in zip(rests, labels, strict=True)
    ]


def _from_own_words(label: str, labels: Sequence[str], limit: int) -> str:
    others = {word.casefold() for other in labels if other != label for word in other.split()}
    words = label.split()
    while width(" ".join(words)) > limit and len(words) > 2 and words[0].casefold() in others:
        words.pop(0)
    return " ".join(words)


def _shared_beginning(labels: Sequence[str]) -> str:
    """Return the words that all labels begin with, if leaving them out loses nothing."""
    if len(labels) < 2:
        return ""
    shared = commonprefix([f"{label} " for label in labels]).rpartition(" ")[0]
    shared = f"{shared} " if shared else ""
    worth_it = len(shared) >= _WORTH and all(len(label) > len(shared) for label in labels)
    return shared if worth_it else ""


def _capital(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
