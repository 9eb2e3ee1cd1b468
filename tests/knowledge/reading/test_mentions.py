"""What a standard says only in passing: among provisions, in a dictum, in its letterhead."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text

HEAD = "PEMERINTAH KABUPATEN TELAGA\nINSPEKTORAT DAERAH\nJalan Menara Nomor 8, Telaga\n\n"
TEXT = (
    HEAD + "STANDAR PELAYANAN SURAT BEBAS TEMUAN\n\nA. KETENTUAN UMUM\n"
    "1. Surat bebas temuan diselesaikan paling lama 3 (tiga) hari kerja dan tidak dipungut biaya.\n"
    "2. Pelayanan di loket: Senin-Kamis pukul 08.00-15.00 WIB.\n"
    "B. PERSYARATAN\n1. Surat pengantar\n2. Bukti bayar retribusi sampah Rp10.000\n"
    "C. PROSEDUR\n1. Pemohon menyerahkan berkas.\n2. Inspektur menandatangani surat (1 jam).\n"
)


def test_what_is_said_in_passing_is_told_with_its_source() -> None:
    (one,) = read_text(TEXT, "x.txt")
    assert one.cost is not None
    assert one.cost.endswith("tidak dipungut biaya.")
    assert one.service_hours == "Pelayanan di loket: Senin-Kamis pukul 08.00-15.00 WIB."
    assert one.place == "Jalan Menara Nomor 8, Telaga"
    cost = one.section(Facet.COST)
    assert cost is not None
    assert cost.source.section == "A.1"
    assert {"biaya/tarif", "jangka waktu penyelesaian"} <= {*one.components_present}


def test_a_section_of_its_own_comes_first_and_a_payment_to_prove_is_no_cost() -> None:
    text = TEXT.replace(" dan tidak dipungut biaya", "")
    (without,) = read_text(text, "x.txt")
    (named,) = read_text(TEXT + "D. BIAYA\nRp25.000\n", "x.txt")
    assert without.cost is None
    assert named.cost == "Rp25.000"


def test_a_dictum_of_the_decree_tells_the_hours_of_all_its_services() -> None:
    service = (
        "STANDAR PELAYANAN {}\n\nA. PERSYARATAN\n1. KTP\nB. PROSEDUR\n1. Pemohon mendaftar.\n"
        "C. BIAYA\nGratis\n\n"
    )
    decree = (
        "KEPUTUSAN KEPALA DINAS\nMEMUTUSKAN:\n"
        "KEDUA : Pelayanan diberikan di loket pada hari Senin s.d. Kamis pukul 08.00-15.00 WIB.\n\n"
    )
    found = read_text(decree + service.format("IZIN A") + service.format("IZIN B"), "x.txt")
    hours = "Pelayanan diberikan di loket pada hari Senin s.d. Kamis pukul 08.00-15.00 WIB."
    assert [s.service_hours for s in found] == [hours, hours]


def test_a_line_without_end_is_no_sentence_that_says_anything() -> None:
    endless = "Layanan " + "senin " * 60_000  # searched as a sentence it would take hours
    (one,) = read_text(f"{endless}\n\n{TEXT}D. KETENTUAN LAIN\n{endless}\n", "x.txt")
    assert one.service_hours == "Pelayanan di loket: Senin-Kamis pukul 08.00-15.00 WIB."


def test_a_heading_without_words_below_it_hides_no_other_of_its_kind() -> None:
    (one,) = read_text(f"{TEXT}D. BIAYA\nE. BIAYA PELAYANAN\nRp25.000\n", "x.txt")
    cost = one.section(Facet.COST)
    assert cost is not None
    assert ([item.text for item in cost.items], one.cost) == (["Rp25.000"], "Rp25.000")


def test_an_address_in_a_letterhead_ends_before_the_telephone() -> None:
    text = TEXT.replace("Telaga\n\n", "Telaga, Telepon (0277) 555018, laman: x.go.id\n\n", 1)
    (one,) = read_text(text, "x.txt")
    assert one.place == "Jalan Menara Nomor 8, Telaga"


def test_who_answers_for_the_service_may_be_told_among_the_supervision() -> None:
    text = TEXT + (
        "D. PENGAWASAN\n1. Inspektur Pembantu bertanggung jawab atas pelaksanaan prosedur ini. "
        "Pengawasan dilakukan setiap triwulan.\n"
    )
    (one,) = read_text(text, "x.txt")
    assert one.responsible == "Inspektur Pembantu"


@pytest.mark.parametrize(
    ("heading", "told", "received", "handlers"),
    [
        ("BIAYA", "Gratis. Pengaduan disampaikan melalui telepon 5551. Pengaduan diterima oleh"
         " Staf Loket dan ditangani oleh Kepala Subbagian Umum.",
         "Staf Loket", ("Kepala Subbagian Umum",)),
        ("KETENTUAN LAYANAN", "Keluhan mengenai peminjaman disampaikan secara tertulis kepada"
         " Kepala Seksi Koleksi.", "Kepala Seksi Koleksi", ()),
        ("PERINGATAN", "Keluhan ditindaklanjuti oleh Sekretaris Dinas.",
         None, ("Sekretaris Dinas",)),
    ],
)  # fmt: skip
def test_who_gets_complaints_is_read_where_it_stands_below_something_else(
    heading: str, told: str, received: str | None, handlers: tuple[str, ...]
) -> None:
    (one,) = read_text(f"{TEXT}D. {heading}\n1. Buku catatan disimpan.\n2. {told}\n", "x.txt")
    assert one.complaint is not None
    assert (one.complaint.received_by, one.complaint.handled_by) == (received, handlers)
    section = one.section(Facet.COMPLAINT)
    assert section is not None
    assert section.source.section == "D.2"
    assert "Gratis" not in section.items[0].text


def test_a_report_that_goes_to_the_head_is_no_complaint() -> None:
    told = "Laporan bulanan dan saran tindak lanjut disampaikan kepada Kepala Dinas."
    (one,) = read_text(f"{TEXT}D. KETENTUAN LAIN\n1. {told}\n", "x.txt")
    assert one.complaint is None


def test_complaints_told_in_two_sections_are_one_chain() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Pengaduan\n"
        "Pengaduan disampaikan kepada Kepala Bidang Air.\n\nC. Biaya\nGratis\n\n"
        "D. Saluran Pengaduan\nTelepon 0812-3456-7890 atau surel air@kota.example.id.\n"
    )
    (standard,) = read_text(text, "x.txt")
    chain = standard.complaint
    assert chain is not None
    assert chain.received_by == "Kepala Bidang Air"
    assert {c.value for c in chain.channels} == {"0812-3456-7890", "air@kota.example.id"}


@pytest.mark.parametrize(
    "said",
    [
        "Keluhan dan saran mengenai layanan disampaikan kepada Kepala Seksi Air melalui telepon.",
        "Pengaduan disampaikan melalui surel dan ditangani oleh Kepala Seksi Air.",
    ],
)
def test_complaints_told_among_other_rules(said: str) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Biaya\nRp5.000.\n{said}\n"
    (standard,) = read_text(text, "x.txt")
    chain = standard.complaint
    assert chain is not None
    assert "Kepala Seksi Air" in {chain.received_by, *chain.handled_by}
    assert "penanganan pengaduan, saran, dan masukan" in standard.components_present


def test_a_service_that_is_open_day_and_night() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Biaya\n"
        "Rp5.000. Pelayanan tersedia 24 jam setiap hari, termasuk hari libur.\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert standard.service_hours == "Pelayanan tersedia 24 jam setiap hari, termasuk hari libur."


def test_who_answers_among_those_who_carry_it_out() -> None:
    text = (
        "STANDAR PELAYANAN X\n\n## Persyaratan\nKTP\n\n## Pejabat dan petugas\n"
        "Kepala Balai bertanggung jawab atas seluruh layanan.\nJuru Ukur mengukur lahan.\n\n"
        "## Biaya\nGratis\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert standard.responsible == "Kepala Balai"
