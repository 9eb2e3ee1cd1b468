"""What the form that starts a task asks next: one thing at a time, and only what is open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from bot.domain.plans.model import Need, NeedKind
from bot.domain.tasks.doers import open_name
from bot.services.tasks import TaskView
from handlers.forms import CLOSED
from handlers.tasks import asking
from handlers.tasks.preview import preview
from handlers.tasks.scenes import TaskScene
from handlers.tasks.wizard import Wizard
from handlers.turn import Outcome
from knowledge.model import ServiceStandard

DESKS = "desks"
_ANSWERS = {NeedKind.COUNT: "counts", NeedKind.CHOICE: "choices", NeedKind.EVENT: "events"}
"""In which field of the form the answers of a kind are kept, by what they are about."""


async def onward(wizard: Wizard, wrong: str = "") -> Outcome:
    """Ask what is still open; then show what it comes to.

    `wrong` (HTML) is said first, of an answer that was not understood.
    """
    standard, turn, form = wizard.standard, wizard.turn, wizard.form
    wrong = f"{wrong}\n\n" if wrong else ""
    if standard is None:
        return replace(turn.say("tasks.standard_gone"), remember=CLOSED)
    if not form.get("called"):
        return wizard.waits("called", partial(asking.name, turn, standard))
    if not form.get("start"):
        return wizard.waits("start", partial(asking.start, turn, wrong))
    view = await wizard.view(standard)
    skipped = set(form.get("skipped", ()))
    left = [] if form.get("rest") else _left(view, standard, skipped)
    if left:
        need = left[0]
        fields = {"kind": need.kind.value, "step": need.step, "unit": need.unit}
        known = {**fields, "choices": list(need.choices), "key": key_of(need)}
        asked = asking.Asked(need, len(left), is_first=not form.get("trail"))
        return wizard.waits("need", partial(asking.need, turn, asked, wrong), need=known)
    if DESKS not in skipped and asking.open_actors(view):
        return show_desks(wizard, view)
    open_count = len(_left(view, standard, set()))
    html = await preview(TaskScene(turn, view, wizard.scene), form, open_count)
    return wizard.waits("go", partial(asking.go, turn, html))


def _left(view: TaskView, standard: ServiceStandard, skipped: Collection[str]) -> list[Need]:
    """Return what may still be asked; one for all that one answer settles."""
    needs = {key_of(need): need for need in reversed(view.plan.needs) if is_asked(need, standard)}
    return [need for key, need in reversed(needs.items()) if key not in skipped]


def passed(wizard: Wizard, key: str) -> Wizard:
    """Return the wizard with one more question behind it, answered or left open."""
    return wizard.with_fields(trail=[*wizard.form.get("trail", ()), key])


async def back(wizard: Wizard) -> Outcome:
    """Ask again what was asked last; before the first question, the start."""
    form = wizard.form
    skipped = list(form.get("skipped", ()))
    if DESKS in skipped:
        skipped.remove(DESKS)
        return await onward(wizard.with_fields(skipped=skipped))
    if form.get("rest"):
        return await onward(wizard.with_fields(rest=None))
    *trail, key = form.get("trail") or ("",)
    if not key:
        return await onward(wizard.with_fields(start=None))
    kind, _, about = key.partition(":")
    field = _ANSWERS[NeedKind(kind)]
    answers = {name: one for name, one in form.get(field, {}).items() if name != about}
    kept = [one for one in skipped if one != key]
    return await onward(wizard.with_fields(trail=trail, skipped=kept, **{field: answers}))


def show_desks(wizard: Wizard, view: TaskView) -> Outcome:
    """Show whom the text leaves open, each with who that is as far as it is known."""
    scene = TaskScene(wizard.turn, view, wizard.scene)
    known = wizard.form.get("desks", {})
    actors = {
        actor: ", ".join(map(scene.desk, known.get(open_name(actor), ()))) or None
        for actor in asking.open_actors(view)
    }
    return wizard.waits(DESKS, partial(asking.desks, wizard.turn, actors), actors=list(actors))


def is_asked(need: Need, standard: ServiceStandard) -> bool:
    """Tell whether a need is asked at the start.

    What a time runs from is reported when it happens; a day that is worked up to is known.
    """
    if need.kind is not NeedKind.EVENT:
        return True
    step = next((one for one in standard.walk_steps() if one.number == need.step), None)
    return step is not None and step.duration is not None and step.duration.offset is not None


def key_of(need: Need) -> str:
    """Return what a need is about: one count for all steps that count the same."""
    about = need.unit if need.kind is NeedKind.COUNT else need.step
    return f"{need.kind.value}:{about}"
