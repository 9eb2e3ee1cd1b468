"""What is written, sent or edited while the form waits, in whatever order it comes.

All text is the complaint's unless it says otherwise: a choice that the screen offers, a word
like "kirim", or, once the story is told, a clear question.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.attachments import MOST_BYTES
from bot.domain.tickets import TicketKind
from handlers import asking
from handlers.complaints import picking, sending
from handlers.complaints.drafts import (
    MOST_FILES,
    MOST_LETTERS,
    Draft,
    Part,
    Step,
    draft_in,
    kept,
)
from handlers.complaints.leaving import ask_to_drop, offer_again, resumed
from handlers.complaints.picking import Choice
from handlers.complaints.screens import screen_of
from handlers.complaints.showing import in_place, remarked, shown
from handlers.complaints.typed import (
    asks_after_reports,
    is_for_others,
    is_made_of,
    is_send,
    is_smalltalk,
    is_typed,
)
from handlers.forms import Form
from handlers.heard import Place
from handlers.markup import plain
from handlers.turn import NOTHING, Outcome, Turn

_MEGABYTES = MOST_BYTES // (1024 * 1024)
_DIGITS = 5  # of a degree: about a metre


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what belongs to the draft; None for what is answered as if no form waited."""
    draft = draft_in(turn.state)
    if draft is None or turn.place is not Place.PRIVATE:
        return None
    if turn.heard.edited:
        return await _take_edit(turn, draft)
    if draft.is_stale(turn.now):
        return await _take_when_stale(turn, draft)
    if turn.heard.enclosure is not None:
        return await take_file(turn, resumed(draft, turn.now))
    part = written(turn)
    if part is None:
        return await _remark(turn, draft, "cannot_attach")
    return await _take_text(turn, draft, part)


def written(turn: Turn) -> Part | None:
    """Return the words of a message, or the place that it names; None if it has neither."""
    place = turn.heard.spot
    if place is not None:
        latitude, longitude = (f"{d:.{_DIGITS}f}" for d in (place.latitude, place.longitude))
        said = turn.render(
            "complaints.place", latitude=latitude, longitude=longitude, name=place.name
        )
        return Part(plain(said), turn.message_id, place=True)
    return Part(turn.text, turn.message_id) if turn.text else None


async def take_file(turn: Turn, draft: Draft) -> Outcome:
    """Enclose a file, its caption as text; of an album only the first picture is spoken of."""
    enclosure = turn.heard.enclosure
    if enclosure is None:
        return NOTHING
    again = draft.has_album(turn.heard.album)
    if turn.text:
        draft = _added(draft, Part(turn.text, turn.message_id))
    if (enclosure.facts.size or 0) > MOST_BYTES:
        return await _remark(turn, draft, "too_big", limit=_MEGABYTES)
    if draft.files >= MOST_FILES:
        return await _remark(turn, draft, "too_many", limit=MOST_FILES)
    attachment = await turn.work.attachments.add(
        draft.id, enclosure.kind, enclosure.facts, turn.now
    )
    draft = replace(draft.with_file(attachment, turn.heard.album), changed=turn.now)
    if again and not turn.text:
        return Outcome(remember=kept(draft))
    return await shown(turn, await screen_of(turn, draft))


def _added(draft: Draft, part: Part) -> Draft:
    """Return the draft with the words, in place of the old ones where those are rewritten."""
    if draft.step is Step.REWRITE:
        return replace(draft, parts=(part,), step=Step.SUMMARY)
    return draft.with_part(part)


async def _take_text(turn: Turn, draft: Draft, part: Part) -> Outcome | None:
    if is_typed(turn, "cancel"):
        return await ask_to_drop(turn, draft)
    if draft.step is Step.OFFERED:
        return await _take_decision(turn, draft, part)
    if draft.step is Step.TEXT and is_smalltalk(turn):
        return None
    if draft.step not in (Step.TEXT, Step.REWRITE):
        chosen = await _take_choice(turn, draft)
        if chosen is not None:
            return chosen
        if is_for_others(turn) or (turn.text.endswith("?") and asks_after_reports(turn)):
            return None
    return await take_part(turn, draft, part)


async def _take_decision(turn: Turn, draft: Draft, part: Part) -> Outcome | None:
    """Take "yes" or "no" to the draft that was offered again; anything else is held as well."""
    if is_made_of(turn, "yes"):
        return await shown(turn, await screen_of(turn, resumed(draft, turn.now)))
    if is_made_of(turn, "no"):
        return await ask_to_drop(turn, draft)
    if is_for_others(turn):
        return None
    return await offer_again(turn, replace(draft, held=(*draft.held, part)))


async def take_part(turn: Turn, draft: Draft, part: Part) -> Outcome:
    """Add words, unless there is none in them or there would be too many."""
    if not part.place and not part.says_something:
        return await _remark(turn, draft, "ask_again")
    longer = _added(draft, part)
    letters = len(longer.text)
    if letters > MOST_LETTERS:
        return await _remark(turn, draft, "too_long", letters=letters, limit=MOST_LETTERS)
    screen = await screen_of(turn, replace(longer, changed=turn.now))
    outcome = await shown(turn, screen)
    expected_choice = draft.step in (Step.STANDARD, Step.KIND)
    return remarked(turn, outcome, "added_instead") if expected_choice else outcome


async def _take_choice(turn: Turn, draft: Draft) -> Outcome | None:
    """Take a choice that was typed instead of pressed."""
    agrees = is_made_of(turn, "yes")
    if is_send(turn) or (agrees and _is_asked(turn, draft)):
        return await _send(turn, draft)
    if draft.step is Step.SUMMARY and is_made_of(turn, "no"):
        return await ask_to_drop(turn, draft)
    goes_back = draft.step is not Step.SUMMARY and is_typed(turn, "back")
    if agrees or goes_back:  # "ok" was said to something else than the summary
        return await shown(turn, await screen_of(turn, draft))
    return await _take_typed(turn, draft)


async def _take_typed(turn: Turn, draft: Draft) -> Outcome | None:
    """Take what the open screen offers by its name."""
    read = _TYPED.get(draft.step)
    changed = read(turn, draft) if read else None
    if changed is not None:
        return await shown(turn, await screen_of(turn, replace(changed, changed=turn.now)))
    return await _narrowed(turn, draft) if draft.step is Step.STANDARD else None


def _is_asked(turn: Turn, draft: Draft) -> bool:
    """Tell whether the summary is the last thing that was said: "ok" may mean another answer."""
    answered = (turn.state.get("last") or {}).get("key", "")
    shown_at, answered_at = (key.rpartition(":")[2] for key in (draft.screen or "", answered))
    is_last = not answered_at or int(shown_at or 0) > int(answered_at)
    return draft.step is Step.SUMMARY and is_last


async def _send(turn: Turn, draft: Draft) -> Outcome:
    """Send it from the summary; elsewhere show what is missing first."""
    if draft.step is Step.SUMMARY:
        return await sending.send(turn, draft)
    screen = await screen_of(turn, replace(draft, changed=turn.now))
    outcome = await shown(turn, screen)
    missing = screen.draft.step is not Step.SUMMARY
    return remarked(turn, outcome, "one_more") if missing else outcome


async def _narrowed(turn: Turn, draft: Draft) -> Outcome | None:
    """Show the standards that what was typed may mean, if it means several."""
    found = picking.typed(turn, turn.text)
    if len(found) < 2:
        return None
    screen = await screen_of(turn, replace(draft, changed=turn.now), Step.STANDARD)
    return await shown(turn, screen, Choice.of(turn, found))


def _typed_kind(turn: Turn, draft: Draft) -> Draft | None:
    said = turn.text.casefold().strip(" .!")
    kind = next((kind for kind in TicketKind if kind.value == said), None)
    return replace(draft, kind=kind) if kind else None


def _typed_standard(turn: Turn, draft: Draft) -> Draft | None:
    if is_typed(turn, "no_standard"):
        return replace(draft, standard=None, no_standard=True)
    found = picking.typed(turn, turn.text)
    if len(found) == 1:
        return replace(draft, standard=found[0].standard, no_standard=False)
    return None


def _typed_privacy(turn: Turn, draft: Draft) -> Draft | None:
    for name, value in (("confidential", True), ("open", False)):
        if is_typed(turn, name):
            return replace(draft, confidential=value)
    return None


_TYPED: dict[Step, Callable[[Turn, Draft], Draft | None]] = {
    Step.KIND: _typed_kind,
    Step.STANDARD: _typed_standard,
    Step.PRIVACY: _typed_privacy,
    Step.SUMMARY: _typed_privacy,
}


async def _take_when_stale(turn: Turn, draft: Draft) -> Outcome | None:
    """Answer a clear question, and offer the draft again; hold whatever else has come."""
    if draft.is_empty:
        return None
    if turn.heard.enclosure is None and is_for_others(turn):
        answer = await asking.question(turn)
        if draft.reminded:
            return answer
        offer = await offer_again(turn, replace(draft, reminded=True))
        remember = {**answer.remember, **offer.remember}
        return replace(answer, replies=(*answer.replies, *offer.replies), remember=remember)
    part = written(turn)
    if turn.heard.enclosure is not None:
        return await take_file(turn, resumed(draft, turn.now))
    if part is None:
        return await offer_again(turn, draft)
    return await offer_again(turn, replace(draft, held=(*draft.held, part)))


async def _take_edit(turn: Turn, draft: Draft) -> Outcome | None:
    """Change what the edited message had given; None for a message that gave nothing."""
    before = draft.part_of(turn.message_id)
    held = next((part for part in draft.held if part.message == turn.message_id), None)
    if held is not None:
        changed = tuple(replace(p, text=turn.text) if p is held else p for p in draft.held)
        return Outcome(remember=kept(replace(draft, held=changed)))
    if before is None:
        return None
    if before.text == turn.text or not turn.text:
        return NOTHING
    part = Part(turn.text, turn.message_id)
    screen = await screen_of(turn, replace(draft.with_part(part), changed=turn.now))
    return await in_place(turn, screen)


async def _remark(turn: Turn, draft: Draft, name: str, **values: object) -> Outcome:
    """Say something about what came, and show the screen that is open still."""
    step = None if draft.step in (Step.TEXT, Step.SUMMARY) else draft.step
    screen = await screen_of(turn, replace(draft, changed=turn.now), step)
    return remarked(turn, await shown(turn, screen), name, **values)
