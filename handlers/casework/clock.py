"""The clock of a ticket in words: when it is due, what is left, and why then, day by day."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.limits import Limit
from bot.domain.tickets import OPEN, Ticket, TicketStatus
from bot.services.deadlines import OfficeDeadlines
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
    left = time_left(case.deadlines, ticket.due_at, case.reader.at)
    return texts.render("casework.clock", language, limit=ticket.limit, due=ticket.due_at, **left)


def short_clock(
    texts: Texts, language: str, ticket: Ticket, deadlines: OfficeDeadlines, at: datetime
) -> str:
    """Return what is left, in a few words for a list; "" if nothing runs for the office."""
    if ticket.status not in OPEN or ticket.paused_since is not None or ticket.due_at is None:
        return ""
    left = time_left(deadlines, ticket.due_at, at)
    return texts.render("casework.time_left", language, **left)


def time_left(deadlines: OfficeDeadlines, due: datetime, now: datetime) -> dict[str, object]:
    """Return what is left or over: whole working days, or on the last day working minutes."""
    calendar = deadlines.calendar
    late = now >= due
    earlier, later = (due, now) if late else (now, due)
    first = calendar.local(earlier).date() + timedelta(days=1)
    days = calendar.working_days(first, calendar.local(later).date())
    minutes = deadlines.working_minutes(earlier, later)
    return {"late": late, "days": len(days), "minutes": minutes}


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
