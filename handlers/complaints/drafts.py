"""A complaint before it is sent: what has been given, kept in the conversation's state.

The draft has a key of its own there, beside the form that waits: another form may come between
and nothing is lost. Its files are rows of the store, under the draft's id.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.tickets import TicketKind
from handlers.forms import KEY, opened

NAME = "complaint"
"""The name under which the form waits."""

DRAFT = "draft"
"""The key of the conversation's state under which the draft is kept."""

STALE = timedelta(minutes=30)
"""After so long without a word the draft is offered again before it takes anything more."""

MOST_LETTERS = 20_000
MOST_FILES = 20


class Step(StrEnum):
    """What the draft waits for: which screen is open."""

    TEXT = "text"
    KIND = "kind"
    STANDARD = "standard"
    SUMMARY = "summary"
    PRIVACY = "privacy"
    FILES = "files"
    REWRITE = "rewrite"
    OFFERED = "offered"  # whether to go on with it at all


@dataclass(frozen=True, slots=True)
class Part:
    """One message's words; `message` is its number at Telegram, by which an edit finds it."""

    text: str
    message: int | None = None
    place: bool = False  # only says where: no story yet

    @property
    def says_something(self) -> bool:
        """Tell whether there is a letter or a digit in it, not signs and faces alone."""
        return not self.place and any(sign.isalnum() for sign in self.text)


@dataclass(frozen=True, slots=True)
class Item:
    """A file, or an album, which is one item: `ids` are attachments of the store."""

    ids: tuple[int, ...]
    album: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint before it is sent.

    `kind`, `standard` and `confidential` are what the person chose, None while the default
    holds; `no_standard` is "I do not know". `held` came when the draft was stale and belongs to
    it or not, as the person will say. `screen` is the dedupe key of the message that shows it.
    """

    id: str
    changed: datetime
    step: Step = Step.TEXT
    parts: tuple[Part, ...] = ()
    items: tuple[Item, ...] = ()
    kind: TicketKind | None = None
    standard: str | None = None
    no_standard: bool = False
    confidential: bool | None = None
    held: tuple[Part, ...] = ()
    screen: str | None = None
    reminded: bool = False

    @property
    def text(self) -> str:
        """Return all that was written, message by message."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def has_story(self) -> bool:
        """Tell whether it says what happened."""
        return any(part.says_something for part in self.parts)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be lost with it."""
        return not (self.parts or self.items or self.held)

    @property
    def albums(self) -> int:
        """Return how many albums there are."""
        return sum(1 for item in self.items if item.album is not None)

    @property
    def enclosed(self) -> dict[str, int]:
        """Return how many single files and how many albums there are, for the texts."""
        return {"files": len(self.items) - self.albums, "albums": self.albums}

    @property
    def files(self) -> int:
        """Return how many files there are."""
        return sum(len(item.ids) for item in self.items)

    def is_stale(self, now: datetime) -> bool:
        """Tell whether it has been left lying."""
        return now - self.changed > STALE

    def with_part(self, part: Part) -> Draft:
        """Return it with one more message, or with that message's new words."""
        if part.message is not None and self.part_of(part.message) is not None:
            kept = tuple(part if p.message == part.message else p for p in self.parts)
            return replace(self, parts=kept)
        return replace(self, parts=(*self.parts, part))

    def part_of(self, message: int | None) -> Part | None:
        """Return what came in a message, or None."""
        return next((p for p in self.parts if p.message == message), None) if message else None

    def with_file(self, attachment: int, album: str | None) -> Draft:
        """Return it with one more file; the files of one album are one item."""
        for number, item in enumerate(self.items):
            if album is not None and item.album == album:
                whole = Item((*item.ids, attachment), album)
                return replace(self, items=(*self.items[:number], whole, *self.items[number + 1 :]))
        return replace(self, items=(*self.items, Item((attachment,), album)))

    def without_file(self, attachment: int) -> Draft:
        """Return it without a file."""
        left = [
            replace(item, ids=tuple(i for i in item.ids if i != attachment)) for item in self.items
        ]
        return replace(self, items=tuple(item for item in left if item.ids))

    def has_album(self, album: str | None) -> bool:
        """Tell whether pictures of this album have come already."""
        return album is not None and any(item.album == album for item in self.items)


def new_draft(now: datetime, kind: TicketKind | None = None) -> Draft:
    """Return an empty draft."""
    return Draft(secrets.token_urlsafe(6), now, kind=kind)


def draft_in(state: Mapping[str, Any]) -> Draft | None:
    """Return the draft that a conversation keeps; one that cannot be read counts as none."""
    kept = state.get(DRAFT)
    if not isinstance(kept, Mapping):
        return None
    try:
        return _read(kept)
    except (KeyError, ValueError, TypeError):
        return None


def kept(draft: Draft) -> dict[str, Any]:
    """Return what an outcome remembers to keep a draft, whose form waits."""
    data: dict[str, Any] = {
        "id": draft.id,
        "changed": draft.changed.isoformat(),
        "step": draft.step.value,
        "parts": [[part.text, part.message, part.place] for part in draft.parts],
        "items": [[list(item.ids), item.album] for item in draft.items],
        "kind": draft.kind.value if draft.kind else None,
        "standard": draft.standard,
        "no_standard": draft.no_standard,
        "confidential": draft.confidential,
        "held": [[part.text, part.message, part.place] for part in draft.held],
        "screen": draft.screen,
        "reminded": draft.reminded,
    }
    return {DRAFT: data, **opened(NAME)}


def dropped(state: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an outcome remembers to forget the draft; another form goes on waiting."""
    form = state.get(KEY)
    ours = isinstance(form, Mapping) and form.get("name") == NAME
    return {DRAFT: None, **({KEY: None} if ours else {})}


def _read(kept: Mapping[str, Any]) -> Draft:
    return Draft(
        id=str(kept["id"]),
        changed=datetime.fromisoformat(kept["changed"]),
        step=Step(kept["step"]),
        parts=tuple(Part(*part) for part in kept["parts"]),
        items=tuple(Item(tuple(ids), album) for ids, album in kept["items"]),
        kind=TicketKind(kept["kind"]) if kept["kind"] else None,
        standard=kept["standard"],
        no_standard=kept["no_standard"],
        confidential=kept["confidential"],
        held=tuple(Part(*part) for part in kept["held"]),
        screen=kept["screen"],
        reminded=kept["reminded"],
    )
