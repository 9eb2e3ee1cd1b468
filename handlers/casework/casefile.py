"""All that a card needs to know of one ticket, as one official may see it. No wording here."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import tzinfo

from bot.domain.directory import SERVICE_DESK, Directory, Reach
from bot.domain.history import Event
from bot.domain.rights import Role, barred_persons, in_right_of, rights, roles
from bot.domain.tickets import SILENT, Act, Ticket
from bot.services.deadlines import DeadlineSource, OfficeDeadlines
from bot.services.kept_editions import KeptEdition, kept_edition
from bot.services.ports import UnitOfWork
from handlers.voices import Reader


@dataclass(frozen=True, slots=True)
class Sender:
    """Who filed an open ticket (`name`), and whether he takes messages at all."""

    name: str | None = None
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A ticket with its history, for one reader at one moment.

    `right` is the post in whose right the reader has it, None for who has no right. `files` is
    the number of the complainant's attachments; `edition` is set where it keeps to one that is not
    in force any more.
    """

    ticket: Ticket
    reader: Reader
    office: Directory
    deadlines: OfficeDeadlines
    history: tuple[Event, ...] = ()
    files: int = 0
    sender: Sender = field(default_factory=Sender)
    right: Reach | None = None
    edition: KeptEdition | None = None

    @property
    def rights(self) -> frozenset[Act]:
        """Return all that the reader may do, whatever the status."""
        return rights(self.reader.person_id, self.ticket, self.office, self.reader.at)

    @property
    def roles(self) -> set[Role]:
        """Return what the reader is to the ticket."""
        return roles(self.reader.person_id, self.ticket, self.office, self.reader.at)

    def may(self, act: Act) -> bool:
        """Tell whether the reader may do this now."""
        return self.ticket.allows(act) and act in self.rights

    @property
    def last(self) -> Event:
        """Return the last thing that was done; that somebody has read it is nothing done."""
        return next(e for e in reversed(self.history) if e.act not in SILENT)

    def is_stale(self, version: int) -> bool:
        """Tell whether something was done since that version; being read is nothing done."""
        return any(event.act not in SILENT for event in self.history[version:])

    @property
    def barred(self) -> frozenset[int]:
        """Return who must never get it."""
        return barred_persons(self.ticket, self.office, self.reader.at)

    @property
    def newest_by_reader(self) -> Event | None:
        """Return what the reader did last with it, or None."""
        done = (e for e in reversed(self.history) if e.actor == self.reader.person_id)
        return next(done, None)

    def newest(self, *acts: Act) -> Event | None:
        """Return the last event of these kinds."""
        return next((e for e in reversed(self.history) if e.act in acts), None)

    def post_name(self, key: str | None) -> str:
        """Return a post's printed name; "" for the service desk that is no post, and for None."""
        if key is None:
            return ""
        present = self.office.present(key, self.reader.at)
        if present == SERVICE_DESK:
            return ""
        known = self.office.posts.get(present)
        return known.name if known else key


async def case_file(
    work: UnitOfWork, zone: tzinfo, ticket: Ticket, reader: Reader, office: Directory | None = None
) -> CaseFile:
    """Gather what belongs to a ticket; without `office`, the directory of the store is read."""
    if office is None:
        office = await work.posts.directory()
    files = await work.attachments.of_ticket(ticket.id)
    return CaseFile(
        ticket,
        reader,
        office,
        await DeadlineSource(zone)(work),
        await work.tickets.history(ticket.id),
        sum(1 for file in files if file.draft_id == ticket.draft_id),
        await _sender(work, ticket),
        in_right_of(reader.person_id, ticket, office, reader.at),
        await kept_edition(work, ticket.standard, ticket.edition),
    )


async def _sender(work: UnitOfWork, ticket: Ticket) -> Sender:
    """Return who filed it; of a confidential ticket, only whether he can be reached."""
    person = None if ticket.complainant is None else await work.people.get(ticket.complainant)
    if person is None:
        return Sender()
    name = None if ticket.confidential else person.name
    return Sender(name, person.unreachable_since is not None)
