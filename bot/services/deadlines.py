"""When a ticket's limits end: the general limits on the office's own calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from fractions import Fraction

from bot.domain.general_limits import GeneralLimit, general_limits
from bot.domain.office_rules import OfficeRules
from bot.domain.working_time.calendar import WorkingCalendar, office_calendar
from bot.domain.working_time.reckoning import Reckoning, Span, end_of, reckon
from bot.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class OfficeDeadlines:
    """Fulfils `bot.domain.limits.Deadlines` with the office's calendar and rules."""

    calendar: WorkingCalendar
    rules: OfficeRules

    def limit(self, name: str) -> GeneralLimit:
        """Return a general limit, with the amount that the office has set."""
        general = general_limits()[name]
        amount = self.rules.limits.get(name)
        if amount is None:
            return general
        return replace(general, span=Span(general.span.rule, Fraction(amount)))

    def due(self, limit: str, since: datetime, paused_minutes: int = 0) -> datetime:
        """Return when a limit ends that began then and stood still for some working minutes."""
        end = end_of(self.calendar, since, self.limit(limit).span)
        return self.calendar.add_minutes(end, paused_minutes) if paused_minutes else end

    def working_minutes(self, since: datetime, until: datetime) -> int:
        """Return the working minutes between two instants."""
        return int(self.calendar.minutes_between(since, until))

    def soonest(self, now: datetime) -> datetime:
        """Return the soonest end that a change of the rules may bring: the next day's closing."""
        today = self.calendar.closing_from(self.calendar.local(now).date())
        return self.calendar.add_working_days(today, 1)

    def explain(self, limit: str, since: datetime) -> Reckoning:
        """Return how a limit runs out, day by day."""
        return reckon(self.calendar, since, self.limit(limit).span)

    def share(self, since: datetime, due: datetime, percent: int) -> datetime:
        """Return when so much of the working time until then is over, inside working hours."""
        return self.calendar.at_fraction(since, due, Fraction(percent, 100))


class DeadlineSource:
    """Finds the deadlines of the moment: the admin may change calendar and limits at any time."""

    def __init__(self, zone: tzinfo) -> None:
        """Reckon in the office's zone."""
        self._zone = zone

    async def __call__(self, work: UnitOfWork) -> OfficeDeadlines:
        """Return the deadlines by the settings as they stand in this unit."""
        return self.by(OfficeRules.from_settings(await work.settings.all()))

    def by(self, rules: OfficeRules) -> OfficeDeadlines:
        """Return the deadlines by given rules."""
        return OfficeDeadlines(office_calendar(self._zone, rules.calendar), rules)
