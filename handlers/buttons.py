"""What buttons carry: short own codes of at most 64 bytes, with a version, never a sentence.

A code is VERSION + letter + owner + ":" + body; numbers are in base 64. It names what a press asks
for. The right to press is checked at each press (`owner`), and a code that is unknown, old or not
ours decodes to None. Labels come from the texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self, TypeAlias, get_args

from handlers.digits import number, short
from handlers.learning_buttons import Teach
from handlers.record_buttons import Records
from handlers.rule_buttons import OnRules
from handlers.standard_buttons import OnStandard
from handlers.task_buttons import OnTask

VERSION = "1"
LIMIT = 64
"""Telegram's limit of callback_data, in bytes."""

_LANGUAGES = {"i": "id", "e": "en"}


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what it says and what it carries; or the address that it opens."""

    label: str
    data: str
    url: str | None = None


Rows: TypeAlias = tuple[tuple[Button, ...], ...]


class CodeTooLong(ValueError):
    """A code would not fit Telegram's 64 bytes: a mistake in the code, not of a user."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Answer a request, given as the finder's code, in a new message."""

    letter: ClassVar[str] = "r"
    code: str
    language: str = "id"
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.language[0]}{self.code}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError or KeyError if it says nothing."""
        return cls(body[1:], _LANGUAGES[body[:1]], owner)


@dataclass(frozen=True, slots=True)
class AskPage:
    """Change the message to another page of the reply to a request; pages count from 1."""

    letter: ClassVar[str] = "p"
    code: str
    page: int
    language: str = "id"
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.language[0]}{short(self.page)}:{self.code}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError or KeyError if it says nothing."""
        page, _, code = body[1:].partition(":")
        return cls(code, number(page), _LANGUAGES[body[:1]], owner)


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Change the message to another page of the reply that the conversation remembers."""

    letter: ClassVar[str] = "s"
    page: int
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return short(self.page)

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        return cls(number(body), owner)


@dataclass(frozen=True, slots=True)
class Judge:
    """Say whether the answer to a question was helpful."""

    letter: ClassVar[str] = "f"
    question: int
    helpful: bool
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{'+' if self.helpful else '-'}{short(self.question)}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError or KeyError if it says nothing."""
        return cls(number(body[1:]), {"+": True, "-": False}[body[:1]], owner)


@dataclass(frozen=True, slots=True)
class PassOn:
    """Pass a question on to the officials."""

    letter: ClassVar[str] = "t"
    question: int
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return short(self.question)

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        return cls(number(body), owner)


@dataclass(frozen=True, slots=True)
class Speak:
    """Choose the language of the bot."""

    letter: ClassVar[str] = "l"
    language: str
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return self.language[0]

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises KeyError if it says nothing."""
        return cls(_LANGUAGES[body], owner)


@dataclass(frozen=True, slots=True)
class OnTicket:
    """Do something with a ticket on an official's desk; see `handlers.casework.presses`.

    `deed` is one letter, `version` that of the ticket as it was shown, `argument` what was chosen.
    """

    letter: ClassVar[str] = "k"
    deed: str
    ticket: int = 0
    version: int = 0
    argument: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.deed}{short(self.ticket)}.{short(self.version)}.{self.argument}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        ticket, version, argument = body[1:].split(".", 2)
        return cls(body[0], number(ticket), number(version), argument, owner)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A button that only shows something ("2/4")."""

    letter: ClassVar[str] = "n"
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return ""

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return it, whatever the body says."""
        return cls(owner)


@dataclass(frozen=True, slots=True)
class Complain:
    """Do something with a complaint: `verb` is one of `handlers.complaints.verbs`.

    `about` names a draft, or a ticket by its id; `value` is what was chosen. No dot in the first.
    """

    letter: ClassVar[str] = "c"
    verb: str
    about: str = ""
    value: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.verb}.{self.about}.{self.value}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        verb, about, value = body.split(".", 2)
        return cls(verb, about, value, owner)


@dataclass(frozen=True, slots=True)
class Staff:
    """Do something with posts and who holds them: `act` to `subject`, in the way of `detail`.

    Which acts there are says `handlers.officials.presses`; `subject` is short for a post or a
    person, and neither holds a colon.
    """

    letter: ClassVar[str] = "o"
    act: str
    subject: str = ""
    detail: str = ""
    owner: int | None = None

    def body(self) -> str:
        """Return the fields as text."""
        return f"{self.act}:{self.subject}:{self.detail}"

    @classmethod
    def read(cls, body: str, owner: int | None) -> Self:
        """Return what a body says; raises ValueError if it says nothing."""
        act, subject, detail = body.split(":", 2)
        return cls(act, subject, detail, owner)


Meaning: TypeAlias = (
    Ask
    | AskPage
    | TurnPage
    | Judge
    | PassOn
    | Speak
    | Complain
    | OnTicket
    | Staff
    | Records
    | OnTask
    | OnRules
    | OnStandard
    | Teach
    | Nothing
)
_KINDS: dict[str, type[Meaning]] = {kind.letter: kind for kind in get_args(Meaning)}


def encode(meaning: Meaning) -> str:
    """Return the callback_data for a meaning; raises CodeTooLong if it does not fit."""
    owner = "" if meaning.owner is None else short(meaning.owner)
    data = f"{VERSION}{meaning.letter}{owner}:{meaning.body()}"
    if len(data.encode()) > LIMIT:
        raise CodeTooLong(data)
    return data


def decode(data: str | None) -> Meaning | None:
    """Return the meaning of callback_data, or None if it is unknown, old or not ours."""
    if not data or data[0] != VERSION or len(data.encode()) > LIMIT:
        return None
    head, _, body = data[1:].partition(":")
    kind = _KINDS.get(head[:1])
    if kind is None:
        return None
    try:
        return kind.read(body, number(head[1:]) if head[1:] else None)
    except (ValueError, KeyError):
        return None
