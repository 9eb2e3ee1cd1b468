"""The rules of the ladder: what may be set, and what becomes of it."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.tasks.ladder import ladder
from bot.domain.tasks.rungs import FIGURES, NAMES, RUNGS, LadderRules
from tests.bot.domain.plans.planning import CALENDAR, MONDAY, planned, standard_of, step

USUAL = LadderRules()


def told(rules: LadderRules, time: str = "4 hari") -> dict[str, str]:
    found = planned(standard_of(step("1", f"Menyusun ({time})")), MONDAY).steps[0]
    return {s.rung.value: s.at.strftime("%m-%d %H:%M") for s in ladder(found, CALENDAR, rules)}


@pytest.mark.parametrize("rung", ["begin", "near", "day", "due", "climb_1", "climb_2"])
def test_a_rung_that_is_off_is_not_told(rung: str) -> None:
    assert rung in told(USUAL)
    assert told(USUAL).keys() - told(USUAL.changed(rung, 0)).keys() == {rung}


def test_the_figures_move_the_rungs() -> None:
    usual = told(USUAL)
    assert usual["near"] == "11-25 07:30"
    assert told(USUAL.changed("near_days", 2))["near"] == "11-24 07:30"
    assert told(USUAL.changed("climb_1_days", 2))["climb_1"] == "12-01 07:30"
    assert told(USUAL.changed("climb_2_days", 4))["climb_2"] > usual["climb_2"]
    assert told(USUAL, "4 jam")["near"] == "11-23 10:30"
    assert told(USUAL.changed("near_share", 50), "4 jam")["near"] == "11-23 09:30"


def test_a_warning_that_would_come_before_the_step_begins_is_left_out() -> None:
    assert "near" not in told(USUAL.changed("near_days", 10))


@pytest.mark.parametrize("name", FIGURES)
def test_figures_have_bounds(name: str) -> None:
    least, most = FIGURES[name]
    for value in (least - 1, most + 1, 999):
        with pytest.raises(DomainError, match="ladder.bounds"):
            USUAL.changed(name, value)


@pytest.mark.parametrize(("name", "value"), [("begin", 2), ("mark", 1), ("nothing", 0), ("", 1)])
def test_what_is_no_rung_or_no_switch_is_refused(name: str, value: int) -> None:
    with pytest.raises(DomainError, match="ladder.bounds"):
        USUAL.changed(name, value)


def test_the_level_above_hears_of_it_after_the_superior() -> None:
    with pytest.raises(DomainError, match="ladder.order"):
        USUAL.changed("climb_1_days", 3)
    with pytest.raises(DomainError, match="ladder.bounds"):
        USUAL.changed("climb_2_days", 1)
    assert USUAL.but({"climb_1_days": 5}).climb_2_days == 6, "the office has changed meanwhile"


def test_not_everything_that_reaches_who_does_it_can_be_off() -> None:
    rules = USUAL
    for name in ("begin", "near", "day", "due"):
        rules = rules.changed(name, 0)
    with pytest.raises(DomainError, match="ladder.silent"):
        rules.changed("late", 0)


def test_rules_come_back_from_what_is_stored_and_nonsense_is_left_out() -> None:
    rules = USUAL.changed("near", 0).changed("climb_2_days", 9)
    data = rules.but_for(USUAL)
    assert data == {"near": False, "climb_2_days": 9}
    assert USUAL.but(data) == rules
    nonsense = {"near": 1, "near_days": True, "climb_2_days": 99, "x": 3, "due": "no"}
    assert USUAL.but(nonsense) == USUAL
    assert USUAL.but(None) == USUAL.but([1]) == USUAL


def test_the_mark_is_empty_for_what_ships_and_changes_with_the_rules() -> None:
    assert USUAL.mark == ""
    one, two = USUAL.changed("near", 0), USUAL.changed("near_days", 2)
    assert len({USUAL.mark, one.mark, two.mark}) == 3
    assert set(RUNGS) | set(FIGURES) == set(NAMES)
