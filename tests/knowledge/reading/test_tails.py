"""SOPs with a form on their first page, a table of steps, and further sections below it."""

from __future__ import annotations

import io

import pytest
from docx import Document

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_bytes, read_text

FORM = """Nama SOP: Peminjaman Alat Ukur

Dasar Hukum

1. Undang-Undang Nomor 2 Tahun 1981

Kualifikasi Pelaksana

1. Menguasai alat ukur

Peralatan/Perlengkapan

Komputer

Pencatatan dan Pendataan

Buku agenda

{heading}

| No | Kegiatan | Pelaksana | Waktu | Keterangan |
|---|---|---|---|---|
| 1 | Memeriksa berkas | Petugas Loket | 5 menit | Resi diberikan |
| 2 | Menyerahkan alat | Kepala Gudang | 1 hari | Alat dicek |

Jangka waktu seluruhnya paling lama 2 hari kerja.

"""
LETTERS = """A. Persyaratan Peminjaman
1. Surat permohonan
2. KTP
B. Penggantian Alat
Alat yang rusak diganti peminjam.
C. Pengaduan
Pengaduan diterima oleh Petugas Loket dan ditangani Kepala Seksi Alat.
D. Penanggung Jawab
Penanggung jawab pelaksanaan SOP ini adalah Kepala Bidang Alat.
"""
CAPITALS = """KETENTUAN TAMBAHAN
1. Alat tidak boleh dibawa pulang.
2. Alat yang rusak diganti.

PENANGANAN KELUHAN DAN PENGADUAN
1. Keluhan disampaikan kepada Petugas Loket melalui telepon 0811-222-333.
2. Petugas Loket meneruskannya kepada Kepala Seksi Alat.
"""


def read(tail: str, heading: str = "URAIAN PROSEDUR") -> ServiceStandard:
    (standard,) = read_text(FORM.format(heading=heading) + tail, "sop.txt")
    return standard


def facets(standard: ServiceStandard) -> list[str]:
    return [section.facet.value for section in standard.sections]


def test_letters_below_the_table_head_sections_though_the_form_has_none() -> None:
    standard = read(LETTERS)
    assert [step.number for step in standard.walk_steps()] == ["1", "2"]
    assert standard.requirements_user == ("Surat permohonan", "KTP")
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Petugas Loket"
    assert standard.responsible == "Kepala Bidang Alat"
    assert [s.heading for s in standard.sections if s.letter] == [
        "Persyaratan Peminjaman",
        "Penggantian Alat",
        "Pengaduan",
        "Penanggung Jawab",
    ]


def test_capitals_below_the_table_head_sections_though_they_are_two() -> None:
    standard = read(CAPITALS)
    assert [step.number for step in standard.walk_steps()] == ["1", "2"]
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Petugas Loket"
    assert any(s.heading == "KETENTUAN TAMBAHAN" for s in standard.sections)


@pytest.mark.parametrize("tail", [LETTERS, CAPITALS])
def test_a_paragraph_below_the_table_is_no_part_of_its_last_cell(tail: str) -> None:
    standard = read(tail)
    last = standard.step("2")
    assert last is not None
    assert "Alat dicek" in [note.text for note in last.notes]
    total = standard.section(Facet.TOTAL_TIME)
    assert total is not None
    assert total.items[0].text == "Jangka waktu seluruhnya paling lama 2 hari kerja."


def test_a_line_in_capitals_directly_above_the_table_heads_it() -> None:
    standard = read(LETTERS, "PROSEDUR PEMINJAMAN ALAT UKUR MILIK DAERAH")
    procedure = standard.section(Facet.PROCEDURE)
    assert procedure is not None
    assert procedure.heading == "PROSEDUR PEMINJAMAN ALAT UKUR MILIK DAERAH"
    assert facets(standard).count("procedure") == 1


def test_a_text_in_one_style_is_read_in_that_style_below_its_table() -> None:
    standard = read("Biaya\n\nGratis\n\nPengaduan\n\nDitangani Kepala Seksi Alat.\n")
    assert standard.cost == "Gratis"
    assert standard.complaint is not None


def test_a_bold_line_of_a_word_file_stands_apart_from_the_list_above_it() -> None:
    document = Document()
    for line in FORM.format(heading="URAIAN PROSEDUR").split("\n"):
        if not line.startswith("|"):
            document.add_paragraph(line)
            continue
    rows = [["No", "Kegiatan", "Pelaksana", "Waktu"], ["1", "Memeriksa", "Petugas Loket", "1 jam"]]
    table = document.add_table(2, 4)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(at, column).text = text
    for line in filter(None, CAPITALS.split("\n")):
        document.add_paragraph().add_run(line).bold = line.isupper()
    out = io.BytesIO()
    document.save(out)
    (standard,) = read_bytes(out.getvalue(), "sop.docx")
    assert standard.complaint is not None
    assert [step.number for step in standard.walk_steps()] == ["1"]


def test_the_titles_of_chapters_do_not_make_a_text_one_without_marks() -> None:
    chapters = ("PENDAHULUAN", "BIAYA", "PENGADUAN DAN KELUHAN", "PENGAWASAN", "EVALUASI")
    text = "PROSEDUR TETAP PEMINJAMAN ALAT\n\n" + "".join(
        f"BAB {number}\n{title}\n\nA. {own}\n   1. Isi {own}.\n\n"
        for number, title, own in zip(
            ("I", "II", "III", "IV", "V"),
            chapters,
            ("Dasar Hukum", "Persyaratan", "Umum", "Prosedur", "Lain"),
            strict=True,
        )
    )
    (standard,) = read_text(text, "protap.txt")
    assert standard.legal_basis == ("Isi Dasar Hukum",)


def test_one_lettered_section_below_the_table_is_enough_and_keeps_its_kinds() -> None:
    tail = (
        "D. PENGADUAN\nPengaduan dicatat oleh Petugas Loket. Pengaduan mengenai tarif ditangani "
        "oleh Kepala Seksi Tarif. Pengaduan mengenai denda ditangani oleh Kepala Seksi Alat.\n"
    )
    standard = read(tail, "C. URAIAN PROSEDUR")
    procedure, complaint = (
        next(s for s in standard.sections if s.facet is facet)
        for facet in (Facet.PROCEDURE, Facet.COMPLAINT)
    )
    assert (procedure.letter, procedure.heading) == ("C", "URAIAN PROSEDUR")
    assert complaint.letter == "D"
    assert standard.complaint is not None
    assert [case.about for case in standard.complaint.cases] == ["tarif", "denda"]


def test_sentences_on_complaints_below_the_steps_stay_together() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Syarat\n1. KTP\n\nB. Prosedur\n1. Petugas memeriksa berkas.\n\n"
        "Pengaduan disampaikan kepada Petugas Loket.\n\n"
        "Pengaduan mengenai tarif ditangani oleh Kepala Seksi Tarif.\n\nC. Biaya\nGratis\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert facets(standard).count("complaint") == 1
