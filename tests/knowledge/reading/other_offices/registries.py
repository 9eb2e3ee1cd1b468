"""A registry's page of components, and a village's Word file with three standards."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, html, table, word

ALL_MISSING = frozenset[str]()

REGISTRY = Office(
    "akta-kelahiran.html",
    lambda: html(
        "<h1>Standar Pelayanan Penerbitan Akta Kelahiran</h1>"
        "<p>Dinas Kependudukan dan Pencatatan Sipil Kota Anggrek</p>"
        + table(
            [
                ["No.", "Komponen", "Uraian"],
                [
                    "1", "Dasar Hukum",
                    "a. UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan\n"
                    "b. Perpres Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran "
                    "Penduduk dan Pencatatan Sipil",
                ],
                [
                    "2", "Persyaratan Pelayanan",
                    "1. Surat keterangan kelahiran dari rumah sakit, bidan, atau penolong kelahiran\n"
                    "2. Buku nikah atau kutipan akta perkawinan\n3. Kartu Keluarga",
                ],
                [
                    "3", "Sistem, Mekanisme, dan Prosedur",
                    "1. Pemohon mengunggah berkas melalui aplikasi atau menyerahkannya di loket\n"
                    "2. Petugas loket memeriksa kelengkapan berkas (15 menit)\n"
                    "3. Operator merekam data kelahiran (30 menit)\n"
                    "4. Kepala Bidang Pelayanan Pencatatan Sipil memverifikasi dan memaraf (1 jam)\n"
                    "5. Kepala Dinas menandatangani akta secara elektronik (1 hari kerja)\n"
                    "6. Petugas loket menyerahkan akta kepada pemohon",
                ],
                ["4", "Jangka Waktu Penyelesaian", "3 (tiga) hari kerja sejak berkas dinyatakan lengkap"],
                ["5", "Biaya/Tarif", "Gratis"],
                ["6", "Produk Pelayanan", "Kutipan Akta Kelahiran"],
                ["7", "Sarana, Prasarana, dan/atau Fasilitas", "Ruang tunggu, nomor antrean, ruang laktasi"],
                ["8", "Kompetensi Pelaksana", "D3 atau sederajat, memahami administrasi kependudukan"],
                ["9", "Pengawasan Internal", "Dilakukan oleh atasan langsung"],
                [
                    "10", "Penanganan Pengaduan, Saran, dan Masukan",
                    "1. Telepon (0274) 555-019\n2. Email: pengaduan@disdukcapil.anggrek.example\n"
                    "3. WhatsApp 0813-5550-0177\n"
                    "4. Pengaduan diterima oleh Sekretaris Dinas dan ditindaklanjuti oleh Kepala Bidang "
                    "Pelayanan Pencatatan Sipil",
                ],
                ["11", "Jumlah Pelaksana", "6 (enam) orang"],
                ["12", "Jaminan Pelayanan", "Pelayanan sesuai standar"],
                ["13", "Jaminan Keamanan dan Keselamatan Pelayanan", "Akta dibubuhi kode QR"],
                ["14", "Evaluasi Kinerja Pelaksana", "Survei kepuasan masyarakat setiap semester"],
            ]
        )
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Penerbitan Akta Kelahiran",
                "unit": "Dinas Kependudukan dan Pencatatan Sipil Kota Anggrek",
                "legal_basis": (
                    "UU Nomor 24 Tahun 2013 tentang Administrasi Kependudukan",
                    "Perpres Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran "
                    "Penduduk dan Pencatatan Sipil",
                ),
                "requirements_user": (
                    "Surat keterangan kelahiran dari rumah sakit, bidan, atau penolong kelahiran",
                    "Buku nikah atau kutipan akta perkawinan",
                    "Kartu Keluarga",
                ),
                "cost": "Gratis",
                "received_by": "Sekretaris Dinas",
                "handled_by": ("Kepala Bidang Pelayanan Pencatatan Sipil",),
                "channels": (
                    "(0274) 555-019", "pengaduan@disdukcapil.anggrek.example", "0813-5550-0177",
                ),
            },
            (
                (
                    "1", "Pemohon mengunggah berkas melalui aplikasi atau menyerahkannya di loket",
                    ("Pemohon",), None,
                ),
                ("2", "Petugas loket memeriksa kelengkapan berkas", ("Petugas loket",), "15 menit"),
                ("3", "Operator merekam data kelahiran", ("Operator",), "30 menit"),
                (
                    "4", "Kepala Bidang Pelayanan Pencatatan Sipil memverifikasi dan memaraf",
                    ("Kepala Bidang Pelayanan Pencatatan Sipil",), "1 jam",
                ),
                (
                    "5", "Kepala Dinas menandatangani akta secara elektronik", ("Kepala Dinas",),
                    "1 hari kerja",
                ),
                ("6", "Petugas loket menyerahkan akta kepada pemohon", ("Petugas loket",), None),
            ),
            ALL_MISSING,
        ),
    ),
)  # fmt: skip


def _village(number: int, service: str, rows: list[list[str]]) -> list[str | Grid]:
    return [
        f"{number}. STANDAR PELAYANAN {service.upper()}",
        "",
        Grid([["NO", "KOMPONEN", "URAIAN"], *rows]),
        "",
    ]


VILLAGE = Office(
    "standar-kelurahan.docx",
    lambda: word(
        [
            "LAMPIRAN KEPUTUSAN LURAH DAHLIA",
            "STANDAR PELAYANAN DI LINGKUNGAN KELURAHAN DAHLIA",
            "",
            *_village(
                1, "Surat Keterangan Domisili",
                [
                    ["1", "Persyaratan", "1. Pengantar RT/RW\n2. Fotokopi KTP"],
                    [
                        "2", "Prosedur",
                        "1. Pemohon menyerahkan berkas\n2. Kasi Pemerintahan memeriksa berkas (10 menit)\n"
                        "3. Lurah menandatangani surat (5 menit)",
                    ],
                    ["3", "Waktu Penyelesaian", "30 menit"],
                    ["4", "Biaya", "Tidak dipungut biaya"],
                    ["5", "Produk Layanan", "Surat Keterangan Domisili"],
                    ["6", "Pengaduan", "Disampaikan kepada Sekretaris Lurah"],
                ],
            ),
            *_village(
                2, "Surat Keterangan Usaha",
                [
                    ["1", "Persyaratan", "1. Pengantar RT/RW\n2. Foto tempat usaha"],
                    [
                        "2", "Prosedur",
                        "1. Pemohon menyerahkan berkas\n2. Kasi Ekonomi meninjau tempat usaha (1 hari kerja)\n"
                        "3. Lurah menandatangani surat (5 menit)",
                    ],
                    ["3", "Waktu Penyelesaian", "2 hari kerja"],
                    ["4", "Biaya", "Tidak dipungut biaya"],
                    ["5", "Produk Layanan", "Surat Keterangan Usaha"],
                    ["6", "Pengaduan", "Disampaikan kepada Sekretaris Lurah"],
                ],
            ),
            *_village(
                3, "Pengantar Nikah",
                [
                    ["1", "Persyaratan", "1. Akta kelahiran\n2. Kartu Keluarga\n3. Pas foto 2x3"],
                    [
                        "2", "Prosedur",
                        "1. Pemohon mengisi formulir N1\n2. Kasi Kesejahteraan Rakyat memeriksa berkas "
                        "(15 menit)\n3. Lurah menandatangani pengantar (5 menit)",
                    ],
                    ["3", "Waktu Penyelesaian", "1 hari kerja"],
                    ["4", "Biaya", "Tidak dipungut biaya"],
                    ["5", "Produk Layanan", "Pengantar Nikah"],
                    ["6", "Pengaduan", "Disampaikan kepada Sekretaris Lurah"],
                ],
            ),
        ]
    ),
    tuple(
        Expected(
            {
                "title": f"Standar Pelayanan {service}",
                "requirements_user": papers,
                "cost": "Tidak dipungut biaya",
                "received_by": "Sekretaris Lurah",
            },
            steps,
        )
        for service, papers, steps in (
            (
                "Surat Keterangan Domisili",
                ("Pengantar RT/RW", "Fotokopi KTP"),
                (
                    ("1", "Pemohon menyerahkan berkas", ("Pemohon",), None),
                    ("2", "Kasi Pemerintahan memeriksa berkas", ("Kasi Pemerintahan",), "10 menit"),
                    ("3", "Lurah menandatangani surat", ("Lurah",), "5 menit"),
                ),
            ),
            (
                "Surat Keterangan Usaha",
                ("Pengantar RT/RW", "Foto tempat usaha"),
                (
                    ("1", "Pemohon menyerahkan berkas", ("Pemohon",), None),
                    ("2", "Kasi Ekonomi meninjau tempat usaha", ("Kasi Ekonomi",), "1 hari kerja"),
                    ("3", "Lurah menandatangani surat", ("Lurah",), "5 menit"),
                ),
            ),
            (
                "Pengantar Nikah",
                ("Akta kelahiran", "Kartu Keluarga", "Pas foto 2x3"),
                (
                    ("1", "Pemohon mengisi formulir N1", ("Pemohon",), None),
                    (
                        "2", "Kasi Kesejahteraan Rakyat memeriksa berkas",
                        ("Kasi Kesejahteraan Rakyat",), "15 menit",
                    ),
                    ("3", "Lurah menandatangani pengantar", ("Lurah",), "5 menit"),
                ),
            ),
        )
    ),
)  # fmt: skip
