"""Filters that the texts may use: dates and spans of time in the reader's language, and markup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from fractions import Fraction
from typing import Any

from babel import Locale
from babel.dates import format_date, format_interval, format_timedelta
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from knowledge.model import Duration


def filters(language: str, zone: tzinfo) -> dict[str, Callable[..., Any]]:
    """Return the filters for one language; instants are shown in the office's `zone`."""
    show = _Shown(language, zone)
    return {
        "bold": bold,
        "brief": show.brief,
        "clock": show.clock,
        "date": show.date_of,
        "dated": show.dated,
        "day": show.day,
        "duration": show.duration,
        "full_month": show.full_month,
        "long_day": show.long_day,
        "month": show.month,
        "number": show.number,
        "quote": quote,
        "short": show.short,
        "through": show.through,
    }


class _Shown:
    """Dates, spans of time and numbers as one language writes them."""

    def __init__(self, language: str, zone: tzinfo) -> None:
        self._locale = Locale.parse(language)
        self._clock = "%H.%M" if language == "id" else "%H:%M"
        self._zone = zone

    def clock(self, value: datetime) -> str:
        """Show the hour and minute of an instant."""
        return value.astimezone(self._zone).strftime(self._clock)

    def date_of(self, value: date | datetime) -> str:
        """Show a date; with its hour and minute if it is an instant."""
        if not isinstance(value, datetime):
            return format_date(value, "long", locale=self._locale)
        local = value.astimezone(self._zone)
        return f"{format_date(local, 'long', locale=self._locale)}, {self.clock(value)}"

    def dated(self, value: datetime) -> str:
        """Show the date of an instant without its time."""
        return format_date(value.astimezone(self._zone), "long", locale=self._locale)

    def day(self, value: date | datetime) -> str:
        """Show a date with its weekday, shortly; with its hour and minute if it is an instant."""
        day = value.astimezone(self._zone) if isinstance(value, datetime) else value
        short = format_date(day, "EEE, d MMM y", locale=self._locale)
        return f"{short}, {self.clock(value)}" if isinstance(value, datetime) else short

    def long_day(self, value: date | datetime) -> str:
        """Show a date with its weekday; with its hour and minute if it is an instant."""
        day = value.astimezone(self._zone) if isinstance(value, datetime) else value
        return f"{format_date(day, 'EEEE', locale=self._locale)}, {self.date_of(value)}"

    def brief(self, value: datetime) -> str:
        """Show an instant as briefly as a picture needs it."""
        local = value.astimezone(self._zone)
        return f"{format_date(local, 'EEE d MMM', locale=self._locale)} {self.clock(value)}"

    def short(self, value: date) -> str:
        """Show a date without its year."""
        return format_date(value, "d MMM", locale=self._locale)

    def month(self, value: date) -> str:
        """Show a month with its year."""
        return format_date(value, "MMM y", locale=self._locale)

    def full_month(self, value: date) -> str:
        """Show a month by its whole name, with its year."""
        return format_date(value, "MMMM y", locale=self._locale)

    def through(self, first: date, last: date) -> str:
        """Show the dates from one to another, a month or year that both share once."""
        return format_interval(first, last, "yMMMMd", locale=self._locale)

    def duration(self, value: Duration | timedelta) -> str:
        """Show a standard's duration in its own words, and a span of time in the reader's."""
        if isinstance(value, Duration):
            return value.text
        return format_timedelta(value, locale=self._locale, threshold=1.2)

    def number(self, value: int | Decimal | Fraction) -> str:
        """Show a number with the reader's decimal sign, to two places."""
        return format_decimal(round(Decimal(float(value)), 2), locale=self._locale)


def quote(text: object) -> Markup:
    """Set off words that stand so in a document."""
    return Markup("<blockquote>{}</blockquote>").format(str(text).strip())


def bold(text: object) -> Markup:
    """Show in bold; `text` is escaped unless it is markup already."""
    return Markup("<b>") + escape(text) + Markup("</b>")
