"""What the buttons of these screens do. Every press is checked anew: codes can be forged."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.domain.drafts import DraftState, Place, StandardDraft
from bot.domain.errors import DomainError
from bot.services import drafts
from handlers.forms import CLOSED, waiting
from handlers.heard import Press
from handlers.loading import fixing, managing, publishing, screens, trying
from handlers.loading.deeds import Deed
from handlers.loading.opening import by, opened_draft, reported, used
from handlers.markup import plain
from handlers.replies import Message
from handlers.standard_buttons import OnStandard
from handlers.turn import Edit, Notice, Outcome, Turn

_Shows: TypeAlias = Callable[[Turn, StandardDraft, str], Awaitable[Message | None]]
_Does: TypeAlias = Callable[[Turn, StandardDraft, str], Awaitable[Outcome | None]]


async def press(turn: Turn, pressed: Press, meaning: OnStandard) -> Outcome | None:
    """Do what a button says; None if it says nothing any more."""
    if meaning.deed not in set(Deed):
        return None
    deed = Deed(meaning.deed)
    try:
        if deed in managing.DEEDS:
            return await managing.press(turn, pressed, deed, meaning)
        return await _on_draft(turn, pressed, deed, meaning)
    except DomainError as error:
        if error.key.endswith(".changed_meanwhile"):
            raise  # somebody was first: it is done again, and sees what he has done
        said = plain(turn.render(f"errors.{error.key}", **error.values))
        return Outcome(notice=Notice(said, alert=True))


async def _on_draft(turn: Turn, pressed: Press, deed: Deed, meaning: OnStandard) -> Outcome | None:
    draft = await opened_draft(turn, meaning.subject)
    if draft is None:
        return None
    if draft.state is not DraftState.OPEN:
        said = plain(turn.render(f"errors.draft.is_{draft.state.value}"))
        return Outcome(notice=Notice(said, alert=True))
    if deed in _SCREENS:
        message = await _SCREENS[deed](turn, draft, meaning.argument)
        closing = CLOSED if deed is Deed.REPORT and _form_waits(turn) else {}
        return None if message is None else replace(_shown(pressed, message), remember=closing)
    if draft.version != meaning.version:
        notice = Notice(plain(turn.render("loading.changed_meanwhile")), alert=True)
        return replace(_shown(pressed, await reported(turn, draft)), notice=notice)
    return await _DEEDS[deed](turn, draft, meaning.argument)


async def _report(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return await reported(turn, draft)


async def _components(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return screens.components(turn, draft)


async def _warnings(turn: Turn, draft: StandardDraft, argument: str) -> Message:
    return screens.warnings(turn, draft, _number(argument))


async def _steps(turn: Turn, draft: StandardDraft, argument: str) -> Message:
    return screens.steps(turn, draft, _number(argument))


async def _step(turn: Turn, draft: StandardDraft, argument: str) -> Message | None:
    return screens.step(turn, draft, _number(argument))


async def _fixes(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return screens.fixes(turn, draft)


async def _ask_discard(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return screens.discarding(turn, draft)


async def _answers(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return await trying.answers(turn, draft)


async def _plan(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return await trying.planned(turn, draft)


async def _route(turn: Turn, draft: StandardDraft, _argument: str) -> Message:
    return await trying.routed(turn, draft)


async def _field(turn: Turn, draft: StandardDraft, argument: str) -> Outcome | None:
    return fixing.ask(turn, draft, argument)


async def _edition(turn: Turn, draft: StandardDraft, _argument: str) -> Outcome:
    return await publishing.press_place(turn, draft, Place.EDITION)


async def _other(turn: Turn, draft: StandardDraft, _argument: str) -> Outcome:
    return await publishing.press_place(turn, draft, Place.OTHER)


async def _discard(turn: Turn, draft: StandardDraft, _argument: str) -> Outcome:
    await drafts.discard(turn.work, draft, by(turn))
    message = Message(turn.render("loading.discarded", title=draft.standard().title))
    pressed = turn.heard.press
    return _shown(pressed, message) if pressed else Outcome((message,))


async def _close(turn: Turn, draft: StandardDraft, argument: str) -> Outcome | None:
    """Leave the form, or take "no time at all" for it."""
    form = waiting(turn, fixing.NAME)
    if argument and form is not None and form["draft"] == draft.id:
        return await used(turn, form, fixing.put_right, argument)
    return Outcome((await reported(turn, draft),), remember=CLOSED)


def _form_waits(turn: Turn) -> bool:
    return any(waiting(turn, name) for name in (fixing.NAME, publishing.NAME))


def _number(argument: str) -> int:
    return int(argument) if argument.isdecimal() else 0


def _shown(pressed: Press, message: Message) -> Outcome:
    """Change the message under which the button stands, or send another one if it is gone."""
    if pressed.message_id is None:
        return Outcome((message,))
    return Outcome(edit=Edit(pressed.message_id, message))


_SCREENS: Mapping[Deed, _Shows] = {
    Deed.REPORT: _report,
    Deed.COMPONENTS: _components,
    Deed.WARNINGS: _warnings,
    Deed.STEPS: _steps,
    Deed.STEP: _step,
    Deed.FIX: _fixes,
    Deed.ANSWERS: _answers,
    Deed.PLAN: _plan,
    Deed.ROUTE: _route,
    Deed.ASK_DISCARD: _ask_discard,
}
_DEEDS: Mapping[Deed, _Does] = {
    Deed.FIELD: _field,
    Deed.PUBLISH: publishing.press_publish,
    Deed.EDITION: _edition,
    Deed.OTHER: _other,
    Deed.DISCARD: _discard,
    Deed.CLOSE: _close,
}
