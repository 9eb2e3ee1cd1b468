"""/standar for whoever may load: drafts that wait; for the admin every standard and its fate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.messages import Outgoing
from bot.domain.standards import StandardState, StoredStandard
from bot.services import drafts, editions
from handlers.buttons import Ask, Button, Rows, encode
from handlers.file_calls import INSTEAD, NAME
from handlers.heard import Place, Press
from handlers.loading.deeds import Deed, button, named
from handlers.loading.opening import by, manages, open_drafts, reported
from handlers.loading.receiving import allowed
from handlers.markup import pages, plain
from handlers.replies import Message
from handlers.standard_buttons import OnStandard
from handlers.titles import short_name
from handlers.turn import Edit, Notice, Outcome, Turn
from knowledge.finding.answers import Request

DOCUMENT = "_standard_file"
"""The maker of the file that a standard was read from; see `handlers.file_calls`."""

A_PAGE = 8
_MOST_DRAFTS = 10
DEEDS = frozenset(
    {
        Deed.LIST, Deed.CARD, Deed.HISTORY, Deed.ASK_WITHDRAW, Deed.WITHDRAW, Deed.RESTORE,
        Deed.CANCEL_COMING, Deed.REOPEN, Deed.FILE,
    }
)  # fmt: skip
_ORDER = (
    StandardState.IN_FORCE, StandardState.COMING, StandardState.WITHDRAWN, StandardState.REPLACED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One standard in the list, or one edition on its card."""

    title: str
    unit: str | None
    state: str
    since: date | None
    until: date | None
    loaded: date
    file: str
    row: int


async def door(turn: Turn) -> Rows:
    """Return the row below the list of standards that leads whoever may load to these screens."""
    if turn.place is not Place.PRIVATE or not await allowed(turn):
        return ()
    label = plain(turn.render("loading.b_door", count=len(await open_drafts(turn))))
    return ((named(label, Deed.LIST, (0, 0), "0"),),)


async def press(turn: Turn, pressed: Press, deed: Deed, meaning: OnStandard) -> Outcome | None:
    """Do what a button about standards says; only the admin sees more than his drafts."""
    if not await allowed(turn):
        return Outcome(notice=Notice(plain(turn.render("notices.admins_only")), alert=True))
    if deed is Deed.LIST:
        return _shown(pressed, await listing(turn, meaning.argument))
    if not manages(turn):
        return Outcome(notice=Notice(plain(turn.render("notices.admins_only")), alert=True))
    stored = await turn.work.standards.edition(meaning.subject)
    if stored is None:
        return None
    return await _on_standard(turn, pressed, deed, stored)


async def listing(turn: Turn, argument: str = "0") -> Message:
    """Return the drafts that wait and a page of the standards, each with its button."""
    waiting = await open_drafts(turn)
    stored = _tops(await turn.work.standards.all()) if manages(turn) else []
    count = max(1, -(-len(stored) // A_PAGE))
    page = min(int(argument) if argument.isdecimal() else 0, count - 1)
    first = page * A_PAGE
    shown = stored[first : first + A_PAGE]
    html = turn.render(
        "loading.managing",
        drafts=[draft.standard().title for draft in waiting[:_MOST_DRAFTS]],
        standards=[_line(one) for one in shown],
        first=first + 1,
        count=len(stored),
        is_admin=manages(turn),
    )
    rows = [
        (named(f"📝 {short_name(d.standard().title)}", Deed.REPORT, (d.id, d.version)),)
        for d in waiting[:_MOST_DRAFTS]
    ]
    rows += [
        (named(f"{number}. {short_name(one.title)}", Deed.CARD, (one.row, 0)),)
        for number, one in enumerate(shown, first + 1)
    ]
    return Message(pages(html)[0], (*rows, *_turning(turn, page, count)))


async def card(turn: Turn, stored: StoredStandard) -> Message:
    """Return all that is known of a standard and its editions, and what can be done."""
    all_of_it = await turn.work.standards.of(stored.id)
    others = [_line(one) for one in all_of_it if one.row != stored.row]
    html = turn.render(
        "loading.card",
        line=_line(stored),
        digest=stored.digest[:12],
        by=await _name(turn, stored.loaded_by),
        corrections=[c["what"] for c in stored.corrections],
        editions=others[:6],
    )
    return Message(html, tuple(_card_rows(turn, stored, all_of_it)))


async def _on_standard(
    turn: Turn, pressed: Press, deed: Deed, stored: StoredStandard
) -> Outcome | None:
    if deed is Deed.CARD:
        return _shown(pressed, await card(turn, stored))
    if deed is Deed.HISTORY:
        return _shown(pressed, await _history(turn, stored))
    if deed is Deed.FILE:
        return await _send_file(turn, stored)
    if deed is Deed.REOPEN:
        draft = await drafts.reopen(turn.work, stored, by(turn))
        return Outcome((await reported(turn, draft),))
    if deed is Deed.ASK_WITHDRAW:
        html = turn.render("loading.ask_withdraw", title=stored.title)
        sure = button(turn, "b_withdraw_sure", Deed.WITHDRAW, (stored.row, 0))
        back = button(turn, "b_back", Deed.CARD, (stored.row, 0))
        return _shown(pressed, Message(html, ((sure,), (back,))))
    await _change(turn, deed, stored)
    turn.office.standards.fall_behind()
    changed = await turn.work.standards.edition(stored.row)
    return _shown(pressed, await card(turn, changed or stored))


async def _change(turn: Turn, deed: Deed, stored: StoredStandard) -> None:
    """Withdraw, restore or take back; a second press finds it done and changes nothing."""
    if deed is Deed.RESTORE:
        if not (stored.is_in_force or stored.never_held):
            await editions.restore(turn.work, stored.row, by(turn))
    elif deed is Deed.CANCEL_COMING:
        if stored.state is StandardState.COMING:
            await editions.cancel(turn.work, stored.row, by(turn))
    elif stored.is_in_force:
        await editions.withdraw(turn.work, stored.id, by(turn))


async def _history(turn: Turn, stored: StoredStandard) -> Message:
    events = await turn.work.drafts.history(stored.id)
    lines = [
        (
            event.at,
            event.act.value,
            await _name(turn, event.by),
            (event.digest or "")[:12],
            event.data,
        )
        for event in events[:20]
    ]
    html = turn.render("loading.history", title=stored.title, lines=lines)
    back = button(turn, "b_back", Deed.CARD, (stored.row, 0))
    return Message(pages(html)[0], ((back,),))


async def _send_file(turn: Turn, stored: StoredStandard) -> Outcome:
    fields = {
        "chat_id": turn.chat_id,
        "document": {DOCUMENT: {"row": stored.row, "person": turn.person.id if turn.person else 0}},
        INSTEAD: turn.render("loading.no_file"),
        NAME: stored.file.rpartition(".")[0] or stored.file,
    }
    out = Outgoing(turn.chat_id, "sendDocument", fields, update_id=turn.update_id)
    await turn.work.outbox.queue(out, turn.now)
    return Outcome()


def _card_rows(
    turn: Turn, stored: StoredStandard, all_of_it: Sequence[StoredStandard]
) -> list[tuple[Button, ...]]:
    it = (stored.row, 0)
    rows: list[tuple[Button, ...]] = []
    if stored.is_in_force:
        code = turn.office.finder.code(Request("card", stored.id))
        ask = Button(plain(turn.render("loading.b_ask")), encode(Ask(code, turn.language)))
        rows.append((ask, button(turn, "b_correct", Deed.REOPEN, it)))
        if any(_is_compared(one) for one in all_of_it):
            changed = turn.office.finder.code(Request("changes", stored.id))
            label = plain(turn.render("loading.b_changes"))
            rows.append((Button(label, encode(Ask(changed, turn.language))),))
        rows.append((button(turn, "b_withdraw", Deed.ASK_WITHDRAW, it),))
    elif stored.state is StandardState.COMING:
        rows.append((button(turn, "b_cancel_coming", Deed.CANCEL_COMING, it),))
    elif not stored.never_held:
        rows.append((button(turn, "b_restore", Deed.RESTORE, it),))
    for other in all_of_it:
        if other.row != stored.row:
            label = turn.render("loading.b_edition_of", line=_line(other))
            rows.append((named(plain(label), Deed.CARD, (other.row, 0)),))
    rows.append(
        (button(turn, "b_history", Deed.HISTORY, it), button(turn, "b_file", Deed.FILE, it))
    )
    rows.append((button(turn, "b_manage", Deed.LIST, (0, 0), "0"),))
    return rows[:12]


def _is_compared(stored: StoredStandard) -> bool:
    return not stored.is_in_force and not stored.never_held


def _tops(stored: Sequence[StoredStandard]) -> list[StoredStandard]:
    """Return one row a standard, the one in force if there is one, by title."""
    best: dict[str, StoredStandard] = {}
    for one in stored:
        known = best.get(one.id)
        if known is None or _ORDER.index(one.state) < _ORDER.index(known.state):
            best[one.id] = one
    return sorted(best.values(), key=lambda one: one.title.casefold())


def _line(stored: StoredStandard) -> Line:
    ended = stored.ended_at.date() if stored.ended_at else None
    return Line(
        stored.title,
        stored.unit,
        "cancelled" if stored.never_held else stored.state.value,
        stored.valid_from,
        ended,
        stored.loaded_at.date(),
        stored.file,
        stored.row,
    )


async def _name(turn: Turn, person_id: int | None) -> str:
    if person_id is None:
        return ""
    person = await turn.work.people.get(person_id)
    return person.name if person else str(person_id)


def _turning(turn: Turn, page: int, count: int) -> Rows:
    labels: Mapping[str, int] = {"earlier": page - 1, "later": page + 1}
    row = [
        named(plain(turn.render(f"buttons.{name}")), Deed.LIST, (0, 0), str(number))
        for name, number in labels.items()
        if 0 <= number < count
    ]
    return (tuple(row),) if row else ()


def _shown(pressed: Press, message: Message) -> Outcome:
    if pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))
