"""What stands outside the sections: a decree's recitals, notes on the service, letterheads."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

DECREE = """KEPUTUSAN KEPALA DINAS KEHUTANAN
NOMOR 12 TAHUN 2024
TENTANG
STANDAR PELAYANAN UJI KAYU

Menimbang : a. bahwa perlu ada standar;
Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
2. Peraturan Daerah Nomor 3 Tahun 2020 tentang Retribusi;
MEMUTUSKAN:
KESATU : Menetapkan Standar Pelayanan Uji Kayu.

LAMPIRAN

STANDAR PELAYANAN UJI KAYU

1. Persyaratan
a. Contoh kayu;
b. Surat permohonan.
{}2. Prosedur
a. Pemohon menyerahkan contoh kepada Petugas Loket.
b. Petugas Loket memeriksa contoh (5 menit).
3. Biaya/tarif
Gratis.
"""
NOTED = """STANDAR PELAYANAN KARTU KERJA

PERSYARATAN
1. KTP
2. Ijazah

PROSEDUR
1. Pemohon mengisi formulir.
2. Petugas memeriksa berkas (5 menit).
Catatan:
- Kartu berlaku 2 (dua) tahun.
- Pelayanan dilaksanakan di Loket 4 Gedung Karya, Jalan Veteran 9, pada hari Senin sampai Jumat \
pukul 08.00-14.00.
- Pelayanan kartu tidak dipungut biaya.
"""


def test_the_recitals_of_a_decree_are_the_legal_basis() -> None:
    text = DECREE.format("")
    (standard,) = read_text(text, "keputusan.txt")
    assert standard.legal_basis == (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Daerah Nomor 3 Tahun 2020 tentang Retribusi",
    )
    assert "dasar hukum" in standard.components_present
    assert not any("Mengingat" in line for line in standard.preamble)
    assert lost(text, [standard]) == {}


def test_the_recitals_of_a_decree_in_a_table_are_the_legal_basis() -> None:
    head, _, standard_text = DECREE.format("").partition("Menimbang")
    rows = (
        "|  |  |  |\n|---|---|---|\n| Menimbang | : | a. bahwa perlu ada standar; |\n"
        "| Mengingat | : | 1. Undang-Undang Nomor 25 Tahun 2009;<br>2. Peraturan Daerah Nomor 3 |\n"
    )
    text = (
        f"{head.replace('STANDAR PELAYANAN', 'TATA CARA')}{rows}\nMEMUTUSKAN:\n"
        + (standard_text[standard_text.index("KESATU") :])
    )
    (standard,) = read_text(text, "keputusan.txt")
    assert len(standard.legal_basis) == 2
    assert not any("Undang-Undang" in line for line in standard.preamble)
    assert lost(text.replace("<br>", " "), [standard]) == {}


def test_a_legal_basis_of_its_own_goes_before_the_recitals() -> None:
    text = DECREE.format("").replace(
        "3. Biaya/tarif", "3. Dasar Hukum\nPeraturan Z\n4. Biaya/tarif"
    )
    (standard,) = read_text(text, "keputusan.txt")
    assert standard.legal_basis == ("Peraturan Z",)


def test_closing_notes_on_the_whole_service_are_its_components() -> None:
    (standard,) = read_text(NOTED, "sop.txt")
    assert standard.cost == "Pelayanan kartu tidak dipungut biaya."
    assert standard.place == "Loket 4 Gedung Karya, Jalan Veteran 9"
    assert (standard.service_hours or "").endswith("pukul 08.00-14.00.")
    notes = [s.items for s in standard.sections if s.heading == "Catatan"]
    assert [[item.text for item in items] for items in notes] == [["Kartu berlaku 2 (dua) tahun."]]
    assert not any(step.notes for step in standard.steps)
    assert lost(NOTED, [standard]) == {}


def test_a_closing_note_is_no_cost_where_a_section_tells_it() -> None:
    text = NOTED.replace("PROSEDUR", "BIAYA\nRp5.000\n\nPROSEDUR")
    (standard,) = read_text(text, "sop.txt")
    assert standard.cost == "Rp5.000"
    (notes,) = [s.items for s in standard.sections if s.heading == "Catatan"]
    assert [item.text for item in notes][1:] == ["Pelayanan kartu tidak dipungut biaya."]


def test_notes_that_tell_nothing_of_the_service_stay_with_the_step() -> None:
    text = NOTED.partition("- Pelayanan dilaksanakan")[0] + "- Kartu hilang diganti.\n"
    (standard,) = read_text(text, "sop.txt")
    assert [note.text for note in standard.steps[-1].notes] == [
        *("Kartu berlaku 2 (dua) tahun.", "Kartu hilang diganti.")
    ]


def test_two_tables_of_components_below_the_letters_of_their_parts() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nUnit pelayanan : Bidang Y\nWaktu pelayanan : Senin pukul 08.00\n"
        "A. KOMPONEN PENYAMPAIAN (SERVICE DELIVERY)\n\n| No. | Komponen | Uraian |\n|---|---|---|\n"
        "| 1. | Persyaratan | KTP |\n| 2. | Biaya/tarif | Gratis |\n\n"
        "B. KOMPONEN PENGELOLAAN (MANUFACTURING)\n\n| No. | Komponen | Uraian |\n|---|---|---|\n"
        "| 3. | Dasar hukum | Peraturan Z |\n| 4. | Jaminan pelayanan | Tepat waktu |\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert standard.service_hours == "Senin pukul 08.00"
    assert [(s.part, s.letter, s.facet) for s in standard.sections[2:]] == [
        ("A", "1", Facet.REQUIREMENTS),
        ("A", "2", Facet.COST),
        ("B", "3", Facet.LEGAL_BASIS),
        ("B", "4", Facet.GUARANTEE),
    ]
    assert standard.warnings == ()
    assert lost(text, [standard]) == {}


def test_the_lowest_office_in_a_form_is_the_unit() -> None:
    text = (
        "| PEMERINTAH KOTA MELATI<br>DINAS TENAGA KERJA<br>BIDANG PENEMPATAN TENAGA KERJA "
        "| Nomor SOP | 560/07 |\n|---|---|---|\n|  | Nama SOP | PENERBITAN KARTU KERJA |\n\n"
        "| Keterkaitan : | Peralatan/Perlengkapan : |\n|---|---|\n"
        "| SOP Bursa Kerja | Komputer |\n\n"
        "PERSYARATAN\n1. KTP\n\nPROSEDUR\n1. Petugas Loket memeriksa berkas (5 menit).\n"
    )
    (standard,) = read_text(text, "sop.txt")
    assert standard.unit == "Bidang Penempatan Tenaga Kerja"
    assert [s.heading for s in standard.sections][:2] == ["Keterkaitan", "Peralatan/Perlengkapan"]
    assert standard.sections[1].items[0].text == "Komputer"


AULA = (
    "STANDAR PELAYANAN PEMINJAMAN AULA\n\n"
    "Layanan ini diberikan oleh Bidang Aset Dinas Kebudayaan bagi warga kota. "
    "Penanggung jawab layanan adalah Kepala Bidang Aset.\n\n"
    "A. Persyaratan\n1. Surat permohonan\n\n"
    "B. Prosedur\n1. Petugas Loket menerima surat (5 menit)\n2. Kepala Bidang Aset memberi izin "
    "(1 jam)\n\nCatatan:\n1. Peminjaman tidak memungut biaya apa pun dari peminjam.\n"
    "2. Keluhan dan pengaduan peminjam disampaikan kepada Sekretaris Dinas dan ditindaklanjuti "
    "oleh Kepala Subbagian Umum.\n3. Aula tidak dipinjamkan pada hari libur.\n"
)


def test_an_introduction_tells_who_gives_the_service_and_who_answers_for_it() -> None:
    (read,) = read_text(AULA, "x.txt")
    assert read.unit == "Bidang Aset Dinas Kebudayaan"
    assert read.responsible == "Kepala Bidang Aset"


def test_closing_notes_may_tell_of_complaints_and_cost() -> None:
    (read,) = read_text(AULA, "x.txt")
    assert read.cost == "Peminjaman tidak memungut biaya apa pun dari peminjam."
    assert read.complaint is not None
    assert read.complaint.received_by == "Sekretaris Dinas"
    assert read.complaint.handled_by == ("Kepala Subbagian Umum",)
    assert [step.notes for step in read.steps] == [(), ()]


def test_questions_and_answers_are_sections_of_their_own() -> None:
    text = AULA + (
        "\nC. FAQ\n\nApakah pengaduan harus memakai nama?\nTidak harus.\n"
        "Berapa lama aula boleh dipakai?\nSatu hari.\n"
    )
    (read,) = read_text(text, "x.txt")
    asked = {s.heading: s.facet for s in read.sections if s.heading.endswith("?")}
    assert asked == {
        "Apakah pengaduan harus memakai nama?": Facet.OTHER,
        "Berapa lama aula boleh dipakai?": Facet.OTHER,
    }


def test_a_paragraph_below_a_table_of_steps_may_tell_of_complaints() -> None:
    text = (
        "STANDAR PELAYANAN REVIU LAPORAN\n\nA. Persyaratan\n1. Laporan keuangan\n\nB. Prosedur\n\n"
        "| No | Kegiatan | Pelaksana | Waktu |\n|---|---|---|---|\n"
        "| 1 | Menerima laporan | Staf Umum | 15 menit |\n"
        "| 2 | Menyetujui surat tugas; jika tidak setuju dikembalikan ke<br>langkah 1 | Inspektur "
        "| 1 jam |\n\n"
        "Keterangan: Inspektur dapat diwakili. Pengaduan atas reviu disampaikan kepada Sekretaris "
        "Inspektorat dan ditindaklanjuti oleh Inspektur Pembantu.\n"
    )
    (read,) = read_text(text, "x.txt")
    assert [step.number for step in read.walk_steps()] == ["1", "2"]
    assert read.steps[1].actors == ("Inspektur",)
    assert read.complaint is not None
    assert read.complaint.received_by == "Sekretaris Inspektorat"
    assert read.complaint.handled_by == ("Inspektur Pembantu",)
    (section,) = (s for s in read.sections if s.facet is Facet.COMPLAINT)
    assert section.source.section == "B"


def test_components_without_a_number_may_follow_the_numbered_ones() -> None:
    text = (
        "STANDAR PELAYANAN REKOMENDASI\n\n1. Persyaratan\na. KTP\n2. Prosedur\n"
        "a. Petugas Loket memeriksa berkas (5 menit)\n3. Biaya\nGratis\n"
        "4. Evaluasi Kinerja Pelaksana\nSetiap triwulan.\n\n\nTempat Pelayanan\nLoket 2, lantai 1\n"
    )
    (read,) = read_text(text, "x.txt")
    assert read.place == "Loket 2, lantai 1"


_STEPS = "1. Petugas Loket mencatat (5 menit).\n2. Camat menandatangani (1 hari).\n"
_TABLE = (
    "| No | Kegiatan | Pelaksana | Waktu |\n|---|---|---|---|\n"
    "| 1 | Mencatat | Petugas Loket | 5 menit |\n| 2 | Menandatangani | Camat | 1 hari |\n"
)


@pytest.mark.parametrize("steps", [_STEPS, _TABLE])
@pytest.mark.parametrize(
    "said",
    [
        "Jangka waktu penyelesaian izin biasa adalah 3 (tiga) hari kerja. Izin khusus "
        "ditandatangani oleh Camat dan diselesaikan dalam 14 hari kerja.",
        "Waktu penyelesaian paling lama 3 hari kerja sejak berkas lengkap.",
        "Lama proses seluruh izin: 3 hari kerja.",
        "Permohonan yang lengkap diselesaikan paling lama 3 hari kerja.",
        "Pelayanan selesai dalam 3 hari kerja sejak berkas diterima.",
    ],
)
def test_a_paragraph_below_the_steps_may_tell_how_long_all_takes(steps: str, said: str) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Syarat\n1. KTP\n\nB. Prosedur\n{steps}\n{said}\n\n"
    (standard,) = read_text(f"{text}C. Biaya\nGratis\n", "x.txt")
    section = standard.section(Facet.TOTAL_TIME)
    assert section is not None
    assert (section.heading, [i.text for i in section.items]) == (
        "Jangka Waktu Penyelesaian",
        [said],
    )
    assert [note for note in standard.steps[-1].notes if "3 hari" in note.text] == []


@pytest.mark.parametrize(
    "said",
    [
        "Waktu pelayanan mengikuti hari kerja kantor.",
        "Berkas yang tidak lengkap dikembalikan dalam 2 hari.",
        "Proses dihentikan apabila pemohon tidak hadir.",
    ],
)
def test_other_paragraphs_below_the_steps_do_not(said: str) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Syarat\n1. KTP\n\nB. Prosedur\n{_STEPS}\n{said}\n\n"
    (standard,) = read_text(f"{text}C. Biaya\nGratis\n", "x.txt")
    assert standard.section(Facet.TOTAL_TIME) is None
    assert [note.text for note in standard.steps[-1].notes] == [said]


def test_when_papers_are_taken_is_told_below_the_steps() -> None:
    hours = "4. Waktu penerimaan surat: Senin-Kamis pukul 07.30-15.30 WIB.\n"
    (read,) = read_text(f"{AULA}{hours}", "x.txt")
    assert "07.30-15.30" in str(read.service_hours)
    (without,) = read_text(AULA, "x.txt")
    assert without.service_hours is None
