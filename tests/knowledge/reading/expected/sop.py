"""standar-pelayanan-dan-sop.txt, pages 344 to 356."""

from __future__ import annotations

from tests.knowledge.reading.expected.rows import Complaint, Row, Standard, time

UNIT = "Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"
KABIRO, KABAG = f"Kepala {UNIT}", "Kepala Bagian Tata Laksana"
KASUBBAG = "Kepala Subbagian Standardisasi Pelayanan"
DEPUTY, DEPUTI = ("Deputy Bidang Administrasi Aparatur", "Deputi Bidang Administrasi Aparatur")
ALL = "pengoordinasian penyusunan standar pelayanan dan SOP di lingkungan Kementerian"
STAFF, STAF = ("Staf",), ("staf",)

SOP = Standard(
    file="standar-pelayanan-dan-sop.txt",
    id=(
        "pengoordinasian-penyusunan-standar-pelayanan-dan-standard-operating-procedures-di"
        "-lingkungan-kementerian-sekretariat-negara"
    ),
    title=(
        "Standar Pelayanan Pengoordinasian Penyusunan Standar Pelayanan dan Standard Operating"
        " Procedures di Lingkungan Kementerian Sekretariat Negara"
    ),
    unit=UNIT,
    responsible=KABIRO,
    implementers=(
        KABAG,
        KASUBBAG,
        "staf yang secara teknis/administratif memiliki tugas dan tanggung jawab langsung"
        " melaksanakan penyusunan standar pelayanan dan SOP",
    ),
    sections=(
        ("Bagian Kesatu A", "legal_basis", "Dasar Hukum", 344),
        ("Bagian Kesatu B", "background", "Latar Belakang", 344),
        ("Bagian Kesatu C", "purpose", "Maksud dan Tujuan", 345),
        ("Bagian Kesatu D", "scope", "Ruang Lingkup", 345),
        ("Bagian Kedua A", "framework", "Kerangka Prosedur", 347),
        ("Bagian Kedua B", "procedure", "Uraian Prosedur", 348),
        ("Bagian Kedua C", "requirements", "Persyaratan", 354),
        ("Bagian Kedua D", "facilities", "Sarana dan Prasarana Pelayanan", 355),
        ("Bagian Kedua E", "cost", "Biaya Pelayanan", 355),
        ("Bagian Kedua F", "place", "Tempat Pelayanan", 355),
        ("Bagian Kedua G", "service_hours", "Jadwal Pelayanan", 355),
        (
            "Bagian Kedua H",
            "complaint",
            "Penanganan/Tindak Lanjut Pengaduan/Keluhan/Masukan",
            355,
        ),
        ("Bagian Kedua I", "supervision", "Pengawasan Internal", 355),
        ("Bagian Kedua J", "guarantee", "Jaminan Pelayanan", 356),
        ("Bagian Kedua K", "safety", "Jaminan Keamanan dan Keselamatan Pelayanan", 356),
        ("Bagian Kedua L", "evaluation", "Evaluasi Kinerja Pelaksana", 356),
    ),
    scope=(
        ("Bagian Kesatu D.1", "unit", 345),
        ("Bagian Kesatu D.2", "implementers", 345),
        ("Bagian Kesatu D.3", "responsible", 345),
        ("Bagian Kesatu D.4", "target", 345),
        ("Bagian Kesatu D.5", "users", 345),
        ("Bagian Kesatu D.6", "output", 345),
        ("Bagian Kesatu D.7", "outcome", 346),
        ("Bagian Kesatu D.8", "competence", 346),
    ),
    complaint=Complaint(
        received_by=KABIRO,
        delegation="optional",
        handled_by=(KABAG,),
        together_with=(KASUBBAG, "staf"),
        sender="unit kerja",
        sources=(("Bagian Kedua H.1", 355), ("Bagian Kedua H.2", 355), ("Bagian Kedua H.3", 355)),
    ),
    place=f"Pelayanan {ALL} Sekretariat Negara diselenggarakan di {UNIT}.",
    service_hours=(
        f"Pelayanan {ALL} Sekretariat Negara diselenggarakan selama jam kerja kedinasan, dan"
        " apabila diperlukan dapat dilaksanakan di luar hari dan jam kerja."
    ),
    facilities=(
        "Alat tulis kantor, komputer, notebook, printer, telepon, faksimile, internet, scanner, LCD"
        " projector, mesin fotokopi, kendaraan roda empat, kendaraan roda dua, dan ruang rapat"
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
        "Adanya arahan pimpinan untuk melaksanakan pengoordinasian penyusunan standar"
        " pelayanan/SOP",
        "Memiliki kompetensi sesuai dengan jenjang masing-masing",
    ),
    requirements_user=(
        f"Mengajukan usulan kegiatan penyusunan standar pelayanan/SOP ke {UNIT}",
        "Berkepentingan terhadap standar pelayanan/SOP di lingkungan Kementerian Sekretariat"
        " Negara",
    ),
    missing=("jumlah pelaksana",),
    steps_per_level=(9, 16, 29, 30, 6, 11),
    steps={
        "1": Row("Pemberian arahan secara berjenjang", page=348),
        "1.a": Row(
            f"{KABIRO} memberikan arahan",
            time("30 menit", 30, "menit"),
            (KABIRO,),
            348,
            ends="usulan dari unit kerja terkait di lingkungan Kementerian Sekretariat Negara",
        ),
        "1.b": Row(f"{KABAG} menugaskan", time("30 menit", 30, "menit"), (KABAG,), 348),
        "2": Row("Penyusunan rencana kerja dan pembentukan tim", page=348),
        "2.a": Row("Penyusunan rencana kerja", time("1 hari", 1, "hari"), (), 348),
        "2.a.2": Row("Staf mencari dokumen", actors=STAFF, page=348),
        "2.a.4": Row(f"{KABAG} memeriksa dan memberikan persetujuan", actors=(KABAG,), page=348),
        "2.b": Row("Pembentukan Tim Penyusun", time("2 minggu", 2, "minggu"), (), 348),
        "2.b.1": Row("Penyiapan memorandum tentang permintaan usulan", page=348),
        "2.b.1.a": Row(f"{KASUBBAG} menugaskan staf", actors=(KASUBBAG,), page=348),
        "2.b.1.d": Row(f"{KABAG} memeriksa konsep memorandum", actors=(KABAG,), page=348),
        "2.b.1.e": Row(f"{KABIRO} memeriksa dan menanda", actors=(KABIRO,), page=349),
        "2.b.1.f": Row("Staf menyampaikan memorandum kepada", actors=STAFF, page=349),
        "2.b.2": Row("Penyiapan Rancangan Keputusan Menteri Sekretaris Negara", page=349),
        "2.b.2.f": Row(f"{DEPUTY} memeriksa Rancangan", actors=(DEPUTY,), page=349),
        "2.b.2.g": Row(
            "Menteri Sekretaris Negara memeriksa dan menandatangani Kepmensesneg",
            actors=("Menteri Sekretaris Negara",),
            page=349,
        ),
        "2.b.2.h": Row(
            "Staf Biro Tata Usaha memberikan", actors=("Staf Biro Tata Usaha",), page=349
        ),
        "2.b.3": Row("Penyiapan dan pendistribusian Salinan Kepmensesneg", page=349),
        "2.b.3.b": Row("Staf menyusun draf Salinan Kepmensesneg", actors=STAFF, page=350),
        "3": Row("Penyusunan draf standar pelayanan/SOP oleh", actors=("unit kerja",), page=350),
        "3.a": Row("Penyiapan memorandum permintaan", time("1 hari", 1, "hari"), (), 350),
        "3.b": Row(
            "Penyusunan draf standar pelayanan/SOP oleh masing-masing unit kerja",
            time("2 minggu", 2, "minggu"),
            ("unit kerja",),
            350,
        ),
        "4": Row("Pemeriksaan dan pembahasan draf standar pelayanan/SOP", page=350),
        "4.a": Row(
            f"{KABAG}/{KASUBBAG}/staf melakukan pemeriksaan",
            time("2 jam/draf", 2, "jam", per="draf"),
            (KABAG, KASUBBAG, "staf"),
            350,
        ),
        "4.b": Row("Pembahasan draf standar pelayanan/SOP", page=350),
        "4.b.1": Row("Persiapan pembahasan", page=350, ends="Persiapan pembahasan"),
        "4.b.1.a": Row(
            "Persiapan administrasi pembahasan baik di dalam kota maupun di luar kota",
            time("1- 3 hari", 3, "hari", min=1),
            (),
            350,
        ),
        "4.b.1.a.1": Row(
            "Persiapan administrasi pembahasan di dalam kota", time("1 hari", 1, "hari"), (), 351
        ),
        "4.b.1.a.1.a": Row("Berdasarkan arahan pimpinan, staf menyusun", actors=STAF, page=351),
        "4.b.1.a.1.e": Row("Staf mengagendakan, menggandakan, dan", actors=STAFF, page=351),
        "4.b.1.a.2": Row(
            "Persiapan administrasi pembahasan di luar kota",
            time("3 hari/rapat kerja", 3, "hari", per="rapat kerja"),
            (),
            351,
        ),
        "4.b.1.a.2.d": Row(f"{KABIRO} memeriksa dan menanda", actors=(KABIRO,), page=351),
        "4.b.1.a.2.f": Row(
            f"{KASUBBAG}/staf melakukan konfirmasi", actors=(KASUBBAG, "staf"), page=351
        ),
        "4.b.2": Row("Anggota Tim melakukan pembahasan", actors=("Anggota Tim",), page=352),
        "4.b.2.a": Row(
            "Pembahasan di dalam kantor",
            time("2 kali @ 2,5 jam/unit kerja", 2.5, "jam", times=2, per="unit kerja"),
            (),
            352,
        ),
        "4.b.2.b": Row(
            "Rapat kerja pembahasan draf final di luar kantor",
            time("2 kali @ 3 hari/satuan organisasi", 3, "hari", times=2, per="satuan organisasi"),
            (),
            352,
        ),
        "4.b.2.b.2": Row("Rapat kerja ke-2: Pembahasan draf final standar", page=352),
        "5": Row("Finalisasi dan penyusunan Rancangan Peraturan Menteri", page=352),
        "5.a": Row("Finalisasi", page=352, ends="Finalisasi"),
        "5.a.1": Row(
            f"{KABAG} beserta {KASUBBAG} dan staf melaksanakan finalisasi",
            time("3 hari/satuan organisasi", 3, "hari", per="satuan organisasi"),
            (KABAG, KASUBBAG, "staf", KABIRO),
            352,
            ends="yang meliputi",
        ),
        "5.a.2": Row("Permintaan penandatanganan", time("1 hari", 1, "hari"), (), 352),
        "5.a.3": Row(
            "Pimpinan unit kerja menandatangani",
            time(
                "selambat-lambatnya 3 hari setelah memorandum diterima",
                3,
                "hari",
                bound="max",
                after="memorandum diterima",
            ),
            ("Pimpinan unit kerja",),
            353,
            ends="beserta softcopy",
        ),
        "5.b": Row("Penyiapan dan pengajuan draf final", time("3 minggu", 3, "minggu"), (), 353),
        "5.b.2": Row("Staf menyusun Rancangan", time("4 jam", 4, "jam"), STAFF, 353),
        "5.b.3": Row(f"{KASUBBAG} memeriksa", time("3 jam", 3, "jam"), (KASUBBAG,), 353),
        "5.b.4": Row(f"{KABAG} memeriksa", time("2 jam", 2, "jam"), (KABAG,), 353),
        "5.b.5": Row(f"{KABIRO} memeriksa", time("1 jam", 1, "jam"), (KABIRO,), 353),
        "5.b.6": Row(f"{DEPUTI} memeriksa", time("1 jam", 1, "jam"), (DEPUTI,), 353),
        "6": Row(
            "Sebelum diajukan kepada Menteri Sekretaris Negara, terlebih dahulu",
            time("1 Minggu", 1, "minggu"),
            ("Deputi Bidang Hukum dan Perundang-undangan",),
            353,
        ),
        "7": Row(
            "Menteri Sekretaris Negara memeriksa dan menandatangani Rancangan Permensesneg",
            actors=("Menteri Sekretaris Negara",),
            page=353,
        ),
        "8": Row("Pengagendaan dan pembuatan Salinan", page=353),
        "8.b": Row("Penyiapan Salinan Permensesneg", time("2 hari", 2, "hari"), (), 353),
        "8.b.3": Row(f"{KABAG} memeriksa draf Salinan", actors=(KABAG,), page=353),
        "8.b.4": Row(f"{KABIRO} memeriksa dan menandatangani", actors=(KABIRO,), page=354),
        "9": Row("Pencetakan dan diseminasi", page=354),
        "9.a": Row(f"{KABIRO} mengajukan", time("3 jam", 3, "jam"), (KABIRO,), 354),
        "9.b": Row("Proses pencetakan buku Permensesneg", actors=("Biro Umum",), page=354),
        "9.c": Row("Staf mendistribusikan buku", time("2 hari", 2, "hari"), STAFF, 354),
        "9.d": Row(
            f"{KABIRO} mengajukan permohonan untuk mengunggah (upload)",
            time("3 jam", 3, "jam"),
            (KABIRO,),
            354,
        ),
    },
    abbreviations={
        "SOP": "Standard Operating Procedures",
        "Kepmensesneg": "Keputusan Menteri Sekretaris Negara",
        "Permensesneg": "Peraturan Menteri Sekretaris Negara",
    },
    notes={
        "2.b.1": ("Pimpinan unit kerja menyampaikan usulan keanggotaan Tim kepada", False),
        "2.b.1.e": ("Apabila diperlukan, memorandum bisa ditandatangani oleh Deputy", True),
        "2.b.2": ("Dalam hal tertentu atas arahan pimpinan, pembentukan Tim dapat", True),
        "4.b.1.a.2.d": ("Apabila terdapat pejabat Eselon I sebagai Anggota Tim", True),
    },
)
