"""What an act on a ticket means to people: facts to be told, without wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.directory import Reach
from bot.domain.history import Event
from bot.domain.tickets import Ticket


class Audience(StrEnum):
    """In what capacity somebody is told."""

    OWNER = "owner"  # it is on this person's desk now
    RECEIVER = "receiver"  # the Kepala Biro who may take it over
    FORMER = "former"  # it has left this person's desk
    COMPLAINANT = "complainant"
    ADMIN = "admin"  # nobody could be reached: number and post, never the content


@dataclass(frozen=True, slots=True)
class News:
    """Tell a person of an event; `reach` says in whose right, and who was tried in vain.

    `posts` are the names, by key, of the posts that ticket and event speak of, at that moment.
    """

    person_id: int
    audience: Audience
    ticket: Ticket
    event: Event
    reach: Reach | None = None
    posts: Mapping[str, str] = field(default_factory=dict)


def answer_key(ticket_id: int, number: int) -> str:
    """Return the outbox's key of the answer that line `number` of the history gives."""
    return f"ticket:{ticket_id}:answer:{number}"
