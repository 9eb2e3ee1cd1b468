"""What the form that starts a task asks next: one thing at a time, and only what is open."""

from __future__ import annotations

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
    for need in view.plan.needs:
        if is_asked(need, standard) and key_of(need) not in skipped:
            fields = {"kind": need.kind.value, "step": need.step, "unit": need.unit}
            known = {**fields, "choices": list(need.choices), "key": key_of(need)}
            return wizard.waits("need", partial(asking.need, turn, need, wrong), need=known)
    if DESKS not in skipped and asking.open_actors(view):
        return show_desks(wizard, view)
    scene = TaskScene(turn, view, wizard.scene)
    return wizard.waits("go", partial(asking.go, turn, await preview(scene, form)))


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
