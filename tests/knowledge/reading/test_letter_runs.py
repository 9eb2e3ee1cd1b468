"""Lettered headings behind the bare ones of a form, and a decree whose annexes are standards."""

from __future__ import annotations

from knowledge.model import Facet
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FORM = """| | | |
|---|---|---|
| DINAS TAMAN KOTA RINDANG | Nomor SOP | 12/2024 |
| | Nama SOP | Pelayanan Penebangan Pohon |

| | |
|---|---|
| Dasar Hukum | Kualifikasi Pelaksana |
| 1. Peraturan Wali Kota Nomor 4 Tahun 2021 | 1. Regu: bersertifikat |
| Keterkaitan | Peralatan/Perlengkapan |
| 1. SOP Surat Masuk | 1. Gergaji |
| Peringatan | Pencatatan dan Pendataan |
| Pohon dapat rusak. | Disimpan 5 tahun |

URAIAN PROSEDUR

| No | Kegiatan | Pelaksana | Waktu |
|---|---|---|---|
| 1 | Memeriksa berkas | Petugas Loket | 10 menit |
| 2 | Menebang pohon | Regu | 1 hari |

A. Persyaratan Permohonan
1. Surat permohonan
2. Foto pohon
B. Penggantian Pohon
A. Pohon kecil
1. Bibit setinggi 1 meter
B. Pohon besar
1. Bibit setinggi 2 meter
C. Biaya
Tidak dipungut biaya.
D. Pengaduan
Pengaduan diterima oleh Petugas Loket.
E. Penanggung Jawab
Penanggung jawab pelaksanaan SOP ini adalah Kepala Bidang Taman.
"""
DECREE = """DINAS PERHUBUNGAN KABUPATEN X

KEPUTUSAN KEPALA DINAS
NOMOR 4 TAHUN 2025

Mengingat : 1. Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas;
            2. Peraturan Daerah Nomor 5 Tahun 2022 tentang Parkir.

MEMUTUSKAN :
KESATU : Menetapkan Standar Pelayanan.

LAMPIRAN I

STANDAR PELAYANAN PENUTUPAN JALAN

A. Persyaratan
   1. KTP
B. Prosedur
   1. Petugas Loket memeriksa berkas (15 menit)
C. Jangka waktu : 4 hari kerja
D. Biaya        : Tidak dipungut biaya. Rambu portabel dipinjamkan dengan
                  uang jaminan yang dikembalikan
E. Produk       : Surat Rekomendasi

LAMPIRAN II

STANDAR PELAYANAN SURAT TUGAS JURU PARKIR

A. Persyaratan
   1. Pas foto
B. Prosedur
   1. Petugas Loket memeriksa berkas (15 menit)
C. Biaya        : Gratis

KETENTUAN BERSAMA LAMPIRAN I DAN LAMPIRAN II

1. Jam pelayanan: Senin sampai Kamis 07.30-15.00.
2. Pengaduan diterima Petugas Informasi dan ditangani Sekretaris Dinas.
3. Evaluasi kinerja pelaksana melalui survei setiap 6 bulan.
"""


def test_letters_in_turn_head_sections_behind_a_form() -> None:
    (standard,) = read_text(FORM, "sop.txt")
    assert lost(FORM, [standard]) == {}
    lettered = [(s.letter, s.facet) for s in standard.sections if s.letter]
    assert lettered == [
        ("A", Facet.REQUIREMENTS),
        ("B", Facet.OTHER),
        ("C", Facet.COST),
        ("D", Facet.COMPLAINT),
        ("E", Facet.RESPONSIBLE),
    ]
    assert standard.requirements_user == ("Surat permohonan", "Foto pohon")
    assert standard.responsible == "Kepala Bidang Taman"


def test_a_label_whose_content_goes_on_below_is_no_sentence() -> None:
    one, _ = read_text(DECREE, "keputusan.txt")
    facets = [s.facet for s in one.sections if s.letter]
    assert facets[2:] == [Facet.TOTAL_TIME, Facet.COST, Facet.OUTPUT]
    assert (one.cost or "").endswith("uang jaminan yang dikembalikan")


def test_what_the_annexes_share_stands_in_each() -> None:
    one, two = read_text(DECREE, "keputusan.txt")
    assert lost(DECREE, (one, two)) == {}
    for standard in (one, two):
        assert standard.service_hours == "Senin sampai Kamis 07.30-15.00."
        assert standard.complaint is not None
        assert standard.complaint.received_by == "Petugas Informasi"
        assert any(s.facet is Facet.EVALUATION for s in standard.sections)
        assert len(standard.legal_basis) == 2  # noqa: PLR2004
