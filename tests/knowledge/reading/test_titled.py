"""Plain texts headed by short lines of their own, in words that begin with a component."""
# ruff: noqa: E501  # a text is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, Section, ServiceStandard
from knowledge.reading import read_bytes, read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """DINAS PERIKANAN KOTA TELUK

STANDAR PELAYANAN UJI IKAN

Gambaran Umum
Laboratorium menguji ikan konsumsi dan air kolam dari warga serta pelaku usaha. Standar ini disusun berdasarkan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik, Peraturan Menteri Kelautan Nomor 3 Tahun 2022 tentang Mutu, dan Peraturan Wali Kota Nomor 8 Tahun 2023 tentang Retribusi.

Syarat Pengujian
Pemohon membawa KTP dan sampel 1 kilogram.

Alur Pelayanan
1. Petugas Loket menerima sampel (10 menit)
2. Analis menguji sampel (2 hari)

Lama Pengujian

| Jenis uji | Hasil selesai |
|---|---|
| Logam berat | 5 hari kerja |
| Mikroba | 3 hari kerja |

Tarif
Rp50.000 per sampel.

Jam Buka

| Hari | Loket | Laboratorium |
|---|---|---|
| Senin | 08.00 - 14.00 | 08.00 - 12.00 |
| Jumat | 08.00 - 10.00 | Tutup |
| Minggu | Tutup | Tutup |

Laboratorium beralamat di Jalan Bandeng Nomor 4, Teluk. Tersedia tempat parkir dan ruang laktasi.

Hasil Pelayanan
Laporan hasil uji.

Pengaduan
Disampaikan kepada Sekretaris Dinas.

Jaminan, Pengawasan, dan Evaluasi
Laboratorium menjamin kerahasiaan data. Timbangan ditera setiap tahun. Pengawasan internal dilakukan oleh Kepala UPTD. Jumlah pelaksana 9 orang. Survei kepuasan dilaksanakan setiap semester.
"""


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    (found,) = read_text(TEXT, "uji.txt")
    assert lost(TEXT, [found]) == {}
    return found


def section(standard: ServiceStandard, facet: Facet) -> Section:
    return next(s for s in standard.sections if s.facet is facet)


def test_a_line_that_begins_with_a_component_heads_it(standard: ServiceStandard) -> None:
    assert section(standard, Facet.REQUIREMENTS).heading == "Syarat Pengujian"
    assert section(standard, Facet.TOTAL_TIME).heading == "Lama Pengujian"
    assert [step.text for step in standard.steps] == [
        "Petugas Loket menerima sampel (10 menit)",
        "Analis menguji sampel (2 hari)",
    ]


def test_a_heading_of_several_is_told_apart_by_what_its_sentences_say(
    standard: ServiceStandard,
) -> None:
    said = {
        facet: section(standard, facet).items[0].text
        for facet in (Facet.GUARANTEE, Facet.SUPERVISION, Facet.STAFF_COUNT, Facet.EVALUATION)
    }
    assert said == {
        Facet.GUARANTEE: "Laboratorium menjamin kerahasiaan data. Timbangan ditera setiap tahun.",
        Facet.SUPERVISION: "Pengawasan internal dilakukan oleh Kepala UPTD.",
        Facet.STAFF_COUNT: "9 orang.",
        Facet.EVALUATION: "Survei kepuasan dilaksanakan setiap semester.",
    }


def test_the_address_below_the_hours_is_the_place(standard: ServiceStandard) -> None:
    assert standard.place == "Jalan Bandeng Nomor 4, Teluk."
    assert section(standard, Facet.FACILITIES).items[0].text.startswith("Tersedia tempat parkir")
    assert [item.text[:6] for item in section(standard, Facet.SERVICE_HOURS).items] == [
        "Senin:",
        "Jumat:",
        "Minggu",
    ]


def test_the_rules_that_the_introduction_names_are_the_legal_basis(
    standard: ServiceStandard,
) -> None:
    assert standard.legal_basis == (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        "Peraturan Menteri Kelautan Nomor 3 Tahun 2022 tentang Mutu",
        "Peraturan Wali Kota Nomor 8 Tahun 2023 tentang Retribusi",
    )


@pytest.mark.parametrize("line", ["Tarif Umum", "Biaya Lain"])
def test_a_line_of_the_same_component_groups_what_stands_below(line: str) -> None:
    text = TEXT.replace("Rp50.000 per sampel.", f"Rp50.000 per sampel.\n\n{line}\n- Kolam: Rp1.000")
    (found,) = read_text(text, "uji.txt")
    assert sum(s.facet is Facet.COST for s in found.sections) == 1


@pytest.mark.parametrize("line", ["Surat Izin Tempat Usaha", "Balai Pengaduan Kota"])
def test_other_short_lines_head_nothing(line: str) -> None:
    text = TEXT.replace("Rp50.000 per sampel.", f"Rp50.000 per sampel.\n\n{line}\nLantai dua.")
    (found,) = read_text(text, "uji.txt")
    assert line not in [s.heading for s in found.sections]


def test_a_column_of_prices_may_say_of_one_that_it_is_free() -> None:
    rows = "".join(f"<tr><td>Uji {n}</td><td>Rp{n}.000</td></tr>" for n in "12345")
    page = (
        "<html><body><h1>Standar Pelayanan Uji</h1><h2>Persyaratan</h2><p>KTP</p><h2>Tarif</h2>"
        f"<table><tr><td>Pemeriksaan</td><td>Tarif (Rp)</td></tr>{rows}"
        "<tr><td>Uji dahak</td><td>Gratis</td></tr></table></body></html>"
    )
    (found,) = read_bytes(page.encode(), "uji.html")
    assert "Pemeriksaan: Tarif" not in (found.cost or "")


LEAFLET = """DINAS PETERNAKAN KOTA LEMBAH

LAYANAN 1: SEWA MESIN TETAS

Syarat
1. KTP
2. Surat kelompok

Alur
1. Petugas Gudang memeriksa berkas (30 menit)

Harga
Mesin kecil Rp5.000 per hari.

Tanggung jawab penyewa
Keterlambatan dikenai denda.

Tempat dan jam
Gudang Unggas, Desa Sukatani. Senin sampai Sabtu pukul 07.00-14.00.

Petugas
Petugas Gudang 2 orang. Penanggung jawab layanan adalah Kepala Bidang Ternak.

Hasil layanan
Mesin siap pakai.

LAYANAN 2: PENJUALAN BIBIT AYAM

Syarat
1. KTP

Alur
1. Petugas Kandang menghitung bibit (1 jam)

Harga
Rp2.000 per ekor.

Tempat dan jam
Balai Unggas, Desa Ciawi. Senin sampai Kamis pukul 07.30-13.00.

Fasilitas
Kandang.

Hasil layanan
Bibit ayam.

UNTUK KEDUA LAYANAN

Dasar hukum
Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik. Peraturan Bupati Nomor 31 Tahun 2024 tentang Sewa dan Peraturan Bupati Nomor 4 Tahun 2025 tentang Bibit.

Pengaduan dan saran
Pengaduan diterima Petugas Informasi melalui surel ternak@lembah.go.id.
"""


def test_a_few_words_above_a_paragraph_head_it() -> None:
    one, two = read_text(LEAFLET, "leaflet.txt")
    assert lost(LEAFLET, (one, two)) == {}
    assert (one.cost, two.cost) == ("Mesin kecil Rp5.000 per hari.", "Rp2.000 per ekor.")
    assert section(one, Facet.OTHER).heading == "Tanggung jawab penyewa"
    assert one.responsible == "Kepala Bidang Ternak"
    assert section(one, Facet.IMPLEMENTERS).heading == "Petugas"


def test_what_one_name_of_a_heading_leaves_is_the_other() -> None:
    one, two = read_text(LEAFLET, "leaflet.txt")
    assert one.place == "Gudang Unggas, Desa Sukatani."
    assert two.place == "Balai Unggas, Desa Ciawi."
    assert two.service_hours == "Senin sampai Kamis pukul 07.30-13.00."


def test_what_holds_for_both_services_stands_in_each() -> None:
    one, two = read_text(LEAFLET, "leaflet.txt")
    assert one.legal_basis == two.legal_basis
    assert len(one.legal_basis) == 3  # noqa: PLR2004
    assert [s.complaint and s.complaint.received_by for s in (one, two)] == [
        "Petugas Informasi",
        "Petugas Informasi",
    ]
