"""PDF files: by place on the page, columns, tables and page numbers kept."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import FrameBreak, PageBreak, Paragraph

from knowledge.errors import UnreadableDocument
from knowledge.reading import read_bytes
from knowledge.reading.formats import transcribe
from knowledge.reading.formats.transcript import SeenWord
from tests.knowledge.reading.formats.writers import (
    _TEXT,
    PdfLook,
    pdf_bytes,
    pdf_of,
    ruled,
)


def lines(data: bytes) -> list[str]:
    return [line for line in transcribe(data, "x.pdf").text.split("\n") if line.strip()]


PROSE = (
    "Petugas loket menerima berkas permohonan dari pemohon dan memeriksa kelengkapannya sesuai "
    "dengan daftar persyaratan yang berlaku, kemudian mencatat berkas itu dalam buku agenda. "
)


def test_the_lines_of_a_paragraph_are_joined_also_over_a_page() -> None:
    text = (PROSE * 40).strip()
    transcript = transcribe(pdf_bytes([text, "", "Sesudahnya."]), "x.pdf")
    assert [line for line in transcript.text.split("\n") if line.strip()] == [text, "Sesudahnya."]
    assert len(transcript.numbers) > 1


def test_paragraphs_stay_apart_by_marks_and_by_lines_that_end_early() -> None:
    given = ["A. Dasar Hukum", f"1. {PROSE.strip()}", "2. Peraturan Daerah", "Gratis", "Loket 3"]
    assert lines(pdf_bytes(given)) == given


def test_two_columns_below_a_title_are_read_in_turn() -> None:
    left = [f"Kiri {n} {PROSE.strip()}" for n in range(8)]
    data = pdf_bytes(left + [f"Kanan {n} {PROSE.strip()}" for n in range(8)], PdfLook(columns=2))
    found = " ".join(lines(data))
    places = [found.index(f"Kiri {n} ") for n in range(8)]
    places += [found.index(f"Kanan {n} ") for n in range(8)]
    assert places == sorted(places)
    assert found.count(PROSE.strip()) == 16


def test_a_table_in_a_column_is_read_where_its_column_comes_to_it() -> None:
    left = [Paragraph(f"Kiri {n}. {PROSE}", _TEXT) for n in range(7)]
    rows = [["Hari", "Jam"], ["Senin", "08.00-15.00"], ["Sabtu", "08.00-11.00"]]
    below = [Paragraph(f"Bawah {n}. {PROSE}", _TEXT) for n in range(4)]
    right = [Paragraph(f"Kanan. {PROSE}", _TEXT), ruled(rows, [80, 110]), *below]
    found = lines(pdf_of([*left, FrameBreak(), *right], PdfLook(columns=2)))
    begins = [line.split()[0] for line in found]
    assert begins == ["Kiri"] * 7 + ["Kanan.", "|", "|---|---|", "|", "|"] + ["Bawah"] * 4
    assert found[9 + 1] == "| Senin | 08.00-15.00 |"


def test_two_columns_of_lists_are_read_in_turn_where_their_lines_do_not_stand_level() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4))
    left = ["SYARAT"] + [f"- berkas {n}" for n in range(14)] + ["Bawa semua berkas asli ke loket."]
    right = ["TARIF"] + [f"Uji {n}: {n}.000" for n in range(13)] + ["Bayar tunai di kasir kantor."]
    for x, step, column in ((60, 14, left), (460, 17, right)):
        for at, text in enumerate(column):
            canvas.drawString(x, 520 - step * at, text)
    canvas.save()
    assert lines(out.getvalue()) == [*left, *right]


def test_a_line_in_other_letters_stands_apart() -> None:
    small = ParagraphStyle("small", parent=_TEXT, fontSize=8)
    flowables = [Paragraph("Standar Pelayanan Buku", _TEXT), Paragraph("Leaflet layanan", small)]
    text = transcribe(pdf_of(flowables, PdfLook()), "x.pdf").text
    assert text.strip() == "Standar Pelayanan Buku\n\nLeaflet layanan"


def test_a_bullet_that_is_drawn_begins_an_item() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(72, 700, "Syaratnya:")
    for at, text in enumerate(("Fotokopi KTP", "Pasfoto 2x3;", "Akta kelahiran")):
        canvas.circle(76, 684 - 14 * at, 1.5, stroke=0, fill=1)
        canvas.drawString(86, 680 - 14 * at, text)
    canvas.circle(300, 400, 1.5, stroke=0, fill=1)
    canvas.save()
    listed = ["• Fotokopi KTP", "• Pasfoto 2x3;", "• Akta kelahiran"]
    assert lines(out.getvalue()) == ["Syaratnya:", *listed]


def test_a_number_behind_nomor_begins_no_item() -> None:
    address = "Gedung Perpustakaan Umum Kota Telagasari Lantai Dua di Jalan yang Baru Cendekia Raya"
    text = f"{address} Nomor 5. Ruang baca anak berada di lantai tiga."
    assert lines(pdf_bytes([text])) == [text]


def test_a_ruled_table_is_a_table_with_its_merged_cells() -> None:
    rows = [
        ["No", "Kegiatan", "Pelaksana", "", "Waktu"],
        ["", "", "Loket", "Camat", ""],
        ["1", PROSE.strip(), "v", "", "5 menit"],
        ["2", "Menandatangani\nMengirim", "", "v", "1 hari"],
    ]
    spans = [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (3, 0)), ((4, 0), (4, 1))]
    table = ruled(rows, [30, 200, 60, 60, 70], spans)
    data = pdf_of([Paragraph("Di atas", _TEXT), table, Paragraph("Di bawah", _TEXT)], PdfLook())
    assert lines(data) == [
        "Di atas",
        "| No | Kegiatan | Pelaksana |  | Waktu |",
        "|---|---|---|---|---|",
        "|  |  | Loket | Camat |  |",
        f"| 1 | {PROSE.strip()} | v |  | 5 menit |",
        "| 2 | Menandatangani<br>Mengirim |  | v | 1 hari |",
        "Di bawah",
    ]


def test_a_table_goes_on_over_a_page_and_its_rows_know_their_page() -> None:
    rows = [["No", "Komponen", "Uraian"]] + [[str(n), f"Hal {n}", PROSE * 2] for n in range(1, 15)]
    data = pdf_of([ruled(rows, [30, 100, 300])], PdfLook(first=7))
    transcript = transcribe(data, "x.pdf")
    assert transcript.numbers[0] == 7
    pages = transcript.text.split("\f")
    assert len(pages) == len(transcript.numbers) > 1
    assert "\n\n|" not in pages[1]
    assert sum(page.count("| Hal ") for page in pages) == 14


def test_a_landscape_page_and_a_turned_one_are_read_as_they_are_shown() -> None:
    wide = pdf_bytes(["A. Biaya", "Gratis bagi semua"], PdfLook(size=landscape(A4)))
    assert lines(wide) == ["A. Biaya", "Gratis bagi semua"]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    canvas.drawString(72, -100, "A. Biaya")
    canvas.drawString(72, -120, "Gratis bagi semua")
    canvas.save()
    assert lines(out.getvalue()) == ["A. Biaya", "Gratis bagi semua"]


def test_a_frame_around_a_page_is_no_table() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(40, 40, 500, 760)
    canvas.drawString(72, 700, "A. Biaya")
    canvas.line(72, 695, 200, 695)
    canvas.drawString(72, 680, "Gratis bagi semua")
    canvas.save()
    assert lines(out.getvalue()) == ["A. Biaya", "Gratis bagi semua"]


def test_what_only_looks_like_a_running_line_stays() -> None:
    pages = [[Paragraph(f"Bab {n}", _TEXT), Paragraph(PROSE, _TEXT), PageBreak()] for n in "xyz"]
    found = lines(pdf_of([part for page in pages for part in page], PdfLook(header="KOP")))
    assert [line for line in found if line.startswith("Bab")] == ["Bab x", "Bab y", "Bab z"]


def test_the_numbers_of_articles_at_the_head_of_pages_are_no_running_lines() -> None:
    pages = [
        [Paragraph(f"Pasal {n}", _TEXT), Paragraph(PROSE, _TEXT), PageBreak()] for n in (3, 7, 13)
    ]
    found = lines(pdf_of([part for page in pages for part in page], PdfLook()))
    assert [line for line in found if line.startswith("Pasal")] == [
        "Pasal 3",
        "Pasal 7",
        "Pasal 13",
    ]


def scan(pages: int, words: Sequence[str] = ()) -> bytes:
    """Return a PDF whose pages are pictures."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number in range(pages):
        picture = Image.new("L", (600, 850), 255)
        ImageDraw.Draw(picture).text((60, 60), words[number] if words else "x", fill=0)
        canvas.drawInlineImage(picture, 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_scan_is_recognised_as_one() -> None:
    with pytest.raises(UnreadableDocument) as refused:
        transcribe(scan(2), "x.pdf")
    assert refused.value.key == "scanned"


def test_the_words_of_a_scan_are_put_in_their_places() -> None:
    def recognise(picture: bytes) -> list[SeenWord]:
        assert Image.open(io.BytesIO(picture)).size[0] > 1500
        rows = ["STANDAR PELAYANAN UJI", "A. Persyaratan", "1. KTP asli", "B. Biaya", "Gratis"]
        return [
            SeenWord(word, 100 + at * 150, 240 + at * 150, 200 + 60 * row, 40)
            for row, text in enumerate(rows)
            for at, word in enumerate(text.split())
        ]

    (standard,) = read_bytes(scan(1), "x.pdf", recognise)
    assert (standard.cost, standard.requirements_user) == ("Gratis", ("KTP asli",))
    assert standard.warnings == ("page_recognised: 1",)


def test_a_scanned_page_among_others_is_named() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for text in ("STANDAR PELAYANAN UJI", "A. Persyaratan KTP", "B. Biaya"):
        for row in range(9):
            canvas.drawString(72, 700 - 20 * row, text if not row else f"Baris {row} dari {text}")
        canvas.showPage()
    canvas.drawInlineImage(Image.new("L", (60, 85), 255), 0, 0, *A4)
    canvas.save()
    assert transcribe(out.getvalue(), "x.pdf").warnings == ("page_scanned: 4",)
