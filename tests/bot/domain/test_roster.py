"""Lists of posts and holders as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.posts import Holding
from bot.domain.roster import Row, Sheet, read_sheet

TODAY = date(2026, 3, 2)


def read(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines), TODAY)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "heading",
    [
        ["jabatan", "nama", "atasan", "unit", "status", "sk", "mulai", "sampai", "telegram_id"],
        ["post", "name", "superior", "unit", "holding", "decree", "since", "until", "telegram_id"],
        ["Nama Jabatan", "Nama Pejabat", "Atasan Langsung", "Unit Kerja", "Status", "No. SK", "TMT",
         "Sampai", "Telegram ID"],
    ],
)  # fmt: skip
def test_every_column_is_read_under_its_headings(separator: str, heading: list[str]) -> None:
    cells = ["Kepala Bagian A", "Sari", "Kepala Biro B", "Biro B", "Plt.", "SK 1/2026"]
    cells += ["1 Januari 2026", "31/12/2026", "7001"]
    sheet = read(separator.join(heading), separator.join(cells))
    expected = Row(
        2, "Kepala Bagian A", "Sari", "Kepala Biro B", "Biro B", Holding.PLT, "SK 1/2026",
        date(2026, 1, 1), date(2026, 12, 31), 7001,
    )  # fmt: skip
    assert sheet == Sheet((expected,))


def test_only_the_post_is_needed_and_empty_lines_are_passed_over() -> None:
    sheet = read("", "jabatan,nama", "", "Kepala Biro B,", ",", "  Kepala   Bagian A ,Sari ")
    assert sheet == Sheet((Row(4, "Kepala Biro B"), Row(6, "Kepala Bagian A", "Sari")))


def test_cells_in_quotes_may_hold_separators_and_line_breaks() -> None:
    sheet = read("jabatan,nama", '"Kepala Biro Organisasi, Tata Laksana","Sari', 'Dewi"', "B,C")
    assert sheet.rows[0] == Row(2, "Kepala Biro Organisasi, Tata Laksana", "Sari Dewi")
    assert sheet.rows[1].line == 4


def test_columns_that_lists_often_have_are_passed_over() -> None:
    assert read("no;jabatan;NIP;keterangan", "1;Kepala Biro;19;x").rows == (Row(2, "Kepala Biro"),)


@pytest.mark.parametrize(
    ("text", "holding"),
    [
        ("", Holding.DEFINITIVE), ("definitif", Holding.DEFINITIVE), ("Tetap", Holding.DEFINITIVE),
        ("PLT", Holding.PLT), ("Plt.", Holding.PLT), ("pelaksana tugas", Holding.PLT),
        ("plh", Holding.PLH), ("Pelaksana Harian", Holding.PLH),
    ],
)  # fmt: skip
def test_the_right_in_which_a_post_is_held_is_read(text: str, holding: Holding) -> None:
    assert read("jabatan,nama,status", f"A,B,{text}").rows[0].holding is holding


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["nama,unit", "A,B"], [(1, "no_post_column")]),
        (["jabatan,gaji", "A,9"], [(1, "unknown_column")]),
        (["jabatan,post", "A,B"], [(1, "column_twice"), (1, "column_twice")]),
        ([""], [(1, "empty")]),
        (["jabatan"], [(1, "empty")]),
        (['jabatan', '"A'], [(1, "broken")]),
        (["jabatan,nama", "Kepala Biro Organisasi, Tata Laksana,Sari"], [(2, "too_many_cells")]),
        (["jabatan,nama", ",Sari", "A,B", ",Budi"], [(2, "no_post"), (4, "no_post")]),
        (["jabatan,nama,status", "A,B,Pjs"], [(2, "bad_holding")]),
        (["jabatan,nama,mulai", "A,B,31/02/2026"], [(2, "bad_date")]),
        (["jabatan,nama,mulai,sampai", "A,B,x,y"], [(2, "bad_date"), (2, "bad_date")]),
        (["jabatan,telegram_id", "A,@sari"], [(2, "bad_telegram_id")]),
        (["jabatan,telegram_id", "A,-5"], [(2, "bad_telegram_id")]),
        (["jabatan,telegram_id", "A,0"], [(2, "bad_telegram_id")]),
        (["jabatan,telegram_id", "A,1.5E+09"], [(2, "bad_telegram_id")]),
        (["jabatan,telegram_id", "A," + "9" * 30], [(2, "bad_telegram_id")]),
        (["jabatan,status", "A,Plt"], [(2, "no_name")]),
        (["jabatan", "A" * 201], [(2, "too_long")]),
        (["jabatan,telegram_id,status", ",x,y"],
         [(2, "no_post"), (2, "bad_holding"), (2, "bad_telegram_id")]),
    ],
)  # fmt: skip
def test_everything_that_is_wrong_is_named_with_its_line(
    lines: list[str], expected: list[tuple[int, str]]
) -> None:
    sheet = read(*lines)
    assert [(p.line, p.key) for p in sheet.problems] == expected


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[tuple[str, str, str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([("jabatan", "nama", "unit"), *rows])
    sheet = read_sheet(out.getvalue(), TODAY)
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    expected = [row for row in plain if any(row)]
    if sheet.problems:
        assert all(p.key in ("no_post", "empty") for p in sheet.problems)
        assert any(not row[0] for row in expected) or not expected
    else:
        found = [[row.post, row.name or "", row.unit or ""] for row in sheet.rows]
        assert found == expected


@given(st.text(max_size=200))
def test_any_text_at_all_is_a_list_or_has_problems(text: str) -> None:
    sheet = read_sheet(text, TODAY)
    assert bool(sheet.rows) or bool(sheet.problems)
