from __future__ import annotations

from datetime import date

import pytest

from bot.domain.date_spans import Days, days_and_rest, read_days

TODAY = date(2026, 11, 23)  # a Monday
EVE, SECOND = date(2026, 12, 24), date(2026, 12, 26)

SPANS = [
    ("24 des", EVE, EVE),
    ("Kamis, 24 Desember 2026", EVE, EVE),
    ("2026-12-24", EVE, EVE),
    ("besok", date(2026, 11, 24), date(2026, 11, 24)),
    ("24-26 desember 2026", EVE, SECOND),
    ("24 - 26 des", EVE, SECOND),
    ("24\u201326 Des 2026", EVE, SECOND),
    ("24 s.d. 26 Desember 2026", EVE, SECOND),
    ("24 s/d 26 des", EVE, SECOND),
    ("24 sd 26 des", EVE, SECOND),
    ("24 sampai dengan 26 des", EVE, SECOND),
    ("dari tanggal 24 hingga 26 desember", EVE, SECOND),
    ("tgl 24 sampai 26 des", EVE, SECOND),
    ("24 des - 26 des 2026", EVE, SECOND),
    ("24/12 - 26/12/2026", EVE, SECOND),
    ("24/12/2026-26/12/2026", EVE, SECOND),
    ("24-12-2026 s.d. 26-12-2026", EVE, SECOND),
    ("2026-12-24 s.d. 2026-12-26", EVE, SECOND),
    ("2026-12-24..2026-12-26", EVE, SECOND),
    ("December 24-26, 2026", EVE, SECOND),
    ("kamis 24 - sabtu 26 des", EVE, SECOND),
    ("30 des - 2 jan", date(2026, 12, 30), date(2027, 1, 2)),
    ("30 des 2026 s.d. 2 jan 2027", date(2026, 12, 30), date(2027, 1, 2)),
    ("30 des - 2 januari 2027", date(2026, 12, 30), date(2027, 1, 2)),
    ("besok sampai jumat", date(2026, 11, 24), date(2026, 11, 27)),
    ("9 februari 2027 - 10 maret 2027", date(2027, 2, 9), date(2027, 3, 10)),
    ("9 feb-10 mar 2027", date(2027, 2, 9), date(2027, 3, 10)),
    ("1-3 mei", date(2027, 5, 1), date(2027, 5, 3)),
    ("selasa dpn sama rabu", date(2026, 12, 1), date(2026, 12, 2)),
    ("24 dan 25 des", EVE, date(2026, 12, 25)),
    ("bsk & lusa", date(2026, 11, 24), date(2026, 11, 25)),
]


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_days_as_people_write_them(text: str, first: date, last: date) -> None:
    assert read_days(text, TODAY) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "libur", "26-24 des", "31-32 des", "24 dan 26 des", "24, 25 dan 26 des", "24", "24-26",
        "30 feb", "29-31 februari 2027", "desember", "2026", "-", "s.d.", "24 des -",
    ],
)  # fmt: skip
def test_what_names_no_days_is_nothing(text: str) -> None:
    assert read_days(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("24-26 des 2026 cuti bersama Natal", "cuti bersama Natal"),
        ("24 s.d. 26 Desember 2026: Cuti bersama, SKB 3/2026", "Cuti bersama, SKB 3/2026"),
        ("24 - 26 desember", ""),
    ],
)
def test_what_follows_the_days_is_kept(text: str, rest: str) -> None:
    days, found = days_and_rest(text, TODAY)
    assert (days, found) == ((EVE, SECOND), rest)
    assert days is not None
    assert days.length == 3


@pytest.mark.parametrize(
    "text", ["selasa depan dan jumat", "24 des sama 27 des libur", "24 des 25 des"]
)
def test_days_that_were_not_all_understood_are_none(text: str) -> None:
    assert days_and_rest(text, TODAY) == (None, text)


def test_a_name_may_begin_as_days_do() -> None:
    assert days_and_rest("24 des hari raya Natal", TODAY) == (Days(EVE, EVE), "hari raya Natal")


def test_words_without_days_stay_whole() -> None:
    assert days_and_rest("cuti bersama besok lusa saja", TODAY) == (
        None,
        "cuti bersama besok lusa saja",
    )
