"""The buttons under a card: only what its reader may do with the ticket as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.domain.directory import SERVICE_DESK
from bot.domain.rights import Role
from bot.domain.tickets import Act, TicketStatus
from handlers.buttons import Button, OnTicket, Rows, encode
from handlers.casework.casefile import CaseFile
from handlers.casework.deeds import Deed, code_of
from handlers.markup import plain, shorten
from handlers.texts import Texts

_LABEL = 40  # units; a phone shows no more in a row of its own
_MOST_CANDIDATES = 5

_WORK: tuple[tuple[Deed, Act], ...] = (
    (Deed.ACCEPT, Act.ACCEPT),
    (Deed.TAKE_OVER, Act.TAKE_OVER),
    (Deed.ANSWER, Act.ANSWER),
    (Deed.ASK, Act.ASK),
    (Deed.CHOOSE, Act.PASS_ON),
    (Deed.NOTE, Act.NOTE),
    (Deed.CLOSE, Act.CLOSE),
)
_MORE: tuple[tuple[Deed, Act], ...] = (
    (Deed.RETURN, Act.RETURN),
    (Deed.REJECT, Act.REJECT),
    (Deed.IDENTITY, Act.OPEN_IDENTITY),
)


class Keys:
    """Makes buttons for one card."""

    def __init__(self, texts: Texts, case: CaseFile) -> None:
        self._texts = texts
        self._case = case

    def button(self, deed: Deed, argument: str = "", **values: object) -> Button:
        """Return the button of a deed, labelled by the text `casework.button_<name>`."""
        key = f"casework.button_{deed.name.lower()}"
        label = plain(self._texts.render(key, self._case.reader.language, **values))
        return self.named(label, deed, argument)

    def named(self, label: str, deed: Deed, argument: str = "") -> Button:
        """Return a button with a label of its own."""
        ticket = self._case.ticket
        code = OnTicket(deed.value, ticket.id, ticket.version, argument)
        return Button(shorten(label, _LABEL), encode(code))

    def card(self, *, cut: bool) -> Rows:
        """Return what stands under the card: the work first, then what there is to read."""
        reading = []
        if self._case.files:
            reading.append(self.button(Deed.FILES, count=self._case.files))
        if cut:
            reading.append(self.button(Deed.FULL))
        more = self.button(Deed.MORE)
        return (*self._deciding(), *in_pairs([*self._working(), *reading, more]))

    def more(self) -> Rows:
        """Return the seldom used: send back, reject, identity, dates, history."""
        found = [self.button(deed) for deed, act in _MORE if self._may(act)]
        found += [self.button(Deed.EXPLAIN), self.button(Deed.HISTORY)]
        return (*in_pairs(found), (self.button(Deed.CARD),))

    def onward(self) -> Rows:
        """Return the ways on when something is done: the card, if it may be read, and the desk."""
        label = plain(self._texts.render("casework.button_desk", self._case.reader.language))
        desk = Button(label, encode(OnTicket(Deed.DESK.value, 0, 1)))
        return ((self.button(Deed.OPEN), desk),) if Act.READ in self._case.rights else ((desk,),)

    def back(self) -> Rows:
        """Return the way back to the card."""
        return ((self.button(Deed.CARD),),)

    def posts(self, keys: Iterable[str], deed: Deed = Deed.TO) -> Rows:
        """Return a row for each post."""
        return tuple(
            (self.named(f"➡️ {self._case.post_name(key)}", deed, code_of(key)),) for key in keys
        )

    def _deciding(self) -> Iterator[tuple[Button, ...]]:
        """Yield what an undecided ticket waits for: a standard at the service desk, else a post."""
        case = self._case
        if case.ticket.status is not TicketStatus.UNDECIDED:
            return
        if case.may(Act.CHOOSE_STANDARD) and case.ticket.owner == SERVICE_DESK:
            yield (self.button(Deed.STANDARD),)
        if case.may(Act.ROUTE):
            named = [key for key in case.ticket.candidates if case.post_name(key)]
            yield from self.posts(named[:_MOST_CANDIDATES])

    def _working(self) -> Iterator[Button]:
        for deed, act in _WORK:
            if self._may(act):
                yield self.button(deed)

    def _may(self, act: Act) -> bool:
        """Tell whether it is offered; what one has on the own desk is accepted, not taken over."""
        case = self._case
        if act is Act.TAKE_OVER and Role.OWNER in case.roles:
            return False
        if act is Act.OPEN_IDENTITY and not case.ticket.confidential:
            return False
        return case.may(act)


def in_pairs(buttons: Iterable[Button]) -> Rows:
    """Return buttons two a row."""
    found = list(buttons)
    return tuple(tuple(found[at : at + 2]) for at in range(0, len(found), 2))
