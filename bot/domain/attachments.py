"""Photos, documents and voice notes that belong to a draft or a ticket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_BYTES = 20 * 1024 * 1024
"""What a bot can download from Telegram."""


class AttachmentKind(StrEnum):
    """What it is at Telegram."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"


class AttachmentState(StrEnum):
    """Whether the office has its content."""

    WANTED = "wanted"  # to be fetched from Telegram
    STORED = "stored"
    TOO_BIG = "too_big"
    LOST = "lost"  # Telegram no longer gives it


@dataclass(frozen=True, slots=True)
class Facts:
    """What Telegram says of a file; for the complainant and the store alone, never for officials.

    `file_id` fetches it; `size` is in bytes, where known.
    """

    file_id: str
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class SealedContent:
    """A content that is ready to be stored: its token, and the SHA-256 of what it was."""

    token: str
    digest: str


ANSWER_DRAFT = "answer:"
"""What the draft of an official's answer begins with: its files are for the complainant."""

STANDARD_DRAFT = "standard:"
"""What the draft of a file begins with that was sent to be read as a standard; the chat follows."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a draft; with `ticket_id`, of a ticket. `digest` is the SHA-256 of its content."""

    id: int
    draft_id: str
    ticket_id: int | None
    kind: AttachmentKind
    facts: Facts
    state: AttachmentState
    attempts: int
    added_at: datetime
    digest: str | None = None

    @property
    def from_office(self) -> bool:
        """Tell whether an official has sent it with an answer."""
        return self.draft_id.startswith(ANSWER_DRAFT)
