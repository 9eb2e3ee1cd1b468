"""The office's ladder of reminders: which rungs are told, and by which figures."""

from __future__ import annotations

from bot.domain.tasks.rungs import LadderRules
from bot.services.ruling import LADDER
from handlers.buttons import Button
from handlers.ladders import change_of, rows, rungs
from handlers.replies import Message
from handlers.rules.changes import changes_of
from handlers.rules.making import button, by, named, shown
from handlers.turn import Outcome, Turn


async def screen(turn: Turn) -> Message:
    """Return the ladder, a button for each rung and figure, and who has changed what."""
    rules = (await turn.office.ruling.rules(turn.work)).ladder

    def make(label: str, value: str) -> Button:
        return named(label, turn, "rung", value)

    html = turn.render("tasks.ladder", about="", own=rules != LadderRules(), rungs=rungs(rules))
    history = turn.render("rules.ladder_log", changes=await changes_of(turn, (LADDER,), 5))
    reset = ((button(turn, "rules.b_ladder_default", "rung", "reset"),),)
    below = reset if rules != LadderRules() else ()
    back = (button(turn, "rules.b_back", "top"),)
    html = f"{html}\n\n{history}" if history else html
    return Message(html, (*rows(turn, rules, make), *below, back))


async def change(turn: Turn, value: str) -> Outcome | None:
    """Set one thing, or all as it was; None if the value says nothing. Raises DomainError."""
    wanted = change_of(value)
    if value == "reset":
        await turn.office.ruling.reset_ladder(turn.work, by(turn))
    elif wanted is not None:
        await turn.office.ruling.set_rung(turn.work, *wanted, by(turn))
    else:
        return None
    return shown(turn, await screen(turn))
