from __future__ import annotations

from datetime import UTC, date

import pytest

from bot.domain.periods import Period, month_of, read_period

TODAY = date(2026, 3, 2)
YEAR = Period(date(2025, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("", date(2026, 3, 1)),
        ("bulan ini", date(2026, 3, 1)),
        ("Bulan Lalu", date(2026, 2, 1)),
        ("last month", date(2026, 2, 1)),
        ("2026-10", date(2026, 10, 1)),
        ("10/2025", date(2025, 10, 1)),
        ("Oktober", date(2025, 10, 1)),
        ("bulan Oktober", date(2025, 10, 1)),
        ("maret", date(2026, 3, 1)),
        ("okt 2024", date(2024, 10, 1)),
        ("December", date(2025, 12, 1)),
        ("desember 2026", date(2026, 12, 1)),
    ],
)
def test_a_month_is_read_as_people_write_it(text: str, first: date) -> None:
    period = read_period(text, TODAY)
    assert period is not None
    assert period == month_of(first)
    assert read_period(period.code, TODAY) == period


@pytest.mark.parametrize("text", ["2025", "tahun 2025", "year 2025"])
def test_a_year_is_read(text: str) -> None:
    assert read_period(text, TODAY) == YEAR
    assert YEAR.is_year
    assert YEAR.code == "2025"


@pytest.mark.parametrize("text", ["besok", "2026-13", "00/2026", "12", "9999", "oktobar", "1 mei"])
def test_what_is_no_month_is_none(text: str) -> None:
    assert read_period(text, TODAY) is None


def test_last_month_of_january_is_december() -> None:
    assert read_period("bulan lalu", date(2026, 1, 31)) == month_of(date(2025, 12, 9))


def test_a_period_ends_where_the_next_begins() -> None:
    december = month_of(date(2026, 12, 5))
    assert december.until == date(2027, 1, 1)
    since, until = december.instants(UTC)
    assert (since.day, until.year) == (1, 2027)
