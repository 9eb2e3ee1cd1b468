"""Made-up standards, as an office would send them."""

from __future__ import annotations

TITLE = "Standar Pelayanan Peminjaman Kendaraan Dinas"


def a_text(
    title: str = "PEMINJAMAN KENDARAAN DINAS",
    *,
    cost: str = "Tidak dipungut biaya.",
    check: str = "2 jam",
    unit: str = "Bagian Rumah Tangga",
    responsible: str = "Kepala Biro Umum",
    handler: str = "Kepala Bagian Rumah Tangga",
    head: str = "",
    more: str = "",
) -> str:
    """Return the text of a standard; what is given differs between its editions."""
    return f"""{head}
STANDAR PELAYANAN
{title}

BAGIAN KESATU
PENDAHULUAN

A. Dasar Hukum
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik

B. Ruang Lingkup
1. Unit Pelayanan: {unit}
2. Penanggung Jawab Pelayanan: {responsible}
3. Pelaksana Pelayanan: Kepala Subbagian Kendaraan

BAGIAN KEDUA
URAIAN

A. Prosedur
1. Pemohon menyampaikan surat permohonan kepada Kepala Subbagian Kendaraan
2. Kepala Subbagian Kendaraan memeriksa ketersediaan kendaraan ({check})
3. Kepala Bagian Rumah Tangga menyetujui peminjaman (1 hari)
4. Kepala Subbagian Kendaraan menyerahkan kendaraan kepada pemohon (30 menit)
{more}
B. Persyaratan
1. Surat permohonan dari kepala unit kerja
2. Fotokopi surat izin mengemudi

C. Biaya Pelayanan
{cost}

D. Tempat Pelayanan
Gedung A lantai 1

E. Pengaduan
1. Pengaduan dari pengguna pelayanan disampaikan kepada Kepala Biro Umum.
2. Kepala Biro Umum mendelegasikan kepada {handler} untuk ditindaklanjuti.
"""


RECIPE = """Nasi goreng kampung

Bahan: 2 piring nasi, 3 siung bawang putih, 2 butir telur, kecap manis.

Panaskan minyak, tumis bawang sampai harum, masukkan telur, lalu nasi dan kecap.
Sajikan hangat dengan kerupuk.
"""
