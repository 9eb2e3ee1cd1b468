"""What an official is writing about a case, kept in the conversation, part by part.

A form of `handlers.forms` waits for it, so it survives a restart. What was begun for one case is
laid aside when another is written on, and taken up again with it.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from bot.domain.attachments import ANSWER_DRAFT
from handlers.casework.handling import Handling
from handlers.forms import CLOSED, KEY, opened
from handlers.turn import Turn

LONGEST = 3000
"""Units of a text that an official writes: with its frame it is still one message."""

ASIDE = "case_drafts"
"""The key of the conversation's state for what was begun and laid aside."""

WRITTEN = "case_written"
"""The key of the conversation's state for the messages whose words have been used."""

_MOST_ASIDE = 10
_MOST_WRITTEN = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being written: `purpose` is the form's name, `argument` a post's code or a door.

    `parts` are texts by the message they were written in; `batch` names the files that belong to
    it. `version` is that of the ticket when the official last saw it, `shown` the outbox's key of
    the message that showed the draft last, `album` the album whose pictures it holds already.
    """

    purpose: str
    ticket: int
    version: int
    argument: str = ""
    parts: tuple[tuple[int, str], ...] = ()
    files: int = 0
    batch: str = ""
    shown: str = ""
    album: str | None = None

    @classmethod
    def of(cls, purpose: str, handling: Handling) -> Self:
        """Return an empty one for a case as the official sees it."""
        version = handling.ticket.version if handling.version is None else handling.version
        batch = f"{ANSWER_DRAFT}{handling.ticket.id}:{secrets.token_hex(6)}"
        return cls(purpose, handling.ticket.id, version, handling.argument, batch=batch)

    @classmethod
    def read(cls, form: Mapping[str, Any]) -> Self:
        """Return what a form holds."""
        return cls(
            purpose=str(form["name"]),
            ticket=int(form["ticket"]),
            version=int(form["version"]),
            argument=str(form.get("argument", "")),
            parts=tuple((int(mid), str(text)) for mid, text in form.get("parts", ())),
            files=int(form.get("files", 0)),
            batch=str(form.get("batch", "")),
            shown=str(form.get("shown", "")),
            album=form.get("album"),
        )

    @property
    def text(self) -> str:
        """Return all parts as one text."""
        return "\n\n".join(text for _, text in self.parts)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written or sent yet."""
        return not self.text and not self.files

    @property
    def seal(self) -> str:
        """Return a short digest: a button sends only what was shown with it."""
        content = f"{self.text}\0{self.files}\0{self.argument}"
        return hashlib.sha256(content.encode()).hexdigest()[:8]

    def with_part(self, message_id: int, text: str) -> Self:
        """Return it with a text added, or changed if its message was edited."""
        if any(known == message_id for known, _ in self.parts):
            parts = tuple((m, text if m == message_id else old) for m, old in self.parts)
        else:
            parts = (*self.parts, (message_id, text))
        return replace(self, parts=tuple(part for part in parts if part[1]))

    def form(self) -> dict[str, Any]:
        """Return what the conversation remembers for the form to wait."""
        fields = {
            "ticket": self.ticket,
            "version": self.version,
            "argument": self.argument,
            "parts": [list(part) for part in self.parts],
            "files": self.files,
            "batch": self.batch,
            "shown": self.shown,
            "album": self.album,
        }
        return dict(opened(self.purpose, **fields))


def waiting_draft(turn: Turn, ticket_id: int, *purposes: str) -> Draft | None:
    """Return what is being written about a ticket, if a form for it waits."""
    form = turn.state.get(KEY)
    if not isinstance(form, Mapping) or form.get("ticket") != ticket_id:
        return None
    return Draft.read(form) if form.get("name") in purposes else None


def laid_aside(turn: Turn, draft: Draft) -> dict[str, Any]:
    """Return what to remember so that nothing is lost that was being written before this."""
    but = _place(draft)
    drafts = {place: form for place, form in _aside(turn).items() if place != but}
    form = turn.state.get(KEY)
    if isinstance(form, Mapping) and str(form.get("name", "")).startswith("case_"):
        before = Draft.read(form)
        if not before.is_empty and _place(before) != but:
            drafts[_place(before)] = dict(form)
    kept = dict(list(drafts.items())[-_MOST_ASIDE:])
    return {ASIDE: kept or None}


def earlier(turn: Turn, draft: Draft) -> Draft | None:
    """Return what was begun for the same purpose and laid aside, seen as the new one is."""
    form = _aside(turn).get(_place(draft))
    if form is None:
        return None
    return replace(Draft.read(form), version=draft.version, argument=draft.argument)


def finished(turn: Turn, draft: Draft) -> dict[str, Any]:
    """Return what to remember when the words have been used: to edit them changes nothing more."""
    known = turn.state.get(WRITTEN) or []
    used = [*known, *(message_id for message_id, _ in draft.parts if message_id > 0)]
    return {**CLOSED, WRITTEN: used[-_MOST_WRITTEN:] or None}


def _aside(turn: Turn) -> dict[str, Any]:
    found = turn.state.get(ASIDE)
    return dict(found) if isinstance(found, Mapping) else {}


def _place(draft: Draft) -> str:
    return f"{draft.ticket}:{draft.purpose}"
