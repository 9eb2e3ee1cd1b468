"""Tables of steps as offices draw them: officials as columns with marks, merged heads, groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from docx import Document

from knowledge.model import ServiceStandard
from knowledge.reading import read_bytes, read_text
from tests.knowledge.reading.formats.writers import PdfLook, pdf_of, ruled, saved

HEAD = [
    ["No", "Kegiatan", "Pelaksana", "", "Mutu Baku", "", "", "Ket"],
    ["", "", "Petugas Loket", "Camat", "Kelengkapan", "Waktu", "Output", ""],
]
BODY = [
    ["1", "Memeriksa berkas", "√", "", "KTP", "5 menit", "Berkas lengkap", ""],
    ["2", "Menandatangani", "", "√", "Surat", "1 hari", "Surat sah", "Bila Camat cuti, Plh."],
]
SPANS = [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (3, 0)), ((4, 0), (6, 0)), ((7, 0), (7, 1))]
Rows = Sequence[Sequence[str]]


def as_text(rows: Rows) -> bytes:
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"STANDAR PELAYANAN X\n\nA. Syarat\nKTP\n\nB. Prosedur\n\n{table}\n".encode()


def as_word(rows: Rows) -> bytes:
    document = Document()
    for line in ("STANDAR PELAYANAN X", "", "A. Syarat", "KTP", "B. Prosedur"):
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    for (left, top), (right, bottom) in SPANS:
        words = rows[top][left]
        table.cell(top, left).merge(table.cell(bottom, right)).text = words
    return saved(document)


def as_pdf(rows: Rows) -> bytes:
    from reportlab.platypus import Paragraph

    from tests.knowledge.reading.formats.writers import _TEXT

    lines = ("STANDAR PELAYANAN X", "A. Syarat", "KTP", "B. Prosedur")
    table = ruled([list(row) for row in rows], [25, 90, 60, 50, 70, 45, 60, 60], SPANS)
    for row in table._cellvalues:
        for cell in row:
            for part in cell:
                part.text = part.text.replace("√", "v")
    return pdf_of([*(Paragraph(line, _TEXT) for line in lines), table], PdfLook())


def as_html(rows: Rows) -> bytes:
    spans = {left_top: right_bottom for left_top, right_bottom in SPANS}
    covered = {
        (x, y)
        for (left, top), (right, bottom) in SPANS
        for x in range(left, right + 1)
        for y in range(top, bottom + 1)
    } - spans.keys()
    body = ""
    for y, row in enumerate(rows):
        body += "<tr>"
        for x, text in enumerate(row):
            if (x, y) in covered:
                continue
            right, bottom = spans.get((x, y), (x, y))
            body += f"<td colspan={right - x + 1} rowspan={bottom - y + 1}>{text}</td>"
    return (
        "<html><h1>STANDAR PELAYANAN X</h1><h2>A. Syarat</h2><p>KTP</p><h2>B. Prosedur</h2>"
        f"<table>{body}</table></html>"
    ).encode()


def steps(standard: ServiceStandard) -> list[tuple[str, str, tuple[str, ...], str | None]]:
    return [
        (s.number, s.text, s.actors, s.duration.text if s.duration else None)
        for s in standard.steps
    ]


@pytest.mark.parametrize("make", [as_text, as_word, as_pdf, as_html])
def test_officials_are_columns_below_a_merged_head(make: Callable[[Rows], bytes]) -> None:
    (standard,) = read_bytes(make([*HEAD, *BODY]), "x")
    assert steps(standard) == [
        ("1", "Memeriksa berkas", ("Petugas Loket",), "5 menit"),
        ("2", "Menandatangani", ("Camat",), "1 hari"),
    ]
    (note,) = [n for n in standard.steps[1].notes if n.conditional]
    assert note.text == "Bila Camat cuti, Plh."


def read(table: str) -> ServiceStandard:
    (standard,) = read_text(
        f"STANDAR PELAYANAN X\n\nA. Syarat\nKTP\n\nB. Prosedur\n\n{table}", "x.txt"
    )
    return standard


MARKS = (
    *("√", "✓", "●", "X", "x", "v", "V", "■", "-", "◆", "*", "⬭", "▭", "◇", "⬜", "▱", "↓", "➔"),
    *("\uf0fc", "▭<br>↓", "Mulai", "Ya / Tidak"),
)


@pytest.mark.parametrize("mark", MARKS)
def test_marks_below_officials_in_a_head_of_one_row(mark: str) -> None:
    standard = read(
        "| No | Uraian Kegiatan | Pemohon | Kasi PMD | Waktu (menit) |\n"
        f"| 1. | Mengajukan | {mark} | | 5 |\n| 2. | Menilai | | {mark} | 15 |\n"
        f"| 3. | Membahas | {mark} | {mark} | |\n"
    )
    assert steps(standard) == [
        ("1", "Mengajukan", ("Pemohon",), "5 menit"),
        ("2", "Menilai", ("Kasi PMD",), "15 menit"),
        ("3", "Membahas", ("Pemohon", "Kasi PMD"), None),
    ]


def test_a_dash_beside_other_marks_says_that_somebody_has_no_part() -> None:
    standard = read(
        "| No | Kegiatan | Pemohon | Kasi PMD | Waktu |\n| 1 | Mengajukan | √ | - | 5 menit |\n"
        "| 2 | Menilai | - | √ | 15 menit |\n"
    )
    assert [s[2] for s in steps(standard)] == [("Pemohon",), ("Kasi PMD",)]


def test_a_name_that_a_narrow_column_cuts_is_whole() -> None:
    standard = read(
        "| No | Kegiatan | Pelangga<br>n | Staf di<br>Loket |\n| 1 | Mengajukan | √ | |\n"
        "| 2 | Menilai | | √ |\n"
    )
    assert [s[2] for s in steps(standard)] == [("Pelanggan",), ("Staf di Loket",)]


def test_a_row_that_numbers_the_columns_is_no_step() -> None:
    standard = read("| No | Kegiatan | Waktu |\n| (1) | (2) | (3) |\n| 1 | Mencatat | 5 menit |\n")
    assert steps(standard) == [("1", "Mencatat", (), "5 menit")]


def test_rows_that_name_a_group_head_the_steps_below_them() -> None:
    standard = read(
        "| No | Kegiatan | Pelaksana | Waktu |\n| A | Persiapan | | |\n| 1 | Mencatat | Staf | |\n"
        "| B | Pelaksanaan | | |\n| 1 | Mencetak | Staf | 1 jam |\n"
    )
    assert [s[0] for s in steps(standard)] == ["1", "Pelaksanaan.1"]


def test_a_row_without_a_number_goes_on_with_the_one_above() -> None:
    standard = read(
        "| No | Kegiatan | Pelaksana |\n| 1 | Petugas memeriksa berkas dan | Loket |\n"
        "| | mencatatnya | |\n| 2 | Mengirim | Kurir |\n"
    )
    assert [s[1] for s in steps(standard)] == [
        "Petugas memeriksa berkas dan mencatatnya",
        "Mengirim",
    ]


def test_two_tables_with_a_gap_between_are_two() -> None:
    standard = read(
        "| No | Kegiatan | Waktu |\n| 1 | Mencatat | 5 menit |\n\n"
        "| Hari | Jam |\n|---|---|\n| Senin | 08.00 |\n"
    )
    assert steps(standard) == [("1", "Mencatat", (), "5 menit")]


def test_a_remark_behind_the_output_leaves_the_next_rows_steps() -> None:
    body = [
        ["1.", "Menyampaikan usul", "√", "", "Surat", "15 menit", "Berkas", "Melalui aplikasi"],
        ["2.", "Memeriksa usul", "", "√", "Berkas", "1 hari", "Konsep", ""],
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in [*HEAD, *body])
    (standard,) = read_text(f"Nama SOP: PENERBITAN SK\n\nDasar Hukum\n1. UU\n\n{table}\n", "x.txt")
    assert [(s.number, s.actors) for s in standard.steps] == [
        ("1", ("Petugas Loket",)),
        ("2", ("Camat",)),
    ]


def test_a_column_langkah_that_only_counts_is_not_the_work() -> None:
    rows = [
        ["Langkah", "Kegiatan", "Petugas", "Waktu"],
        ["1", "Menerima berkas", "Staf Pelayanan", "10 menit"],
        ["2", "Meninjau lokasi", "Kepala Dusun", "1 hari kerja"],
    ]
    (standard,) = read_bytes(as_text(rows), "x.md")
    steps = list(standard.walk_steps())
    assert [(step.number, step.text) for step in steps] == [
        ("1", "Menerima berkas"),
        ("2", "Meninjau lokasi"),
    ]
    assert steps[1].actors == ("Kepala Dusun",)
