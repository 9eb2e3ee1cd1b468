"""What the buttons about complaints ask for, and how such a button is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.buttons import Button, Complain, encode
from handlers.markup import plain
from handlers.texts import Texts


class Verb(StrEnum):
    """One letter each, for codes are short; the upper ones are about the draft."""

    NEW = "n"
    YES = "y"
    QUESTION = "q"
    SEND = "s"
    KIND = "k"
    STANDARDS = "l"
    STANDARD = "t"
    NO_STANDARD = "u"
    PRIVACY = "p"
    REWRITE = "r"
    FILES = "f"
    REMOVE = "d"
    BACK = "b"
    CANCEL = "x"
    DROP = "X"
    RESUME = "c"
    # about tickets
    LIST = "L"
    OPEN = "O"
    WORD = "W"
    WORD_SENT = "E"
    DONE = "D"
    RATE = "R"
    WITHDRAW = "Z"
    ENCLOSED = "F"
    PAGE = "P"


@dataclass(frozen=True, slots=True)
class Labels:
    """Makes buttons in a language."""

    texts: Texts
    language: str

    def button(self, name: str, verb: Verb, about: str = "", value: str = "") -> Button:
        """Return a button labelled with the text `complaint_buttons.<name>`."""
        return labelled(self.text(name), verb, about, value)

    def text(self, name: str, **values: object) -> str:
        """Return a label alone."""
        return plain(self.texts.render(f"complaint_buttons.{name}", self.language, **values))


def labelled(label: str, verb: Verb, about: str = "", value: str = "") -> Button:
    """Return a button with a label of its own."""
    return Button(label, encode(Complain(verb.value, about, value)))
