"""Documents of the same kinds that the reader was not written from: other numbering, wrapped lines.

The three texts in documents/ are made up for these tests; no office has issued them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import NotAStandard
from knowledge.model import Delegation, Facet, ServiceStandard
from knowledge.reading import read_file, read_text
from knowledge.report import duration_report

HERE = Path(__file__).parent / "documents"


@pytest.fixture(scope="module")
def kecamatan() -> ServiceStandard:
    (standard,) = read_file(HERE / "kecamatan.txt")
    return standard


@pytest.fixture(scope="module")
def perpustakaan() -> ServiceStandard:
    (standard,) = read_file(HERE / "perpustakaan.txt")
    return standard


@pytest.fixture(scope="module")
def informasi() -> ServiceStandard:
    (standard,) = read_file(HERE / "informasi.txt")
    return standard


def test_sections_may_be_numbered(kecamatan: ServiceStandard) -> None:
    assert kecamatan.title == (
        "Standar Pelayanan Penerbitan Surat Keterangan Pindah Kecamatan Contoh"
    )
    assert [s.letter for s in kecamatan.sections] == [str(n) for n in range(1, 15)]
    assert kecamatan.components_missing == ()
    assert kecamatan.cost == "Tidak dipungut biaya (gratis)"
    assert kecamatan.warnings == ()


def test_requirements_without_sides_are_those_of_the_user(kecamatan: ServiceStandard) -> None:
    assert kecamatan.requirements_implementer == ()
    assert kecamatan.requirements_user == (
        "Surat pengantar dari RT/RW dan Kelurahan",
        "Fotokopi KTP dan KK",
        "Pas foto 3x4 sebanyak 2 lembar",
    )


def test_steps_below_a_numbered_section(kecamatan: ServiceStandard) -> None:
    found = [
        (s.number, s.actors, s.duration and s.duration.text, s.source.section)
        for s in kecamatan.steps
    ]
    assert found == [
        ("1", ("Pemohon",), None, "3.1"),
        ("2", ("Petugas loket",), "± 5 menit", "3.2"),
        ("3", ("Kasi Pelayanan Umum",), "10 - 15 menit", "3.3"),
        ("4", ("Camat",), "paling lambat 1 hari kerja sejak berkas lengkap", "3.4"),
        ("5", ("Petugas loket",), None, "3.5"),
    ]


def test_channels_with_their_values(kecamatan: ServiceStandard) -> None:
    assert kecamatan.complaint is not None
    assert [(c.kind, c.value) for c in kecamatan.complaint.channels] == [
        ("kotak", "Kotak saran di ruang tunggu"),
        ("telepon", "(021) 555-1234"),
        ("whatsapp", "0812-0000-1234"),
        ("email", "pengaduan@contoh.go.id"),
        ("situs", "www.contoh.go.id"),
    ]
    assert kecamatan.complaint.received_by == "Sekretaris Kecamatan"
    assert kecamatan.complaint.handled_by == ("Kepala Seksi Pelayanan Umum",)
    assert kecamatan.complaint.delegation is None


def test_a_hard_wrapped_book(perpustakaan: ServiceStandard) -> None:
    assert perpustakaan.title == (
        "Standar Pelayanan Pengelolaan Perpustakaan dan Dokumentasi Hukum di Lingkungan Sekretariat"
    )
    assert perpustakaan.unit == (
        "Bagian Perpustakaan dan Dokumentasi, Biro Hukum dan Hubungan Masyarakat"
    )
    assert perpustakaan.responsible == "Kepala Bagian Perpustakaan dan Dokumentasi"
    assert perpustakaan.implementers == ("Kepala Subbagian Dokumentasi Hukum", "staf")
    assert perpustakaan.legal_basis[1].endswith(
        "tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2007"
    )
    assert perpustakaan.preamble[1] == "KEPUTUSAN DEPUTI BIDANG HUBUNGAN KELEMBAGAAN"
    assert "REPUBLIK INDONESIA" in perpustakaan.furniture
    assert "Tujuannya ..." in perpustakaan.furniture
    assert perpustakaan.warnings == ()


def test_a_definition_may_name_its_abbreviation_in_brackets(perpustakaan: ServiceStandard) -> None:
    first, second = perpustakaan.definitions
    assert first.term == "Jaringan Dokumentasi dan Informasi Hukum"
    assert first.abbreviation == "JDIH"
    assert first.text.endswith("adalah suatu sistem pendayagunaan bersama.")
    assert (second.term, second.abbreviation) == ("Bahan Pustaka", None)


def test_a_numbered_note_is_one_rule_an_entry(perpustakaan: ServiceStandard) -> None:
    step = perpustakaan.step("2")
    assert step is not None
    condition, deadline = step.notes
    assert condition.conditional
    assert condition.actors == ("Kepala Biro Hukum dan Hubungan Masyarakat",)
    assert not deadline.conditional
    report = duration_report(deadline.duration)
    assert report is not None
    assert report["after"] == "rapat selesai"
    assert report["calendar"] == "working"
    assert perpustakaan.step("3") is not None


def test_bullets_are_details_of_their_step(perpustakaan: ServiceStandard) -> None:
    step = perpustakaan.step("1.b")
    assert step is not None
    assert [d.text for d in step.details] == ["judul lengkap;", "nama pengarang."]


def test_requirements_of_both_sides_in_short_form(perpustakaan: ServiceStandard) -> None:
    assert perpustakaan.requirements_implementer == ("memiliki kompetensi",)
    assert perpustakaan.requirements_user == ("menunjukkan kartu anggota", "mengisi buku tamu")


def test_a_complaint_section_of_one_paragraph(perpustakaan: ServiceStandard) -> None:
    chain = perpustakaan.complaint
    assert chain is not None
    assert chain.received_by == "Kepala Bagian Perpustakaan dan Dokumentasi"
    assert chain.delegation is Delegation.REQUIRED
    assert chain.handled_by == ("Kepala Subbagian Dokumentasi Hukum",)
    assert chain.sender == "pengguna pelayanan"
    assert {c.kind for c in chain.channels} >= {"email", "telepon", "kotak"}


def test_headings_without_any_mark(informasi: ServiceStandard) -> None:
    assert [s.facet for s in informasi.sections] == [
        Facet.LEGAL_BASIS,
        Facet.REQUIREMENTS,
        Facet.PROCEDURE,
        Facet.SERVICE_HOURS,
        Facet.COST,
        Facet.COMPLAINT,
    ]
    assert informasi.sections[0].source.section == "Dasar Hukum"
    assert informasi.service_hours == "Senin s.d. Kamis pukul 08.00-15.00 WIB"


def test_a_procedure_in_bullets_gets_running_numbers(informasi: ServiceStandard) -> None:
    assert [(s.number, s.actors) for s in informasi.steps] == [
        ("1", ("Pemohon",)),
        ("2", ("Petugas meja informasi",)),
        ("3", ("PPID",)),
    ]


def test_waktu_pelayanan_may_be_the_time_it_takes() -> None:
    text = (HERE / "informasi.txt").read_text(encoding="utf-8")
    text = text.replace("Senin s.d. Kamis pukul 08.00-15.00 WIB", "10 (sepuluh) hari kerja")
    (standard,) = read_text(text, "x.txt")
    assert standard.service_hours is None
    assert standard.section(Facet.TOTAL_TIME) is not None


def test_a_file_may_hold_several_standards() -> None:
    texts = [p.read_text(encoding="utf-8") for p in sorted(HERE.iterdir())]
    standards = read_text("\n\n".join(texts), "buku.txt")
    assert [s.id for s in standards] == [
        "informasi-publik",
        "penerbitan-surat-keterangan-pindah-kecamatan-contoh",
        "pengelolaan-perpustakaan-dan-dokumentasi-hukum-di-lingkungan-sekretariat",
    ]
    assert {s.file for s in standards} == {"buku.txt"}


def test_a_title_that_nothing_follows_is_text() -> None:
    text = (HERE / "informasi.txt").read_text(encoding="utf-8")
    (standard,) = read_text(f"{text}\n\nSTANDAR PELAYANAN LAIN\n\nDua.\n\nTiga.", "x.txt")
    assert standard.complaint is not None
    section = standard.section(Facet.COMPLAINT)
    assert section is not None
    assert [item.text for item in section.items][1:] == ["STANDAR PELAYANAN LAIN", "Dua.", "Tiga."]


def test_a_line_about_a_standard_is_no_title() -> None:
    text = (HERE / "informasi.txt").read_text(encoding="utf-8")
    (standard,) = read_text(f"{text}\n\nStandar Pelayanan ini berlaku surut\n\nDua.", "x.txt")
    assert standard.title == "Standar Pelayanan Informasi Publik"


def test_definitions_keep_their_terms() -> None:
    frame = "STANDAR PELAYANAN UJI\n\nA. Pengertian\n\n{}\n\nB. Biaya\n\nGratis"
    lines = (
        "1. Pemohon, yang selanjutnya disebut pihak kesatu, adalah warga.\n"
        "2. Lihat juga peraturan terkait\n"
        "3. Berkas (lihat contoh) dan Aplikasi Layanan Terpadu (ALT). Aneh (XYZ) juga."
    )
    (standard,) = read_text(frame.format(lines), "x.txt")
    assert [(d.term, d.abbreviation) for d in standard.definitions] == [("Pemohon", None)]
    assert standard.abbreviations == (("ALT", "Aplikasi Layanan Terpadu"),)


def test_an_output_may_be_a_list() -> None:
    frame = "STANDAR PELAYANAN UJI\n\nA. Ruang Lingkup\n\n{}\n\nB. Biaya\n\nGratis"
    lines = "1. Unit pelayanan adalah:\na. Biro Umum;\nb. Biro Hukum.\n2. Keluaran adalah buku."
    (standard,) = read_text(frame.format(lines), "x.txt")
    assert standard.unit == "Biro Umum; Biro Hukum"


def test_a_text_without_a_title_is_called_after_its_file() -> None:
    text = (HERE / "informasi.txt").read_text(encoding="utf-8")
    (standard,) = read_text(text.split("\n", 1)[1], "layanan-informasi.txt")
    assert standard.title == "Layanan informasi"
    assert "title_missing" in standard.warnings


UNTITLED = """PEMERINTAH KABUPATEN CONTOH
DINAS PERPUSTAKAAN KABUPATEN CONTOH

{}

Persyaratan
1. Kartu anggota

Prosedur
1. Pemohon mengisi formulir.
2. Pustakawan mencari buku (10 menit).

{}
"""


@pytest.mark.parametrize(
    "promise", ["Waktu\n30 menit", "Biaya\nGratis", "Produk\nBuku", "Pengaduan\nTelepon 021-123456"]
)
@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Layanan Peminjaman Buku", "Layanan Peminjaman Buku"),
        ("PEMINJAMAN BUKU DAN MAJALAH", "Peminjaman Buku dan Majalah"),
        ("SOP Peminjaman Buku", "SOP Peminjaman Buku"),
        ("Izin Membawa Buku", "Izin Membawa Buku"),
    ],
)
def test_three_sections_of_a_service_need_no_title(line: str, title: str, promise: str) -> None:
    (standard,) = read_text(UNTITLED.format(line, promise), "x.txt")
    assert standard.title == title
    assert f"title_guessed: {title}" in standard.warnings
    assert [step.number for step in standard.steps] == ["1", "2"]
    assert line in standard.preamble


@pytest.mark.parametrize(
    "line", ["Peraturan Bupati Contoh", "Jalan Kenanga Nomor 5", "Pemohon datang ke loket.", ""]
)
def test_a_line_that_names_no_service_is_no_title(line: str) -> None:
    (standard,) = read_text(UNTITLED.format(line, "Biaya\nGratis"), "pinjam-buku.txt")
    assert standard.title == "Pinjam buku"
    assert "title_missing" in standard.warnings


@pytest.mark.parametrize(
    "text",
    [
        "Layanan Buku\n\nPersyaratan\n1. Kartu\n\nProsedur\n1. Datang",
        "Layanan Buku\n\nPersyaratan\n1. Kartu\n\nBiaya\nGratis\n\nWaktu\n1 hari",
        "Layanan Buku\n\nProsedur\n1. Datang\n\nBiaya\nGratis\n\nWaktu\n1 hari",
    ],
)
def test_fewer_or_other_sections_do_not_tell_of_a_service(text: str) -> None:
    with pytest.raises(NotAStandard):
        read_text(text, "x.txt")
