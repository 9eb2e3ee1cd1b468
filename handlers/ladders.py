"""The ladder of reminders on a screen: its rungs in words, and buttons that change one each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.domain.tasks.rungs import FIGURES, RUNGS, LadderRules
from handlers.buttons import Button, Nothing, Rows, encode
from handlers.markup import plain
from handlers.turn import Turn

Make = Callable[[str, str], Button]
"""Returns a button with a label that carries a change, as `change_of` reads it."""

_STEPS = {"near_share": 5}
_RUNG_OF = {
    "near_days": "near",
    "near_share": "near",
    "climb_1_days": "climb_1",
    "climb_2_days": "climb_2",
}


def rungs(rules: LadderRules) -> list[dict[str, object]]:
    """Return the rungs as texts show them."""
    days = {"near": rules.near_days, "climb_1": rules.climb_1_days, "climb_2": rules.climb_2_days}
    return [
        {
            "name": name,
            "on": getattr(rules, name),
            "days": days.get(name),
            "share": rules.near_share,
        }
        for name in RUNGS
    ]


def rows(turn: Turn, rules: LadderRules, make: Make) -> Rows:
    """Return a button for each rung, two a row, and below a row for each figure of those on."""
    toggles = [_toggle(turn, rules, name, make) for name in RUNGS]
    pairs = tuple(tuple(toggles[at : at + 2]) for at in range(0, len(toggles), 2))
    figures = (name for name in FIGURES if getattr(rules, _RUNG_OF[name]))
    return (*pairs, *(tuple(_figure(turn, rules, name, make)) for name in figures))


def change_of(value: str) -> tuple[str, int] | None:
    """Return what a button's value sets to what, or None."""
    name, _, number = value.partition("=")
    return (name, int(number)) if name and number.isdecimal() and len(number) <= 3 else None


def _toggle(turn: Turn, rules: LadderRules, name: str, make: Make) -> Button:
    is_on = bool(getattr(rules, name))
    label = plain(turn.render("tasks.b_rung", rung=name, on=is_on))
    return make(label, f"{name}={int(not is_on)}")


def _figure(turn: Turn, rules: LadderRules, name: str, make: Make) -> Iterator[Button]:
    """Yield less, the figure, and more, as far as it may go."""
    least, most = FIGURES[name]
    now, by = int(getattr(rules, name)), _STEPS.get(name, 1)
    if now - by >= least:
        yield make("➖", f"{name}={now - by}")
    yield Button(plain(turn.render("tasks.b_figure", figure=name, number=now)), encode(Nothing()))
    if now + by <= most:
        yield make("➕", f"{name}={now + by}")
