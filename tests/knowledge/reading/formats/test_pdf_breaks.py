"""PDF tables over a page's end: a row that is broken there, and a head that is printed again."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from knowledge.reading.formats import transcribe

HEAD = ("No", "Komponen", "Uraian")
RULE = "|---|---|---|"
PLACES = (60, 100, 220, 540)
STEP, TOP = 14, 60


@dataclass(frozen=True)
class Sheet:
    """One page: rows of cells with their lines, what stands below, and which ends are open."""

    rows: Sequence[Sequence[str]]
    below: str = ""
    above: str = ""
    begun: bool = False  # the first row began on the page before
    open: bool = False  # the last row goes on on the next page
    foot: str = ""
    down: float | None = None  # how far down the lines of the open row go
    places: Sequence[float] = PLACES


def printed(*sheets: Sheet) -> bytes:
    """Return a PDF with a ruled table on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setLineWidth(0.5)
    for sheet in sheets:
        _print(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _print(canvas: Canvas, sheet: Sheet) -> None:
    high = A4[1]
    at, left, right = float(TOP), sheet.places[0], sheet.places[-1]
    levels = [] if sheet.begun else [at]
    for row in sheet.rows:
        for place, cell in zip(sheet.places, row, strict=False):
            for number, text in enumerate(cell.split("\n"), 1):
                canvas.drawString(place + 4, high - at - STEP * number, text)
        at += STEP * max(cell.count("\n") + 1 for cell in row) + 6
        levels.append(at)
    if sheet.open:
        levels.pop()
        at = sheet.down or at
    for level in levels:
        canvas.line(left, high - level, right, high - level)
    for place in sheet.places:
        canvas.line(place, high - TOP, place, high - at)
    canvas.drawString(left, high - TOP + 20, sheet.above)
    canvas.drawString(left, high - at - 24, sheet.below)
    canvas.drawString(left, 30, sheet.foot)


def pages(*sheets: Sheet) -> list[list[str]]:
    """Return the lines that are read from each page."""
    text = transcribe(printed(*sheets), "x.pdf").text
    return [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")]


OPEN = Sheet(
    (HEAD, ("1", "Biaya", "Gratis."), ("2", "Penanganan aduan\ndan saran", "a. Kotak;\nb. Surel;"))
)
FIRST = Sheet(OPEN.rows, open=True)
FULL = ["| No | Komponen | Uraian |", RULE, "| 1 | Biaya | Gratis. |"]


def test_a_row_broken_over_a_page_is_one_row() -> None:
    rest = Sheet((("", "", "c. Loket."), ("3", "Produk", "Surat.")), begun=True, below="Bawah.")
    assert pages(FIRST, rest) == [
        [*FULL, "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel;<br>c. Loket. |"],
        ["| 3 | Produk | Surat. |", "Bawah."],
    ]


def test_a_head_printed_again_is_dropped_before_the_rest_of_a_row() -> None:
    rest = Sheet((HEAD, ("", "", "c. Loket."), ("3", "Produk", "Surat.")))
    broken = "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel;<br>c. Loket. |"
    assert pages(FIRST, rest) == [[*FULL, broken], ["| 3 | Produk | Surat. |"]]


def test_a_head_of_two_rows_printed_again_is_dropped() -> None:
    head = (("No", "Kegiatan", "Mutu"), ("", "", "Waktu"))
    rest = Sheet((*head, ("", "", "dan seterusnya."), ("2", "Kirim", "2 hari")))
    first = Sheet((*head, ("1", "Terima", "1 hari kerja")), open=True)
    assert pages(first, rest) == [
        ["| No | Kegiatan | Mutu |", RULE, "|  |  | Waktu |"]
        + ["| 1 | Terima | 1 hari kerja<br>dan seterusnya. |"],
        ["| 2 | Kirim | 2 hari |"],
    ]


@pytest.mark.parametrize("headed", [True, False])
def test_a_row_that_is_open_at_both_ends_of_a_page_is_one_row(headed: bool) -> None:
    again = (HEAD,) if headed else ()
    between = Sheet((*again, ("", "", "c. Loket;")), begun=not headed, open=True)
    last = Sheet((*again, ("", "", "d. Telepon."), ("3", "Produk", "Surat.")), begun=not headed)
    cell = "a. Kotak;<br>b. Surel;<br>c. Loket;<br>d. Telepon."
    whole = [*FULL, f"| 2 | Penanganan aduan dan saran | {cell} |"]
    assert pages(FIRST, between, last) == [whole, [], ["| 3 | Produk | Surat. |"]]


def test_a_paragraph_of_a_cell_goes_on_over_the_page() -> None:
    text = "Setiap aduan yang masuk ke dalam kotak saran dicatat oleh"
    first = Sheet((HEAD, ("1", "Aduan", text)), open=True)
    rest = Sheet((("", "", "petugas."), ("2", "Biaya", "Gratis.")), begun=True)
    assert pages(first, rest) == [
        ["| No | Komponen | Uraian |", RULE, f"| 1 | Aduan | {text} petugas. |"],
        ["| 2 | Biaya | Gratis. |"],
    ]


def test_a_row_of_five_columns_and_its_rest_in_two_of_them() -> None:
    places = (60, 90, 200, 300, 420, 540)
    first = Sheet(
        (("No", "Jenis", "Syarat", "Biaya", "Waktu"), ("1", "Izin", "KTP;", "Rp5.000", "1 hari.")),
        open=True,
        places=places,
    )
    rest = Sheet(
        (("", "", "KK.", "", "Paling lama."), ("2", "Akta", "KTP", "Gratis", "2 hari")),
        begun=True,
        places=places,
    )
    assert pages(first, rest) == [
        ["| No | Jenis | Syarat | Biaya | Waktu |", "|---|---|---|---|---|"]
        + ["| 1 | Izin | KTP;<br>KK. | Rp5.000 | 1 hari.<br>Paling lama. |"],
        ["| 2 | Akta | KTP | Gratis | 2 hari |"],
    ]


def test_a_next_row_with_a_first_cell_is_a_row_of_its_own() -> None:
    rest = Sheet((("3", "Produk", "Surat."), ("4", "Waktu", "1 hari")), begun=True)
    assert pages(FIRST, rest) == [
        [*FULL, "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel; |"],
        ["| 3 | Produk | Surat. |", "| 4 | Waktu | 1 hari |"],
    ]


def test_a_closed_table_takes_in_neither_what_is_below_nor_the_next_row() -> None:
    closed = Sheet(OPEN.rows, below="Ditetapkan di Lembayung", foot="1")
    rest = Sheet((("", "", "c. Loket."), ("3", "Produk", "Surat.")))
    first, second = pages(closed, rest)
    broken = "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel; |"
    assert first == [*FULL, broken, "Ditetapkan di Lembayung", "1"]
    assert "|  |  | c. Loket. |" in second


def test_a_closed_table_goes_on_without_its_head_printed_again() -> None:
    rest = Sheet((HEAD, ("3", "Produk", "Surat."), ("4", "Loket", "Dua")))
    assert pages(OPEN, rest)[1] == ["| 3 | Produk | Surat. |", "| 4 | Loket | Dua |"]


def test_a_head_printed_again_within_a_page_is_dropped() -> None:
    (page,) = pages(Sheet((*OPEN.rows[:2], HEAD, ("2", "Produk", "Surat."))))
    assert page == [*FULL, "| 2 | Produk | Surat. |"]


def test_a_footer_between_lines_that_go_down_to_it_is_no_part_of_the_row() -> None:
    first = Sheet(FIRST.rows, open=True, foot="Halaman satu", down=830)
    rest = Sheet((HEAD, ("", "", "c. Loket."), ("3", "Produk", "Surat.")))
    broken = "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel;<br>c. Loket. |"
    found, second = pages(first, rest)
    assert found == [*FULL, broken, "Halaman satu"]
    assert second[-1] == "| 3 | Produk | Surat. |"


def test_a_page_number_that_only_the_second_page_has_does_not_part_the_row() -> None:
    rest = Sheet((HEAD, ("", "", "c. Loket."), ("3", "Produk", "Surat.")), above="- 2 -")
    broken = "| 2 | Penanganan aduan dan saran | a. Kotak;<br>b. Surel;<br>c. Loket. |"
    again = ["- 2 -", "| No | Komponen | Uraian |", RULE, "| 3 | Produk | Surat. |"]
    assert pages(FIRST, rest) == [[*FULL, broken], again]


def test_a_list_without_lines_between_its_rows_is_no_row() -> None:
    listed = Sheet((HEAD, ("1\n2\n3", "Biaya\nWaktu\nLoket", "Gratis\nCepat\nSatu")), open=True)
    (page,) = pages(listed)
    assert "1 Biaya Gratis" in page
