"""penyusunan-sistem-dan-prosedur-kerja.txt, an older text without page marks."""

from __future__ import annotations

from tests.knowledge.reading.expected.rows import Complaint, Row, Standard, time

KABIRO = "Kepala Biro Organisasi dan Humas"
KABAG = "Kepala Bagian Ketatalaksanaan"
MENTERI = ("Menteri Sekretaris Negara",)

SISDUR = Standard(
    file="penyusunan-sistem-dan-prosedur-kerja.txt",
    id="penyusunan-sistem-dan-prosedur-kerja-di-lingkungan-sekretariat-negara",
    title=(
        "Standar Pelayanan Penyusunan Sistem dan Prosedur Kerja di Lingkungan Sekretariat Negara"
    ),
    unit="Biro Organisasi dan Humas",
    responsible=KABIRO,
    implementers=(
        KABAG,
        "Kepala Subbagian Sistem dan Prosedur Kerja",
        "staf yang secara teknis/administratif memiliki tugas dan tanggung jawab langsung"
        " melaksanakan penyusunan sistem dan prosedur kerja",
    ),
    sections=(
        ("Bagian Kesatu A", "legal_basis", "Dasar Hukum", None),
        ("Bagian Kesatu B", "background", "Latar Belakang", None),
        ("Bagian Kesatu C", "purpose", "Maksud dan Tujuan", None),
        ("Bagian Kesatu D", "scope", "Ruang Lingkup", None),
        ("Bagian Kedua A", "framework", "Kerangka Prosedur", None),
        ("Bagian Kedua B", "procedure", "Prosedur Pelayanan", None),
        ("Bagian Kedua C", "requirements", "Persyaratan", None),
        ("Bagian Kedua D", "facilities", "Sarana dan Prasarana Pelayanan", None),
        ("Bagian Kedua E", "cost", "Biaya Pelayanan", None),
        ("Bagian Kedua F", "place", "Tempat Pelayanan", None),
        ("Bagian Kedua G", "service_hours", "Jadwal Pelayanan", None),
        (
            "Bagian Kedua H",
            "complaint",
            "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
            None,
        ),
    ),
    scope=(
        ("Bagian Kesatu D.1", "unit", None),
        ("Bagian Kesatu D.2", "implementers", None),
        ("Bagian Kesatu D.3", "responsible", None),
        ("Bagian Kesatu D.4", "target", None),
        ("Bagian Kesatu D.5", "users", None),
        ("Bagian Kesatu D.6", "output", None),
        ("Bagian Kesatu D.7", "outcome", None),
        ("Bagian Kesatu D.8", "definitions", None),
        ("Bagian Kesatu D.9", "competence", None),
    ),
    complaint=Complaint(
        received_by=KABIRO,
        delegation="required",
        handled_by=(KABAG,),
        together_with=("staf",),
        sender="unit kerja",
        sources=(
            ("Bagian Kedua H.1", None),
            ("Bagian Kedua H.2", None),
            ("Bagian Kedua H.3", None),
        ),
    ),
    place=(
        "Pelayanan penyusunan sistem dan prosedur kerja diselenggarakan di Biro Organisasi dan"
        " Humas, Deputi Menteri Sekretaris Negara Bidang Sumber Daya Manusia."
    ),
    service_hours=(
        "Penyusunan sistem dan prosedur kerja diselenggarakan selama jam kerja kedinasan, dan"
        " apabila diperlukan dapat dilaksanakan di luar hari dan jam kerja."
    ),
    facilities=(
        "Alat tulis kantor, komputer, printer, scanner, notebook, LCD projector, kendaraan roda"
        " empat, kendaraan roda dua, dan ruang rapat."
    ),
    legal_basis=(
        "Peraturan Menteri Sekretaris Negara Nomor 1 Tahun 2005 tentang Organisasi dan Tata Kerja"
        " Sekretariat Negara Republik Indonesia, sebagaimana telah diubah dengan Peraturan Menteri"
        " Sekretaris Negara Nomor 7 Tahun 2008",
        "Peraturan Menteri Sekretaris Negara Nomor 8 Tahun 2007 tentang Petunjuk Pelaksanaan"
        " Penyusunan Standar Pelayanan di Lingkungan Sekretariat Negara",
    ),
    requirements_implementer=(
        "Adanya usulan kegiatan baik yang merupakan inisiatif sendiri maupun dari unit kerja"
        " terkait",
        "Adanya data/referensi berupa peraturan perundang-undangan/buku/dokumen lainnya yang"
        " terkait",
        "Memiliki kompetensi sesuai dengan jenjang masing-masing",
    ),
    requirements_user=(
        "Mengajukan usulan kegiatan berkaitan dengan sistem dan prosedur kerja baik dalam bentuk"
        " Pedoman, Petunjuk Pelaksanaan, Prosedur Tetap, maupun jenis naskah dinas lainnya yang"
        " berlaku secara menyeluruh di lingkungan Sekretariat Negara",
    ),
    missing=(
        "pengawasan internal",
        "jumlah pelaksana",
        "jaminan pelayanan",
        "jaminan keamanan dan keselamatan pelayanan",
        "evaluasi kinerja pelaksana",
    ),
    steps_per_level=(10, 10, 18),
    steps={
        "1": Row("Menyusun program kerja, yang bahannya berasal", time("3 hari", 3, "hari")),
        "2": Row("Menyusun Rencana Kerja", time("1 hari", 1, "hari"), ends="Rencana Kerja"),
        "2.a": Row("Mengumpulkan data/dokumen yang berkaitan dengan penyusunan sistem"),
        "2.b": Row("Menyusun jadwal kegiatan secara rinci"),
        "3": Row(""),
        "3.a": Row("Membentuk tim penyusun naskah dinas", time("1 minggu", 1, "minggu")),
        "3.a.1": Row("Menyampaikan memorandum tentang permintaan usulan keanggotaan tim"),
        "3.a.2": Row("Menyusun Rancangan Keputusan Menteri Sekretaris Negara (Kepmensesneg)"),
        "3.a.3": Row("Menyiapkan memorandum Deputy Menteri Sekretaris Negara Bidang Sumber Daya"),
        "3.a.4": Row("Menyampaikan memorandum Deputy Menteri Sekretaris Negara"),
        "3.a.5": Row("Penandatanganan Kepmensesneg tentang Pembentukan Tim", actors=MENTERI),
        "3.a.7": Row("Mendistribusikan Salinan Kepmensesneg tentang Pembentukan Tim"),
        "3.b": Row("Menyusun draf awal naskah dinas", time("2 minggu", 2, "minggu")),
        "3.b.3": Row("Melaksanakan diskusi internal di lingkungan Biro Organisasi dan Humas"),
        "4": Row("Melakukan pembahasan substansi oleh Anggota Tim", actors=("Anggota Tim",)),
        "4.a": Row(
            "Pembahasan substansi di dalam kantor",
            time("5 kali pembahasan masing 2,5 jam", 2.5, "jam", times=5),
            ends="di dalam kantor",
        ),
        "4.a.1": Row("Pembahasan ke-1: Pembahasan rencana kerja dan penyusunan draf awal"),
        "4.a.5": Row("Pembahasan ke-5: Pembahasan Draft Final"),
        "4.b": Row(
            "Rapat kerja pembahasan draf final di luar kantor",
            time("2 kali rapat kerja masing-masing 3 hari", 3, "hari", times=2),
        ),
        "4.b.2": Row("Rapat kerja ke-2: Pembahasan draf final"),
        "5": Row("Finalisasi draf final sistem dan prosedur kerja", time("3 hari", 3, "hari")),
        "5.a": Row("Pembahasan secara menyeluruh atas materi draf final"),
        "5.b": Row("Penelitian redaksional dan penyesuaian format penulisan"),
        "6": Row("Mengajukan draf final Rancangan Permensesneg", time("1 hari", 1, "hari")),
        "7": Row("Penandatanganan Permensesneg yang berkaitan", actors=MENTERI),
        "8": Row(""),
        "8.a": Row("Membuat Salinan Permensesneg", time("1 jam", 1, "jam")),
        "8.b": Row("Menggandakan naskah dinas lainnya", time("1 hari", 1, "hari")),
        "9": Row("Mengajukan permohonan pencetakan buku Permensesneg", time("1 jam", 1, "jam")),
        "10": Row("Mendistribusikan buku Permensesneg atau naskah", time("2 hari", 2, "hari")),
    },
    definitions=(("Penyusun", None, "Bagian Kesatu D.8"),),
    abbreviations={
        "Permensesneg": "Peraturan Menteri Sekretaris Negara",
        "Kepmensesneg": "Keputusan Menteri Sekretaris Negara",
    },
)
