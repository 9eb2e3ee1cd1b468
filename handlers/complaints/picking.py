"""Standards to pick from: all of them page by page, or those that a few words name."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz

from handlers.markup import shorten
from handlers.titles import distinct, loaded, short_name
from handlers.turn import Turn
from knowledge.finding.answers import Citation, Request

A_PAGE = 8
_WIDE = 42
_LIKE = 80  # of 100: how like a name what is typed must be
_LINE = 200
_FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """One page of standards: lines for the text, labels and codes for the buttons.

    `narrowed` tells that there are more standards than these.
    """

    labels: tuple[str, ...]
    buttons: tuple[str, ...]
    codes: tuple[str, ...]
    page: int
    pages: int
    total: int
    narrowed: bool = False

    @classmethod
    def of_all(cls, turn: Turn, page: int = 1) -> Self:
        """Return a page of all standards."""
        return cls.of(turn, loaded(turn.office.finder), page)

    @classmethod
    def of_titles(cls, turn: Turn, titles: Collection[str]) -> Self:
        """Return the standards of these titles, or a page of all if there is none."""
        found = [c for c in loaded(turn.office.finder) if c.title in titles]
        return cls.of(turn, found) if found else cls.of_all(turn)

    @classmethod
    def of(cls, turn: Turn, found: Sequence[Citation], page: int = 1) -> Self:
        """Return a page of these standards."""
        pages = max(-(-len(found) // A_PAGE), 1)
        page = min(max(page, 1), pages)
        first = (page - 1) * A_PAGE
        names = [short_name(citation.title) for citation in found]
        labels = distinct(names, _WIDE)
        shown = range(first, min(first + A_PAGE, len(found)))
        return cls(
            labels=tuple(shorten(names[i], _LINE) for i in shown),
            buttons=tuple(f"{i - first + 1}. {labels[i]}" for i in shown),
            codes=tuple(code_of(turn, found[i].standard) for i in shown),
            page=page,
            pages=pages,
            total=len(found),
            narrowed=len(found) < len(loaded(turn.office.finder)),
        )


def code_of(turn: Turn, standard: str) -> str:
    """Return a standard as a button's code."""
    return turn.office.finder.code(Request("card", standard))


def standard_of(turn: Turn, code: str) -> str | None:
    """Return the standard of a code, or None if it is not loaded any more."""
    request = turn.office.finder.request(code)
    return request.standard if request else None


def typed(turn: Turn, text: str) -> tuple[Citation, ...]:
    """Return the standards whose name what was typed is a part of, or is like."""
    wanted = " ".join(text.casefold().split())
    known = loaded(turn.office.finder)
    if wanted.isdecimal() and len(known) <= A_PAGE and 1 <= int(wanted) <= len(known):
        return (known[int(wanted) - 1],)
    if len(wanted) < _FEWEST_LETTERS:
        return ()
    scored = [(fuzz.partial_ratio(wanted, c.title.casefold()), c) for c in known]
    if len(wanted) > min((len(c.title) for c in known), default=0):
        return ()  # more than a name: it belongs to the story
    return tuple(c for score, c in scored if score >= _LIKE)
