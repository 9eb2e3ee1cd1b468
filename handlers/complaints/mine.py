"""My reports: the list, and one report as far as it concerns whoever filed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.attachments import Attachment
from bot.domain.directory import Directory
from bot.domain.history import Event
from bot.domain.rights import may
from bot.domain.telling import names_of
from bot.domain.tickets import Act, Ticket, TicketStatus
from bot.services.tickets import UNDO_TIME
from handlers.buttons import Button, Rows
from handlers.complaints.direction import way_of
from handlers.complaints.verbs import Labels, Verb, labelled
from handlers.markup import pages, shorten
from handlers.moved_words import in_history
from handlers.replies import Message
from handlers.titles import short_name
from handlers.turn import Turn

A_PAGE = 5
_GLANCE = 70
_EXCERPT = 400
_SAID = 700  # letters of what a line of the history repeats
_TOLD = frozenset(
    {
        Act.FILE, Act.ROUTE, Act.CHOOSE_STANDARD, Act.ACCEPT, Act.ASK, Act.SUPPLY, Act.CORRECT,
        Act.PASS_ON, Act.TAKE_OVER, Act.RETURN, Act.ANSWER, Act.REJECT, Act.CLOSE, Act.SETTLE,
        Act.LAPSE, Act.CONFIRM, Act.OBJECT, Act.WITHDRAW, Act.RATE, Act.OPEN_IDENTITY,
        Act.RECKON,
    }
)  # fmt: skip
"""What the complainant reads of the history: no notes, no readings, nothing taken back."""

_ONLY_SOME = frozenset({Act.ANSWER, Act.RATE})
_WRITTEN = frozenset(
    {
        Act.ASK, Act.SUPPLY, Act.CORRECT, Act.ANSWER, Act.REJECT, Act.OBJECT, Act.RATE,
        Act.OPEN_IDENTITY, Act.CLOSE, Act.WITHDRAW,
    }
)  # fmt: skip
_MOVED = frozenset({Act.ROUTE, Act.PASS_ON, Act.RETURN, Act.CHOOSE_STANDARD})


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the history: what happened when, by which post or to which, and what was said."""

    act: str
    at: datetime
    post: str = ""
    holding: str = ""
    text: str = ""
    files: int = 0
    rating: int | None = None


async def listed(turn: Turn, page: int = 1) -> Message:
    """Return a page of the person's reports, newest first."""
    sender = turn.sighting
    tickets = await turn.work.tickets.filed_by(sender.id, limit=200) if sender else ()
    if not tickets:
        return Message(turn.render("complaint_status.nothing_sent"))
    count = -(-len(tickets) // A_PAGE)
    page = min(max(page, 1), count)
    part = [await as_told(turn, t) for t in tickets[(page - 1) * A_PAGE : page * A_PAGE]]
    items = [
        {
            "number": ticket.number,
            "kind": ticket.kind.value,
            "status": ticket.status.value,
            "at": ticket.changed_at or ticket.filed_at,
            "excerpt": shorten(ticket.text, _GLANCE),
        }
        for ticket in part
    ]
    html = turn.render("complaint_status.listed", count=len(tickets), items=items)
    rows = [
        (labelled(f"📄 {ticket.number}", Verb.OPEN, str(ticket.id), str(page)),) for ticket in part
    ]
    return Message(html, (*rows, *_turning(turn, page, count)))


async def opened(turn: Turn, ticket: Ticket, page: int = 1) -> Message:
    """Return one report with what can be done now; a long history has pages."""
    office = await turn.office.directory(turn.work)
    told = await as_told(turn, ticket)
    history = await turn.work.tickets.history(ticket.id)
    lines = list(_lines(turn, history, ticket, office))
    html = pages(
        turn.render(
            "complaint_status.opened",
            number=ticket.number,
            kind=ticket.kind.value,
            status=told.status.value,
            title=short_name(ticket.standard_title or ""),
            excerpt=shorten(ticket.text, _EXCERPT),
            confidential=ticket.confidential,
            due=told.due_at,
            clock=told.limit or "",
            way=way_of(turn, ticket, office),
            lines=lines,
        )
    )
    number = min(max(page, 1), len(html))
    rows = _actions(turn, told, office, history)
    labels = Labels(turn.texts, turn.language)
    if len(html) > 1:
        rows = (*_history_pages(labels, ticket, number, len(html)), *rows)
    files = await own_files(turn, ticket)
    last: tuple[Button, ...] = (labels.button("list", Verb.LIST, "", "1"),)
    if files:
        label = labels.text("files", count=len(files))
        last = (labelled(label, Verb.ENCLOSED, str(ticket.id)), *last)
    return Message(html[number - 1], (*rows, last))


async def own_files(turn: Turn, ticket: Ticket) -> tuple[Attachment, ...]:
    """Return the files that the complainant has sent; the office's own are not among them."""
    files = await turn.work.attachments.of_ticket(ticket.id)
    return tuple(file for file in files if file.draft_id == ticket.draft_id)


async def as_told(turn: Turn, ticket: Ticket) -> Ticket:
    """Return the ticket as its complainant may know it: an answer exists once it has gone out."""
    if ticket.status is not TicketStatus.ANSWERED or ticket.changed_at is None:
        return ticket
    if turn.now - ticket.changed_at >= UNDO_TIME:
        return ticket
    history = await turn.work.tickets.history(ticket.id)
    answered = max((e.at for e in history if e.act is Act.ANSWER), default=None)
    if answered is None or turn.now - answered >= UNDO_TIME:
        return ticket
    return replace(ticket, status=TicketStatus.HANDLED, limit=None, due_at=None)


def _lines(
    turn: Turn, history: Sequence[Event], ticket: Ticket, office: Directory
) -> Iterator[Line]:
    """Yield what concerns the complainant, oldest first."""
    for event in standing(history, turn.now):
        data = event.data
        names = names_of(ticket, event, office)
        owner = str(data.get("owner") or "")
        moved_to = office.posts.get(office.present(owner, event.at)) if owner else None
        is_move = event.act in _MOVED or event.act is Act.FILE
        written = data.get("text") or data.get("reason") if event.act in _WRITTEN else ""
        if event.act is Act.RECKON:
            written = in_history(turn.texts, turn.language, event)
        yield Line(
            act=event.act.value,
            at=event.at,
            post=(moved_to.name if moved_to else "")
            if is_move
            else names.get(event.post or "", ""),
            holding="" if is_move else event.holding or "",
            text=shorten(str(written or ""), _SAID),
            files=_count(data.get("files")) if event.act is not Act.FILE else 0,
            rating=data.get("rating"),
        )


def _count(files: object) -> int:
    """Return how many files an event brought: it says which, or how many."""
    if isinstance(files, int):
        return files
    return len(files) if isinstance(files, Sequence) else 0


def standing(history: Sequence[Event], now: datetime) -> Iterator[Event]:
    """Yield what is told, without answers taken back or not gone out yet, and the last rating."""
    answers: list[Event] = []
    for event in history:
        if event.act is Act.UNDO_ANSWER and answers:
            answers.pop()
        elif event.act is Act.ANSWER:
            answers.append(event)
    shown = {event.number for event in answers if now - event.at >= UNDO_TIME}
    shown |= {max((event.number for event in history if event.act is Act.RATE), default=0)}
    for event in history:
        if event.act in _TOLD and (event.act not in _ONLY_SOME or event.number in shown):
            yield event


_ACTIONS: tuple[tuple[tuple[str, Verb, Act], ...], ...] = (
    (("reply", Verb.WORD, Act.SUPPLY),),
    (("settled", Verb.DONE, Act.CONFIRM), ("not_settled", Verb.WORD, Act.OBJECT)),
    (("add", Verb.WORD, Act.CORRECT), ("rate", Verb.RATE, Act.RATE)),
    (("withdraw", Verb.WITHDRAW, Act.WITHDRAW),),
)


def _actions(turn: Turn, ticket: Ticket, office: Directory, history: Sequence[Event]) -> Rows:
    """Return what the person may do now; an objection to what is closed has its own name."""
    labels, about = Labels(turn.texts, turn.language), str(ticket.id)
    person = turn.sighting.id if turn.sighting else None
    rows: list[tuple[Button, ...]] = []
    for row in _ACTIONS:
        found = []
        for name, verb, act in row:
            if not may(person, act, ticket, office, turn.now):
                continue
            if act is Act.OBJECT and ticket.status is not TicketStatus.ANSWERED:
                name = "object"  # noqa: PLW2901 - the same act under another name
            value = act.value if verb is Verb.WORD else ""
            found.append(labels.button(name, verb, about, value))
        if found:
            rows.append(tuple(found))
    return tuple(rows)


def _turning(turn: Turn, page: int, count: int) -> Rows:
    labels = Labels(turn.texts, turn.language)
    row = []
    if page > 1:
        row.append(labels.button("earlier", Verb.LIST, "", str(page - 1)))
    if page < count:
        label = labels.text("later", number=page + 1, count=count)
        row.append(labelled(label, Verb.LIST, "", str(page + 1)))
    return (tuple(row),) if row else ()


def _history_pages(labels: Labels, ticket: Ticket, number: int, count: int) -> Rows:
    row, about = [], str(ticket.id)
    if number > 1:
        row.append(labels.button("earlier", Verb.OPEN, about, f"h{number - 1}"))
    if number < count:
        label = labels.text("later", number=number + 1, count=count)
        row.append(labelled(label, Verb.OPEN, about, f"h{number + 1}"))
    return (tuple(row),)
