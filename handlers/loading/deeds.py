"""The letters by which buttons of these screens say what they do, and how such a button is made."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from handlers.buttons import Button, encode
from handlers.markup import plain, shorten
from handlers.standard_buttons import OnStandard

_WIDE = 44


class Words(Protocol):
    """Whoever has the texts in the language of the reader: a turn, or a `Speaker`."""

    def render(self, key: str, **values: object) -> str:
        """Return a text."""
        ...


class Deed(StrEnum):
    """One letter each: the upper ones change something."""

    # screens of a draft
    REPORT = "o"
    STEPS = "l"
    COMPONENTS = "k"
    WARNINGS = "w"
    ANSWERS = "a"
    PLAN = "p"
    ROUTE = "r"
    FIX = "f"
    FIELD = "q"
    STEP = "s"
    PUBLISH = "P"
    EDITION = "e"
    OTHER = "x"
    ASK_DISCARD = "d"
    DISCARD = "X"
    # screens of all standards
    LIST = "M"
    CARD = "c"
    HISTORY = "h"
    ASK_WITHDRAW = "u"
    WITHDRAW = "U"
    RESTORE = "R"
    CANCEL_COMING = "Z"
    REOPEN = "C"
    FILE = "g"
    CLOSE = "z"


def button(
    to: Words, label: str, deed: Deed, about: tuple[int, int] = (0, 0), argument: str = ""
) -> Button:
    """Return a button labelled `loading.<label>`; `about` is a number and a version."""
    return named(plain(to.render(f"loading.{label}")), deed, about, argument)


def named(label: str, deed: Deed, about: tuple[int, int] = (0, 0), argument: str = "") -> Button:
    """Return a button with a label of its own."""
    return Button(shorten(label, _WIDE), encode(OnStandard(deed.value, *about, argument)))
