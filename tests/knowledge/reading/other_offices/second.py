"""A second set, written after the first was mended: licences, a university, inspectors, a bus."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from docx import Document

from tests.knowledge.reading.formats.writers import (
    AutomaticNumbers,
    PdfLook,
    saved,
)
from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, html, pdf

LICENCE = Office(
    "izin-reklame.pdf",
    lambda: pdf(
        [
            "DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU",
            "KOTA BOUGENVIL",
            "",
            "STANDAR PELAYANAN IZIN PENYELENGGARAAN REKLAME",
            "",
            Grid(
                [
                    ["NO.", "KOMPONEN", "URAIAN"],
                    [
                        "1.",
                        "Dasar Hukum",
                        "1. Peraturan Pemerintah Nomor 5 Tahun 2021 tentang Penyelenggaraan Perizinan Berusaha Berbasis Risiko\n2. Peraturan Wali Kota Bougenvil Nomor 31 Tahun 2022 tentang Penyelenggaraan Reklame",
                    ],
                    [
                        "2.",
                        "Persyaratan",
                        "a. Formulir permohonan bermeterai\nb. Gambar rencana reklame\nc. Surat perjanjian sewa lahan",
                    ],
                    [
                        "3.",
                        "Sistem, mekanisme, dan prosedur",
                        "1. Pemohon mendaftar melalui aplikasi perizinan\n2. Front office memeriksa kelengkapan dokumen (30 menit)\n3. Tim teknis melakukan peninjauan lapangan (3 hari kerja)\n4. Kepala Bidang Perizinan memverifikasi rekomendasi tim teknis (1 hari kerja)\n5. Kepala Dinas menerbitkan izin (1 hari kerja)",
                    ],
                    [
                        "4.",
                        "Jangka waktu penyelesaian",
                        "5 (lima) hari kerja sejak dokumen lengkap dan benar",
                    ],
                    [
                        "5.",
                        "Biaya/tarif",
                        "Tidak dipungut biaya untuk izin. Pajak reklame dihitung sesuai Peraturan Daerah Nomor 1 Tahun 2024.",
                    ],
                    ["6.", "Produk pelayanan", "Izin Penyelenggaraan Reklame"],
                    [
                        "7.",
                        "Sarana, prasarana, dan/atau fasilitas",
                        "Loket, ruang tunggu, jalur kursi roda, komputer layanan mandiri",
                    ],
                    ["8.", "Kompetensi pelaksana", "Sarjana, memahami peraturan perizinan"],
                    [
                        "9.",
                        "Pengawasan internal",
                        "Dilakukan oleh Kepala Bidang Pengaduan dan Inspektorat",
                    ],
                    [
                        "10.",
                        "Penanganan pengaduan, saran, dan masukan",
                        "a. Kotak saran di ruang tunggu\nb. Telepon 0271-555022\nc. Pengaduan diterima oleh Kepala Seksi Pengaduan\nd. Kepala Bidang Pengaduan, Kebijakan, dan Pelaporan Layanan menindaklanjuti pengaduan bersama tim teknis paling lama 7 hari kerja",
                    ],
                    ["11.", "Jumlah pelaksana", "8 orang"],
                    ["12.", "Jaminan pelayanan", "Izin diterbitkan tepat waktu"],
                    [
                        "13.",
                        "Jaminan keamanan dan keselamatan pelayanan",
                        "Data pemohon dijaga kerahasiaannya",
                    ],
                ],
                [30, 130, 290],
            ),
        ],
        PdfLook(header="Standar Pelayanan DPMPTSP Kota Bougenvil", first=21),
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Izin Penyelenggaraan Reklame",
                "unit": "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kota Bougenvil",
                "legal_basis": (
                    "Peraturan Pemerintah Nomor 5 Tahun 2021 tentang Penyelenggaraan Perizinan Berusaha Berbasis Risiko",
                    "Peraturan Wali Kota Bougenvil Nomor 31 Tahun 2022 tentang Penyelenggaraan Reklame",
                ),
                "requirements_user": (
                    "Formulir permohonan bermeterai",
                    "Gambar rencana reklame",
                    "Surat perjanjian sewa lahan",
                ),
                "cost": "Tidak dipungut biaya untuk izin. Pajak reklame dihitung sesuai Peraturan Daerah Nomor 1 Tahun 2024.",
                "received_by": "Kepala Seksi Pengaduan",
                "handled_by": ("Kepala Bidang Pengaduan, Kebijakan, dan Pelaporan Layanan",),
                "channels": ("0271-555022",),
            },
            (
                ("1", "Pemohon mendaftar melalui aplikasi perizinan", ("Pemohon",), None),
                ("2", "Front office memeriksa kelengkapan dokumen", ("Front office",), "30 menit"),
                ("3", "Tim teknis melakukan peninjauan lapangan", ("Tim teknis",), "3 hari kerja"),
                (
                    "4",
                    "Kepala Bidang Perizinan memverifikasi rekomendasi tim teknis",
                    ("Kepala Bidang Perizinan",),
                    "1 hari kerja",
                ),
                ("5", "Kepala Dinas menerbitkan izin", ("Kepala Dinas",), "1 hari kerja"),
            ),
            frozenset({"evaluasi kinerja pelaksana"}),
        ),
    ),
)


def _university() -> bytes:
    document = Document()
    document.add_heading("Standar Pelayanan Legalisasi Ijazah", 0)
    document.add_paragraph("Fakultas Teknik Universitas Kamboja")
    numbers = AutomaticNumbers(document)
    document.add_heading("Penanggung Jawab", 1)
    document.add_paragraph("Wakil Dekan Bidang Akademik")
    document.add_heading("Persyaratan", 1)
    numbers.add("1.", "Ijazah asli")
    numbers.add("2.", "Fotokopi ijazah paling banyak 10 lembar")
    document.add_heading("Alur Layanan", 1)
    numbers.end()
    numbers.add("1.", "Alumni mengunggah permohonan pada laman layanan.")
    numbers.add("2.", "Staf akademik memeriksa keabsahan ijazah (1 hari kerja).")
    numbers.add("a.", "Ijazah dicocokkan dengan buku induk.")
    numbers.add("b.", "Bila tidak cocok, permohonan dikembalikan.")
    numbers.add("3.", "Wakil Dekan Bidang Akademik menandatangani salinan (2 hari kerja).")
    numbers.add("4.", "Staf akademik mengirim salinan kepada alumni (1 hari kerja).")
    document.add_heading("Lama Layanan", 1)
    document.add_paragraph("Paling lama 4 hari kerja")
    document.add_heading("Biaya", 1)
    document.add_paragraph("Rp5.000 per lembar")
    document.add_heading("Jam Layanan", 1)
    for row in ("Senin-Kamis 08.00-15.00", "Jumat 08.00-14.00"):
        document.add_paragraph(row, style="List Bullet")
    document.add_heading("Umpan Balik dan Pengaduan", 1)
    document.add_paragraph(
        "Pengaduan ditujukan kepada Kepala Bagian Tata Usaha melalui akademik@ft.kamboja.example."
    )
    document.add_paragraph(
        "Kepala Bagian Tata Usaha dapat melimpahkan penanganannya kepada Kepala Subbagian Akademik."
    )
    return saved(document)


UNIVERSITY = Office(
    "legalisasi.docx",
    _university,
    (
        Expected(
            {
                "title": "Standar Pelayanan Legalisasi Ijazah",
                "unit": "Fakultas Teknik Universitas Kamboja",
                "responsible": "Wakil Dekan Bidang Akademik",
                "requirements_user": ("Ijazah asli", "Fotokopi ijazah paling banyak 10 lembar"),
                "cost": "Rp5.000 per lembar",
                "service_hours": "Senin-Kamis 08.00-15.00; Jumat 08.00-14.00",
                "received_by": "Kepala Bagian Tata Usaha",
                "handled_by": ("Kepala Subbagian Akademik",),
                "delegation": "optional",
                "channels": ("akademik@ft.kamboja.example",),
            },
            (
                ("1", "Alumni mengunggah permohonan pada laman layanan", ("Alumni",), None),
                (
                    "2",
                    "Staf akademik memeriksa keabsahan ijazah",
                    ("Staf akademik",),
                    "1 hari kerja",
                ),
                ("2.a", "Ijazah dicocokkan dengan buku induk", (), None),
                ("2.b", "Bila tidak cocok, permohonan dikembalikan", (), None),
                (
                    "3",
                    "Wakil Dekan Bidang Akademik menandatangani salinan",
                    ("Wakil Dekan Bidang Akademik",),
                    "2 hari kerja",
                ),
                (
                    "4",
                    "Staf akademik mengirim salinan kepada alumni",
                    ("Staf akademik",),
                    "1 hari kerja",
                ),
            ),
        ),
    ),
)

INSPECTORS = Office(
    "konsultasi.html",
    lambda: html(
        "<h2>SOP Konsultasi Pengawasan</h2><p>Inspektorat Daerah Kabupaten Soka</p>"
        "<h3>Dasar hukum</h3><ul><li>PP Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan</li></ul>"
        "<h3>Syarat</h3><p>Surat permohonan dari kepala perangkat daerah</p>"
        "<h3>Langkah-langkah</h3>"
        "<table><thead><tr><th rowspan=2>No</th><th rowspan=2>Aktivitas</th><th colspan=3>Pelaksana</th><th rowspan=2>Waktu</th></tr>"
        "<tr><th>Sekretariat</th><th>Inspektur Pembantu</th><th>Auditor</th></tr></thead><tbody>"
        "<tr><td>1<td>Mencatat surat permohonan<td>✔<td><td><td>15 menit</tr>"
        "<tr><td>2<td>Menunjuk auditor<td><td>✔<td><td>1 hari</tr>"
        "<tr><td>3<td>Memberikan konsultasi<td><td>✔<td>✔<td>2 jam</tr>"
        "<tr><td>4<td>Menyusun berita acara konsultasi<td><td><td>✔<td>1 hari kerja</tr></tbody></table>"
        "<h3>Hasil layanan</h3><p>Berita acara konsultasi</p>"
        "<h3>Biaya</h3><p>Gratis</p>"
        "<h3>Kontak pengaduan</h3><p>WhatsApp 0857-5550-0113. Pengaduan diterima oleh Sekretaris Inspektorat.</p>"
    ),
    (
        Expected(
            {
                "title": "SOP Konsultasi Pengawasan",
                "unit": "Inspektorat Daerah Kabupaten Soka",
                "legal_basis": ("PP Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan",),
                "requirements_user": ("Surat permohonan dari kepala perangkat daerah",),
                "cost": "Gratis",
                "received_by": "Sekretaris Inspektorat",
                "channels": ("0857-5550-0113",),
            },
            (
                ("1", "Mencatat surat permohonan", ("Sekretariat",), "15 menit"),
                ("2", "Menunjuk auditor", ("Inspektur Pembantu",), "1 hari"),
                ("3", "Memberikan konsultasi", ("Inspektur Pembantu", "Auditor"), "2 jam"),
                ("4", "Menyusun berita acara konsultasi", ("Auditor",), "1 hari kerja"),
            ),
        ),
    ),
)

_LEAFLET = [
    "STANDAR PELAYANAN PERPUSTAKAAN KELILING",
    "",
    "Unit Pelayanan",
    "Dinas Perpustakaan dan Kearsipan Kabupaten Kemuning",
    "",
    "Persyaratan",
    "1. Surat permohonan dari sekolah atau desa yang ingin dikunjungi mobil perpustakaan",
    "2. Tersedia halaman yang dapat dimasuki mobil perpustakaan dengan aman",
    "",
    "Prosedur",
    "1. Sekolah atau desa mengirim surat permohonan kunjungan paling lambat H-14 kepada Dinas.",
    "2. Pengelola Layanan mencatat permohonan dan memeriksa jadwal mobil yang masih kosong (1 hari).",
    "3. Kepala Bidang Layanan menetapkan jadwal kunjungan dan petugas yang berangkat (2 hari kerja).",
    "4. Pustakawan menyiapkan koleksi yang sesuai dengan umur pembaca paling lambat H-2.",
    "5. Pengemudi memeriksa kendaraan sebelum berangkat menuju lokasi kunjungan (30 menit).",
    "6. Pustakawan melayani peminjaman dan membacakan cerita kepada anak-anak (3 jam).",
    "",
    "Jangka Waktu Penyelesaian",
    "Paling lama 14 hari kalender sejak permohonan diterima oleh Dinas dengan lengkap",
    "",
    "Biaya/Tarif",
    "Tidak dipungut biaya apa pun, baik dari sekolah, desa, maupun pembaca yang meminjam",
    "",
    "Jam Pelayanan",
    "Senin sampai Jumat pukul 08.00 - 14.00, dan Sabtu pertama setiap bulan sampai pukul 12.00",
    "",
    "Penanganan Pengaduan",
    "1. Pengaduan disampaikan kepada Kepala Subbagian Umum dan Kepegawaian melalui telepon 0343-555031.",
    "2. Kepala Bidang Layanan menindaklanjuti pengaduan paling lama 3 hari kerja sejak diterima.",
    "",
    "Jaminan Pelayanan",
    "Mobil datang sesuai jadwal; bila berhalangan, jadwal pengganti diberitahukan sehari sebelumnya",
]

BUS = Office(
    "perpustakaan-keliling.pdf",
    lambda: pdf(_LEAFLET, PdfLook(columns=2)),
    (
        Expected(
            {
                "title": "Standar Pelayanan Perpustakaan Keliling",
                "unit": "Dinas Perpustakaan dan Kearsipan Kabupaten Kemuning",
                "requirements_user": (
                    "Surat permohonan dari sekolah atau desa yang ingin dikunjungi mobil perpustakaan",
                    "Tersedia halaman yang dapat dimasuki mobil perpustakaan dengan aman",
                ),
                "cost": "Tidak dipungut biaya apa pun, baik dari sekolah, desa, maupun pembaca yang meminjam",
                "service_hours": "Senin sampai Jumat pukul 08.00 - 14.00, dan Sabtu pertama setiap bulan sampai pukul 12.00",
                "received_by": "Kepala Subbagian Umum dan Kepegawaian",
                "handled_by": ("Kepala Bidang Layanan",),
                "channels": ("0343-555031",),
            },
            (
                (
                    "1",
                    "Sekolah atau desa mengirim surat permohonan kunjungan paling lambat H-14 kepada Dinas",
                    ("Sekolah atau desa",),
                    "H-14",
                ),
                (
                    "2",
                    "Pengelola Layanan mencatat permohonan dan memeriksa jadwal mobil yang masih kosong",
                    ("Pengelola Layanan",),
                    "1 hari",
                ),
                (
                    "3",
                    "Kepala Bidang Layanan menetapkan jadwal kunjungan dan petugas yang berangkat",
                    ("Kepala Bidang Layanan",),
                    "2 hari kerja",
                ),
                (
                    "4",
                    "Pustakawan menyiapkan koleksi yang sesuai dengan umur pembaca paling lambat H-2",
                    ("Pustakawan",),
                    "H-2",
                ),
                (
                    "5",
                    "Pengemudi memeriksa kendaraan sebelum berangkat menuju lokasi kunjungan",
                    ("Pengemudi",),
                    "30 menit",
                ),
                (
                    "6",
                    "Pustakawan melayani peminjaman dan membacakan cerita kepada anak-anak",
                    ("Pustakawan",),
                    "3 jam",
                ),
            ),
        ),
    ),
)
