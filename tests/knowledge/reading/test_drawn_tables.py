"""Tables that are drawn with signs in plain text."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.drawn import with_drawn_tables
from tests.knowledge.reading.test_nothing_is_lost import lost

PRICES = """
   +----+------------------+-----------+
   | No | Jenis timbangan  | Tera      |
   |    |                  | Ulang (Rp)|
   +----+------------------+-----------+
   | 1  | Timbangan meja   |     7.500 |
   | 2  | Timbangan digital|    35.000 |
   |    | s.d. 25 kg       |           |
   +----+------------------+-----------+
"""
TEXT = f"""STANDAR PELAYANAN TERA

I.   PERSYARATAN
     A. Di kantor
        1. KTP
     B. Di lokasi
        1. Denah
II.  PROSEDUR
     1. Penera menguji timbangan (1 jam)
III. TARIF
{PRICES}
"""


def rows(text: str) -> list[str]:
    return [line for line in with_drawn_tables(text).split("\n") if line]


def test_rows_stand_between_borders_and_may_go_on() -> None:
    assert rows(PRICES) == [
        "| No | Jenis timbangan | Tera Ulang (Rp) |",
        "|---|---|---|",
        "| 1 | Timbangan meja | 7.500 |",
        "| 2 | Timbangan digital s.d. 25 kg | 35.000 |",
    ]


def test_between_borders_of_its_own_a_row_may_have_lists() -> None:
    table = (
        "+---+----------+---------+\n| 1 | Syarat   | 1. KTP  |\n|   |          | 2. KK   |\n"
        "+---+----------+---------+\n| 2 | Biaya    | Rp5.000 |\n| - | layanan  | tunai   |\n"
        "+===+==========+=========+\n| 3 | Produk   | Kartu   |\n+---+----------+---------+\n"
    )
    assert rows(table) == [
        "| 1 | Syarat | 1. KTP<br>2. KK |",
        "|---|---|---|",
        "| 2 - | Biaya layanan | Rp5.000 tunai |",
        "| 3 | Produk | Kartu |",
    ]


def test_box_lines_draw_a_table_too() -> None:
    table = (
        "┌──────┬───────┐\n│ Hari │ Jam   │\n├──────┼───────┤\n│ Rabu │ 08.00 │\n└──────┴───────┘"
    )
    assert rows(table) == ["| Hari | Jam |", "|---|---|", "| Rabu | 08.00 |"]


@pytest.mark.parametrize("text", ["a + b\n+-\n| x |", "+---+---+\nteks", "| a | b |\n|---|---|"])
def test_other_lines_stay(text: str) -> None:
    assert with_drawn_tables(text) == text


def test_a_frame_only_frames() -> None:
    frame = "+------------------------+\n| STANDAR PELAYANAN TERA |\n+------------------------+"
    assert rows(frame) == ["STANDAR PELAYANAN TERA"]


def test_the_prices_of_a_drawn_table_are_entries() -> None:
    (standard,) = read_text(TEXT, "tera.txt")
    assert lost(TEXT, [standard]) == {}
    cost = next(s for s in standard.sections if s.facet is Facet.COST)
    assert [item.text for item in cost.items] == [
        "Timbangan meja: 7.500",
        "Timbangan digital s.d. 25 kg: 35.000",
    ]


def test_below_roman_figures_a_letter_marks_an_entry() -> None:
    (standard,) = read_text(TEXT, "tera.txt")
    needed = next(s for s in standard.sections if s.facet is Facet.REQUIREMENTS)
    groups = [(i.mark, i.text, [below.text for below in i.items]) for i in needed.items]
    assert groups == [("A", "Di kantor", ["KTP"]), ("B", "Di lokasi", ["Denah"])]


def test_many_borders_are_read_in_time() -> None:
    text = "+---+---+\n" * 50_000
    assert with_drawn_tables(text) == text
