"""What the buttons of these screens mean, and how they are made."""

from __future__ import annotations

from enum import StrEnum

from handlers.buttons import Button, encode
from handlers.learning_buttons import Teach
from handlers.markup import plain, shorten
from handlers.turn import Turn

_LABEL = 44


class Verb(StrEnum):
    """What a button does; its subject is in brackets."""

    TERMS = "tl"  # list terms [page]
    TERM = "tc"  # show [term]
    ADD = "ta"
    CHANGE = "te"  # [term]
    REMOVE = "tr"  # [term]; value "+": at once
    SAVE_TERM = "ts"
    QUESTIONS = "ql"  # list what waits [page]; value is the order
    QUESTION = "qc"  # show [question]
    LINK = "qk"  # [question]
    PICK = "qp"  # choose a passage [its number]
    ANSWER = "qw"  # [question]
    DISMISS = "qd"  # [question]
    TERM_FOR = "qt"  # [question]
    SCOPE = "qm"  # another scope [its number]
    SAVE = "qs"
    DECIDED = "dl"  # list decisions [page]
    DECISION = "dc"  # show [lesson]
    WITHDRAW = "dw"  # [lesson]; value "+": at once
    CANCEL = "xx"


def button(turn: Turn, key: str, verb: Verb, subject: int = 0, value: str = "") -> Button:
    """Return a button with one of the labels of the texts."""
    return Button(plain(turn.render(key)), encode(Teach(verb, subject, value, turn.owner)))


def named(turn: Turn, label: str, verb: Verb, subject: int = 0, value: str = "") -> Button:
    """Return a button with a label that is not from the texts."""
    return Button(shorten(label, _LABEL), encode(Teach(verb, subject, value, turn.owner)))


def turning(
    turn: Turn, verb: Verb, page: int, count: int, value: str = ""
) -> tuple[tuple[Button, ...], ...]:
    """Return the row "◀ 2/4 ▶", if there is more than one page."""
    if count <= 1:
        return ()
    here = plain(turn.render("buttons.page", number=page, count=count))
    row = [named(turn, here, verb, page, value)]
    if page > 1:
        row.insert(0, button(turn, "buttons.earlier", verb, page - 1, value))
    if page < count:
        row.append(button(turn, "buttons.later", verb, page + 1, value))
    return (tuple(row),)
