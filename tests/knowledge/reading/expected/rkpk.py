"""rencana-kinerja-dan-penetapan-kinerja.txt, an older text without page marks."""

from __future__ import annotations

from tests.knowledge.reading.expected.rows import Complaint, Row, Standard, time

KABIRO = "Kepala Biro Akuntabilitas Kinerja"
BAGIAN = "Bagian Pengembangan Sistem Akuntabilitas Kinerja"
DEPUTI = "Deputy Menteri Sekretaris Negara Bidang Pengawasan"

RKPK = Standard(
    file="rencana-kinerja-dan-penetapan-kinerja.txt",
    id="pengkoordinasian-penyusunan-rencana-kinerja-dan-penetapan-kinerja-sekretariat-negara",
    title=(
        "Standar Pelayanan Pengkoordinasian Penyusunan Rencana Kinerja dan Penetapan Kinerja"
        " Sekretariat Negara"
    ),
    unit="Biro Akuntabilitas Kinerja",
    responsible=KABIRO,
    implementers=(
        "seluruh pejabat/pegawai di lingkungan Biro Akuntabilitas Kinerja secara teknis dan"
        " administrasi memiliki tugas dan tanggung jawab langsung melaksanakan pengkoordinasian"
        " penyusunan rencana kinerja dan penetapan kinerja Sekretariat Negara",
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
        ("Bagian Kedua G", "warning", "Peringatan", None),
        ("Bagian Kedua H", "service_hours", "Jadwal Pelayanan", None),
        (
            "Bagian Kedua I",
            "complaint",
            "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
            None,
        ),
    ),
    scope=(
        ("Bagian Kesatu D.1", "unit", None),
        ("Bagian Kesatu D.2", "implementers", None),
        ("Bagian Kesatu D.3", "responsible", None),
        ("Bagian Kesatu D.4", "users", None),
        ("Bagian Kesatu D.5", "target", None),
        ("Bagian Kesatu D.6", "output", None),
        ("Bagian Kesatu D.7", "outcome", None),
        ("Bagian Kesatu D.8", "definitions", None),
        ("Bagian Kesatu D.9", "competence", None),
    ),
    complaint=Complaint(
        received_by=KABIRO,
        delegation="required",
        handled_by=(f"Kepala {BAGIAN}",),
        together_with=("staf",),
        sender=None,
        sources=(
            ("Bagian Kedua I.1", None),
            ("Bagian Kedua I.2", None),
            ("Bagian Kedua I.3", None),
        ),
    ),
    place=(
        "Pelayanan pengkoordinasian penyusunan RK-PK Sekretariat Negara diselenggarakan di Biro"
        " Akuntabilitas Kinerja, Deputi Menteri Sekretaris Negara Bidang Pengawasan, dan apabila"
        " diperlukan pembahasan dapat diselenggarakan di luar kantor."
    ),
    service_hours=(
        "Pelayanan pengkoordinasian penyusunan RK-PK Sekretariat Negara diselenggarakan selama jam"
        " kerja kedinasan."
    ),
    facilities=(
        "Alat tulis kantor, komputer/notebook, printer, scanner, LCD projector, ruang rapat"
        " kendaraan roda dua, dan kendaraan roda empat"
    ),
    legal_basis=(
        "Instruksi Presiden Nomor 7 Tahun 1999 tentang Akuntabilitas Kinerja Instansi Pemerintah",
        "Instruksi Presiden Nomor 5 Tahun 2004 tentang Percepatan Pemberantasan Korupsi",
        "Peraturan Menteri Sekretaris Negara Nomor 1 Tahun 2005 tentang Organisasi dan Tata Kerja"
        " Sekretariat Negara Republik Indonesia, sebagaimana telah diubah dengan Peraturan Menteri"
        " Sekretaris Negara Nomor 7 Tahun 2008",
        "Peraturan Menteri Sekretaris Negara Nomor 8 Tahun 2007 tentang Petunjuk Pelaksanaan"
        " Penyusunan Standar Pelayanan Sekretariat Negara Republik Indonesia",
        "Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/09/M.PAN/5/2007 tentang"
        " Pedoman Umum Penetapan Kinerja Utama di Lingkungan Instansi Pemerintah",
        "Surat Edaran Menteri Negara Pendayagunaan Aparatur Negara Nomor SE/31/M.PAN/12/2004"
        " tanggal 13 Desember 2004 tentang Penetapan Kinerja",
    ),
    requirements_implementer=(
        "Tersedianya dokumen RK-PK dari seluruh satuan organisasi/satuan kerja di lingkungan"
        " Sekretariat Negara",
        "Memiliki kompetensi sesuai dengan jenjang masing-masing",
    ),
    requirements_user=(
        "Pengguna pelayanan telah menyusun dan menyampaikan dokumen RK-PK kepada Biro Akuntabilitas"
        " Kinerja",
    ),
    missing=(
        "pengawasan internal",
        "jumlah pelaksana",
        "jaminan pelayanan",
        "jaminan keamanan dan keselamatan pelayanan",
        "evaluasi kinerja pelaksana",
    ),
    steps_per_level=(13, 34),
    steps={
        "1": Row("Menyiapkan memorandum Kepala Biro Akuntabilitas", time("2 hari", 2, "hari")),
        "1.a": Row("Menyusun konsep memorandum", ends="konsep memorandum"),
        "1.b": Row("Menyampaikan memorandum kepada Deputy Menteri Sekretaris Negara"),
        "1.c": Row("Penandatanganan memorandum oleh Deputy", actors=(DEPUTI,)),
        "2": Row("Menyampaikan memorandum Deputy Menteri", time("1 hari", 1, "hari")),
        "2.a": Row("Mengagendakan", ends="Mengagendakan"),
        "2.c": Row("Mengirimkan memorandum oleh caraka ke seluruh", actors=("caraka",)),
        "3": Row("Monitoring kelengkapan dokumen RK-PK", time("15 hari", 15, "hari")),
        "3.a": Row("Melaksanakan pengecekan kelengkapan dan keakuratan data/dokumen"),
        "4": Row("Mengolah dokumen RK-PK", time("10 hari", 10, "hari")),
        "4.d": Row("Mengkompilasi dokumen RK-PK"),
        "5": Row("Melakukan analisis terhadap dokumen RK", time("10 hari", 10, "hari")),
        "5.b": Row("Menyampaikan draf analisis kepada Kepala Biro Akuntabilitas Kinerja"),
        "5.c": Row("Memeriksa draf analisis oleh Kepala Biro", actors=(KABIRO,)),
        "5.d": Row("Menyempurnakan draf analisis dokumen RK yang dikategorikan"),
        "6": Row("Membahas penyusunan RK-PK Sekretariat Negara", time("4 hari", 4, "hari")),
        "6.b": Row("Melaksanakan rapat pembahasan yang dipimpin oleh", actors=(KABIRO,)),
        "7": Row("Menyusun draf RK-PK", time("3 hari", 3, "hari"), ends="draf RK-PK"),
        "7.b": Row("Menyusun draf RK-PK oleh", actors=(f"pejabat/pegawai pada {BAGIAN}",)),
        "8": Row("Memeriksa draf RK-PK oleh Kepala", time("2 hari", 2, "hari"), (KABIRO,)),
        "8.a": Row("Bagian Pengembangan Sistem Akuntabilitas Kinerja men", actors=(BAGIAN,)),
        "8.b": Row("Kepala Biro Akuntabilitas Kinerja memeriksa draf", actors=(KABIRO,)),
        "8.c": Row(
            f"{BAGIAN} mengkoordinasikan kinerja penyusun dalam menyempurnakan",
            actors=(BAGIAN,),
            ends="Bidang Pengawasan",
        ),
        "9": Row("Memeriksa draf RK-PK oleh Deputy", time("2 hari", 2, "hari"), (DEPUTI,)),
        "9.a": Row(f"{DEPUTI} memeriksa draf RK-PK", actors=(DEPUTI,)),
        "9.b": Row(f"{KABIRO} mengendalikan penyempurnaan memorandum", actors=(KABIRO,)),
        "10": Row("Menyampaikan RK-PK Sekretariat Negara kepada", time("1 hari", 1, "hari")),
        "10.c": Row("Mengirimkan memorandum Deputy Menteri", actors=("caraka",)),
        "11": Row(
            "Persetujuan dan penandatanganan RK-PK Sekretariat Negara",
            actors=("Menteri Sekretaris Negara",),
        ),
        "12": Row(
            "Menyusun dan mengirimkan memorandum Kepala Biro",
            time("1 hari", 1, "hari"),
            ends="dengan melampirkan soft copy dan hard copy",
        ),
        "13": Row("Menyampaikan PK Sekretariat Negara kepada", time("1 hari", 1, "hari")),
        "13.a": Row(
            "Menyiapkan konsep surat Menteri Sekretaris Negara kepada Menteri Negara",
            ends=(
                "kepada seluruh satuan organisasi/satuan kerja di lingkungan Sekretariat Negara hal"
                " penyampaian RK-PK Sekretariat Negara"
            ),
        ),
        "13.c": Row("Penandatanganan surat Menteri Sekretaris Negara kepada Menteri Negara"),
        "13.d": Row("Mengirimkan surat Menteri Sekretaris Negara", actors=("caraka",)),
    },
    definitions=(
        ("Rencana Kinerja", "RK", "Bagian Kesatu D.8.a"),
        ("Penetapan Kinerja", "PK", "Bagian Kesatu D.8.b"),
    ),
    abbreviations={"RK": "Rencana Kinerja", "PK": "Penetapan Kinerja"},
)
