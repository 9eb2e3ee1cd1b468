"""Tables of components that were copied as text, and pages whose first list has no heading."""
# ruff: noqa: E501  # a document is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

#: As a program copies it out of a document: names hang beside what they name, and a second table
#: counts anew.
COPIED = """KEPUTUSAN CAMAT SUKAMAJU

1. STANDAR PELAYANAN SURAT KETERANGAN USAHA

A. Komponen Standar Pelayanan (Service Delivery)

NO KOMPONEN URAIAN

1. Persyaratan 1. Surat Pengantar Desa


2. KTP dan KK (asli)
2. Prosedur
PEMOHON
Petugas
Camat

Keterangan :
1. Pemohon datang membawa
persyaratan ke kantor Camat;
2. Diverifikasi dan diparaf oleh Kasi
Pelayanan Umum;
3. Ditandatangani oleh Camat;
3. Waktu pelayanan 15 menit
4. Biaya /tariff Gratis

5. Produk layanan Surat Keterangan Usaha
6. Pengelolaan pengaduan 1.Kotak Saran
2.Telpon : 0812-5550-7282

B. Komponen Standar Pelayanan (MANUFACTURING)

1. Dasar Hukum 1. UU Nomor 23 Tahun 2006

2. Perpres Nomor 25 Tahun 2008
2. Sarana dan 1. Ruang tunggu


Prasarana 2. Komputer
dan/atau 3. Toilet
3. Kompetensi 1. Minimal SMA
Pelaksana 2. Menguasai komputer
4. Pengawas Dilakukan oleh atasan langsung secara
Internal berjenjang
5. Jumlah 5 (lima) orang
pelaksana
6. Jaminan Layanan sesuai dengan standar yang telah
pelayanan ditetapkan
"""

#: Rows numbered without a stop, entries with letters, a name over four lines.
LETTERED = """STANDAR PELAYANAN PENERBITAN SURAT KETERANGAN IMPOR
BALAI BESAR PENGAWASAN OBAT

A. SERVICE DELIVERY
No Komponen Uraian
1 Persyaratan a. Surat permohonan
b. Bukti bayar
2 Sistem, a. Pemohon mendaftar
mekanisme b. Petugas memeriksa dokumen
dan prosedur c. Kepala Balai menyetujui permohonan
3 Jangka waktu 1 (satu) hari kerja
penyelesaian
4 Biaya/tarif Rp50.000 per item
5 Penanganan Telepon (0751) 55512
pengaduan, Kotak saran di ruang layanan
saran dan
masukan
"""

PAGE = """# IZIN BELAJAR

1. Surat rekomendasi dari kepala perangkat daerah;
2. Fotokopi SK CPNS dan PNS;
3. Fotokopi ijazah terakhir;

Prosedur:
1. Pegawai mengajukan permohonan ke BKPSDM
2. Bupati menyetujui permohonan

Waktu Pelayanan:
2 minggu

Biaya: Gratis
"""

PARAGRAPHS = """SOP LEGALISASI DOKUMEN
SMP NEGERI 2 SUKAMAJU
1. Dasar Hukum SK Kepala Sekolah
2. Persayaratan Pelayanan
a. Membawa ijazah asli;
b. Membawa fotokopi ijazah
c, Mengisi buku legalisasi
3. Sistem, mekanisme, dan prosedur
Setelah persyaratan lengkap, pemohon menemui petugas;
Setelah persyaratan lengkap pemohon mengisi buku legalisasi;
Dalam hal pejabat berada di tempat, legalisasi dilakukan paling lama 35 menit.
4. Jangka waktu pelayanan : 35 menit
5. Biaya/ tariff : Rp 0,-
6. Produk pelayanan : Legalisasi Ijazah
7. Penanganan pengaduan, saran, dan masukan
Pengadu dapat menyampaikan aduannya kepada Tim Penanganan Pengaduan.
"""


def _said(standard: ServiceStandard, facet: Facet) -> list[str]:
    section = standard.section(facet)
    return [item.text for top in section.items for item in top.walk()] if section else []


def test_names_that_hang_beside_what_they_name() -> None:
    (standard,) = read_text(COPIED, "uji.txt")
    assert _said(standard, Facet.FACILITIES) == ["Ruang tunggu", "Komputer", "Toilet"]
    assert _said(standard, Facet.COMPETENCE) == ["Minimal SMA", "Menguasai komputer"]
    assert _said(standard, Facet.STAFF_COUNT) == ["5 (lima) orang"]
    (supervision,) = _said(standard, Facet.SUPERVISION)
    assert supervision == "Dilakukan oleh atasan langsung secara berjenjang"
    assert _said(standard, Facet.GUARANTEE)[-1].endswith("ditetapkan")


def test_a_second_table_counts_anew() -> None:
    (standard,) = read_text(COPIED, "uji.txt")
    assert _said(standard, Facet.LEGAL_BASIS) == [
        "UU Nomor 23 Tahun 2006",
        "Perpres Nomor 25 Tahun 2008",
    ]
    assert standard.cost == "Gratis"
    assert _said(standard, Facet.TOTAL_TIME) == ["15 menit"]
    assert lost(COPIED, [standard]) == {}


def test_letters_run_on_beside_a_name() -> None:
    (standard,) = read_text(LETTERED, "uji.txt")
    assert standard.title == "Standar Pelayanan Penerbitan Surat Keterangan Impor"
    assert [step.actors for step in standard.steps] == [
        ("Pemohon",),
        ("Petugas",),
        ("Kepala Balai",),
    ]
    assert _said(standard, Facet.REQUIREMENTS) == ["Surat permohonan", "Bukti bayar"]
    assert _said(standard, Facet.TOTAL_TIME) == ["1 (satu) hari kerja"]
    assert standard.cost == "Rp50.000 per item"
    assert standard.section(Facet.COMPLAINT) is not None
    assert lost(LETTERED, [standard]) == {}


def test_the_steps_stand_below_the_drawing() -> None:
    (standard,) = read_text(COPIED, "uji.txt")
    assert [step.actors for step in standard.steps] == [
        ("Pemohon",),
        ("Kasi Pelayanan Umum",),
        ("Camat",),
    ]


def test_a_list_of_papers_below_the_title_is_what_is_required() -> None:
    (standard,) = read_text(PAGE, "uji.md")
    assert _said(standard, Facet.REQUIREMENTS) == [
        "Surat rekomendasi dari kepala perangkat daerah;",
        "Fotokopi SK CPNS dan PNS;",
        "Fotokopi ijazah terakhir;",
    ]
    assert _said(standard, Facet.TOTAL_TIME) == ["2 minggu"]
    assert lost(PAGE, [standard]) == {}


def test_paragraphs_that_each_tell_a_deed_are_steps() -> None:
    (standard,) = read_text(PARAGRAPHS, "uji.txt")
    assert [step.actors for step in standard.steps] == [("pemohon",), ("pemohon",), ()]
    assert len(_said(standard, Facet.REQUIREMENTS)) == 3  # noqa: PLR2004
    assert standard.cost == "Rp 0,-"


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("E. Prosedur 1. Pemohon mengajukan surat; 2. Petugas mencatat; 3. Camat menyetujui", 3),
        ("E. Prosedur 1. Pemohon mengajukan surat. 2. Petugas mencatat.", 2),
    ],
)
def test_a_list_behind_its_heading_runs_on_in_the_line(line: str, count: int) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\n{line}\n\nF. Biaya\nGratis\n"
    (standard,) = read_text(text, "uji.txt")
    assert [step.number for step in standard.steps] == [str(n) for n in range(1, count + 1)]
