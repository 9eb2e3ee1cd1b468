"""A small procedure that three posts of one bureau go through; made up for the storm."""

from __future__ import annotations

TITLE = "Standar Pelayanan Uji Ketahanan"
POSTS = ("Kepala Biro Ketahanan", "Kepala Bagian Ketahanan", "Kepala Subbagian Ketahanan")
TEXT = """STANDAR PELAYANAN
UJI KETAHANAN

BAGIAN KESATU
PENDAHULUAN

A. Dasar Hukum
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik

B. Ruang Lingkup
1. Unit Pelayanan: Biro Ketahanan
2. Penanggung Jawab Pelayanan: Kepala Biro Ketahanan
3. Pelaksana Pelayanan: Kepala Bagian Ketahanan

BAGIAN KEDUA
URAIAN

A. Prosedur
1. Kepala Subbagian Ketahanan menyusun konsep laporan (4 jam)
2. Kepala Bagian Ketahanan memeriksa konsep laporan (1 hari)
3. Kepala Biro Ketahanan menetapkan laporan (2 hari)

B. Persyaratan
1. Surat permohonan

C. Biaya Pelayanan
Tidak dipungut biaya.
"""
