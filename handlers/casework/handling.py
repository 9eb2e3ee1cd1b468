"""What every deed on a ticket needs: the case as it stands, acting on it, and showing it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.calls import Call, Placement
from bot.domain.tickets import Act, Ticket
from bot.services.tickets import Change
from handlers.buttons import Rows
from handlers.casework import cards
from handlers.casework.casefile import CaseFile, case_file
from handlers.casework.keyboards import Keys
from handlers.markup import plain
from handlers.replies import Message
from handlers.ticket_news import queue_news, repaint_cards, replace_card
from handlers.turn import Edit, Notice, Outcome, Turn
from handlers.voices import Reader


@dataclass(frozen=True, slots=True)
class Handling:
    """An official does something with a case that he may read.

    `version` is that of the ticket as he saw it, None where it does not matter; `argument` what
    he chose; `message_id` the message whose button he pressed.
    """

    turn: Turn
    case: CaseFile
    version: int | None = None
    argument: str = ""
    message_id: int | None = None

    @property
    def ticket(self) -> Ticket:
        """Return the ticket as it stands."""
        return self.case.ticket

    @property
    def person_id(self) -> int:
        """Return who does it."""
        return self.case.reader.person_id

    @property
    def keys(self) -> Keys:
        """Return what makes buttons for this case."""
        return Keys(self.turn.texts, self.case)

    def render(self, text: str, /, **values: object) -> str:
        """Return the text `casework.<text>` in the official's language."""
        return self.turn.render(f"casework.{text}", **values)

    def call(
        self,
        act: Act,
        data: Mapping[str, Any] | None = None,
        *,
        owner: str | None = None,
        placement: Placement | None = None,
    ) -> Call:
        """Return the call for an act of this official on the ticket as he saw it."""
        ticket_id = self.ticket.id
        return Call(ticket_id, act, self.person_id, self.version, data or {}, owner, placement)

    async def act(self, call: Call) -> tuple[Change, Handling]:
        """Do it, tell whom it concerns, and return the case as it stands now.

        Raises DomainError, as `bot.services.tickets` says; then nothing was written.
        """
        turn, office = self.turn, self.case.office
        change = await turn.office.tickets.act(turn.work, call, office, turn.now)
        await queue_news(turn.work, turn.voices, change.news, turn.now)
        if not change.news:
            await repaint_cards(
                turn.work, turn.voices, change.ticket, turn.now, but={self.person_id}
            )
        return change, await self.again(change.ticket)

    async def again(self, ticket: Ticket) -> Handling:
        """Return the same with the ticket as it stands now."""
        turn, reader, office = self.turn, self.case.reader, self.case.office
        case = await case_file(turn.work, turn.texts.zone, ticket, reader, office)
        return replace(self, case=case, version=ticket.version)

    def screen(self, html: str, rows: Rows = (), notice: str | None = None) -> Outcome:
        """Show something in place of what was pressed, under the number of the case."""
        return self.shown(Message(f"{self._head()}\n\n{html}", rows, protected=True), notice)

    def card(self, headline: str = "", notice: str | None = None) -> Outcome:
        """Show the card in place of what was pressed; what one may not read is not shown.

        `headline` says what was just done.
        """
        if Act.READ not in self.case.rights:
            html = headline or self.render("gone", number=self.ticket.number)
            message = Message(f"{self._head()}\n\n{html}", self.keys.onward())
            return self.shown(message, notice or plain(headline) or None)
        notice = notice or plain(headline) or None
        message = cards.card(self.turn.texts, self.case, headline)
        return self.shown(replace(message, protected=True), notice)

    def shown(self, message: Message, notice: str | None = None) -> Outcome:
        """Show a message in place of what was pressed, or below if that is not possible."""
        said = None if notice is None else Notice(notice)
        if self.message_id is None:
            return Outcome((message,), notice=said)
        return Outcome(edit=Edit(self.message_id, message), notice=said)

    async def new_card(self, headline: str = "") -> Outcome:
        """Send the card as a new message; the earlier one gives way to it."""
        turn, ticket = self.turn, self.ticket
        message = replace(cards.card(turn.texts, self.case, headline), protected=True)
        key = f"card:{ticket.id}:{turn.update_id}"
        await replace_card(turn.work, turn.voices, ticket, self.case.reader, key)
        return Outcome((message,), key=key)

    async def refresh_own_card(self) -> None:
        """Bring the official's own card up to date, after something was written below it."""
        turn, others = self.turn, await self.turn.work.cards.of(self.ticket.id)
        but = others.keys() - {self.person_id}
        await repaint_cards(turn.work, turn.voices, self.ticket, turn.now, but=but)

    def _head(self) -> str:
        ticket = self.ticket
        return self.render("head", number=ticket.number, kind=ticket.kind)


async def case_of(turn: Turn, ticket_id: int) -> CaseFile | None:
    """Return a case as the one who speaks sees it, whatever his rights; None if there is none."""
    ticket = await turn.work.tickets.get(ticket_id)
    if ticket is None or turn.sighting is None:
        return None
    reader = Reader(turn.sighting.id, turn.language, turn.now)
    office = await turn.office.directory(turn.work)
    return await case_file(turn.work, turn.texts.zone, ticket, reader, office)
