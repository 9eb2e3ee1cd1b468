"""The form by which an admin gives a limit or the time of keeping another number of days."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.domain.errors import DomainError
from bot.domain.general_limits import GeneralLimit
from bot.domain.office_rules import OfficeRules
from bot.domain.working_time.reckoning import Rule
from bot.services.ruling import (
    LONGEST_LIMIT,
    LONGEST_RETENTION,
    RETENTION,
    SHORTEST_RETENTION,
    limit_named,
)
from handlers.forms import CLOSED, Form
from handlers.officials.forms import explained, taking, with_fields
from handlers.replies import Message
from handlers.rules import screens
from handlers.rules.making import asking, by, done, may_change, step
from handlers.turn import Outcome, Turn

NAME = "rule_amount"
_AMOUNT = re.compile(
    r"(?P<number>\d{1,5})\s*"
    r"(?P<unit>hari|days?|minggu|pekan|weeks?|bulan|months?|tahun|years?)?"
    r"(?:\s+(?:kerja|kalender))?|(?P<of>\d{1,5})\s+(?:working|calendar)\s+days?"
)
_MONTH, _YEAR = 30, 365


async def begin(turn: Turn, what: str) -> Outcome:
    """Ask for the days of a limit, or of the time of keeping."""
    form = {"name": NAME, "step": "amount", "what": what}
    rules = await turn.office.ruling.rules(turn.work)
    if what == RETENTION:
        html = turn.render(
            "rules.ask_retention",
            days=rules.retention_days,
            least=SHORTEST_RETENTION,
            most=LONGEST_RETENTION,
        )
        return asking(turn, form, html)
    limit = limit_named(what)
    html = turn.render(
        "rules.ask_limit",
        name=what,
        amount=rules.limits.get(what, int(limit.span.amount)),
        usual=int(limit.span.amount),
        rule=limit.span.rule.value,
        most=LONGEST_LIMIT,
    )
    return asking(turn, form, html)


@taking
async def take(turn: Turn, form: Form) -> Outcome | None:
    """Take what was written as a number of days; show what it means before it is kept."""
    if not may_change(turn):
        return None
    least, most = _bounds(form["what"])
    amount = amount_in(turn.text, _is_calendar(form["what"]))
    if amount is None or not least <= amount <= most:
        return turn.say("rules.bad_amount", text=turn.text[:60], least=least, most=most)
    return await _confirm(turn, with_fields(form, step="sure", amount=amount))


async def press(turn: Turn, form: Form, value: str) -> Outcome:
    """Keep the amount that was shown."""
    if form["step"] != "sure":
        return turn.say("rules.over")
    return await keep(turn, form["what"], int(form["amount"]))


async def keep(turn: Turn, what: str, amount: int | None) -> Outcome:
    """Set it (None: back to what is usual), and show the screen as it is now."""
    ruling = turn.office.ruling
    try:
        if what == RETENTION:
            await ruling.set_retention(turn.work, amount, by(turn))
            said, screen = turn.render("rules.kept_retention"), await screens.retention(turn)
        else:
            limit = limit_named(what)
            await ruling.set_limit(turn.work, what, amount, by(turn))
            said, screen = turn.render("rules.kept_dates"), await screens.limit(turn, limit)
    except DomainError as error:
        return replace(explained(turn, error), remember=CLOSED)
    return done(turn, said, Message(screen.html, screen.buttons))


async def _confirm(turn: Turn, form: Form) -> Outcome:
    what, amount = form["what"], form["amount"]
    rules = await turn.office.ruling.rules(turn.work)
    if what == RETENTION:
        html = turn.render(
            "rules.sure_retention",
            days=amount,
            was=rules.retention_days,
            shorter=amount < rules.retention_days,
        )
    else:
        html = _sure_limit(turn, limit_named(what), rules, amount)
    return asking(turn, form, html, [step(turn, "rules.b_save", form, "+")])


def _sure_limit(turn: Turn, limit: GeneralLimit, rules: OfficeRules, amount: int) -> str:
    usual = int(limit.span.amount)
    return turn.render(
        "rules.sure_limit",
        name=limit.name,
        amount=amount,
        was=rules.limits.get(limit.name, usual),
        usual=usual,
        rule=limit.span.rule.value,
        source=limit.source,
    )


def amount_in(text: str, is_calendar: bool) -> int | None:
    """Return the days that a text names ("7", "7 hari kerja", "2 minggu"), or None.

    A week is five working days, or seven by the calendar; months and years only by the calendar.
    """
    found = _AMOUNT.fullmatch(" ".join(text.casefold().split()).strip(" ."))
    if found is None:
        return None
    number, unit = int(found["number"] or found["of"]), found["unit"] or ""
    if unit.startswith(("minggu", "pekan", "week")):
        return number * (7 if is_calendar else 5)
    if unit.startswith(("bulan", "month", "tahun", "year")):
        days = _MONTH if unit.startswith(("bulan", "month")) else _YEAR
        return number * days if is_calendar else None
    return number


def _bounds(what: str) -> tuple[int, int]:
    return (SHORTEST_RETENTION, LONGEST_RETENTION) if what == RETENTION else (1, LONGEST_LIMIT)


def _is_calendar(what: str) -> bool:
    return what == RETENTION or limit_named(what).span.rule is Rule.CALENDAR_DAYS
