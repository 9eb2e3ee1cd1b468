"""/pengaturan: the office's rules on one screen, and a screen for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.domain.general_limits import GeneralLimit, general_limits
from bot.domain.office_rules import OfficeRules
from bot.services.ruling import DELEGATION, DESK, LIMITS, NAMES, RETENTION
from handlers.buttons import Button, Staff, encode
from handlers.markup import plain
from handlers.officials.views import code_of
from handlers.replies import Message
from handlers.rules.changes import changes_of
from handlers.rules.making import Who, button, refusal
from handlers.turn import Outcome, Turn

_USUAL = OfficeRules()
_HISTORY = 15


async def settings(turn: Turn) -> Outcome:
    """Show the rules to an admin; others get a sentence."""
    refused = refusal(turn)
    return refused if refused is not None else Outcome((await overview(turn),))


async def overview(turn: Turn) -> Message:
    """Return all rules as they stand, with a button for each."""
    rules = await turn.office.ruling.rules(turn.work)
    html = turn.render(
        "rules.overview",
        desk=await _desk_name(turn, rules),
        waits=rules.delegation_waits,
        limits=[_limit(one, rules) for one in general_limits().values() if one.used],
        retention=rules.retention_days,
        usual_retention=_USUAL.retention_days,
        entries=_entries(rules),
        own_ladder=rules.ladder != _USUAL.ladder,
    )
    rows = (
        (button(turn, "rules.b_limits", "limits"), button(turn, "rules.b_retention", "keep")),
        (button(turn, "rules.b_delegation", "deleg"), button(turn, "rules.b_desk", "desk")),
        (button(turn, "rules.b_ladder", "ladder"), button(turn, "rules.b_calendar", "cal")),
        (button(turn, "rules.b_history", "log"),),
    )
    return Message(html, rows)


async def limits(turn: Turn) -> Message:
    """Return the general limits with their sources, a button for each that is in use."""
    rules = await turn.office.ruling.rules(turn.work)
    known = general_limits().values()
    html = turn.render(
        "rules.limits",
        used=[_limit(one, rules) for one in known if one.used],
        unused=[_limit(one, rules) for one in known if not one.used],
    )
    rows = tuple(
        (button(turn, "rules.b_limit", "limit", one.name, name=one.name),)
        for one in known
        if one.used
    )
    return Message(html, (*rows, (_back(turn),)))


async def limit(turn: Turn, one: GeneralLimit) -> Message:
    """Return one general limit with its source, what the office has, and who has set it."""
    rules = await turn.office.ruling.rules(turn.work)
    history = await changes_of(turn, (LIMITS,), 200)
    mine = [line for line in history if line["limit"] == one.name][:5]
    html = turn.render("rules.limit", limit=_limit(one, rules), changes=mine)
    row: list[Button] = [button(turn, "rules.b_change", "change", one.name)]
    if one.name in rules.limits:
        row.append(
            button(turn, "rules.b_default", "default", one.name, amount=int(one.span.amount))
        )
    return Message(html, (tuple(row), (button(turn, "rules.b_limits", "limits"), _back(turn))))


async def delegation(turn: Turn) -> Message:
    """Return what happens where a standard says "dapat mendelegasikan", and the other way."""
    rules = await turn.office.ruling.rules(turn.work)
    html = turn.render(
        "rules.delegation",
        waits=rules.delegation_waits,
        changes=await changes_of(turn, (DELEGATION,), 5),
    )
    key, value = ("rules.b_go_on", "-") if rules.delegation_waits else ("rules.b_wait", "+")
    return Message(html, ((button(turn, key, "waits", value),), (_back(turn),)))


async def retention(turn: Turn) -> Message:
    """Return how long ended complaints are kept."""
    rules = await turn.office.ruling.rules(turn.work)
    html = turn.render(
        "rules.retention",
        days=rules.retention_days,
        usual=_USUAL.retention_days,
        changes=await changes_of(turn, (RETENTION,), 5),
    )
    row = [button(turn, "rules.b_change", "change", RETENTION)]
    if rules.retention_days != _USUAL.retention_days:
        usual = _USUAL.retention_days
        row.append(button(turn, "rules.b_default", "default", RETENTION, amount=usual))
    return Message(html, (tuple(row), (_back(turn),)))


async def desk(turn: Turn) -> Message:
    """Return which post is the service desk, with the way to its card and to all posts."""
    rules = await turn.office.ruling.rules(turn.work)
    changes = await changes_of(turn, (DESK,), 5)
    html = turn.render("rules.desk", desk=await _desk_name(turn, rules), changes=changes)
    code = Staff("list", "1")
    if rules.service_desk:
        code = Staff("card", code_of(rules.service_desk))
    key = "rules.b_desk_card" if rules.service_desk else "rules.b_posts"
    return Message(html, ((Button(plain(turn.render(key)), encode(code)),), (_back(turn),)))


async def log(turn: Turn) -> Message:
    """Return the last changes of all rules."""
    html = turn.render("rules.log", changes=await changes_of(turn, NAMES, _HISTORY))
    return Message(html, ((_back(turn),),))


def _limit(one: GeneralLimit, rules: OfficeRules) -> Mapping[str, Any]:
    usual = int(one.span.amount)
    return {
        "name": one.name,
        "usual": usual,
        "amount": rules.limits.get(one.name, usual),
        "is_own": one.name in rules.limits,
        "rule": one.span.rule.value,
        "source": one.source,
        "seen": one.seen,
        "verified": one.verified,
    }


async def _desk_name(turn: Turn, rules: OfficeRules) -> str:
    """Return the present name of the service desk, "" if there is none."""
    if not rules.service_desk:
        return ""
    office = (await Who.of(turn)).office
    post = office.posts.get(office.present(rules.service_desk, turn.now))
    return post.name if post else ""


def _entries(rules: OfficeRules) -> int:
    calendar = rules.calendar
    return len(calendar.closed) + len(calendar.open) + len(calendar.seasons)


def _back(turn: Turn) -> Button:
    return button(turn, "rules.b_back", "top")
