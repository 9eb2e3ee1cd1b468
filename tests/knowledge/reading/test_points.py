"""Sections counted within each service: "1.2 Dasar hukum" below "I. LAYANAN PEMINJAMAN ARSIP"."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = """STANDAR PELAYANAN KANTOR ARSIP MELATI

Dokumen ini memuat dua layanan. Kedua layanan berada di bawah tanggung jawab Kepala Kantor Arsip.

"""
SERVICE = """{roman}. LAYANAN {name} ARSIP
{part}.1 Pengertian dan pengguna
Layanan diberikan kepada unit kerja. Arsip vital dipinjamkan dengan izin.
{part}.2 Dasar hukum
1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan.
{part}.3 Persyaratan
1. Surat permohonan.
2. KTP.
{part}.4 Prosedur
1. Petugas layanan memeriksa formulir (20 menit).
2. Arsiparis mengambil arsip (30 menit).
{part}.5 Lama peminjaman dan sanksi
Arsip dipinjam paling lama 5 hari kerja.
{part}.6 Biaya, waktu, dan produk
Unit kerja di lingkungan kota dikenai biaya bahan Rp175.000 per meter kubik.
Keseluruhan layanan diselesaikan dalam 12 hari kerja sejak surat diterima.
Produk layanan adalah berita acara.

"""
ALL = """III. KETENTUAN BERSAMA
3.1 Pelaksana dan kompetensi
Layanan dilaksanakan oleh 3 arsiparis. Arsiparis berpendidikan paling rendah D-III.
3.2 Pengaduan
Pengaduan ditangani oleh Koordinator Layanan paling lama 3 hari kerja.
"""


@pytest.fixture
def services() -> tuple[ServiceStandard, ...]:
    one = SERVICE.format(roman="I", name="PEMINJAMAN", part=1)
    two = SERVICE.format(roman="II", name="FUMIGASI", part=2)
    text = HEAD + one + two + ALL
    found = read_text(text, "arsip.txt")
    assert lost(text, found) == {}
    assert [s.title for s in found] == ["Layanan Peminjaman Arsip", "Layanan Fumigasi Arsip"]
    return found


def test_each_is_a_section_also_in_words_that_no_component_has(
    services: tuple[ServiceStandard, ...],
) -> None:
    for number, one in enumerate(services, start=1):
        named = {section.letter: section.heading for section in one.sections if section.letter}
        assert named[f"{number}.5"] == "Lama peminjaman dan sanksi"
        assert one.requirements_user == ("Surat permohonan", "KTP")
        assert [len(one.steps), len(one.legal_basis)] == [2, 1]


def test_what_one_of_them_names_together_is_told_apart(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert one.cost is not None
        assert "Rp175.000" in one.cost
        total = one.section(Facet.TOTAL_TIME)
        assert total is not None
        assert "12 hari kerja" in total.items[0].text
        assert one.service_hours is None


def test_what_holds_for_all_and_who_answers_for_all(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert one.responsible == "Kepala Kantor Arsip"
        assert one.complaint is not None
        assert one.complaint.handled_by == ("Koordinator Layanan",)


def test_entries_of_numbered_sections_are_none() -> None:
    (one,) = read_text(
        "STANDAR PELAYANAN X\n\n1. Persyaratan\n1.1 KTP\n1.2 Kartu keluarga\n"
        "2. Prosedur\n2.1 Petugas memeriksa berkas\n2.2 Kepala menandatangani\n"
        "3. Biaya\n3.1 Gratis\n",
        "x.txt",
    )
    assert len(one.requirements_user) == len(one.steps) == 2  # noqa: PLR2004
