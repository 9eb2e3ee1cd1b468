"""Leaflets and annexes: headings in other words, named lists, running heads, web pages."""

from __future__ import annotations

import pytest

from knowledge.model import Facet
from knowledge.reading import read_text
from knowledge.reading.durations import find_duration
from knowledge.reading.pages import split_pages

LEAFLET = """LABORATORIUM DAERAH KOTA ARUS

Dinas Kesehatan Kota Arus | Pelayanan Pemeriksaan Air

TENTANG KAMI
Kami memeriksa air. Penanggung jawab: Kepala Laboratorium.

SYARAT PENDAFTARAN
Perorangan
- KTP atau kartu pelajar
- Formulir
Rombongan (minimal 10 orang)
- Surat permohonan
- Daftar nama

ALUR PELAYANAN
1. Pelanggan mengambil nomor.
2. Petugas Loket memeriksa syarat di Loket 1 (5 menit). Peserta dengan rujukan langsung ke
langkah 4.
3. Kasir menerima pembayaran di Loket 2 (5 menit).
4. Analis memeriksa sampel.

FASILITAS
Ruang tunggu dan parkir

TARIF PEMERIKSAAN (Rp)
- Air sumur: 85.000

JAM PELAYANAN
Senin-Kamis pukul 08.00-14.00

JAMINAN PELAYANAN
Hasil diperiksa ulang tanpa biaya.

KONTAK DAN PENGADUAN
Pengaduan ditangani oleh Kepala Subbagian Tata Usaha.
"""


def test_a_leaflet_headed_in_capitals_is_read_whole() -> None:
    (one,) = read_text(LEAFLET, "leaflet.txt")
    assert one.title == "Pelayanan Pemeriksaan Air"
    assert one.cost == "Air sumur: 85.000"
    assert one.complaint is not None
    assert one.complaint.handled_by == ("Kepala Subbagian Tata Usaha",)


def test_lists_named_without_a_colon_belong_to_their_names() -> None:
    (one,) = read_text(LEAFLET, "leaflet.txt")
    section = one.section(Facet.REQUIREMENTS)
    assert section is not None
    named = {item.text: [below.text for below in item.items] for item in section.items}
    assert named == {
        "Perorangan": ["KTP atau kartu pelajar", "Formulir"],
        "Rombongan (minimal 10 orang)": ["Surat permohonan", "Daftar nama"],
    }


def test_a_step_that_a_sentence_points_to_is_no_step_of_its_own() -> None:
    (one,) = read_text(LEAFLET, "leaflet.txt")
    assert [step.number for step in one.steps] == ["1", "2", "3", "4"]
    assert one.steps[1].text.endswith("langsung ke langkah 4.")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("memasukkan data di Loket 1 (5 menit).", "5 menit"),
        ("diperiksa di Ruang 12 (1 jam)", "1 jam"),
        ("paling lama 15 (lima belas menit)", None),
    ],
)
def test_a_number_before_a_bracket_is_spelled_out_only_if_it_is_the_same(
    text: str, time: str | None
) -> None:
    found = find_duration(text)
    assert (found[0].text if found and text[found[1][0]] == "(" else None) == time


def test_which_decree_it_is_an_annex_of_is_no_section_on_every_page() -> None:
    head = "LAMPIRAN KEPUTUSAN SEKRETARIS\nNOMOR 41/SES/{}\n\n"
    text = (
        "- 3 -\n\nLAMPIRAN\nKEPUTUSAN SEKRETARIS\n\nA. Dasar Hukum\n1. Undang-Undang Nomor 1\n\n"
        f"- 4 -\n\n{head.format('2022')}B. Persyaratan\n1. Surat\n\n"
        f"- 5 -\n\n{head.format('2O22')}C. Biaya\nGratis\n"
    )
    pages = split_pages(text)
    assert not [line.text for line in pages.lines if "41/SES" in line.text]
    assert [line.text for line in pages.lines if line.text.startswith("LAMPIRAN")] == ["LAMPIRAN"]


def test_a_part_that_is_called_standard_does_not_begin_another_one() -> None:
    text = (
        "STANDAR PELAYANAN\nPEMINJAMAN ARSIP\n\nBAGIAN KESATU\nPENDAHULUAN\n\n"
        "A. Latar Belakang\n   Arsip dibutuhkan.\n\nBAGIAN KEDUA\nSTANDAR PELAYANAN\n\n"
        "A. Dasar Hukum\n   1. Undang-Undang Nomor 43 Tahun 2009\nB. Persyaratan\n   1. Nota\n"
    )
    (one,) = read_text(text, "x.txt")
    assert one.title == "Standar Pelayanan Peminjaman Arsip"
    assert one.legal_basis == ("Undang-Undang Nomor 43 Tahun 2009",)


def test_a_web_page_is_called_by_its_main_heading_and_groups_keep_their_component() -> None:
    text = (
        "# Registrasi IMEI Perangkat\n\nKantor Bea Cukai Tanjung\n\n## 1. Persyaratan\n\n"
        "### 1.1 Penumpang\n\n- Paspor\n\n## 2. Alur\n\n1. Pemohon mengisi formulir.\n\n"
        "## 3. Biaya dan Pungutan\n\n### 3.1 Biaya layanan\n\nTidak dipungut biaya.\n\n"
        "### 3.2 Besaran pungutan\n\n- Bea masuk: 10%\n\n## 4. Pengaduan\n\nTelepon (0763) 482115\n"
    )
    (one,) = read_text(text, "imei.md")
    assert one.title == "Registrasi IMEI Perangkat"
    assert one.cost is not None
    assert "Tidak dipungut biaya" in one.cost
    assert "Bea masuk: 10%" in one.cost


PAGE = """# UPTD Laboratorium Kesehatan

Jalan Wirasaba No. 8, Kota Arus

## STANDAR PELAYANAN

Ditetapkan dengan Keputusan Nomor 445. Penanggung jawab pelayanan: Kepala UPTD Laboratorium.

### Jam Pelayanan

Senin-Kamis pukul 07.30-12.00

### Dasar Hukum

1. Undang-Undang Nomor 17 Tahun 2023

## A. Pelayanan Pemeriksaan Air

#### Persyaratan

1. Formulir

#### Prosedur

1. Pelanggan menyerahkan sampel.

#### Tarif

Rp85.000

## B. Pelayanan Kalibrasi Alat

#### Persyaratan

1. Surat permohonan

#### Prosedur

1. Teknisi mengkalibrasi alat (3 hari kerja).

#### Tarif

Rp55.000

## Ketentuan untuk Semua Pelayanan

#### Sarana dan Prasarana

Ruang tunggu

#### Pengaduan

Keluhan akan ditangani Kepala Subbagian Tata Usaha.
"""


def test_what_a_page_says_before_and_after_its_services_holds_for_each() -> None:
    first, second = read_text(PAGE, "lab.md")
    titles = (first.title, second.title)
    assert titles == ("Pelayanan Pemeriksaan Air", "Pelayanan Kalibrasi Alat")
    for one in (first, second):
        assert one.service_hours == "Senin-Kamis pukul 07.30-12.00"
        assert one.legal_basis == ("Undang-Undang Nomor 17 Tahun 2023",)
        assert one.responsible == "Kepala UPTD Laboratorium"
        assert one.place == "Jalan Wirasaba No. 8, Kota Arus"
        assert one.complaint is not None
        assert one.complaint.handled_by == ("Kepala Subbagian Tata Usaha",)
    assert (first.cost, second.cost) == ("Rp85.000", "Rp55.000")


@pytest.mark.parametrize(
    ("heading", "facet"),
    [
        ("Siapa dan syaratnya", Facet.REQUIREMENTS),
        ("Alurnya", Facet.PROCEDURE),
        ("Dasar", Facet.LEGAL_BASIS),
        ("Yang didapat", Facet.OUTPUT),
        ("Orang dan fasilitas", Facet.FACILITIES),
        ("Janji kami", Facet.GUARANTEE),
    ],
)
def test_a_small_office_heads_its_sections_in_words_of_its_own(heading: str, facet: Facet) -> None:
    text = (
        f"## Layanan Pinjam Alat\n\n### Biaya\n\nGratis.\n\n### {heading}\n\n1. Isi bagian.\n\n"
        "### Jam buka\n\nSenin 08.00-12.00\n\n### Pengaduan\n\nWA 0812-1111-2222\n"
    )
    (one,) = read_text(text, "x.md")
    assert [s.facet for s in one.sections][1] is facet


def test_the_head_of_an_sop_may_hold_its_labels_in_one_cell() -> None:
    text = (
        "| PEMERINTAH KOTA LEMBAH<br>BADAN KESATUAN BANGSA<br>Jl. Merpati No. 5, Lembah "
        "| Nomor SOP : 070/9<br>Tanggal Efektif : 17 Februari 2025<br>Disahkan oleh : Kepala Badan"
        "<br>Ir. Teguh<br>Nama SOP : Penerbitan Surat Penelitian |\n"
        "| Dasar Hukum: | Kualifikasi Pelaksana: |\n| 1. Undang-Undang Nomor 11 | 1. Sarjana |\n\n"
        "PROSEDUR\n1. Pemohon mengajukan permohonan (10 menit).\n"
    )
    (one,) = read_text(text, "sop.txt")
    assert one.title == "Penerbitan Surat Penelitian"
    assert one.unit == "Badan Kesatuan Bangsa"
    assert one.place == "Jl. Merpati No. 5, Lembah"
    assert "Disahkan oleh : Kepala Badan Ir. Teguh" in one.preamble
