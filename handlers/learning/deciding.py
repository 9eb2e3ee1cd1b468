"""Deciding about a question: a passage is found, an answer or a reason written, and looked at.

The form "teach" goes through the steps search, answer, reason and confirm; it keeps the question
by its number, and what is to be taught.
"""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.learning import LessonKind, OpenQuestion, StoredLesson
from bot.domain.questions import QuestionState
from bot.services.teaching import LessonPlan
from handlers.buttons import Rows
from handlers.forms import CLOSED, Form, opened, waiting
from handlers.learning.changes import told_changes
from handlers.learning.scenes import Scene, asking, is_for_form, not_taken, shown
from handlers.learning.telling import tell_answered
from handlers.learning.verbs import Verb, button, named
from handlers.learning.waiting import gone, ref_of
from handlers.markup import pages, plain, shorten
from handlers.replies import Message, View, present
from handlers.turn import Outcome, Turn
from knowledge.finding.linking import Passages, Place

NAME = "teach"
"""The form's name."""

_PASSAGE = 230  # letters of a passage that is offered
_QUESTION = 300
_TITLE = 24
_PREVIEW = 2400  # units of the answer that is looked at: the rest of the message must fit too


async def begin(scene: Scene, verb: Verb, ref: int) -> Outcome:
    """Begin to link, answer or dismiss a question."""
    turn = scene.turn
    question = await turn.office.open_questions.holding(turn.work, ref)
    if question is None:
        return gone(turn)
    form = {"name": NAME, "ref": ref_of(question)}
    text = shorten(question.text, _QUESTION)
    if verb is Verb.LINK:
        return _offered(scene, {**form, "step": "search"}, question.text, is_first=True)
    if verb is Verb.ANSWER:
        html = turn.render("learning.ask_answer", text=text)
        return asking(turn, {**form, "step": "answer"}, html)
    return asking(turn, {**form, "step": "reason"}, turn.render("learning.ask_reason", text=text))


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the form."""
    passed = not_taken(turn, form)
    if passed is not None or not is_for_form(turn, form):
        return passed
    scene = await Scene.of(turn)
    asks_himself = form["step"] in ("search", "confirm") and turn.text.rstrip().endswith("?")
    if not scene.may_teach or asks_himself:
        return None
    if form["step"] == "search":
        return _offered(scene, form, turn.text)
    if form["step"] == "reason":
        return await _dismissed(scene, form)
    if form["step"] == "answer" or form.get("kind") == LessonKind.ANSWER:
        fields = {"kind": LessonKind.ANSWER.value, "text": turn.text, "scope": 0}
        return await _confirm(scene, {**form, **fields})
    return None


async def pick(scene: Scene, number: int) -> Outcome | None:
    """Take one of the passages that were offered; None if none are any more."""
    form = waiting(scene.turn, NAME)
    places = form.get("places") or [] if form else []
    if form is None or not 0 <= number < len(places):
        return None
    fields = {"kind": LessonKind.LINK.value, "place": places[number], "scope": 0}
    return await _confirm(scene, {**form, **fields})


async def rescope(scene: Scene, number: int) -> Outcome | None:
    """Let what is to be taught hold in other conversations."""
    form = waiting(scene.turn, NAME)
    if form is None or form["step"] != "confirm":
        return None
    return await _confirm(scene, {**form, "scope": number})


async def save(scene: Scene) -> Outcome | None:
    """Put what was looked at in force; None if nothing was."""
    form = waiting(scene.turn, NAME)
    if form is None or form["step"] != "confirm":
        return None
    turn = scene.turn
    question = await turn.office.open_questions.holding(turn.work, int(form["ref"]))
    if question is None:
        return replace(gone(turn), remember=CLOSED)
    by = scene.decider()
    try:
        plan = await turn.office.teaching.plan(
            turn.work, question, _lesson(turn, question, form), by
        )
    except DomainError as error:
        return _refused(turn, form, error)
    answered = await turn.office.teaching.teach(turn.work, question, plan, by, turn.now)
    told = await tell_answered(turn, plan.then, answered)
    html = turn.render("learning.saved", kind=plan.lesson.kind, told=told)
    row = (button(turn, "learning.b_list", Verb.QUESTIONS, 1),)
    return shown(turn, Message(html, (row,)), CLOSED)


def _offered(scene: Scene, form: Form, words: str, *, is_first: bool = False) -> Outcome:
    """Offer passages that hold these words."""
    turn = scene.turn
    found = turn.office.finder.passages(words)
    html = turn.render(
        "learning.passages",
        passages=_described(scene, found),
        words=shorten(words, _QUESTION),
        is_first=is_first,
    )
    buttons = [named(turn, str(n + 1), Verb.PICK, n) for n in range(len(found.places))]
    fields = {**form, "step": "search", "places": [asdict(place) for place in found.places]}
    return asking(turn, fields, html, (tuple(buttons),) if buttons else ())


def _described(scene: Scene, found: Passages) -> list[tuple[str, str | None, str, str]]:
    """Return the standard, step and section of each passage, and how it begins."""
    return [
        (scene.title(place.standard), place.step, place.section, shorten(text, _PASSAGE))
        for place, text in zip(found.places, found.texts, strict=True)
    ]


async def _confirm(scene: Scene, form: dict[str, Any]) -> Outcome:
    """Show what would be answered, where, and what would change; keep it until it is confirmed."""
    turn = scene.turn
    question = await turn.office.open_questions.holding(turn.work, int(form["ref"]))
    if question is None:
        return replace(gone(turn), remember=CLOSED)
    try:
        lesson = _lesson(turn, question, form)
        plan = await turn.office.teaching.plan(turn.work, question, lesson, scene.decider())
    except DomainError as error:
        return _refused(turn, form, error)
    html = _looked_at(scene, question, plan)
    kept = {name: value for name, value in form.items() if name not in ("name", "at")}
    kept |= {"step": "confirm", "at": turn.now.isoformat()}
    message = Message(html, _confirming(scene, question, form))
    return replace(shown(turn, message), remember=opened(NAME, **kept))


def _looked_at(scene: Scene, question: OpenQuestion, plan: LessonPlan) -> str:
    turn, about = scene.turn, plan.lesson.about
    reply = pages(present(plan.reply, turn.texts, view=View(page=1)).html, _PREVIEW)[0]
    asks = turn.render("learning.preview", text=shorten(question.text, _QUESTION))
    below = turn.render(
        "learning.preview_end",
        scope="everywhere" if about is None else "about" if about else "no_topic",
        title=scene.title(about) if about else "",
        changes=told_changes(turn, plan.rehearsal.changed),
        more=len(plan.rehearsal.changed),
        waiting=sum(q.state is QuestionState.PASSED_ON for q in plan.rehearsal.answered),
    )
    return f"{asks}\n\n{reply}\n\n{below}"


def _confirming(scene: Scene, question: OpenQuestion, form: Form) -> Rows:
    """Return the ways on: save, let it hold elsewhere, choose or write anew, leave it."""
    turn, scopes = scene.turn, _scopes(scene.turn, question, form)
    rows: Rows = ((button(turn, "learning.b_save", Verb.SAVE),),)
    for number, about in enumerate(scopes):
        if about != _scope(scopes, form):
            label = _scope_label(scene, about)
            rows += ((named(turn, label, Verb.SCOPE, number),),)
    if _is_link(form):
        rows += ((button(turn, "learning.b_other", Verb.LINK, int(form["ref"])),),)
    return (*rows, (button(turn, "learning.b_cancel", Verb.CANCEL),))


def _scope_label(scene: Scene, about: str | None) -> str:
    scope = "everywhere" if about is None else "about" if about else "no_topic"
    title = shorten(scene.title(about) if about else "", _TITLE)
    return plain(scene.turn.render("learning.b_scope", scope=scope, title=title))


def _scopes(turn: Turn, question: OpenQuestion, form: Form) -> tuple[str | None, ...]:
    return turn.office.teaching.scopes(question, is_link=_is_link(form))


def _scope(scopes: tuple[str | None, ...], form: Form) -> str | None:
    number = int(form["scope"])
    return scopes[number] if 0 <= number < len(scopes) else scopes[0]


def _lesson(turn: Turn, question: OpenQuestion, form: Form) -> StoredLesson:
    about = _scope(_scopes(turn, question, form), form)
    if _is_link(form):
        return turn.office.teaching.link(question, Place(**form["place"]), about)
    return turn.office.teaching.answer(question, str(form["text"]), about)


def _is_link(form: Form) -> bool:
    return bool(form["kind"] == LessonKind.LINK)


async def _dismissed(scene: Scene, form: Form) -> Outcome:
    turn = scene.turn
    question = await turn.office.open_questions.holding(turn.work, int(form["ref"]))
    if question is None:
        return replace(gone(turn), remember=CLOSED)
    try:
        await turn.office.teaching.dismiss(
            turn.work, question, turn.text, scene.decider(), turn.now
        )
    except DomainError as error:
        return _refused(turn, form, error)
    row = (button(turn, "learning.b_list", Verb.QUESTIONS, 1),)
    return shown(turn, Message(turn.render("learning.dismissed"), (row,)), CLOSED)


def _refused(turn: Turn, form: Form, error: DomainError) -> Outcome:
    """Say why not; the form waits for something else."""
    return asking(turn, form, turn.render(f"errors.{error.key}", **error.values))
