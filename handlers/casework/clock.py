"""The clock of a ticket in words: when it is due, what is left, and why then, day by day."""

from __future__ import annotations

from datetime import datetime

from bot.domain.limits import Limit
from bot.domain.tickets import TicketStatus
from handlers.casework.casefile import CaseFile
from handlers.texts import Texts


def clock_line(texts: Texts, case: CaseFile) -> str:
    """Return the line of a card that tells the clock; "" if none runs."""
    ticket, language = case.ticket, case.reader.language
    if ticket.status is TicketStatus.WAITING and ticket.paused_since is not None:
        lapses = case.deadlines.due(Limit.SUPPLY, ticket.paused_since)
        return texts.render(
            "casework.clock_waiting", language, since=ticket.paused_since, lapses=lapses
        )
    if ticket.limit is None or ticket.due_at is None:
        return ""
    left = texts.render("casework.time_left", language, **time_left(case, ticket.due_at))
    return texts.render(
        "casework.clock", language, limit=ticket.limit, due=ticket.due_at, left=left
    )


def short_clock(texts: Texts, case: CaseFile) -> str:
    """Return what is left, in a few words for a list; "" if nothing runs."""
    ticket, language = case.ticket, case.reader.language
    if ticket.paused_since is not None or ticket.due_at is None or ticket.limit == Limit.SETTLE:
        return ""
    return texts.render("casework.time_left", language, **time_left(case, ticket.due_at))


def time_left(case: CaseFile, due: datetime) -> dict[str, object]:
    """Return what is left or over: whole working days, or on the last day working minutes."""
    calendar, now = case.deadlines.calendar, case.reader.at
    late = now >= due
    earlier, later = (due, now) if late else (now, due)
    days = calendar.working_days(calendar.local(earlier).date(), calendar.local(later).date())
    between = len([d for d in days if d > calendar.local(earlier).date()])
    minutes = abs(case.deadlines.working_minutes(earlier, later))
    return {"late": late, "days": between, "minutes": minutes}


def explained(texts: Texts, case: CaseFile) -> str:
    """Return why the ticket is due when it is: every day counted, every day off by its name."""
    ticket, language = case.ticket, case.reader.language
    if ticket.limit is None or ticket.limit_from is None:
        return texts.render("casework.clock_stopped", language)
    reckoning = case.deadlines.explain(ticket.limit, ticket.limit_from)
    limit = case.deadlines.limit(ticket.limit)
    days = [{"day": one.day, "why": "", "name": ""} for one in reckoning.counted]
    days += [{"day": one.day, "why": one.why.value, "name": one.name} for one in reckoning.skipped]
    return texts.render(
        "casework.explained",
        language,
        limit=ticket.limit,
        amount=int(limit.span.amount),
        rule=limit.span.rule.value,
        start=ticket.limit_from,
        days=sorted(days, key=lambda one: str(one["day"])),
        pause=ticket.paused_minutes,
        due=ticket.due_at,
        source=limit.source,
        verified=limit.verified,
    )
