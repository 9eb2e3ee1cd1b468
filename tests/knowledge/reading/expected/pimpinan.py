"""pelayanan-kepada-pimpinan.txt, pages 339 to 346."""

from __future__ import annotations

from tests.knowledge.reading.expected.rows import Complaint, Row, Standard, time

KABIRO = "Kepala Biro Tata Usaha"
KABAG = "Kepala Bagian Protokol dan Tata Usaha Pimpinan"
LEADERS = (
    "Menteri Sekretaris Negara",
    "Sekretaris Kementerian Sekretariat Negara",
    "Staf Ahli Menteri Sekretaris Negara",
)
KASUBBAG_TU = tuple(f"Kepala Subbagian TU {leader}" for leader in LEADERS)
STAF_TU = tuple(f"Staf Subbag TU {leader}" for leader in LEADERS)
SLASHED = "/".join(LEADERS)

PIMPINAN = Standard(
    file="pelayanan-kepada-pimpinan.txt",
    id="pengoordinasian-pelaksanaan-pelayanan-kepada-pimpinan",
    title="Standar Pelayanan Pengoordinasian Pelaksanaan Pelayanan kepada Pimpinan",
    unit="Biro Tata Usaha",
    responsible=KABIRO,
    implementers=(
        KABAG,
        "Kepala Subbagian Tata Usaha Menteri Sekretaris Negara",
        "Kepala Subbagian Tata Usaha Sekretaris Kementerian",
        "Kepala Subbagian Tata Usaha Staf Ahli",
        "pegawai Biro Tata Usaha yang secara teknis/administrasi memiliki tugas dan tanggung jawab"
        " langsung melaksanakan pengoordinasian pelaksanaan pelayanan kepada pimpinan",
    ),
    sections=(
        ("Bagian Kesatu A", "legal_basis", "Dasar Hukum", 339),
        ("Bagian Kesatu B", "background", "Latar Belakang", 339),
        ("Bagian Kesatu C", "purpose", "Maksud dan Tujuan", 339),
        ("Bagian Kesatu D", "scope", "Ruang Lingkup", 340),
        ("Bagian Kedua A", "framework", "Kerangka Prosedur", 342),
        ("Bagian Kedua B", "procedure", "Uraian Prosedur", 343),
        ("Bagian Kedua C", "requirements", "Persyaratan", 344),
        ("Bagian Kedua D", "facilities", "Sarana dan Prasarana Pelayanan", 345),
        ("Bagian Kedua E", "cost", "Biaya Pelayanan", 345),
        ("Bagian Kedua F", "place", "Tempat Pelayanan", 345),
        ("Bagian Kedua G", "service_hours", "Jadwal Pelayanan", 345),
        (
            "Bagian Kedua H",
            "complaint",
            "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
            345,
        ),
        ("Bagian Kedua I", "supervision", "Pengawasan Internal", 345),
        ("Bagian Kedua J", "guarantee", "Jaminan Pelayanan", 346),
        ("Bagian Kedua K", "safety", "Jaminan Keamanan dan Keselamatan Pelayanan", 346),
        ("Bagian Kedua L", "evaluation", "Evaluasi Kinerja Pelaksana", 346),
    ),
    scope=(
        ("Bagian Kesatu D.1", "unit", 340),
        ("Bagian Kesatu D.2", "implementers", 340),
        ("Bagian Kesatu D.3", "responsible", 340),
        ("Bagian Kesatu D.4", "target", 340),
        ("Bagian Kesatu D.5", "users", 340),
        ("Bagian Kesatu D.6", "output", 340),
        ("Bagian Kesatu D.7", "outcome", 340),
        ("Bagian Kesatu D.8", "definitions", 341),
        ("Bagian Kesatu D.9", "competence", 341),
    ),
    complaint=Complaint(
        received_by=KABIRO,
        delegation="optional",
        handled_by=(KABAG,),
        together_with=("staf",),
        sender="pengguna pelayanan",
        sources=(("Bagian Kedua H.1", 345), ("Bagian Kedua H.2", 345), ("Bagian Kedua H.3", 345)),
        via=KABIRO,
        addressed_to="pejabat yang bertanggung jawab/pejabat terkait",
    ),
    place=(
        "Pelayanan pengoordinasian pelaksanaan pelayanan kepada pimpinan (Menteri Sekretaris"
        " Negara/Sekretaris Kementerian Sekretariat Negara/Staf Ahli Menteri Sekretaris Negara"
        " dilaksanakan baik di kantor Kementerian Sekretariat Negara, Istana Kepresidenan, Istana"
        " Wakil Presiden, dalam kota, luar kota, maupun di luar negeri."
    ),
    service_hours=(
        "Pelayanan pengoordinasian pelaksanaan pelayanan kepada pimpinan diselenggarakan pada hari"
        " dan jam kerja kedinasan, dan apabila diperlukan dapat dilaksanakan di luar hari dan jam"
        " kerja."
    ),
    facilities=(
        "Alat tulis kantor, komputer, printer, scanner, notebook, mobile phone, faksimile, jaringan"
        " internet, kendaraan roda dua dan empat"
    ),
    legal_basis=(
        "Peraturan Menteri Sekretaris Negara Nomor 5 Tahun 2013 tentang Petunjuk Pelaksanaan"
        " Penyusunan dan Evaluasi Standar Pelayanan Kementerian Sekretariat Negara",
        "Peraturan Menteri Sekretaris Negara Nomor 3 Tahun 2015 tentang Organisasi dan Tata Kerja"
        " Kementerian Sekretariat Negara sebagaimana telah diubah dengan Peraturan Menteri"
        " Sekretaris Negara Nomor 8 Tahun 2016 tentang Perubahan Atas Peraturan Menteri Sekretaris"
        " Negara Nomor 3 Tahun 2015 tentang Organisasi dan Tata Kerja Kementerian Sekretariat"
        " Negara",
    ),
    requirements_implementer=(
        "Adanya persetujuan tertulis atau lisan dari pimpinan atas permohonan persetujuan/arahan"
        " terhadap surat/memorandum yang diterima, permohonan audiensi dan acara rapat, permohonan"
        " kehadiran sebagai pembicara, pemimpin rapat, undangan dan lain-lain",
        "Memiliki kompetensi sesuai dengan jenjang masing-masing",
    ),
    requirements_user=(
        "Berkepentingan dengan seluruh administrasi ketatausahaan, acara, dan kegiatan Menteri"
        " Sekretaris Negara, Sekretaris Kementerian Sekretariat Negara, dan Staf Ahli Menteri"
        " Sekretaris Negara",
    ),
    missing=("jumlah pelaksana",),
    steps_per_level=(4, 6, 4),
    steps={
        "1": Row(
            f"Staf Subbag TU {SLASHED} menerima surat/memorandum dan mencatat",
            time("5 menit", 5, "menit"),
            STAF_TU,
            343,
            ends="maupun dari luar instansi",
        ),
        "2": Row(
            f"{SLASHED} memberikan arahan kepada Kepala Subbagian TU",
            time("15 menit", 15, "menit"),
            LEADERS,
            343,
        ),
        "3": Row(
            f"Kepala Subbagian TU {SLASHED} memilah dan menelaah disposisi/arahan pimpinan",
            time("10 menit", 10, "menit"),
            KASUBBAG_TU,
            343,
            ends="antara lain",
        ),
        "3.a": Row("surat/memorandum yang membutuhkan telaahan", page=343),
        "3.b": Row("permohonan audiensi dan acara rapat", page=343),
        "3.c": Row("permohonan kehadiran sebagai pembicara", page=343),
        "3.d": Row("undangan yang bersifat resmi dan tidak resmi", page=343),
        "4": Row("", page=343),
        "4.a": Row(
            f"Kepala Subbagian TU {SLASHED} menyusun konsep surat/memorandum dan menugaskan staf",
            time("30 menit", 30, "menit"),
            KASUBBAG_TU,
            343,
        ),
        "4.b": Row("", page=343),
        "4.b.1": Row(
            f"Kepala Subbagian TU {SLASHED} menyusun rencana acara berdasarkan skala prioritas",
            time("20 menit", 20, "menit"),
            KASUBBAG_TU,
            343,
        ),
        "4.b.2": Row(
            f"Kepala Subbagian TU {SLASHED} melakukan koordinasi",
            time("30 menit", 30, "menit"),
            KASUBBAG_TU,
            344,
            ends="dengan rincian kegiatan",
        ),
        "4.b.3": Row(
            "Staf menggandakan dan mendistribusikan bahan/materi",
            time("20 menit", 20, "menit"),
            ("Staf",),
            344,
        ),
        "4.b.4": Row(
            f"Kepala Subbagian TU {SLASHED} menganalisis dan membuat laporan hasil rapat",
            time("30 menit", 30, "menit"),
            KASUBBAG_TU,
            344,
        ),
    },
    definitions=(
        ("Administrasi", None, "Bagian Kesatu D.8.a"),
        ("Pimpinan", None, "Bagian Kesatu D.8.b"),
        ("Acara", None, "Bagian Kesatu D.8.c"),
    ),
    warnings=("heading_mended: D. Uang Lingkup",),
    notes={"1": ("Arahan pimpinan dapat bersifat lisan untuk hal-hal yang terkait", False)},
    details={"4.b.1": 2, "4.b.2": 4},
)
