"""A third set, written after the second was mended: waterworks, a staff office, a court."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.pagesizes import A4, landscape

from tests.knowledge.reading.formats.writers import AutomaticNumbers, PdfLook, saved
from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, html, pdf, table


def _waterworks() -> bytes:
    document = Document()
    for line in (
        "STANDAR PELAYANAN",
        "PEMASANGAN SAMBUNGAN BARU",
        "PERUMDA AIR MINUM TIRTA WIJAYA",
    ):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("")
    numbers = AutomaticNumbers(document)
    for heading, entries in (
        (
            "Dasar Hukum",
            [
                "Peraturan Daerah Nomor 2 Tahun 2021 tentang Perumda Air Minum",
                "Peraturan Bupati Nomor 45 Tahun 2022 tentang Tarif Air Minum",
            ],
        ),
        ("Persyaratan", ["Fotokopi KTP", "Fotokopi rekening listrik terakhir", "Denah lokasi"]),
        (
            "Sistem, Mekanisme, dan Prosedur",
            [
                "Calon pelanggan mengisi formulir di loket pelayanan",
                "Petugas pelayanan memeriksa berkas (maksimal 15 menit)",
                "Petugas survei meninjau lokasi paling lambat 2 hari kerja setelah berkas lengkap",
                "Kepala Bagian Hubungan Langganan menyetujui biaya pemasangan (1 hari kerja)",
                "Calon pelanggan membayar biaya pemasangan",
                "Petugas teknik memasang sambungan (3 hari kerja)",
            ],
        ),
        ("Jangka Waktu Penyelesaian", ["6 hari kerja sejak pembayaran"]),
    ):
        numbers.add("1." if heading == "Dasar Hukum" else f"{_count[heading]}.", heading)
        for at, entry in enumerate(entries):
            numbers.add(f"{chr(97 + at)}.", entry)
    numbers.add("5.", "Biaya/Tarif")
    rows = [
        ["Golongan", "Biaya Pemasangan", "Uang Jaminan"],
        ["Rumah tangga A", "Rp850.000", "Rp100.000"],
        ["Niaga", "Rp1.500.000", "Rp250.000"],
    ]
    made = document.add_table(3, 3, style="Table Grid")
    for y, row in enumerate(rows):
        for x, text in enumerate(row):
            made.cell(y, x).text = text
    numbers.add("6.", "Produk Pelayanan")
    document.add_paragraph("Sambungan air minum baru")
    numbers.add("7.", "Penanganan Pengaduan, Saran, dan Masukan")
    document.add_paragraph(
        "Pengaduan disampaikan ke pusat panggilan (0351) 555-0160 atau langsung kepada Kepala Subbagian Pengaduan Pelanggan. Kepala Bagian Hubungan Langganan wajib menyelesaikan pengaduan paling lama 2 x 24 jam."
    )
    return saved(document)


_count = {"Persyaratan": 2, "Sistem, Mekanisme, dan Prosedur": 3, "Jangka Waktu Penyelesaian": 4}

WATERWORKS = Office(
    "sambungan-baru.docx",
    _waterworks,
    (
        Expected(
            {
                "title": "Standar Pelayanan Pemasangan Sambungan Baru",
                "unit": "Perumda Air Minum Tirta Wijaya",
                "legal_basis": (
                    "Peraturan Daerah Nomor 2 Tahun 2021 tentang Perumda Air Minum",
                    "Peraturan Bupati Nomor 45 Tahun 2022 tentang Tarif Air Minum",
                ),
                "requirements_user": (
                    "Fotokopi KTP",
                    "Fotokopi rekening listrik terakhir",
                    "Denah lokasi",
                ),
                "cost": "Rumah tangga A: Biaya Pemasangan Rp850.000, Uang Jaminan Rp100.000; Niaga: Biaya Pemasangan Rp1.500.000, Uang Jaminan Rp250.000",
                "received_by": "Kepala Subbagian Pengaduan Pelanggan",
                "handled_by": ("Kepala Bagian Hubungan Langganan",),
                "channels": ("(0351) 555-0160",),
            },
            (
                (
                    "a",
                    "Calon pelanggan mengisi formulir di loket pelayanan",
                    ("Calon pelanggan",),
                    None,
                ),
                ("b", "Petugas pelayanan memeriksa berkas", ("Petugas pelayanan",), "15 menit"),
                (
                    "c",
                    "Petugas survei meninjau lokasi paling lambat 2 hari kerja setelah berkas lengkap",
                    ("Petugas survei",),
                    "2 hari kerja",
                ),
                (
                    "d",
                    "Kepala Bagian Hubungan Langganan menyetujui biaya pemasangan",
                    ("Kepala Bagian Hubungan Langganan",),
                    "1 hari kerja",
                ),
                ("e", "Calon pelanggan membayar biaya pemasangan", ("Calon pelanggan",), None),
                ("f", "Petugas teknik memasang sambungan", ("Petugas teknik",), "3 hari kerja"),
            ),
        ),
    ),
)

_HEAD = [
    ["No", "Aktivitas", "Pelaksana", "", "", "Mutu Baku", "", ""],
    [
        "",
        "",
        "Analis SDM",
        "Kabid Mutasi",
        "Kepala Badan",
        "Persyaratan/ Perlengkapan",
        "Waktu",
        "Output",
    ],
]
_STEPS = [
    (
        "1",
        "Menghimpun daftar pegawai yang memenuhi syarat kenaikan pangkat dari seluruh perangkat daerah",
        "v",
        "",
        "",
        "Data pegawai",
        "2 hari",
        "Daftar nominatif",
    ),
    (
        "2",
        "Memeriksa berkas usul kenaikan pangkat dan mencocokkannya dengan data kepegawaian",
        "v",
        "",
        "",
        "Berkas usul",
        "3 hari",
        "Berkas lengkap",
    ),
    (
        "3",
        "Memverifikasi daftar usul dan mengembalikan usul yang tidak memenuhi syarat",
        "",
        "v",
        "",
        "Daftar usul",
        "1 hari",
        "Daftar usul sah",
    ),
    (
        "4",
        "Menandatangani surat pengantar usul",
        "",
        "",
        "v",
        "Surat pengantar",
        "4 jam",
        "Surat pengantar",
    ),
    (
        "5",
        "Mengirim usul kepada Badan Kepegawaian Negara melalui aplikasi",
        "v",
        "",
        "",
        "Usul lengkap",
        "1 jam",
        "Bukti kirim",
    ),
    (
        "6",
        "Menyerahkan keputusan kenaikan pangkat kepada pegawai",
        "v",
        "v",
        "",
        "Keputusan",
        "1 hari",
        "Keputusan diterima",
    ),
]

STAFF = Office(
    "kenaikan-pangkat.pdf",
    lambda: pdf(
        [
            "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA",
            "",
            "STANDAR OPERASIONAL PROSEDUR",
            "KENAIKAN PANGKAT PEGAWAI NEGERI SIPIL",
            "",
            "I. DASAR HUKUM",
            "1. Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
            "2. Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil",
            "II. KETENTUAN UMUM",
            *[
                f"{n}. Ketentuan ke-{n} mengenai kelengkapan berkas usul kenaikan pangkat yang diperiksa oleh analis sumber daya manusia sesuai dengan peraturan."
                for n in range(1, 9)
            ],
            "III. PROSEDUR",
            Grid(
                [*_HEAD, *_STEPS],
                [25, 230, 55, 55, 60, 100, 50, 100],
                [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (4, 0)), ((5, 0), (7, 0))],
            ),
            "IV. BIAYA",
            "Tidak dikenakan biaya",
            "V. PENGADUAN",
            "Pengaduan diterima oleh Sekretaris Badan dan ditindaklanjuti oleh Kabid Mutasi beserta Analis SDM.",
        ],
        PdfLook(size=landscape(A4), header="SOP BKPSDM", first=5),
    ),
    (
        Expected(
            {
                "title": "Standar Operasional Prosedur Kenaikan Pangkat Pegawai Negeri Sipil",
                "unit": "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
                "legal_basis": (
                    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
                    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil",
                ),
                "cost": "Tidak dikenakan biaya",
                "received_by": "Sekretaris Badan",
                "handled_by": ("Kabid Mutasi",),
            },
            tuple(
                (number, text, doers, time)
                for (number, text, *_), doers, time in zip(
                    _STEPS,
                    (
                        ("Analis SDM",),
                        ("Analis SDM",),
                        ("Kabid Mutasi",),
                        ("Kepala Badan",),
                        ("Analis SDM",),
                        ("Analis SDM", "Kabid Mutasi"),
                    ),
                    ("2 hari", "3 hari", "1 hari", "4 jam", "1 jam", "1 hari"),
                    strict=True,
                )
            ),
        ),
    ),
)

COURT = Office(
    "informasi-pengadilan.html",
    lambda: html(
        "<h1>Standar Pelayanan Permintaan Salinan Putusan</h1><h2>Pengadilan Negeri Wijayakusuma</h2>"
        "<dl><dt>Dasar Hukum</dt><dd>Keputusan Ketua Mahkamah Agung Nomor 2-144 Tahun 2022</dd>"
        "<dt>Persyaratan</dt><dd><ol><li>Surat permohonan</li><li>Fotokopi KTP</li><li>Surat kuasa bagi yang mewakili</li></ol></dd>"
        "<dt>Prosedur</dt><dd><ol><li>Pemohon mengisi formulir di meja informasi.</li>"
        "<li>Petugas informasi meneruskan permohonan kepada Panitera Muda Hukum (1 jam).</li>"
        "<li>Panitera Muda Hukum menyiapkan salinan putusan (2 hari kerja).</li>"
        "<li>Panitera menandatangani salinan putusan (1 hari kerja).</li>"
        "<li>Petugas informasi menyerahkan salinan kepada pemohon.</li></ol></dd>"
        "<dt>Biaya</dt><dd>"
        + table(
            [["Jenis", "PNBP"], ["Salinan putusan per lembar", "Rp500"], ["Legalisasi", "Rp10.000"]]
        )
        + "</dd>"
        "<dt>Waktu Pelayanan</dt><dd>"
        + table([["Senin - Kamis", "Jumat"], ["08.00 - 16.30", "08.00 - 17.00"]])
        + "</dd>"
        "<dt>Penanggung Jawab</dt><dd>Panitera</dd>"
        "<dt>Pengaduan</dt><dd>Keberatan disampaikan secara tertulis kepada Ketua Pengadilan melalui email pn@wijayakusuma.example. Ketua Pengadilan mendelegasikan penanganannya kepada Wakil Ketua Pengadilan.</dd></dl>"
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Permintaan Salinan Putusan",
                "unit": "Pengadilan Negeri Wijayakusuma",
                "responsible": "Panitera",
                "legal_basis": ("Keputusan Ketua Mahkamah Agung Nomor 2-144 Tahun 2022",),
                "requirements_user": (
                    "Surat permohonan",
                    "Fotokopi KTP",
                    "Surat kuasa bagi yang mewakili",
                ),
                "cost": "Salinan putusan per lembar: Rp500; Legalisasi: Rp10.000",
                "service_hours": "Senin - Kamis: 08.00 - 16.30; Jumat: 08.00 - 17.00",
                "received_by": "Ketua Pengadilan",
                "handled_by": ("Wakil Ketua Pengadilan",),
                "delegation": "required",
                "channels": ("pn@wijayakusuma.example", "secara tertulis"),
            },
            (
                ("1", "Pemohon mengisi formulir di meja informasi", ("Pemohon",), None),
                (
                    "2",
                    "Petugas informasi meneruskan permohonan kepada Panitera Muda Hukum",
                    ("Petugas informasi",),
                    "1 jam",
                ),
                (
                    "3",
                    "Panitera Muda Hukum menyiapkan salinan putusan",
                    ("Panitera Muda Hukum",),
                    "2 hari kerja",
                ),
                ("4", "Panitera menandatangani salinan putusan", ("Panitera",), "1 hari kerja"),
                (
                    "5",
                    "Petugas informasi menyerahkan salinan kepada pemohon",
                    ("Petugas informasi",),
                    None,
                ),
            ),
        ),
    ),
)
