"""/meja: an official's own cases by urgency, in pages, with filters and a search."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from bot.domain.receipts import read_number
from bot.domain.tickets import OPEN, TicketStatus
from handlers.buttons import Button, OnTicket, Rows, encode
from handlers.casework.clock import short_clock
from handlers.casework.deeds import Deed
from handlers.casework.desks import DeskOf, Filter, OnDesk, Urgency, chosen
from handlers.casework.handling import Handling, case_of
from handlers.casework.keyboards import in_pairs
from handlers.casework.reading import open_card
from handlers.casework.refusals import may_read
from handlers.heard import Place
from handlers.markup import plain, shorten
from handlers.replies import Message
from handlers.titles import short_name
from handlers.turn import Edit, Notice, Outcome, Turn

_A_PAGE = 6
_TITLE = 60
_BEGINNING = 80  # units of the text, by which one knows which report it is
QUERY = "desk_query"
"""The key of the conversation's state for what was looked for last."""

_COUNTED = (Filter.OPEN, Filter.LATE, Filter.NEW, Filter.WORK, Filter.WAIT, Filter.BUREAU)
_SHOWN = (
    Filter.OPEN,
    Filter.LATE,
    Filter.NEW,
    Filter.WORK,
    Filter.WAIT,
    Filter.DONE,
    Filter.BUREAU,
)
_ALWAYS = (Filter.OPEN, Filter.DONE)
_OVER = frozenset(TicketStatus) - OPEN


async def command(turn: Turn) -> Outcome:
    """Show the desk; with words, look for cases; with a number, open the case."""
    if turn.place is not Place.PRIVATE:
        return turn.say("casework.desk_in_private", username=turn.bot_name)
    desk = await _desk_of(turn)
    if desk is None:
        return await _nobody(turn)
    if not turn.text:
        return replace(await _page(turn, desk, Filter.OPEN, 1), remember={QUERY: None})
    number = read_number(turn.text)
    if number is not None:
        return await _by_number(turn, number)
    turn = replace(turn, state={**turn.state, QUERY: turn.text})
    outcome = await _page(turn, desk, Filter.SEARCH, 1)
    return replace(outcome, remember={QUERY: turn.text})


async def turned(turn: Turn, meaning: OnTicket, message_id: int | None) -> Outcome:
    """Show another page or part of the desk in the same message."""
    desk = await _desk_of(turn)
    if desk is None:
        return Outcome(notice=Notice(turn.render("casework.not_here"), alert=True))
    wanted = next((one for one in Filter if one.value == meaning.argument), Filter.OPEN)
    outcome = await _page(turn, desk, wanted, meaning.version)
    if message_id is None:
        return outcome
    return Outcome(edit=Edit(message_id, outcome.replies[0]))


async def _desk_of(turn: Turn) -> DeskOf | None:
    """Return the desk of whoever speaks, or None for who holds no post."""
    if turn.sighting is None:
        return None
    office = await turn.office.directory(turn.work)
    deadlines = await turn.office.deadlines(turn.work)
    desk = DeskOf(turn.sighting.id, office, deadlines, turn.now)
    return desk if desk.posts else None


async def _nobody(turn: Turn) -> Outcome:
    person_id = turn.sighting.id if turn.sighting else None
    is_admin = person_id in turn.office.settings.admin_ids
    return turn.say("casework.no_desk", admin=is_admin)


async def _by_number(turn: Turn, number: str) -> Outcome:
    ticket = await turn.work.tickets.by_number(number)
    case = None if ticket is None else await case_of(turn, ticket.id)
    if case is None or not may_read(case):
        return turn.say("casework.not_on_desk", number=number)
    return await open_card(Handling(turn, case, case.ticket.version))


@dataclass(frozen=True, slots=True)
class _List:
    """A part of a desk on one page."""

    wanted: Filter
    found: tuple[OnDesk, ...]
    counts: Counter[Filter]
    page: int = 1

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return max(1, -(-len(self.found) // _A_PAGE))

    @property
    def shown(self) -> tuple[OnDesk, ...]:
        """Return what stands on this page."""
        start = (self.page - 1) * _A_PAGE
        return self.found[start : start + _A_PAGE]

    @property
    def first(self) -> int:
        """Return the number of the first one on this page."""
        return (self.page - 1) * _A_PAGE + 1


async def _page(turn: Turn, desk: DeskOf, wanted: Filter, page: int) -> Outcome:
    """Return the message of a page."""
    everywhere = wanted is Filter.SEARCH
    statuses = _OVER if wanted is Filter.DONE else frozenset(TicketStatus) if everywhere else OPEN
    tickets = await desk.tickets(turn.work, OPEN)
    found = chosen(tickets, wanted)
    if statuses != OPEN:
        found = chosen(await desk.tickets(turn.work, statuses), wanted)
    if everywhere:
        found = _matching(found, str(turn.state.get(QUERY, "")))
    listed = _List(wanted, found, Counter({f: len(chosen(tickets, f)) for f in _COUNTED}))
    listed = replace(listed, page=min(max(page, 1), listed.count))
    html, rows = _html(turn, desk, tickets, listed), _rows(turn, listed)
    return Outcome((Message(html, rows, protected=True),))


def _html(turn: Turn, desk: DeskOf, tickets: tuple[OnDesk, ...], listed: _List) -> str:
    own = Counter(o.urgency.value for o in tickets if o.own and o.urgency is not Urgency.DONE)
    head = turn.render(
        "casework.desk",
        posts=[desk.office.posts[p].name for p in sorted(desk.posts) if p in desk.office.posts],
        counts={name: own[name] for name in (u.value for u in Urgency) if own[name]},
        wanted=listed.wanted.value,
        count=len(listed.found),
        query=turn.state.get(QUERY, ""),
    )
    lines = [
        _line(turn, desk, one, number) for number, one in enumerate(listed.shown, listed.first)
    ]
    return "\n\n".join([head, *lines])


def _line(turn: Turn, desk: DeskOf, one: OnDesk, number: int) -> str:
    ticket = one.ticket
    owner = desk.office.posts.get(desk.office.present(ticket.owner, desk.at))
    return turn.render(
        "casework.desk_line",
        place=number,
        number=ticket.number,
        kind=ticket.kind,
        urgency=one.urgency.value,
        status=ticket.status,
        left=short_clock(turn.texts, turn.language, ticket, desk.deadlines, desk.at),
        standard=shorten(short_name(ticket.standard_title or ""), _TITLE),
        begins=shorten(ticket.text, _BEGINNING),
        owner="" if one.own or owner is None else owner.name,
    )


def _rows(turn: Turn, listed: _List) -> Rows:
    opening = [
        Button(str(number), encode(OnTicket(Deed.OPEN, one.ticket.id, one.ticket.version)))
        for number, one in enumerate(listed.shown, listed.first)
    ]
    rows = [tuple(opening)] if opening else []
    if listed.count > 1:
        rows.append(_turning(turn, listed))
    ways = [f for f in _SHOWN if f is not listed.wanted and (listed.counts[f] or f in _ALWAYS)]
    buttons = [_filter(turn, f, listed.counts[f]) for f in ways]
    return (*rows, *in_pairs(buttons))


def _turning(turn: Turn, listed: _List) -> tuple[Button, ...]:
    """Return the row that turns pages; at an end it leads on to the other."""
    before, after = (listed.page - 2) % listed.count + 1, listed.page % listed.count + 1
    labels = (turn.render("buttons.earlier"), turn.render("buttons.later"))
    return tuple(
        Button(
            f"{plain(label)} {to}/{listed.count}",
            encode(OnTicket(Deed.DESK, 0, to, listed.wanted.value)),
        )
        for label, to in zip(labels, (before, after), strict=True)
    )


def _filter(turn: Turn, wanted: Filter, count: int) -> Button:
    label = plain(turn.render("casework.button_filter", wanted=wanted.value))
    label = f"{label} ({count})" if count else label
    return Button(label, encode(OnTicket(Deed.DESK, 0, 1, wanted.value)))


def _matching(found: tuple[OnDesk, ...], query: str) -> tuple[OnDesk, ...]:
    """Return the cases whose text, standard or number has all the words."""
    words = query.casefold().split()
    return tuple(one for one in found if all(word in _searched(one) for word in words))


def _searched(one: OnDesk) -> str:
    ticket = one.ticket
    return f"{ticket.text} {ticket.standard_title} {ticket.number} {ticket.kind}".casefold()
