"""Filters that the texts may use: dates and spans of time in the reader's language, and markup."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from babel import Locale
from babel.dates import format_date, format_timedelta
from markupsafe import Markup, escape

from knowledge.model import Duration


def filters(language: str, zone: tzinfo) -> dict[str, Callable[..., Any]]:
    """Return the filters for one language; instants are shown in the office's `zone`."""
    locale = Locale.parse(language)

    def show_date(value: date | datetime) -> str:
        """Show a date; with its hour and minute if it is an instant."""
        if not isinstance(value, datetime):
            return format_date(value, "long", locale=locale)
        local = value.astimezone(zone)
        hour = local.strftime("%H.%M" if language == "id" else "%H:%M")
        return f"{format_date(local, 'long', locale=locale)}, {hour}"

    def show_day(value: date | datetime) -> str:
        """Show a date with its weekday, shortly; with its hour and minute if it is an instant."""
        if not isinstance(value, datetime):
            return format_date(value, "EEE, d MMM y", locale=locale)
        local = value.astimezone(zone)
        hour = local.strftime("%H.%M" if language == "id" else "%H:%M")
        return f"{format_date(local, 'EEE, d MMM y', locale=locale)}, {hour}"

    def show_duration(value: Duration | timedelta) -> str:
        """Show a standard's duration in its own words, and a span of time in the reader's."""
        if isinstance(value, Duration):
            return value.text
        return format_timedelta(value, locale=locale, threshold=1.2)

    return {
        "date": show_date,
        "day": show_day,
        "duration": show_duration,
        "quote": quote,
        "bold": bold,
    }


def quote(text: object) -> Markup:
    """Set off words that stand so in a document."""
    return Markup("<blockquote>{}</blockquote>").format(str(text).strip())


def bold(text: object) -> Markup:
    """Show in bold; `text` is escaped unless it is markup already."""
    return Markup("<b>") + escape(text) + Markup("</b>")
