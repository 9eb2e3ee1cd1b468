"""Giving a word of the office its meaning: written, judged, rehearsed, and only then in force."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.domain.errors import DomainError
from bot.domain.learning import OfficeTerm
from bot.services.vocabulary import TermPlan
from handlers.forms import CLOSED, Form, opened, waiting
from handlers.learning.changes import told_changes
from handlers.learning.scenes import Scene, asking, is_for_form, not_taken, shown
from handlers.learning.telling import tell_answered
from handlers.learning.verbs import Verb, button
from handlers.replies import Message
from handlers.turn import Outcome, Turn
from knowledge.finding.defining import Refusal

NAME = "term"
"""The form's name."""

_JOINT = re.compile(r"\s*(?:=|->|\N{RIGHTWARDS ARROW}|:|\n)\s*")


def new_form(*, short: str = "", question: int = 0) -> Form:
    """Return the form of a term; `short` is known where a meaning is changed."""
    return {"name": NAME, "step": "write", "short": short, "question": question}


def parts_of(text: str) -> tuple[str, str] | None:
    """Return the term and its meaning of "rakor = rapat koordinasi", or None."""
    short, *meaning = _JOINT.split(text.strip(), maxsplit=1)
    return (short, meaning[0]) if short and meaning and meaning[0] else None


async def begin(scene: Scene, question: int = 0) -> Outcome:
    """Ask for a term and its meaning."""
    html = scene.turn.render("terms.ask_term", for_question=bool(question))
    return asking(scene.turn, new_form(question=question), html)


async def change(scene: Scene, term_id: int) -> Outcome | None:
    """Ask for another meaning of a term; None if it is not in force."""
    found = (t for t in await scene.turn.work.learning.terms() if t.id == term_id)
    term: OfficeTerm | None = next(found, None)
    if term is None:
        return None
    html = scene.turn.render("terms.ask_meaning", term=term)
    return asking(scene.turn, new_form(short=term.short), html)


async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written for the form."""
    passed = not_taken(turn, form)
    if passed is not None or not is_for_form(turn, form) or form["step"] != "write":
        return passed
    scene = await Scene.of(turn)
    return await written(scene, turn.text, form) if scene.may_define else None


async def written(scene: Scene, text: str, form: Form) -> Outcome:
    """Judge and rehearse a term; put it in force, or ask first where something speaks against."""
    turn = scene.turn
    parts = parts_of(text)
    if parts is None and form["short"]:
        parts = str(form["short"]), text
    if parts is None:
        return asking(turn, form, turn.render("terms.not_understood"))
    try:
        plan = await turn.office.vocabulary.plan(turn.work, *parts)
    except DomainError as error:
        return asking(turn, form, turn.render(f"errors.{error.key}", **error.values))
    if plan.judgement.refusal is not None:
        key = f"errors.term_{plan.judgement.refusal}"
        values = {"meaning": plan.meaning} if plan.judgement.refusal is Refusal.SAME else {}
        return asking(turn, form, turn.render(key, short=plan.short, **values))
    if plan.needs_asking:
        return _ask(turn, plan, form)
    return await _defined(scene, plan, form)


async def save(scene: Scene) -> Outcome | None:
    """Put the term that was asked about in force; None if none waits."""
    form = waiting(scene.turn, NAME)
    if form is None or form["step"] != "confirm":
        return None
    plan = await scene.turn.office.vocabulary.plan(
        scene.turn.work, str(form["short"]), str(form["meaning"])
    )
    return await _defined(scene, plan, form)


def _ask(turn: Turn, plan: TermPlan, form: Form) -> Outcome:
    html = turn.render("terms.confirm", **_values(turn, plan))
    confirm: Mapping[str, Any] = {
        "short": plan.short,
        "meaning": plan.meaning,
        "question": form["question"],
        "step": "confirm",
        "at": turn.now.isoformat(),
    }
    rows = (
        (button(turn, "terms.b_save", Verb.SAVE_TERM),),
        (button(turn, "learning.b_cancel", Verb.CANCEL),),
    )
    return replace(shown(turn, Message(html, rows)), remember=opened(NAME, **confirm))


async def _defined(scene: Scene, plan: TermPlan, form: Form) -> Outcome:
    turn, work = scene.turn, scene.turn.work
    answered = await turn.office.vocabulary.define(work, plan, scene.person_id, turn.now)
    await tell_answered(turn, plan.then, answered)
    asked = int(form["question"])
    html = turn.render(
        "terms.saved",
        short=plan.short,
        meaning=plan.meaning,
        is_said=plan.judgement.is_said,
        answered=len(answered),
        for_question=bool(asked),
        still_open=bool(asked) and asked not in {q.id for q in answered},
    )
    row = (button(turn, "terms.b_list", Verb.TERMS, 1),)
    back = ((button(turn, "learning.b_list", Verb.QUESTIONS, 1),),) if asked else ()
    return shown(turn, Message(html, (row, *back)), CLOSED)


def _values(turn: Turn, plan: TermPlan) -> Mapping[str, Any]:
    return {
        "short": plan.short,
        "meaning": plan.meaning,
        "replaced": plan.replaced.meaning if plan.replaced else "",
        "doubts": plan.judgement.doubts,
        "standard": plan.judgement.values.get("standard", ""),
        "today": plan.judgement.values.get("today", ""),
        "changes": told_changes(turn, plan.rehearsal.changed),
        "more": len(plan.rehearsal.changed),
        "answered": len(plan.rehearsal.answered),
    }
