"""Looking at a case: the card anew, the whole text, the history, the dates, the attachments."""

from __future__ import annotations

from bot.domain.history import Event
from bot.domain.tickets import SILENT, Act
from handlers.buttons import Rows
from handlers.casework.clock import explained
from handlers.casework.deeds import Deed
from handlers.casework.handling import Handling
from handlers.files import copies_for
from handlers.markup import pages, shorten
from handlers.moved_words import in_history
from handlers.turn import Outcome

_PAGE = 2400  # units, so that the head still fits
_SAID = 500  # units of what was written in one line of the history


async def noted(handling: Handling) -> Handling:
    """Write down that the official has read a confidential ticket, once for each change of it."""
    case, turn = handling.case, handling.turn
    if not case.ticket.confidential or _has_read(handling):
        return handling
    ticket = await turn.office.tickets.note_reading(
        turn.work, case.ticket, handling.person_id, case.office, turn.now
    )
    return await handling.again(ticket)


async def open_card(handling: Handling) -> Outcome:
    """Send the card as a new message."""
    return await (await noted(handling)).new_card()


async def card(handling: Handling) -> Outcome:
    """Show the card again in the same message."""
    return (await noted(handling)).card()


async def more(handling: Handling) -> Outcome:
    """Show what is seldom done under the same card."""
    return handling.screen(handling.render("more"), handling.keys.more())


async def full(handling: Handling) -> Outcome:
    """Show the whole text, in pages."""
    handling = await noted(handling)
    html = handling.render("full", text=handling.ticket.text, at=handling.ticket.filed_at)
    return _paged(handling, html, Deed.FULL)


async def history(handling: Handling) -> Outcome:
    """Show all that was done with the case, and by which post."""
    handling = await noted(handling)
    lines = [_line(handling, event) for event in handling.case.history]
    html = "\n".join([handling.render("history_head"), *lines])
    return _paged(handling, html, Deed.HISTORY)


async def explain(handling: Handling) -> Outcome:
    """Show why the case is due when it is."""
    return handling.screen(explained(handling.turn.texts, handling.case), handling.keys.back())


async def files(handling: Handling) -> Outcome:
    """Send copies of the attachments below the card."""
    handling = await noted(handling)
    turn = handling.turn
    for call in await copies_for(turn.work, handling.ticket, handling.person_id, turn.now):
        await turn.work.outbox.queue(call, turn.now)
    return handling.card(notice=handling.render("files_follow", count=handling.case.files))


def _has_read(handling: Handling) -> bool:
    """Tell whether nothing has happened since the official's last reading."""
    for event in reversed(handling.case.history):
        if event.act not in SILENT:
            return event.actor == handling.person_id
        if event.actor == handling.person_id:
            return True
    return False


def _line(handling: Handling, event: Event) -> str:
    """Return one line of the history; the complainant is named by nothing but that word."""
    case = handling.case
    data = event.data
    said = "" if event.act is Act.FILE else str(data.get("text") or data.get("reason") or "")
    if event.act is Act.RECKON:
        turn = handling.turn
        said = in_history(turn.texts, turn.language, event)
    return handling.render(
        "history_line",
        at=event.at,
        act=event.act,
        who=case.post_name(event.post),
        holding=event.holding,
        to=case.post_name(str(data["owner"])) if data.get("owner") else "",
        text=shorten(said, _SAID),
    )


def _paged(handling: Handling, html: str, deed: Deed) -> Outcome:
    """Show the page that the argument names, with buttons to turn."""
    parts = pages(html, _PAGE)
    wanted = int(handling.argument) if handling.argument.isdecimal() else 1
    number = min(max(wanted, 1), len(parts))
    rows: Rows = ()
    if len(parts) > 1:
        turn = handling.turn
        labels = (turn.render("buttons.earlier"), turn.render("buttons.later"))
        around = zip(labels, (number - 1, number + 1), strict=True)
        rows = (
            tuple(
                handling.keys.named(f"{label} {to}/{len(parts)}", deed, str(to))
                for label, to in around
                if 1 <= to <= len(parts)
            ),
        )
    return handling.screen(parts[number - 1], (*rows, *handling.keys.back()))
