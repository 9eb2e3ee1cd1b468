"""The admin changes the office's rules: checked, kept with who and when, taken back.

Who may is asked where it is called; dates follow by `bot.services.redating`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from bot.clock import Clock
from bot.domain.errors import DomainError
from bot.domain.general_limits import GeneralLimit, general_limits
from bot.domain.office_rules import OfficeRules
from bot.domain.setting_changes import SettingChange
from bot.domain.tasks.rungs import LadderRules
from bot.domain.working_time.calendar import office_calendar
from bot.domain.working_time.overrides import CalendarOverrides
from bot.services.ports import UnitOfWork

CALENDAR, LIMITS, DELEGATION, RETENTION = (
    *("calendar", "limits", "delegation_waits", "retention_days"),
)
DESK = "service_desk"
LADDER = "ladder"
NAMES = (DESK, DELEGATION, LIMITS, RETENTION, CALENDAR, LADDER)
"""The settings that an admin changes in chat."""

LONGEST_LIMIT = 365
SHORTEST_RETENTION, LONGEST_RETENTION = 30, 3650
"""Days: nobody is anonymised while an objection may still come, or kept for ever."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Changes rules, each in a unit of work; `by` is the person who does it."""

    clock: Clock
    zone: tzinfo

    async def rules(self, work: UnitOfWork) -> OfficeRules:
        """Return the rules as they stand."""
        return OfficeRules.from_settings(await work.settings.all())

    async def set_limit(self, work: UnitOfWork, name: str, amount: int | None, by: int) -> None:
        """Give a general limit so many days; None: those of its source.

        Raises DomainError: rules.no_limit, rules.amount.
        """
        limit_named(name)
        if amount is not None:
            _require(amount, 1, LONGEST_LIMIT)
        limits = {**(await self.rules(work)).limits}
        if amount is None:
            limits.pop(name, None)
        else:
            limits[name] = amount
        await work.settings.set(LIMITS, limits or None, self.clock.now(), by)

    async def set_delegation_waits(self, work: UnitOfWork, waits: bool, by: int) -> None:
        """Let complaints wait for the receiving post where it may delegate, or go straight on."""
        await work.settings.set(DELEGATION, waits or None, self.clock.now(), by)

    async def set_retention(self, work: UnitOfWork, days: int | None, by: int) -> None:
        """Keep ended complaints so many days; None: as long as is usual.

        Raises DomainError("rules.amount").
        """
        if days is not None:
            _require(days, SHORTEST_RETENTION, LONGEST_RETENTION)
        await work.settings.set(RETENTION, days, self.clock.now(), by)

    async def set_rung(self, work: UnitOfWork, name: str, value: int, by: int) -> None:
        """Change one rung of the ladder of reminders, or a figure of it.

        Raises what `LadderRules.changed` raises.
        """
        found = (await self.rules(work)).ladder.changed(name, value).but_for(LadderRules())
        await work.settings.set(LADDER, found or None, self.clock.now(), by)

    async def reset_ladder(self, work: UnitOfWork, by: int) -> None:
        """Let the ladder be what it is where nothing was set."""
        await work.settings.set(LADDER, None, self.clock.now(), by)

    async def change_calendar(
        self,
        work: UnitOfWork,
        change: Callable[[CalendarOverrides], CalendarOverrides],
        by: int,
        *,
        basis: str = "",
    ) -> None:
        """Change the office's calendar; `basis` is what it rests on, in the admin's words.

        Raises what `change` raises, and DomainError where no working hour would come any more.
        """
        overrides = change((await self.rules(work)).calendar)
        data = CalendarOverrides.from_data(overrides.to_data()).to_data()
        now = self.clock.now()
        calendar = office_calendar(self.zone, overrides)
        calendar.add_working_days(now, 1)
        await work.settings.set(
            CALENDAR, data if any(data.values()) else None, now, by, basis=basis
        )

    async def last_change(self, work: UnitOfWork, name: str) -> SettingChange | None:
        """Return the last change of a setting that can be taken back, or None."""
        changes = await work.settings.changes([name], limit=1)
        stands = (await work.settings.all()).get(name)
        return changes[0] if changes and changes[0].new == stands else None

    async def take_back(self, work: UnitOfWork, change_id: int, by: int) -> SettingChange:
        """Undo the last change of a setting; it is a change itself, and can be undone.

        Raises DomainError("rules.changed_since") unless it is the last one of its setting.
        """
        changes = await work.settings.changes(limit=200)
        change = next((one for one in changes if one.id == change_id), None)
        last = await self.last_change(work, change.name) if change else None
        if change is None or last is None or last.id != change_id:
            raise DomainError("rules.changed_since")
        await work.settings.set(change.name, change.old, self.clock.now(), by, basis=change.basis)
        return change


def limit_named(name: str) -> GeneralLimit:
    """Return a general limit that is in use; raises DomainError("rules.no_limit")."""
    limit = general_limits().get(name)
    if limit is None or not limit.used:
        raise DomainError("rules.no_limit")
    return limit


def _require(amount: int, least: int, most: int) -> None:
    if not least <= amount <= most:
        raise DomainError("rules.amount", least=least, most=most)
