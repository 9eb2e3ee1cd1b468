"""What the office has decided about questions: listed with who and when, and taken back."""

from __future__ import annotations

from bot.domain.learning import StoredLesson, Use
from handlers.buttons import Rows
from handlers.learning.scenes import Scene, shown
from handlers.learning.verbs import Verb, button, named, turning
from handlers.markup import shorten
from handlers.replies import Message
from handlers.turn import Outcome

A_PAGE = 6
_TEXT, _WHOLE = 120, 600  # letters of a question in the list, and on its card
_LONGEST = 2600  # letters of a passage on the card


async def listing(scene: Scene, page: int) -> Message:
    """Return a page of the decisions, the newest first, also those that were taken back."""
    turn = scene.turn
    found = list(reversed(await turn.work.learning.lessons(ended=True)))
    count = max((len(found) - 1) // A_PAGE + 1, 1)
    page = min(max(page, 1), count)
    first = (page - 1) * A_PAGE
    on_page = found[first : first + A_PAGE]
    lost = turn.office.finder.lessons.lost
    html = turn.render(
        "learning.decisions",
        lessons=[(one, shorten(one.question, _TEXT), one.id in lost) for one in on_page],
        first=first + 1,
        count=len(found),
    )
    numbers = tuple(
        named(turn, str(number), Verb.DECISION, one.id)
        for number, one in enumerate(on_page, first + 1)
    )
    rows: Rows = (numbers,) if numbers else ()
    rows += turning(turn, Verb.DECIDED, page, count)
    return Message(html, (*rows, (button(turn, "learning.b_list", Verb.QUESTIONS, 1),)), count)


async def card(scene: Scene, lesson_id: int) -> Outcome | None:
    """Show a decision; None if there never was one of that number."""
    turn = scene.turn
    lesson = await _lesson(scene, lesson_id)
    if lesson is None:
        return None
    uses = await turn.work.questions.uses()
    is_lost = lesson.id in turn.office.finder.lessons.lost
    html = turn.render(
        "learning.decision",
        lesson=lesson,
        question=shorten(lesson.question, _WHOLE),
        text=lesson.text[:_LONGEST],
        title=scene.title(lesson.place.standard) if lesson.place else "",
        about=scene.title(lesson.about) if lesson.about else "",
        by=await scene.name_of(lesson.made_by),
        ended_by=await scene.name_of(lesson.ended_by),
        is_lost=is_lost,
        use=uses.get(lesson.id, Use()),
    )
    rows: Rows = ((button(turn, "learning.b_decided", Verb.DECIDED, 1),),)
    if lesson.ended_at is None:
        rows = ((button(turn, "learning.b_withdraw", Verb.WITHDRAW, lesson.id),), *rows)
    return shown(turn, Message(html, rows))


async def withdraw(scene: Scene, lesson_id: int, *, sure: bool) -> Outcome | None:
    """Ask whether a decision is to be taken back, then take it back."""
    turn = scene.turn
    lesson = await _lesson(scene, lesson_id)
    if lesson is None or lesson.ended_at is not None:
        return None
    if not sure:
        html = turn.render(
            "learning.ask_withdraw", text=shorten(lesson.question, _WHOLE), kind=lesson.kind
        )
        rows = (
            (button(turn, "learning.b_withdraw_now", Verb.WITHDRAW, lesson.id, "+"),),
            (button(turn, "learning.b_keep", Verb.DECISION, lesson.id),),
        )
        return shown(turn, Message(html, rows))
    await turn.office.teaching.withdraw(turn.work, lesson.id, scene.decider(), turn.now)
    row = (button(turn, "learning.b_list", Verb.QUESTIONS, 1),)
    return shown(turn, Message(turn.render("learning.withdrawn"), (row,)))


async def _lesson(scene: Scene, lesson_id: int) -> StoredLesson | None:
    every = await scene.turn.work.learning.lessons(ended=True)
    return next((one for one in every if one.id == lesson_id), None)
