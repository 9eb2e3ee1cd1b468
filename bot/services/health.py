"""Whether the office works: what waits, what was not delivered, what is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil

from bot.clock import Clock
from bot.domain.health import Beat, Finding, LeaseHolder, Level
from bot.domain.messages import MessageCount, OutboxState
from bot.domain.updates import InboxCount
from bot.services.ports import UnitOfWorkFactory
from bot.settings import Settings

_LATE = timedelta(minutes=5)
_RECENT = timedelta(days=7)
_SILENT = timedelta(minutes=5)
_SHARE = 0.99
_UNDELIVERED = (OutboxState.UNCERTAIN, OutboxState.BLOCKED, OutboxState.FAILED)


class Health:
    """Checks an open store; changes nothing."""

    def __init__(self, unit_of_work: UnitOfWorkFactory, clock: Clock) -> None:
        """Work on a store and a clock."""
        self._unit_of_work = unit_of_work
        self._clock = clock

    async def check(self) -> tuple[Finding, ...]:
        """Return what was found, in the order to be shown."""
        now = self._clock.now()
        async with self._unit_of_work(writing=False) as work:
            inbox = await work.inbox.counts(now - _RECENT)
            outbox = await work.outbox.counts()
            recent = await work.outbox.counts(now - _RECENT)
            late = await work.outbox.lateness(now - _RECENT)
            standards = await work.standards.in_force()
            questions = await work.questions.counts(now - _RECENT)
            beats = await work.heartbeats.all()
            leases = await work.leases.all()
        return (
            _standards(len(standards)),
            *_running(leases, beats, now),
            *_intake(inbox, now),
            *_delivery(outbox, recent, now),
            *_punctuality(late),
            Finding("check.questions", Level.INFO, {"days": _RECENT.days, "counts": questions}),
        )


def check_settings(settings: Settings) -> tuple[Finding, ...]:
    """Return what the settings leave open."""
    token = Level.WARNING if settings.telegram_token is None else Level.OK
    admins = Level.WARNING if not settings.admin_ids else Level.OK
    return (
        Finding("check.token", token, {"bot_id": settings.bot_id}),
        Finding("check.admins", admins, {"count": len(settings.admin_ids)}),
        Finding("check.timezone", Level.OK, {"timezone": settings.timezone}),
    )


def _standards(count: int) -> Finding:
    return Finding("check.standards", Level.OK if count else Level.WARNING, {"count": count})


def _running(
    leases: tuple[LeaseHolder, ...], beats: tuple[Beat, ...], now: datetime
) -> list[Finding]:
    """Tell who runs; an open door that has been silent for long is in trouble."""
    live = [lease for lease in leases if lease.until > now]
    doors = sorted({lease.door for lease in live})
    holders = [lease.holder for lease in live]
    findings = [Finding("check.running", Level.INFO, {"holders": holders, "doors": doors})]
    for beat in beats:
        silent = beat.name in doors and now - beat.at > _SILENT
        values = {"name": beat.name, "at": beat.at, "age": now - beat.at, "note": beat.note}
        findings.append(Finding("check.beat", Level.WARNING if silent else Level.INFO, values))
    return findings


def _intake(inbox: InboxCount, now: datetime) -> list[Finding]:
    oldest = inbox.oldest_waiting
    age = None if oldest is None else now - oldest
    late = age is not None and age > _LATE
    waiting = {"count": inbox.waiting, "age": age}
    failed = {"count": inbox.failed, "days": _RECENT.days}
    return [
        Finding("check.last_update", Level.INFO, {"at": inbox.last_received}),
        Finding("check.waiting", Level.WARNING if late else Level.OK, waiting),
        Finding("check.failed_updates", Level.WARNING if inbox.failed else Level.OK, failed),
    ]


def _delivery(
    outbox: tuple[MessageCount, ...], recent: tuple[MessageCount, ...], now: datetime
) -> list[Finding]:
    """Tell of unsent messages, and of the last days' undelivered ones."""
    by_state = {count.state: count for count in outbox}
    queued = by_state.get(OutboxState.QUEUED)
    age = now - queued.oldest if queued else None
    late = age is not None and age > _LATE
    values = {"count": queued.count if queued else 0, "age": age}
    findings = [Finding("check.queued", Level.WARNING if late else Level.OK, values)]
    for count in recent:
        if count.state in _UNDELIVERED:
            undelivered = {"state": count.state, "count": count.count, "age": now - count.oldest}
            findings.append(Finding("check.undelivered", Level.WARNING, undelivered))
    return findings


def _punctuality(late: Sequence[timedelta]) -> list[Finding]:
    """Tell how long after their time reminders were sent: 99 of 100 sooner, and the latest."""
    if not late:
        return []
    most = late[ceil(len(late) * _SHARE) - 1]
    values = {"days": _RECENT.days, "count": len(late), "most": most, "longest": late[-1]}
    return [Finding("check.lateness", Level.INFO, values)]
