"""Publishing a draft: as a new edition from a day on, or as a standard of its own; once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.dates import read_date
from bot.domain.drafts import Place, StandardDraft, nearest
from bot.domain.errors import DomainError
from bot.services import drafts
from bot.services.drafts import Published
from handlers.buttons import Ask, Button, encode
from handlers.forms import CLOSED, Form, opened
from handlers.loading import screens
from handlers.loading.deeds import Deed, button
from handlers.loading.opening import by, for_draft, today
from handlers.markup import plain
from handlers.replies import Message
from handlers.turn import Edit, Notice, Outcome, Turn
from knowledge.finding.answers import Request

NAME = "standard_date"


async def press_publish(turn: Turn, draft: StandardDraft, argument: str) -> Outcome:
    """Publish, or ask first what the draft is to be and from when."""
    if argument == "today":
        return await _publish(turn, replace(draft, valid_from=today(turn)))
    known = await turn.work.standards.all()
    if draft.place is Place.UNDECIDED and nearest(draft.standard(), known) is not None:
        return _edited(turn, screens.placing(turn, draft, known))
    is_correction = any(s.digest == draft.digest and s.is_in_force for s in known)
    if draft.place is Place.EDITION and not is_correction:
        return ask_date(turn, draft)
    return await _publish(turn, draft)


async def press_place(turn: Turn, draft: StandardDraft, place: Place) -> Outcome:
    """Take what a draft is to be; an edition is asked for its first day."""
    sibling = nearest(draft.standard(), await turn.work.standards.all())
    if place is Place.EDITION and sibling is None:
        place = Place.OTHER
    edition_of = sibling.id if place is Place.EDITION and sibling else None
    saved = await drafts.save(
        turn.work, replace(draft, place=place, edition_of=edition_of), by(turn)
    )
    return ask_date(turn, saved) if place is Place.EDITION else await _publish(turn, saved)


def ask_date(turn: Turn, draft: StandardDraft) -> Outcome:
    """Ask from when a new edition holds."""
    html = turn.render("loading.ask_date", today=today(turn))
    now = button(turn, "b_today", Deed.PUBLISH, screens.about(draft), "today")
    stop = button(turn, "b_back", Deed.REPORT, screens.about(draft))
    at = turn.now.isoformat()
    remember = opened(NAME, draft=draft.id, version=draft.version, at=at)
    return Outcome((Message(html, ((now,), (stop,))),), remember=remember)


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take the day from which a new edition holds; one that is no date is asked for again."""
    return await for_draft(turn, form, _publish_from)


async def _publish_from(turn: Turn, draft: StandardDraft, form: Form, text: str) -> Outcome:
    day = read_date(text, today(turn))
    if day is None:
        return turn.say("loading.bad_date")
    return await _publish(turn, replace(draft, valid_from=day))


async def _publish(turn: Turn, draft: StandardDraft) -> Outcome:
    """Publish in this unit of work; a second press finds it done."""
    try:
        done = await drafts.publish(turn.work, draft, today(turn), by(turn))
    except DomainError as error:
        said = plain(turn.render(f"errors.{error.key}", **error.values))
        return (
            Outcome(notice=Notice(said, alert=True))
            if turn.heard.press
            else Outcome((Message(said),), remember=CLOSED)
        )
    turn.office.standards.fall_behind()
    message = _told(turn, done, today(turn))
    return replace(_edited(turn, message), remember=CLOSED)


def _told(turn: Turn, done: Published, day: date) -> Message:
    html = turn.render(
        "loading.published",
        title=done.title,
        since=done.valid_from,
        coming=done.coming,
        replaced=done.replaced,
        past=bool(done.valid_from and done.valid_from < day),
    )
    manage = (button(turn, "b_manage", Deed.LIST, (0, 0), "0"),)
    if done.coming:
        return Message(html, (manage,))
    code = turn.office.finder.code(Request("card", done.standard_id))
    label = plain(turn.render("loading.b_ask"))
    return Message(html, ((Button(label, encode(Ask(code, turn.language))),), manage))


def _edited(turn: Turn, message: Message) -> Outcome:
    """Change the message whose button was pressed; what was written gets a new one."""
    pressed = turn.heard.press
    if pressed is None or pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))
