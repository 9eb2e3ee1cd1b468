from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.moments import read_moment

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=WIB)  # a Wednesday


def moment(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sekarang", NOW),
        ("Senin depan jam 8", moment(23, 8)),
        ("senin depan", date(2026, 11, 23)),
        ("1 Des", date(2026, 12, 1)),
        ("1 Des jam 9", moment(1, 9, month=12)),
        ("1 Desember 2026 pukul 09.30", moment(1, 9, 30, month=12)),
        ("1/12/2026 13:15", moment(1, 13, 15, month=12)),
        ("2026-12-01 08:00", moment(1, 8, month=12)),
        ("besok pagi", date(2026, 11, 19)),
        ("besok jam 2 siang", moment(19, 14)),
        ("besok jam 11 siang", moment(19, 11)),
        ("lusa pkl 7.30 pagi", moment(20, 7, 30)),
        ("tomorrow at 3 pm", moment(19, 15)),
        ("jam 14", moment(18, 14)),
        ("jam 8", moment(19, 8)),
        ("Jumat pukul 13.00 WIB", moment(20, 13)),
        ("01-12-26", date(2026, 12, 1)),
        ("20.11.2026", date(2026, 11, 20)),
        ("3 hari lagi", date(2026, 11, 21)),
        ("besuk jam 8", moment(19, 8)),
        ("snn dpn jm 8", moment(23, 8)),
        ("senen depan", date(2026, 11, 23)),
        ("31 Desembr jam 9", moment(31, 9, month=12)),
        ("besok jam setengah 9", moment(19, 8, 30)),
        ("minggu depan", date(2026, 11, 23)),
        ("mgg dpn jam 10", moment(23, 10)),
        ("minggu", date(2026, 11, 22)),
        ("2 minggu lagi", date(2026, 12, 2)),
        ("seminggu lagi", date(2026, 11, 25)),
        ("akhir bulan", date(2026, 11, 30)),
        ("bulan depan", date(2026, 12, 1)),
        ("next week", date(2026, 11, 23)),
        ("bosan", None),
        ("besok jam 25", None),
        ("kapan-kapan", None),
        ("", None),
    ],
)
def test_moments_are_read_as_they_are_written(text: str, expected: datetime | date | None) -> None:
    assert read_moment(text, NOW, WIB) == expected
