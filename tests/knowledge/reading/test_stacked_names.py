"""Tables copied column by column, with the legal basis and the hours where offices put them."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = """DINAS KEARSIPAN

Standar Pelayanan Peminjaman Arsip
Dasar Hukum*): - Undang-Undang Nomor 43 Tahun 2009 jo. Peraturan
Pemerintah Nomor 28 Tahun 2012;
- Peraturan Wali Kota Nomor 5 Tahun 2020.
A. Aspek Penyampaian Pelayanan (Service Delivery)
"""
STACKED = f"""{HEAD}1.

Persyaratan


2.

Prosedur/Mekanisme

a. Kartu anggota;
b. Surat pengantar.

1. Pemohon mengisi formulir;
2. Petugas mencari arsip;
3. Petugas menyerahkan arsip.

3.

Waktu Penyelesaian


4.

Biaya/Tarif

2 (dua) hari kerja

Gratis

5.

Produk Layanan

Arsip yang dipinjam
"""
COUNTER = """Jenis Pelayanan : Pelayanan Ruang Loket
No. Komponen Uraian
1. Dasar Hukum 1. UU Nomor 25 Tahun 2009
2. Persyaratan
Kartu berobat
3. Sistem, Mekanisme dan Loket pendaftaran :
Senin – Kamis : Pukul 08.00 – 12.00 WIB
Prosedur
Jum’at : Pukul 08.00 – 11.00 WIB
Prosedur:
1. Pasien mengambil nomor antrean
2. Pasien menyerahkan berkas
3. Pasien menunggu di ruang tunggu
4. Waktu Pelayanan 3-5 menit
5. Biaya/Tarif Sesuai Peraturan Bupati tentang Retribusi no
8 tahun 2018 tentang Retribusi Pelayanan
6. Produk Pelayanan Kartu berobat
"""


def test_stacked_names_go_to_their_own_paragraphs() -> None:
    (standard,) = read_text(STACKED, "uji.txt")
    assert standard.title == "Standar Pelayanan Peminjaman Arsip"
    assert [section.facet for section in standard.sections] == [
        Facet.LEGAL_BASIS,
        Facet.REQUIREMENTS,
        Facet.PROCEDURE,
        Facet.TOTAL_TIME,
        Facet.COST,
        Facet.OUTPUT,
    ]
    assert [step.number for step in standard.steps] == ["1", "2", "3"]
    assert standard.cost == "Gratis"
    assert lost(STACKED, [standard]) == {}


def test_more_paragraphs_than_names_stay_as_they_are() -> None:
    text = STACKED.replace("a. Kartu anggota;", "Berkas yang dibawa pemohon\n\na. Kartu anggota;")
    (standard,) = read_text(text, "uji.txt")
    assert lost(text, [standard]) == {}


@pytest.mark.parametrize("mark", ["*)", ")", "*", ""])
def test_the_legal_basis_above_numbered_sections_is_one(mark: str) -> None:
    text = (
        f"{HEAD.replace('*)', mark)}1. Persyaratan\nKTP\n\n2. Biaya\nGratis\n\n3. Produk\nArsip\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert standard.title == "Standar Pelayanan Peminjaman Arsip"
    assert standard.legal_basis == (
        "Undang-Undang Nomor 43 Tahun 2009 jo. Peraturan Pemerintah Nomor 28 Tahun 2012",
        "Peraturan Wali Kota Nomor 5 Tahun 2020",
    )


def test_a_row_that_counts_on_like_the_list_above_it_is_a_row() -> None:
    (standard,) = read_text(COUNTER, "uji.txt")
    assert [step.number for step in standard.steps] == ["1", "2", "3"]
    assert {Facet.TOTAL_TIME, Facet.COST, Facet.OUTPUT} <= {s.facet for s in standard.sections}
    assert standard.cost is not None
    assert "Retribusi no 8 tahun 2018" in standard.cost


def test_hours_above_the_steps_are_when_it_is_open() -> None:
    (standard,) = read_text(COUNTER, "uji.txt")
    assert standard.service_hours is not None
    assert standard.service_hours.startswith("Loket pendaftaran: Senin – Kamis")
    assert "Jum’at" in standard.service_hours


def test_hours_in_the_steps_stay_there_where_a_section_tells_them() -> None:
    text = f"{COUNTER}7. Jam Pelayanan Senin-Jumat pukul 08.00-15.00\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.service_hours == "Senin-Jumat pukul 08.00-15.00"
