"""Dates as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dates import begin_of, day_of, end_of, last_day, read_date

TODAY = date(2026, 3, 4)  # a Wednesday
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31 Desember 2026", date(2026, 12, 31)),
        ("31 desember 2026.", date(2026, 12, 31)),
        ("31 Des 2026", date(2026, 12, 31)),
        ("31-Des-2026", date(2026, 12, 31)),
        ("31/12/2026", date(2026, 12, 31)),
        ("31-12-2026", date(2026, 12, 31)),
        ("31.12.2026", date(2026, 12, 31)),
        ("31/12/26", date(2026, 12, 31)),
        ("2026-12-31", date(2026, 12, 31)),
        ("2026/12/31", date(2026, 12, 31)),
        ("December 31, 2026", date(2026, 12, 31)),
        ("31 December 2026", date(2026, 12, 31)),
        ("tanggal 31 Desember 2026", date(2026, 12, 31)),
        ("sampai tgl 31 Desember 2026", date(2026, 12, 31)),
        ("s.d. 31 Desember 2026", date(2026, 12, 31)),
        ("Kamis, 31 Desember 2026", date(2026, 12, 31)),
        ("1 Pebruari 2027", date(2027, 2, 1)),
        ("5 maret", date(2026, 3, 5)),
        ("4 maret", date(2026, 3, 4)),
        ("3 maret", date(2027, 3, 3)),
        ("3/3", date(2027, 3, 3)),
        ("29 Februari", None),
        ("29 Februari 2028", date(2028, 2, 29)),
        ("hari ini", TODAY),
        ("  Hari   ini ", TODAY),
        ("besok", date(2026, 3, 5)),
        ("lusa", date(2026, 3, 6)),
        ("kemarin", date(2026, 3, 3)),
        ("tomorrow", date(2026, 3, 5)),
        ("3 hari lagi", date(2026, 3, 7)),
        ("in 3 days", date(2026, 3, 7)),
        ("Jumat", date(2026, 3, 6)),
        ("hari Jumat", date(2026, 3, 6)),
        ("jum'at depan", date(2026, 3, 13)),
        ("Rabu", date(2026, 3, 11)),
        ("next friday", date(2026, 3, 6)),
        ("minggu", date(2026, 3, 8)),
        ("31 Februari 2026", None),
        ("13/13/2026", None),
        ("0/1/2026", None),
        ("31 Desembor 2026", None),
        ("31 Desember 0026", None),
        ("tidak tahu", None),
        ("", None),
        ("2026", None),
        ("siapa penanggung jawabnya?", None),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, expected: date | None) -> None:
    assert read_date(text, TODAY) == expected


@given(st.dates(date(1945, 1, 1), date(2199, 12, 31)), st.sampled_from(["id", "en"]))
def test_every_day_is_read_back_from_all_its_spellings(day: date, language: str) -> None:
    patterns = ("long", "d MMMM y", "d/M/y", "dd-MM-y", "y-MM-dd", "EEEE, d MMMM y")
    for pattern in patterns:
        written = format_date(day, pattern, locale=language)
        assert read_date(written, TODAY) == day, written


@given(st.text(max_size=40), st.dates(date(1999, 1, 1), date(2100, 1, 1)))
def test_anything_at_all_is_a_day_or_none(text: str, today: date) -> None:
    found = read_date(text, today)
    assert found is None or isinstance(found, date)


def test_days_begin_and_end_in_the_office() -> None:
    day = date(2026, 12, 31)
    assert begin_of(day, JAKARTA) == datetime(2026, 12, 30, 17, tzinfo=UTC)
    assert end_of(day, JAKARTA) == datetime(2026, 12, 31, 17, tzinfo=UTC)
    assert last_day(end_of(day, JAKARTA), JAKARTA) == day
    assert day_of(end_of(day, JAKARTA), JAKARTA) == day + timedelta(days=1)
