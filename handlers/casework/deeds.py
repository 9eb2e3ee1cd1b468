"""What the buttons of the officials' desk ask for: one letter each, as `handlers.buttons` carries.

A letter that has gone out must keep its meaning: cards stay in chats for months.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from enum import StrEnum

_LENGTH = 8


class Deed(StrEnum):
    """What a press on a card or list asks for."""

    OPEN = "o"  # a fresh card, in a new message
    CARD = "c"  # back to the card, in the same message
    MORE = "m"
    FULL = "b"  # the whole text; the argument is the page
    HISTORY = "h"
    EXPLAIN = "t"
    FILES = "l"
    ACCEPT = "a"
    ASK = "q"
    ANSWER = "j"
    NOTE = "n"
    CHOOSE = "p"  # where to pass it on
    TO = "w"  # to this post (its code)
    GO = "g"  # yes, to this post
    SEARCH = "s"  # look for another post
    RETURN = "r"
    TAKE_OVER = "k"
    STANDARD = "S"  # which standard; the argument is the page
    PLACE = "P"  # this standard (its code)
    FIND_STANDARD = "T"
    REJECT = "x"  # the argument is the right door
    CLOSE = "e"
    CLOSE_NOW = "E"
    IDENTITY = "i"
    REVEAL = "I"
    SEND = "y"  # what the form holds
    AGAIN = "A"  # do with what was written, although something has changed meanwhile
    REWRITE = "u"
    DROP = "z"  # the form
    UNDO = "v"
    SAVED = "f"  # the saved answers of the ticket's standard
    PICK = "F"  # use this one
    FORGET = "D"  # delete this one
    KEEP = "K"  # save the answer that the form holds, or that was given
    DESK = "L"  # the list: the argument is the filter, the version the page


def code_of(key: str) -> str:
    """Return a short code for a post's or standard's key, which may be long."""
    return urlsafe_b64encode(hashlib.sha256(key.encode()).digest())[:_LENGTH].decode()


def by_code(code: str, keys: Iterable[str]) -> str | None:
    """Return the key of a code; None if none or several have it."""
    found = [key for key in keys if code_of(key) == code]
    return found[0] if len(found) == 1 else None
