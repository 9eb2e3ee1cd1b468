"""A fourth set: articles of a village's regulation, questions, an SOP in landscape, a leaflet."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape

from tests.knowledge.reading.formats.writers import PdfLook
from tests.knowledge.reading.other_offices.made import Expected, Grid, Office, html, pdf, word

VILLAGE_RULES = Office(
    "peraturan-desa.docx",
    lambda: word(
        [
            "PEMERINTAH KABUPATEN KENANGA",
            "DESA SUKAMAJU",
            "",
            "PERATURAN KEPALA DESA SUKAMAJU",
            "NOMOR 4 TAHUN 2024",
            "TENTANG",
            "STANDAR PELAYANAN SURAT KETERANGAN DOMISILI",
            "",
            "BAB I",
            "KETENTUAN UMUM",
            "Pasal 1",
            "Dalam Peraturan ini yang dimaksud dengan:",
            "1. Desa adalah Desa Sukamaju.",
            "2. Pemohon adalah penduduk yang mengajukan permohonan surat keterangan domisili.",
            "BAB II",
            "PENYELENGGARA DAN PELAKSANA",
            "Pasal 2",
            "(1) Pelayanan diselenggarakan oleh Pemerintah Desa Sukamaju.",
            "(2) Penanggung jawab pelayanan adalah Kepala Desa.",
            "(3) Pelaksana pelayanan terdiri atas:",
            "a. Sekretaris Desa;",
            "b. Kepala Seksi Pelayanan; dan",
            "c. Staf Administrasi.",
            "BAB III",
            "PERSYARATAN",
            "Pasal 3",
            "Pemohon melampirkan:",
            "a. fotokopi KTP;",
            "b. fotokopi Kartu Keluarga; dan",
            "c. surat pengantar RT/RW.",
            "BAB IV",
            "TATA CARA",
            "Pasal 4",
            "(1) Pemohon menyerahkan berkas kepada Staf Administrasi.",
            "(2) Staf Administrasi memeriksa kelengkapan berkas paling lama 10 (sepuluh) menit.",
            "(3) Kepala Seksi Pelayanan menyusun surat keterangan (15 menit).",
            "(4) Kepala Desa menandatangani surat keterangan (1 jam).",
            "(5) Staf Administrasi menyerahkan surat keterangan kepada Pemohon.",
            "BAB V",
            "JANGKA WAKTU DAN BIAYA",
            "Pasal 5",
            "Pelayanan diselesaikan paling lama 1 (satu) hari kerja sejak berkas lengkap.",
            "Pasal 6",
            "Pelayanan tidak dipungut biaya.",
            "BAB VI",
            "PENGADUAN",
            "Pasal 7",
            "(1) Pengaduan disampaikan kepada Sekretaris Desa melalui:",
            "a. kotak saran;",
            "b. WhatsApp 0822-1212-3434.",
            "(2) Sekretaris Desa menindaklanjuti pengaduan paling lama 3 (tiga) hari kerja.",
            "BAB VII",
            "KETENTUAN PENUTUP",
            "Pasal 8",
            "Peraturan ini mulai berlaku pada tanggal ditetapkan.",
            "Ditetapkan di Sukamaju",
            "pada tanggal 2 Mei 2024",
            "KEPALA DESA SUKAMAJU,",
            "WAHYU HIDAYAT",
        ]
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Surat Keterangan Domisili",
                "unit": "Pemerintah Desa Sukamaju",
                "responsible": "Kepala Desa",
                "implementers": ("Sekretaris Desa", "Kepala Seksi Pelayanan", "Staf Administrasi"),
                "cost": "Pelayanan tidak dipungut biaya",
                "received_by": "Sekretaris Desa",
                "handled_by": ("Sekretaris Desa",),
                "channels": ("0822-1212-3434",),
            },
            (
                ("1", "Pemohon menyerahkan berkas kepada Staf Administrasi", ("Pemohon",), None),
                ("2", "Staf Administrasi memeriksa kelengkapan berkas paling lama 10 (sepuluh) menit", ("Staf Administrasi",), "10 menit"),
                ("3", "Kepala Seksi Pelayanan menyusun surat keterangan", ("Kepala Seksi Pelayanan",), "15 menit"),
                ("4", "Kepala Desa menandatangani surat keterangan", ("Kepala Desa",), "1 jam"),
                ("5", "Staf Administrasi menyerahkan surat keterangan kepada Pemohon", ("Staf Administrasi",), None),
            ),
            frozenset(
                {
                    "dasar hukum",
                    "produk pelayanan",
                    "sarana, prasarana, dan/atau fasilitas",
                    "kompetensi pelaksana",
                    "pengawasan internal",
                    "jumlah pelaksana",
                    "jaminan pelayanan",
                    "jaminan keamanan dan keselamatan pelayanan",
                    "evaluasi kinerja pelaksana",
                }
            ),
        ),
    ),
)  # fmt: skip

QUESTIONS = Office(
    "kartu-anggota.html",
    lambda: html(
        "<h1>Standar Pelayanan Kartu Anggota Perpustakaan</h1>"
        "<p>Perpustakaan Daerah Kota Bougenvil</p>"
        "<h2>Siapa yang bertanggung jawab?</h2><p>Kepala Bidang Layanan Perpustakaan</p>"
        "<h2>Siapa saja petugasnya?</h2><ul><li>Pustakawan</li><li>Petugas Sirkulasi</li></ul>"
        "<h2>Apa saja syaratnya?</h2><ol><li>KTP atau kartu pelajar</li><li>Pasfoto 2x3</li></ol>"
        "<h2>Bagaimana caranya?</h2><ol><li>Pemohon mengisi formulir di meja sirkulasi</li>"
        "<li>Petugas Sirkulasi memeriksa identitas pemohon (5 menit)</li>"
        "<li>Pustakawan mencetak kartu anggota (10 menit)</li></ol>"
        "<h2>Berapa lama prosesnya?</h2><p>15 menit</p>"
        "<h2>Berapa biayanya?</h2><p>Gratis</p>"
        "<h2>Di mana tempatnya?</h2><p>Lantai 1 Gedung Perpustakaan, Jalan Cempaka 12</p>"
        "<h2>Kapan buka?</h2><p>Senin-Jumat pukul 08.00-16.00, Sabtu pukul 09.00-13.00</p>"
        "<h2>Apa hasilnya?</h2><p>Kartu anggota yang berlaku 2 tahun</p>"
        "<h2>Ke mana mengadu?</h2><p>Sampaikan pengaduan kepada Kepala Subbagian Tata Usaha melalui telepon 0271-555123 "
        "atau email perpus@bougenvil.go.id.</p>"
    ),
    (
        Expected(
            {
                "title": "Standar Pelayanan Kartu Anggota Perpustakaan",
                "unit": "Perpustakaan Daerah Kota Bougenvil",
                "responsible": "Kepala Bidang Layanan Perpustakaan",
                "implementers": ("Pustakawan", "Petugas Sirkulasi"),
                "requirements_user": ("KTP atau kartu pelajar", "Pasfoto 2x3"),
                "cost": "Gratis",
                "place": "Lantai 1 Gedung Perpustakaan, Jalan Cempaka 12",
                "service_hours": "Senin-Jumat pukul 08.00-16.00, Sabtu pukul 09.00-13.00",
                "received_by": "Kepala Subbagian Tata Usaha",
                "channels": ("perpus@bougenvil.go.id", "0271-555123"),
            },
            (
                ("1", "Pemohon mengisi formulir di meja sirkulasi", ("Pemohon",), None),
                ("2", "Petugas Sirkulasi memeriksa identitas pemohon", ("Petugas Sirkulasi",), "5 menit"),
                ("3", "Pustakawan mencetak kartu anggota", ("Pustakawan",), "10 menit"),
            ),
        ),
    ),
)  # fmt: skip

_TICKS = Grid(
    [
        ["No", "Uraian Kegiatan", "Pelaksana", "", "", "", "Mutu Baku", "", "", "Ket."],
        ["", "", "Pelanggan", "Petugas Penerima Contoh", "Analis", "Penyelia", "Kelengkapan", "Waktu", "Output", ""],
        ["1", "Menyerahkan contoh uji dan surat permohonan", "v", "-", "-", "-", "Contoh uji", "10 mnt", "Contoh diterima", ""],
        ["2", "Memeriksa dan memberi kode contoh uji", "-", "v", "-", "-", "Formulir", "15 mnt", "Contoh berkode", ""],
        ["3", "Menguji contoh", "-", "-", "v", "-", "Contoh berkode", "3 hari kerja", "Data hasil uji", "Sesuai antrean"],
        ["4", "Memeriksa data hasil uji", "-", "-", "v", "v", "Data hasil uji", "1 hari kerja", "Data sah", ""],
        ["5", "Menyerahkan sertifikat hasil uji", "v", "v", "-", "-", "Sertifikat", "5 mnt", "Tanda terima", ""],
    ],
    [22, 130, 55, 60, 45, 50, 75, 55, 75, 60],
    [((0, 0), (0, 1)), ((1, 0), (1, 1)), ((2, 0), (5, 0)), ((6, 0), (8, 0)), ((9, 0), (9, 1))],
)  # fmt: skip

LABORATORY = Office(
    "sop-pengujian.pdf",
    lambda: pdf(
        [
            "PEMERINTAH PROVINSI MELATI RAYA",
            "DINAS LINGKUNGAN HIDUP",
            "UPT LABORATORIUM LINGKUNGAN",
            "",
            Grid(
                [
                    ["Nomor SOP", "660/12/SOP/2024"],
                    ["Tanggal Pengesahan", "8 Juli 2024"],
                    ["Disahkan oleh", "Kepala UPT Laboratorium Lingkungan"],
                    ["Judul SOP", "Pengujian Kualitas Air"],
                ],
                [140, 300],
            ),
            "",
            "Dasar Hukum",
            "1. Peraturan Pemerintah Nomor 22 Tahun 2021",
            "2. SNI ISO/IEC 17025:2017",
            "",
            "Peringatan",
            "Contoh uji yang rusak tidak diterima.",
            "",
            "Uraian Prosedur",
            _TICKS,
        ],
        PdfLook(size=landscape(A4)),
    ),
    (
        Expected(
            {
                "title": "Pengujian Kualitas Air",
                "unit": "UPT Laboratorium Lingkungan",
                "implementers": ("Petugas Penerima Contoh", "Analis", "Penyelia"),
                "legal_basis": ("Peraturan Pemerintah Nomor 22 Tahun 2021", "SNI ISO/IEC 17025:2017"),
            },
            (
                ("1", "Menyerahkan contoh uji dan surat permohonan", ("Pelanggan",), "10 menit"),
                ("2", "Memeriksa dan memberi kode contoh uji", ("Petugas Penerima Contoh",), "15 menit"),
                ("3", "Menguji contoh", ("Analis",), "3 hari kerja"),
                ("4", "Memeriksa data hasil uji", ("Analis", "Penyelia"), "1 hari kerja"),
                ("5", "Menyerahkan sertifikat hasil uji", ("Pelanggan", "Petugas Penerima Contoh"), "5 menit"),
            ),
        ),
    ),
)  # fmt: skip

_LEAFLET = """KANTOR PELAYANAN PAJAK DAERAH
KOTA ANGGREK

Jam layanan: Senin-Jumat pukul 08.00-14.30
Tempat layanan: Gedung Balai Kota Lantai Dasar, Jalan Anggrek 1
Penanggung jawab layanan: Kepala Bidang Pendapatan

STANDAR PELAYANAN PENDAFTARAN OBJEK PAJAK BARU

SYARAT:
* KTP pemilik
* Sertifikat tanah

LANGKAH-LANGKAH:
1) Wajib pajak mengisi SPOP dan menyerahkannya kepada Petugas Loket.
2) Petugas Loket meneliti SPOP, kemudian Petugas Lapangan mengukur objek (3 hari kerja).
3) Kepala Bidang Pendapatan menerbitkan SPPT (1 hari kerja).

LAMA PROSES:
5 (lima) hari kerja

TARIF:
Rp0

KELUHAN:
Kirim keluhan ke Kepala Seksi Keberatan lewat WA 0813-9000-1000.

STANDAR PELAYANAN MUTASI OBJEK PAJAK

SYARAT:
* SPPT tahun terakhir
* Akta jual beli

LANGKAH-LANGKAH:
1) Wajib pajak menyerahkan berkas kepada Petugas Loket.
2) Petugas Loket merekam data baru (20 menit).
3) Kepala Bidang Pendapatan menandatangani SPPT baru (2 jam).

LAMA PROSES:
1 (satu) hari kerja

TARIF:
Tidak dipungut biaya

KELUHAN:
Kirim keluhan ke Kepala Seksi Keberatan lewat WA 0813-9000-1000.
"""
_FOR_ALL = {
    "unit": "Kantor Pelayanan Pajak Daerah Kota Anggrek",
    "responsible": "Kepala Bidang Pendapatan",
    "place": "Gedung Balai Kota Lantai Dasar, Jalan Anggrek 1",
    "service_hours": "Senin-Jumat pukul 08.00-14.30",
    "received_by": "Kepala Seksi Keberatan",
    "channels": ("0813-9000-1000",),
}
LEAFLET = Office(
    "pajak-daerah.txt",
    _LEAFLET.encode,
    (
        Expected(
            {
                "title": "Standar Pelayanan Pendaftaran Objek Pajak Baru",
                "requirements_user": ("KTP pemilik", "Sertifikat tanah"),
                "cost": "Rp0",
                **_FOR_ALL,
            },
            (
                ("1", "Wajib pajak mengisi SPOP dan menyerahkannya kepada Petugas Loket", ("Wajib pajak",), None),
                ("2", "Petugas Loket meneliti SPOP, kemudian Petugas Lapangan mengukur objek", ("Petugas Loket", "Petugas Lapangan"), "3 hari kerja"),
                ("3", "Kepala Bidang Pendapatan menerbitkan SPPT", ("Kepala Bidang Pendapatan",), "1 hari kerja"),
            ),
        ),
        Expected(
            {
                "title": "Standar Pelayanan Mutasi Objek Pajak",
                "requirements_user": ("SPPT tahun terakhir", "Akta jual beli"),
                "cost": "Tidak dipungut biaya",
                **_FOR_ALL,
            },
            (
                ("1", "Wajib pajak menyerahkan berkas kepada Petugas Loket", ("Wajib pajak",), None),
                ("2", "Petugas Loket merekam data baru", ("Petugas Loket",), "20 menit"),
                ("3", "Kepala Bidang Pendapatan menandatangani SPPT baru", ("Kepala Bidang Pendapatan",), "2 jam"),
            ),
        ),
    ),
)  # fmt: skip
