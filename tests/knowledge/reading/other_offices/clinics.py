"""A hospital's SOP in Word, and a health centre's SOP as a landscape PDF."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape

from tests.knowledge.reading.formats.writers import PdfLook
from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, pdf, word

HOSPITAL = Office(
    "sop-rawat-jalan.docx",
    lambda: word(
        [
            "RUMAH SAKIT UMUM DAERAH KENANGA",
            Grid(
                [
                    ["Nomor SOP", "440/017/RSUD/2023"],
                    ["Tanggal Pengesahan", "3 April 2023"],
                    ["Disahkan oleh", "Direktur RSUD Kenanga"],
                    ["Nama SOP", "Pendaftaran Pasien Rawat Jalan"],
                ]
            ),
            "",
            Grid(
                [
                    ["Dasar Hukum:", "Kualifikasi Pelaksana:"],
                    [
                        "1. Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan\n"
                        "2. Peraturan Menteri Kesehatan Nomor 24 Tahun 2022 tentang Rekam Medis",
                        "1. Pendidikan minimal D3\n2. Mampu mengoperasikan komputer",
                    ],
                    ["Keterkaitan:", "Peralatan/Perlengkapan:"],
                    ["SOP Rekam Medis", "1. Komputer\n2. Printer"],
                ]
            ),
            "",
            Grid(
                [
                    ["No", "Kegiatan", "Pelaksana", "", "", "Mutu Baku", "", "", "Ket."],
                    [
                        "", "", "Pasien", "Petugas Pendaftaran", "Perawat Poliklinik",
                        "Kelengkapan", "Waktu", "Output", "",
                    ],
                    ["1.", "Mengambil nomor antrean", "√", "", "", "", "1 menit", "Nomor antrean", ""],
                    [
                        "2.", "Memeriksa kartu peserta dan surat rujukan", "", "√", "",
                        "Kartu BPJS, rujukan", "5 menit", "Berkas lengkap",
                        "Bila rujukan habis masa berlakunya, pasien diminta memperbarui",
                    ],
                    ["3.", "Mencetak kartu berobat", "", "√", "", "Berkas", "3 menit", "Kartu berobat", ""],
                    [
                        "4.", "Mengantar rekam medis ke poliklinik", "", "", "√", "Rekam medis",
                        "10 menit", "Rekam medis diterima", "",
                    ],
                ],
                spans=[
                    ((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (4, 0)), ((5, 0), (7, 0)),
                    ((8, 0), (8, 1)),
                ],
            ),
        ]
    ),
    (
        Expected(
            {
                "title": "Pendaftaran Pasien Rawat Jalan",
                "legal_basis": (
                    "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan",
                    "Peraturan Menteri Kesehatan Nomor 24 Tahun 2022 tentang Rekam Medis",
                ),
                "unit": "RUMAH SAKIT UMUM DAERAH KENANGA",
            },
            (
                ("1", "Mengambil nomor antrean", ("Pasien",), "1 menit"),
                (
                    "2", "Memeriksa kartu peserta dan surat rujukan", ("Petugas Pendaftaran",),
                    "5 menit",
                ),
                ("3", "Mencetak kartu berobat", ("Petugas Pendaftaran",), "3 menit"),
                ("4", "Mengantar rekam medis ke poliklinik", ("Perawat Poliklinik",), "10 menit"),
            ),
        ),
    ),
)  # fmt: skip

HEALTH_CENTRE = Office(
    "sop-imunisasi.pdf",
    lambda: pdf(
        [
            "PEMERINTAH KABUPATEN MELATI",
            "STANDAR OPERASIONAL PROSEDUR",
            "PELAYANAN IMUNISASI BAYI DI PUSKESMAS MAWAR",
            "",
            "A. Tujuan",
            "Sebagai acuan petugas dalam memberikan imunisasi kepada bayi dengan aman.",
            "",
            "B. Dasar Hukum",
            "Peraturan Menteri Kesehatan Nomor 12 Tahun 2017 tentang Penyelenggaraan Imunisasi.",
            "",
            "C. Persyaratan",
            "1. Buku KIA;",
            "2. Kartu identitas orang tua.",
            "",
            "D. Prosedur",
            Grid(
                [
                    ["No", "Uraian Kegiatan", "Orang Tua", "Petugas Loket", "Bidan", "Waktu", "Hasil"],
                    ["1", "Mendaftar dan menyerahkan Buku KIA", "X", "", "", "5 menit", "Terdaftar"],
                    ["2", "Menimbang dan memeriksa suhu bayi", "", "", "X", "5 menit", "Data bayi"],
                    [
                        "3", "Menyuntikkan vaksin sesuai jadwal umur", "", "", "X", "10 menit",
                        "Bayi diimunisasi",
                    ],
                    [
                        "4", "Mencatat pada Buku KIA dan memberi jadwal berikutnya", "", "X", "X",
                        "5 menit", "Buku KIA terisi",
                    ],
                ],
                [25, 220, 60, 70, 60, 60, 110],
            ),
            "E. Waktu Pelayanan",
            "Setiap hari Rabu pukul 08.00 sampai 11.00.",
            "",
            "F. Biaya",
            "Tidak dipungut biaya.",
            "",
            "G. Pengaduan",
            "1. Pengaduan disampaikan kepada Kepala Tata Usaha Puskesmas Mawar secara langsung atau "
            "melalui WhatsApp 0812-5550-0142.",
            "2. Kepala Puskesmas menindaklanjuti pengaduan paling lama 3 hari kerja.",
        ],
        PdfLook(size=landscape(A4), header="SOP Imunisasi - Puskesmas Mawar", first=1),
    ),
    (
        Expected(
            {
                "title": "Standar Operasional Prosedur Pelayanan Imunisasi Bayi di Puskesmas Mawar",
                "legal_basis": (
                    "Peraturan Menteri Kesehatan Nomor 12 Tahun 2017 tentang Penyelenggaraan "
                    "Imunisasi",
                ),
                "requirements_user": ("Buku KIA", "Kartu identitas orang tua"),
                "service_hours": "Setiap hari Rabu pukul 08.00 sampai 11.00.",
                "cost": "Tidak dipungut biaya.",
                "received_by": "Kepala Tata Usaha Puskesmas Mawar",
                "handled_by": ("Kepala Puskesmas",),
                "channels": ("0812-5550-0142", "secara langsung"),
            },
            (
                ("1", "Mendaftar dan menyerahkan Buku KIA", ("Orang Tua",), "5 menit"),
                ("2", "Menimbang dan memeriksa suhu bayi", ("Bidan",), "5 menit"),
                ("3", "Menyuntikkan vaksin sesuai jadwal umur", ("Bidan",), "10 menit"),
                (
                    "4", "Mencatat pada Buku KIA dan memberi jadwal berikutnya",
                    ("Petugas Loket", "Bidan"), "5 menit",
                ),
            ),
        ),
    ),
)  # fmt: skip
