"""sosialisasi-kebijakan-organisasi-tata-laksana-akuntabilitas.txt, pages 357 to 365."""

from __future__ import annotations

from tests.knowledge.reading.expected.rows import Complaint, Row, Standard, time

UNIT = "Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
KABIRO = f"Kepala {UNIT}"
KABAG, KASUBBAG = "Kepala Bagian terkait", "Kepala Subbagian terkait"
ANALISTS = ("Analis", "Pengelola Sistem Informasi", "Pengolah Data", "Pengadministrasi Umum")
SLASHED = "/".join(ANALISTS)
SUBJECT = "sosialisasi kebijakan di bidang organisasi, tata laksana, dan akuntabilitas kinerja"
CHECKED = (KASUBBAG, KABAG, KABIRO)

SOSIALISASI = Standard(
    file="sosialisasi-kebijakan-organisasi-tata-laksana-akuntabilitas.txt",
    id=(
        "penyelenggaraan-sosialisasi-kebijakan-di-bidang-organisasi-tata-laksana-dan-akuntabilitas"
        "-kinerja"
    ),
    title=(
        "Standar Pelayanan Penyelenggaraan Sosialisasi Kebijakan di Bidang Organisasi, Tata"
        " Laksana, dan Akuntabilitas Kinerja"
    ),
    unit=UNIT,
    responsible=KABIRO,
    implementers=(
        "seluruh pejabat/pegawai yang memiliki tugas dan tanggung jawab langsung melaksanakan"
        " sosialisasi sesuai bidangnya masing-masing",
    ),
    sections=(
        ("Bagian Kesatu A", "legal_basis", "Dasar Hukum", 357),
        ("Bagian Kesatu B", "background", "Latar Belakang", 357),
        ("Bagian Kesatu C", "purpose", "Maksud dan Tujuan", 357),
        ("Bagian Kesatu D", "scope", "Ruang Lingkup", 358),
        ("Bagian Kedua A", "framework", "Kerangka Prosedur", 360),
        ("Bagian Kedua B", "procedure", "Uraian Prosedur", 360),
        ("Bagian Kedua C", "requirements", "Persyaratan", 363),
        ("Bagian Kedua D", "facilities", "Sarana dan Prasarana Pelayanan", 363),
        ("Bagian Kedua E", "cost", "Biaya Pelayanan", 364),
        ("Bagian Kedua F", "place", "Tempat Pelayanan", 364),
        ("Bagian Kedua G", "service_hours", "Jadwal Pelayanan", 364),
        (
            "Bagian Kedua H",
            "complaint",
            "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
            364,
        ),
        ("Bagian Kedua I", "supervision", "Pengawasan Internal", 364),
        ("Bagian Kedua J", "guarantee", "Jaminan Pelayanan", 364),
        ("Bagian Kedua K", "safety", "Jaminan Keamanan dan Keselamatan Pelayanan", 365),
        ("Bagian Kedua L", "evaluation", "Evaluasi Kinerja Pelaksana", 365),
    ),
    scope=(
        ("Bagian Kesatu D.1", "unit", 358),
        ("Bagian Kesatu D.2", "implementers", 358),
        ("Bagian Kesatu D.3", "responsible", 358),
        ("Bagian Kesatu D.4", "target", 358),
        ("Bagian Kesatu D.5", "users", 358),
        ("Bagian Kesatu D.6", "output", 358),
        ("Bagian Kesatu D.7", "outcome", 358),
        ("Bagian Kesatu D.8", "competence", 359),
    ),
    complaint=Complaint(
        received_by=KABIRO,
        delegation="optional",
        handled_by=(KABAG,),
        together_with=(KASUBBAG, "staf"),
        sender="unit kerja",
        sources=(("Bagian Kedua H.1", 364), ("Bagian Kedua H.2", 364), ("Bagian Kedua H.3", 364)),
    ),
    place=f"Pelayanan penyelenggaraan {SUBJECT} diselenggarakan di {UNIT}.",
    service_hours=(
        f"Pelayanan penyelenggaraan {SUBJECT} diselenggarakan selama jam kerja kedinasan, dan"
        " apabila diperlukan dapat dilaksanakan di luar hari dan jam kerja."
    ),
    facilities=(
        "Alat tulis kantor, komputer, notebook, printer, telepon, faksimile, internet, scanner, LCD"
        " projector, mesin fotokopi, kendaraan roda empat, kendaraan roda dua, ruang rapat, ruang"
        " sosialisasi beserta peralatan pendukungnya, backdrop, dan toolskit"
    ),
    legal_basis=(
        "Peraturan Menteri Sekretaris Negara Nomor 5 Tahun 2013 tentang Petunjuk Pelaksanaan"
        " Penyusunan dan Evaluasi Standar Pelayanan Kementerian Sekretariat Negara",
        "Peraturan Menteri Sekretaris Negara Nomor 3 Tahun 2015 tentang Organisasi dan Tata Kerja"
        " Kementerian Sekretariat Negara sebagaimana telah diubah dengan Peraturan Menteri"
        " Sekretaris Negara Nomor 8 Tahun 2016 tentang Perubahan Atas Peraturan Menteri Sekretaris"
        " Negara Nomor 3 Tahun 2015 tentang Organisasi dan Tata Kerja Kementerian Sekretariat"
        " Negara",
        "Peraturan Menteri Sekretaris Negara Nomor 25 Tahun 2015 tentang Tata Cara Penyusunan dan"
        " Penetapan Rancangan Peraturan Menteri Sekretaris Negara",
    ),
    requirements_implementer=(
        f"Adanya arahan {KABIRO} untuk melaksanakan {SUBJECT}",
        "Memiliki kompetensi sesuai dengan jenjang masing-masing",
    ),
    requirements_user=(f"Berkepentingan terhadap kegiatan {SUBJECT}",),
    missing=("jumlah pelaksana",),
    steps_per_level=(8, 14, 12),
    steps={
        "1": Row(
            "Pemberian arahan dan penugasan secara berjenjang", time("1 hari", 1, "hari"), (), 360
        ),
        "1.a": Row(f"{KABIRO} memberikan arahan kepada Kepala Bagian", actors=(KABIRO,), page=360),
        "1.b": Row(f"{KABAG} menugaskan {KASUBBAG}", actors=(KABAG,), page=360),
        "1.c": Row(f"{KASUBBAG} menugaskan {SLASHED}", actors=(KASUBBAG,), page=361),
        "2": Row("", page=361),
        "2.a": Row("Pembentukan panitia sosialisasi", time("2 hari", 2, "hari"), (), 361),
        "2.a.1": Row(
            f"{KABAG}/{KASUBBAG} beserta staf menentukan calon anggota panitia",
            actors=(KABAG, KASUBBAG, "staf"),
            page=361,
        ),
        "2.a.2": Row(f"{SLASHED} menyusun konsep keputusan Deputy", actors=ANALISTS, page=361),
        "2.a.3": Row("Pemeriksaan secara berjenjang oleh", actors=CHECKED, page=361),
        "2.a.4": Row(
            "Deputy Bidang Administrasi Aparatur memeriksa dan menandatangani",
            actors=("Deputy Bidang Administrasi Aparatur",),
            page=361,
        ),
        "2.a.5": Row(
            f"{SLASHED} menyusun konsep memorandum penyampaian keputusan",
            actors=ANALISTS + CHECKED,
            page=361,
        ),
        "2.a.6": Row(
            "Pengadministrasi Umum menyampaikan Memorandum",
            actors=("Pengadministrasi Umum",),
            page=361,
        ),
        "2.b": Row("Permohonan Narasumber", time("2 hari", 2, "hari"), (), 361),
        "2.b.1": Row(
            f"{KABAG}/{KASUBBAG} beserta staf menentukan calon Narasumber",
            actors=(KABAG, KASUBBAG, "staf"),
            page=361,
        ),
        "2.b.2": Row(f"{SLASHED} menyusun konsep Surat Perintah", actors=ANALISTS, page=361),
        "2.b.3": Row("Pemeriksaan secara berjenjang oleh", actors=CHECKED, page=362),
        "2.b.4": Row(
            "Deputi Bidang Administrasi Aparatur memeriksa dan menandatangani Surat Perintah",
            actors=("Deputi Bidang Administrasi Aparatur",),
            page=362,
            ends=f"dapat ditandatangani oleh {KABIRO}",
        ),
        "2.b.5": Row(f"{SLASHED} menyusun konsep Memorandum", actors=ANALISTS + CHECKED, page=362),
        "2.b.6": Row(
            "Pengadministrasi Umum menyampaikan Memorandum",
            actors=("Pengadministrasi Umum",),
            page=362,
        ),
        "3": Row(
            f"{SLASHED} menyiapkan antara lain",
            time("5 hari", 5, "hari"),
            ANALISTS,
            362,
            ends="antara lain",
        ),
        "3.a": Row("bahan sosialisasi", page=362, ends="bahan sosialisasi"),
        "3.b": Row("konsep Surat Undangan sosialisasi kepada unit kerja terkait", page=362),
        "3.f": Row("konsep Memorandum permintaan peliputan dan dokumentasi", page=362),
        "4": Row(
            f"{KASUBBAG}/{KABAG} secara berjenjang memeriksa bahan sosialisasi",
            time("2 hari", 2, "hari"),
            CHECKED,
            362,
        ),
        "5": Row(
            "Pengadministrasi Umum mendistribusikan Surat Undangan dan Memorandum",
            time("1 hari", 1, "hari"),
            ("Pengadministrasi Umum",),
            362,
        ),
        "6": Row(
            f"{SLASHED}/Sekretaris Pimpinan menyiapkan daftar hadir",
            time("1 hari", 1, "hari"),
            (*ANALISTS, "Sekretaris Pimpinan"),
            362,
        ),
        "7": Row(
            "Deputi Bidang Administrasi Aparatur dan/atau Kepala Biro",
            time("3 jam", 3, "jam"),
            ("Deputi Bidang Administrasi Aparatur", KABIRO),
            363,
        ),
        "8": Row("Penyusunan laporan sosialisasi", time("3 hari", 3, "hari"), (), 363),
        "8.a": Row(f"{SLASHED} menyusun konsep laporan", actors=ANALISTS, page=363),
        "8.b": Row(
            f"{KASUBBAG} dan {KABAG} secara berjenjang memeriksa konsep laporan",
            actors=(KASUBBAG, KABAG),
            page=363,
        ),
        "8.c": Row(f"{KABIRO} memeriksa dan menandatangani", actors=(KABIRO,), page=363),
    },
    notes={
        "2.b.4": ("Dalam hal tertentu Surat Dinas/Memorandum permohonan Narasumber", True),
        "6": ("Apabila kegiatan sosialisasi dilaksanakan di dalam/luar kota, maka Analis", True),
    },
)
