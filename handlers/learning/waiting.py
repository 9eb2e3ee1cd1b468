"""/pertanyaan: what stayed unanswered, put together; and one of them with what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.learning import OpenQuestion
from handlers.buttons import Rows
from handlers.learning.scenes import Scene, shown
from handlers.learning.verbs import Verb, button, named, turning
from handlers.markup import shorten
from handlers.replies import Message
from handlers.turn import Outcome, Turn

A_PAGE = 6
NEWEST, OFTENEST = "n", "o"
"""The orders of the list."""

_TEXT, _WHOLE = 160, 900  # letters of a question in the list, and on its card


async def questions(turn: Turn) -> Outcome:
    """List the questions that wait."""
    scene = await Scene.of(turn)
    refused = scene.refusal()
    return refused if refused is not None else Outcome((await listing(scene, 1, OFTENEST),))


async def listing(scene: Scene, page: int, order: str) -> Message:
    """Return a page of the questions that wait."""
    turn = scene.turn
    found = list(await turn.office.open_questions.all(turn.work))
    if order == NEWEST:
        found.sort(key=lambda one: one.last, reverse=True)
    count = max((len(found) - 1) // A_PAGE + 1, 1)
    page = min(max(page, 1), count)
    first = (page - 1) * A_PAGE
    on_page = found[first : first + A_PAGE]
    decided = len([s for s in await turn.work.learning.lessons() if s.ended_at is None])
    html = turn.render(
        "learning.listing",
        questions=[(one, shorten(one.text, _TEXT)) for one in on_page],
        first=first + 1,
        count=len(found),
        newest=order == NEWEST,
    )
    rows: Rows = (*_numbers(turn, on_page, first + 1),)
    rows += turning(turn, Verb.QUESTIONS, page, count, order)
    if len(found) > 1:
        other = OFTENEST if order == NEWEST else NEWEST
        key = "learning.b_oftenest" if order == NEWEST else "learning.b_newest"
        rows += ((button(turn, key, Verb.QUESTIONS, 1, other),),)
    if decided or await turn.work.learning.lessons(ended=True):
        rows += ((button(turn, "learning.b_decided", Verb.DECIDED, 1),),)
    return Message(html, rows, count)


def _numbers(turn: Turn, found: Sequence[OpenQuestion], first: int) -> Rows:
    buttons = [
        named(turn, str(number), Verb.QUESTION, ref_of(one))
        for number, one in enumerate(found, first)
    ]
    return (tuple(buttons),) if buttons else ()


def ref_of(question: OpenQuestion) -> int:
    """Return the number that buttons name a waiting question by."""
    if question.ids:
        return question.ids[0]
    return -question.lost.id if question.lost else 0


async def card(scene: Scene, ref: int) -> Outcome:
    """Show a question that waits, and what can be done about it."""
    turn = scene.turn
    question = await turn.office.open_questions.holding(turn.work, ref)
    if question is None:
        return gone(turn)
    ref = ref_of(question)
    teachable = turn.office.teaching.can_be_taught(question)
    html = turn.render(
        "learning.card",
        question=question,
        text=shorten(question.text, _WHOLE),
        wordings=[shorten(text, _TEXT) for text in question.wordings],
        lost_text=shorten(question.lost.text if question.lost else "", _WHOLE),
        abouts=[(scene.title(key), count) for key, count in question.abouts.items() if key],
        lost_title=_lost_title(scene, question),
        teachable=teachable,
    )
    rows: Rows = ()
    if teachable:
        rows += ((button(turn, "learning.b_link", Verb.LINK, ref),),)
        rows += ((button(turn, "learning.b_answer", Verb.ANSWER, ref),),)
    if scene.may_define:
        rows += ((button(turn, "learning.b_term", Verb.TERM_FOR, ref),),)
    last = (
        button(turn, "learning.b_dismiss", Verb.DISMISS, ref),
        button(turn, "learning.b_list", Verb.QUESTIONS, 1),
    )
    return shown(turn, Message(html, (*rows, last)))


def gone(turn: Turn) -> Outcome:
    """Say that somebody has decided meanwhile."""
    row = (button(turn, "learning.b_list", Verb.QUESTIONS, 1),)
    return shown(turn, Message(turn.render("learning.gone"), (row,)))


def _lost_title(scene: Scene, question: OpenQuestion) -> str:
    place = question.lost.place if question.lost else None
    return scene.title(place.standard) if place else ""
