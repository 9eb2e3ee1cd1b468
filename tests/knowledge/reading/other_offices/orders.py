"""A public order office's prosedur tetap with chapters (PDF), and a council's hearings (Word)."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from tests.knowledge.reading.formats.writers import PdfLook
from tests.knowledge.reading.other_offices.made import Expected, Office, pdf, word

ORDER = Office(
    "protap-satpol.pdf",
    lambda: pdf(
        [
            "PROSEDUR TETAP",
            "PENGAMANAN KEGIATAN KERAMAIAN UMUM",
            "SATUAN POLISI PAMONG PRAJA KABUPATEN FLAMBOYAN",
            "",
            "BAB I",
            "PENDAHULUAN",
            "",
            "A. Dasar Hukum",
            "1. Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja;",
            "2. Peraturan Daerah Kabupaten Flamboyan Nomor 4 Tahun 2019 tentang Ketertiban Umum.",
            "",
            "B. Maksud dan Tujuan",
            "Prosedur tetap ini dimaksudkan sebagai pedoman pengamanan kegiatan keramaian agar "
            "berlangsung tertib dan aman bagi masyarakat.",
            "",
            "BAB II",
            "PERSYARATAN DAN PROSEDUR",
            "",
            "A. Persyaratan",
            "Penyelenggara kegiatan wajib melampirkan:",
            "a. surat permohonan;",
            "b. izin keramaian dari kepolisian; dan",
            "c. denah lokasi.",
            "",
            "B. Prosedur Pengamanan",
            "1. Penyelenggara menyampaikan permohonan paling lambat H-14.",
            "2. Kepala Seksi Operasi menelaah permohonan (2 hari kerja).",
            "3. Kepala Bidang Ketenteraman dan Ketertiban Umum menetapkan kekuatan personel paling "
            "lambat H-7.",
            "4. Rapat koordinasi dilaksanakan 3 hari sebelum pelaksanaan kegiatan.",
            "5. Komandan Regu memberikan pengarahan kepada anggota (30 menit).",
            "6. Anggota regu melaksanakan pengamanan selama kegiatan berlangsung.",
            "7. Komandan Regu menyampaikan laporan kepada Kepala Satuan paling lambat 1 hari kerja "
            "setelah kegiatan.",
            "",
            "BAB III",
            "WAKTU, BIAYA, DAN PENGADUAN",
            "",
            "A. Waktu Pelayanan",
            "Senin sampai dengan Jumat pukul 08.00 - 15.30 WIB.",
            "",
            "B. Biaya",
            "Tidak ada biaya.",
            "",
            "C. Pengaduan",
            "Pengaduan atas pelaksanaan pengamanan disampaikan kepada Sekretaris Satuan, yang dapat "
            "mendelegasikan penanganannya kepada Kepala Subbagian Umum.",
            "",
            "BAB IV",
            "PENUTUP",
            "",
            "Hal yang belum diatur akan ditetapkan kemudian oleh Kepala Satuan.",
        ],
        PdfLook(header="PROTAP SATPOL PP", first=1),
    ),
    (
        Expected(
            {
                "title": "Prosedur Tetap Pengamanan Kegiatan Keramaian Umum",
                "unit": "Satuan Polisi Pamong Praja Kabupaten Flamboyan",
                "legal_basis": (
                    "Peraturan Pemerintah Nomor 16 Tahun 2018 tentang Satuan Polisi Pamong Praja",
                    "Peraturan Daerah Kabupaten Flamboyan Nomor 4 Tahun 2019 tentang Ketertiban Umum",
                ),
                "service_hours": "Senin sampai dengan Jumat pukul 08.00 - 15.30 WIB.",
                "cost": "Tidak ada biaya.",
                "received_by": "Sekretaris Satuan",
                "handled_by": ("Kepala Subbagian Umum",),
                "delegation": "optional",
            },
            (
                (
                    "1", "Penyelenggara menyampaikan permohonan paling lambat H-14",
                    ("Penyelenggara",), "H-14",
                ),
                (
                    "2", "Kepala Seksi Operasi menelaah permohonan", ("Kepala Seksi Operasi",),
                    "2 hari kerja",
                ),
                (
                    "3", "Kepala Bidang Ketenteraman dan Ketertiban Umum menetapkan kekuatan personel "
                    "paling lambat H-7", ("Kepala Bidang Ketenteraman dan Ketertiban Umum",), "H-7",
                ),
                (
                    "4", "Rapat koordinasi dilaksanakan 3 hari sebelum pelaksanaan kegiatan", (),
                    "H-3",
                ),
                (
                    "5", "Komandan Regu memberikan pengarahan kepada anggota", ("Komandan Regu",),
                    "30 menit",
                ),
                (
                    "6", "Anggota regu melaksanakan pengamanan selama kegiatan berlangsung",
                    ("Anggota regu",), None,
                ),
                (
                    "7", "Komandan Regu menyampaikan laporan kepada Kepala Satuan paling lambat 1 hari "
                    "kerja setelah kegiatan", ("Komandan Regu",), "1 hari kerja",
                ),
            ),
        ),
    ),
)  # fmt: skip

COUNCIL = Office(
    "audiensi.docx",
    lambda: word(
        [
            "STANDAR PELAYANAN PENERIMAAN AUDIENSI",
            "SEKRETARIAT DPRD KOTA TERATAI",
            "",
            "A. Komponen Standar Pelayanan yang Terkait dengan Proses Penyampaian Pelayanan "
            "(Service Delivery)",
            "1. Persyaratan",
            "a. Surat permohonan audiensi ditujukan kepada Ketua DPRD",
            "b. Daftar nama peserta paling banyak 15 orang",
            "2. Sistem, Mekanisme, dan Prosedur",
            "a. Pemohon mengirim surat paling lambat H-10 kepada Bagian Umum.",
            "b. Pengelola Surat mengagendakan surat (1 jam).",
            "c. Kepala Bagian Umum meneruskan surat kepada pimpinan (1 hari).",
            "d. Kepala Bagian Persidangan menjadwalkan audiensi paling lambat H-5.",
            "e. Pranata Humas menyiapkan ruang rapat dan dokumentasi paling lambat H-1.",
            "3. Jangka Waktu Pelayanan",
            "10 (sepuluh) hari kalender sejak surat diterima",
            "4. Biaya/Tarif",
            "Tidak dipungut biaya",
            "5. Produk Pelayanan",
            "Risalah audiensi",
            "6. Penanganan Pengaduan, Saran, dan Masukan",
            "a. Pengaduan disampaikan kepada Kepala Bagian Umum melalui loket, email "
            "setwan@dprd.teratai.example, atau SP4N-LAPOR!",
            "b. Kepala Bagian Umum menugaskan Kepala Subbagian Tata Usaha untuk menindaklanjuti paling "
            "lama 5 hari kerja.",
            "",
            "B. Komponen Standar Pelayanan yang Terkait dengan Proses Pengelolaan Pelayanan di Internal "
            "Organisasi (Manufacturing)",
            "1. Dasar Hukum",
            "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
            "2. Sarana dan Prasarana",
            "Ruang rapat, pengeras suara, proyektor",
            "3. Kompetensi Pelaksana",
            "Memahami keprotokolan",
            "4. Pengawasan Internal",
            "Dilakukan oleh Sekretaris DPRD",
            "5. Jumlah Pelaksana",
            "4 orang",
            "6. Jaminan Pelayanan",
            "Audiensi diterima sesuai jadwal",
            "7. Jaminan Keamanan dan Keselamatan Pelayanan",
            "Tersedia petugas pengamanan dalam",
            "8. Evaluasi Kinerja Pelaksana",
            "Setiap tiga bulan",
        ]
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Penerimaan Audiensi",
                "unit": "Sekretariat DPRD Kota Teratai",
                "requirements_user": (
                    "Surat permohonan audiensi ditujukan kepada Ketua DPRD",
                    "Daftar nama peserta paling banyak 15 orang",
                ),
                "cost": "Tidak dipungut biaya",
                "legal_basis": ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",),
                "received_by": "Kepala Bagian Umum",
                "handled_by": ("Kepala Subbagian Tata Usaha",),
                "channels": ("setwan@dprd.teratai.example", "SP4N-LAPOR!"),
            },
            (
                (
                    "a", "Pemohon mengirim surat paling lambat H-10 kepada Bagian Umum", ("Pemohon",),
                    "H-10",
                ),
                ("b", "Pengelola Surat mengagendakan surat", ("Pengelola Surat",), "1 jam"),
                (
                    "c", "Kepala Bagian Umum meneruskan surat kepada pimpinan",
                    ("Kepala Bagian Umum",), "1 hari",
                ),
                (
                    "d", "Kepala Bagian Persidangan menjadwalkan audiensi paling lambat H-5",
                    ("Kepala Bagian Persidangan",), "H-5",
                ),
                (
                    "e", "Pranata Humas menyiapkan ruang rapat dan dokumentasi paling lambat H-1",
                    ("Pranata Humas",), "H-1",
                ),
            ),
            frozenset(),
        ),
    ),
)  # fmt: skip
