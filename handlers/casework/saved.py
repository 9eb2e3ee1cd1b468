"""Answers that officials use again, for each standard: chosen while answering, kept, deleted."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.saved_answers import SavedAnswer
from handlers.casework.deeds import Deed
from handlers.casework.drafts import Draft, waiting_draft
from handlers.casework.handling import Handling
from handlers.casework.writing import preview
from handlers.markup import shorten
from handlers.turn import Notice, Outcome

_TITLE = 40  # units of a title, which is the beginning of the answer
_MOST_SHOWN = 12


async def listing(handling: Handling) -> Outcome:
    """Offer the saved answers; the argument names one that is shown whole."""
    answers = await _answers(handling)
    keys = handling.keys
    chosen = next((one for one in answers if str(one.id) == handling.argument), None)
    if chosen is not None:
        row = [keys.button(Deed.PICK, str(chosen.id))]
        if _may_delete(handling, chosen):
            row.append(keys.button(Deed.FORGET, str(chosen.id)))
        back = (keys.button(Deed.SAVED, count=len(answers)),)
        html = handling.render("saved_answer", title=chosen.title, text=chosen.text)
        return handling.screen(html, (tuple(row), back))
    shown = answers[:_MOST_SHOWN]
    rows = tuple((keys.named(one.title, Deed.SAVED, str(one.id)),) for one in shown)
    html = handling.render("saved_answers", count=len(answers))
    return handling.screen(html, (*rows, (keys.button(Deed.DROP),)))


async def pick(handling: Handling) -> Outcome:
    """Use a saved answer: it is shown as it would arrive, and can still be changed."""
    chosen = await _chosen(handling)
    if chosen is None:
        return await listing(replace(handling, argument=""))
    draft = waiting_draft(handling.turn, handling.ticket.id, "case_answer")
    draft = draft or Draft.of("case_answer", replace(handling, argument=""))
    draft = replace(draft, argument="").with_part(-chosen.id, chosen.text)
    return await preview(handling, draft)


async def forget(handling: Handling) -> Outcome:
    """Delete a saved answer of one's own, or one whose maker holds no post any more."""
    chosen = await _chosen(handling)
    if chosen is not None and _may_delete(handling, chosen):
        await handling.turn.work.saved_answers.remove(chosen.id)
    return await listing(replace(handling, argument=""))


async def keep(handling: Handling) -> Outcome:
    """Save the answer that is being written, for the standard of the case."""
    turn, ticket = handling.turn, handling.ticket
    draft = waiting_draft(turn, ticket.id, "case_answer")
    if draft is None or not draft.text:
        return Outcome(notice=Notice(handling.render("nothing_to_send"), alert=True))
    title = shorten(draft.text, _TITLE)
    if all(one.text != draft.text for one in await _answers(handling)):
        answer = SavedAnswer(0, ticket.standard, title, draft.text, handling.person_id, turn.now)
        await turn.work.saved_answers.add(answer)
    return Outcome(notice=Notice(handling.render("saved", title=title), alert=True))


async def _answers(handling: Handling) -> tuple[SavedAnswer, ...]:
    return await handling.turn.work.saved_answers.for_standard(handling.ticket.standard)


async def _chosen(handling: Handling) -> SavedAnswer | None:
    answers = await _answers(handling)
    return next((one for one in answers if str(one.id) == handling.argument), None)


def _may_delete(handling: Handling, answer: SavedAnswer) -> bool:
    at = handling.case.reader.at
    if answer.made_by is None or answer.made_by == handling.person_id:
        return True
    return not handling.case.office.posts_of(answer.made_by, at)
