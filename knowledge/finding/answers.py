"""What finding gives back: a reply as data, which `handlers.texts` puts into words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any

from knowledge.editions import EditionNote


class ReplyKind(StrEnum):
    """The four things a question can get (CONTRACT, `pandu ask --json`)."""

    ANSWER = "answer"
    CHOICE = "choice"
    UNKNOWN = "unknown"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Citation:
    """The source of an answer: which standard, which section, which page.

    `corrected`: the office has put it right; `edition` is set where others could be meant.
    """

    standard: str  # id
    title: str
    section: str
    page: int | None = None
    corrected: bool = False
    edition: EditionNote | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A question that is fully understood: what is asked, of which standard, step or subject.

    `aspect` is a name of `knowledge.finding.aspects`; `step` a full step number; `subject` an
    official, unit or term in the text's words. Buttons carry requests, as short codes.
    """

    aspect: str
    standard: str | None = None
    step: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a choice: its label, in the document's words, and what picking it asks."""

    label: str
    request: Request


@dataclass(frozen=True, slots=True)
class Topic:
    """What a chat is about: passed in with each question, passed out with each reply.

    `options` are those of the last choice, so that a typed number or name can pick one.
    """

    standard: str | None = None
    previous: str | None = None
    aspect: str | None = None
    step: str | None = None
    subject: str | None = None
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to one question, without wording.

    `form` names the macro in `handlers/texts/*/answers.j2`, `values` are its arguments.
    `request` is what was understood (None if nothing was), `next` what people ask next.
    `lesson` is the id of what the office has taught, where the reply comes from that. One that is
    not `sure` shows what comes nearest: it is no answer to build on.
    """

    kind: ReplyKind
    form: str
    values: Mapping[str, Any] = field(default_factory=dict)
    topic: Topic = Topic()
    citations: tuple[Citation, ...] = ()
    options: tuple[Option, ...] = ()
    next: tuple[Request, ...] = ()
    request: Request | None = None
    language: str = "id"
    lesson: int | None = None
    sure: bool = True

    @property
    def answers(self) -> bool:
        """Whether it surely answers what was asked."""
        return self.kind is ReplyKind.ANSWER and self.sure

    @property
    def leaves_open(self) -> bool:
        """Whether the question still waits for an answer: nothing was found, or nothing sure."""
        return self.kind is ReplyKind.UNKNOWN or not self.sure

    @property
    def said(self) -> str:
        """Every text that it holds, side by side."""
        return " ".join(_strings(self.values))


def _strings(value: object) -> Iterator[str]:
    """Yield every text that the values of an answer hold."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _strings(getattr(value, part.name))
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _strings(inner)
