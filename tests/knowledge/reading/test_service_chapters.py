"""Decrees of which several chapters are services."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """PERATURAN KEPALA DINAS PERTANIAN KABUPATEN MELATI
NOMOR 7 TAHUN 2023
TENTANG
STANDAR PELAYANAN PINJAM TRAKTOR DAN PENGADUAN PUPUK

BAB I
KETENTUAN UMUM
Pasal 1

Dalam Peraturan ini yang dimaksud dengan:
1. Traktor adalah mesin pengolah tanah.

Pasal 2

Standar Pelayanan ini disusun berdasarkan:
a. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; dan
b. Peraturan Bupati Melati Nomor 4 Tahun 2021.

BAB II
LAYANAN PINJAM TRAKTOR
Bagian Kesatu
Penyelenggara dan Persyaratan
Pasal 3

(1) Penanggung jawab layanan Pinjam Traktor adalah Kepala Bidang Sarana.
(2) Pelaksana layanan terdiri atas petugas gudang dan operator traktor.

Pasal 4

(1) Kelompok tani membawa:
a. surat permohonan ketua kelompok; dan
b. fotokopi KTP.
(2) Kelompok yang masih menunggak tidak dilayani.

Bagian Kedua
Prosedur dan Jangka Waktu
Pasal 5

(1) Peminjaman dilaksanakan dengan urutan:
1. Petugas gudang mencatat permohonan (10 menit).
2. Kepala Bidang Sarana menandatangani persetujuan (1 hari kerja).
(2) Jangka waktu penyelesaian layanan Pinjam Traktor paling lama 2 hari kerja.

Pasal 6

(1) Layanan Pinjam Traktor tidak dipungut biaya.
(2) Layanan diselenggarakan di Gudang Alsintan, Jalan Sawah Nomor 3.

Pasal 7

(1) Traktor yang rusak dilaporkan operator pada hari itu juga.

BAB III
LAYANAN PENGADUAN PUPUK
Pasal 8

(1) Penanggung jawab layanan adalah Kepala Bidang Tanaman.

Pasal 9

(1) Pengaduan dilampiri:
a. foto pupuk; dan
b. nota pembelian.

Pasal 10

Prosedur layanan Pengaduan Pupuk adalah sebagai berikut:
1. Petugas loket mencatat pengaduan (15 menit).
2. Pengawas pupuk memeriksa kios (3 hari kerja).

BAB IV
PENDUKUNG LAYANAN
Pasal 11

Jumlah pelaksana sebanyak 6 (enam) orang.

BAB V
PENANGANAN KELUHAN DAN MASUKAN
Pasal 12

(1) Keluhan dan masukan disampaikan kepada Sekretaris Dinas melalui telepon (0291) 442718.
(2) Sekretaris Dinas menugaskan Kepala Subbagian Umum untuk menindaklanjuti keluhan dan masukan.
"""


@pytest.fixture
def services() -> tuple[ServiceStandard, ...]:
    """Return the standards of the decree."""
    return read_text(TEXT, "peraturan.txt")


def said(standard: ServiceStandard, facet: Facet) -> str:
    found = (s for s in standard.sections if s.facet is facet)
    return "\n".join(item.text for s in found for top in s.items for item in top.walk())


def test_each_chapter_that_names_a_service_is_one(services: tuple[ServiceStandard, ...]) -> None:
    assert [s.title for s in services] == ["Pinjam Traktor", "Pengaduan Pupuk"]
    assert [s.responsible for s in services] == ["Kepala Bidang Sarana", "Kepala Bidang Tanaman"]


def test_a_paragraph_heads_the_component_that_it_tells_of(
    services: tuple[ServiceStandard, ...],
) -> None:
    tractor = services[0]
    assert tractor.implementers == ("petugas gudang", "operator traktor")
    assert "fotokopi KTP" in said(tractor, Facet.REQUIREMENTS)
    assert "menunggak" in said(tractor, Facet.REQUIREMENTS)
    assert [step.actors for step in tractor.steps] == [
        ("Petugas gudang",),
        ("Kepala Bidang Sarana",),
    ]
    assert "2 hari kerja" in said(tractor, Facet.TOTAL_TIME)
    assert "tidak dipungut biaya" in str(tractor.cost)
    assert "Gudang Alsintan" in str(tractor.place)


def test_an_article_on_nothing_known_stands_alone(services: tuple[ServiceStandard, ...]) -> None:
    alone = next(s for s in services[0].sections if s.heading == "Pasal 7")
    assert alone.facet is Facet.OTHER
    assert "yang rusak" in alone.items[0].text


def test_complaints_that_are_the_service_are_no_complaints_about_it(
    services: tuple[ServiceStandard, ...],
) -> None:
    fertiliser = services[1]
    assert "nota pembelian" in said(fertiliser, Facet.REQUIREMENTS)
    assert len(fertiliser.steps) == 2
    assert "foto pupuk" not in said(fertiliser, Facet.COMPLAINT)


def test_what_the_other_chapters_say_holds_for_all(services: tuple[ServiceStandard, ...]) -> None:
    for service in services:
        assert "Nomor 25 Tahun 2009" in said(service, Facet.LEGAL_BASIS)
        assert "6 (enam) orang" in said(service, Facet.STAFF_COUNT)
        assert service.complaint
        assert service.complaint.handled_by == ("Kepala Subbagian Umum",)


def test_nothing_of_it_is_lost() -> None:
    assert lost(TEXT, read_text(TEXT, "peraturan.txt")) == Counter()
