"""Who does a step: subjects and agents, single posts, in the words of the text."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.reading.actors import find_actors
from knowledge.reading.posts import split_list

KABIRO = "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas Kinerja"

CASES = [
    ("Kepala Bagian Tata Laksana menugaskan Kepala Subbagian Umum", ["Kepala Bagian Tata Laksana"]),
    ("Petugas loket menerima berkas permohonan", ["Petugas loket"]),
    ("Pemohon mengajukan permohonan melalui loket", ["Pemohon"]),
    ("Tim verifikasi melakukan pemeriksaan lapangan", ["Tim verifikasi"]),
    ("Customer service mencatat permohonan", ["Customer service"]),
    ("Sistem mengirimkan notifikasi", ["Sistem"]),
    ("PPID memberikan jawaban", ["PPID"]),
    ("caraka mengantarkan surat", ["caraka"]),
    ("Pimpinan unit kerja menandatangani standar", ["Pimpinan unit kerja"]),
    ("Anggota Tim melakukan pembahasan", ["Anggota Tim"]),
    ("Plt. Kepala Biro Umum menandatangani surat", ["Kepala Biro Umum"]),
    ("Kepala Biro yang membidangi organisasi memeriksa konsep", ["Kepala Biro"]),
    ("Kepala Bagian Umum dan staf (1 hari):", ["Kepala Bagian Umum", "staf"]),
    ("Kepala Biro Umum;", []),
    ("Para Kepala Subbagian menyusun laporan", ["Kepala Subbagian"]),
    # who only stands in does not do the step
    ("Kepala Dusun memeriksa lokasi, atau digantikan oleh Ketua RT", ["Kepala Dusun"]),
    ("Sekretaris Desa memaraf; apabila berhalangan digantikan oleh Kaur Umum", ["Sekretaris Desa"]),
    ("Camat menandatangani surat. Apabila berhalangan, diwakili oleh Sekretaris Kecamatan", ["Camat"]),
    ("Kepala Dusun, yang dapat digantikan oleh RT setempat, mengantar surat", ["Kepala Dusun"]),
    ("Lurah atau, bila berhalangan, diwakili oleh Sekretaris Lurah menandatangani surat", ["Lurah"]),
    # posts of villages
    ("Kaur Umum dan Perencanaan mencatat surat", ["Kaur Umum dan Perencanaan"]),
    ("Kasi Pemerintahan dan Kaur Keuangan memeriksa berkas", ["Kasi Pemerintahan", "Kaur Keuangan"]),
    ("Berkas diperiksa Ketua RT/RW dan disahkan Kadus", ["Ketua RT/RW", "Kadus"]),
    ("Surat dibuat dan diperiksa oleh RT/RW setempat", ["RT/RW setempat"]),
    ("Surat ditandatangani Perbekel", ["Perbekel"]),
    # deeds in their root form
    ("Pemohon datang ke loket dan menyerahkan berkas", ["Pemohon"]),
    ("Pemohon ambil nomor antrean", ["Pemohon"]),
    ("Petugas loket terima berkas dari pemohon", ["Petugas loket"]),
    ("Konsumen datang ke kantor dan mengisi formulir", ["Konsumen"]),
    ("Pemohon tunggu panggilan", ["Pemohon"]),
    ("Petugas ruang tunggu memanggil pemohon", ["Petugas ruang tunggu"]),
    ("Petugas daftar hadir mencatat tamu", ["Petugas daftar hadir"]),
    # nouns of persons that look like the noun of a deed, and unlisted ones
    ("Pemandu menerima rombongan di lobi (30 menit)", ["Pemandu"]),
    ("Pelanggan membayar biaya sambungan", ["Pelanggan"]),
    ("Pemandu wisata berjaga di lobi", ["Pemandu wisata"]),
    ("Penumpang berkumpul di lobi", ["Penumpang"]),
    ("Relawan membagikan formulir", ["Relawan"]),
    ("Pustakawan dan staf memeriksa buku", ["Pustakawan", "staf"]),
    ("Pengamanan menggunakan kamera", []),
    ("Penyerahannya menunggu antrean", []),
    ("Ruangan bersih dan rapi", []),
    # who goes on after the subject
    ("Pemohon menyerahkan berkas kepada Petugas Loket, yang memeriksa kelengkapannya", ["Pemohon", "Petugas Loket"]),
    ("Pemohon membayar tarif, dan Bendahara Penerimaan mencatat pembayaran", ["Pemohon", "Bendahara Penerimaan"]),
    ("Petugas memanggil pemohon, lalu Kepala Seksi langsung menandatangani", ["Petugas", "Kepala Seksi"]),
    ("Pemohon menyerahkan berkas kepada Petugas Loket, yang bertugas pagi", ["Pemohon"]),
    ("Staf mengirim surat kepada Kepala Biro, Kepala Bagian, dan Sekretaris", ["Staf"]),
    ("Staf menyiapkan konsep, dan surat Kepala Biro dikirim", ["Staf"]),
    # alternatives and lists
    ("Kepala Biro Umum atau Kepala Biro Keuangan menyetujui", ["Kepala Biro Umum", "Kepala Biro Keuangan"]),
    ("Deputi Bidang Hukum dan/atau Kepala Biro Umum memimpin", ["Deputi Bidang Hukum", "Kepala Biro Umum"]),
    ("Kepala Bagian A/Kepala Subbagian B/staf melakukan", ["Kepala Bagian A", "Kepala Subbagian B", "staf"]),
    ("Kepala Bagian Umum beserta Kepala Subbagian Tata Usaha dan staf menyusun",
     ["Kepala Bagian Umum", "Kepala Subbagian Tata Usaha", "staf"]),
    ("Pimpinan satuan organisasi/unit kerja menyampaikan usulan",
     ["Pimpinan satuan organisasi", "Pimpinan unit kerja"]),
    ("Kepala Subbagian TU Menteri/Sekretaris Kementerian memilah surat",
     ["Kepala Subbagian TU Menteri", "Kepala Subbagian TU Sekretaris Kementerian"]),
    ("Kepala Subbagian TU Menteri/Kepala Bagian Protokol memilah surat",
     ["Kepala Subbagian TU Menteri", "Kepala Bagian Protokol"]),
    # names with commas and "dan" inside
    (f"{KABIRO} memeriksa dan menandatangani memorandum", [KABIRO]),
    ("Kepala Bagian Protokol dan Tata Usaha Pimpinan menyiapkan acara",
     ["Kepala Bagian Protokol dan Tata Usaha Pimpinan"]),
    # agents
    ("Penandatanganan surat oleh Menteri Sekretaris Negara", ["Menteri Sekretaris Negara"]),
    ("Pemeriksaan oleh Kepala Subbagian terkait dan Kepala Bagian terkait serta diparaf oleh Kepala Biro",
     ["Kepala Subbagian terkait", "Kepala Bagian terkait", "Kepala Biro"]),
    ("Berkas diverifikasi oleh Kepala Seksi Umum dan diparaf oleh Sekcam", ["Kepala Seksi Umum", "Sekcam"]),
    ("Memorandum ditandatangani Kepala Biro Umum", ["Kepala Biro Umum"]),
    ("Surat diterima oleh bagian umum kemudian dicatat", ["bagian umum"]),
    ("Pasien menunggu dipanggil oleh pendaftaran", ["Pasien"]),
    ("Penyusunan draf oleh masing-masing unit kerja", ["unit kerja"]),
    ("Pencetakan dilaksanakan oleh Biro Umum, Sekretariat Kementerian.", ["Biro Umum"]),
    ("Menyusun draf oleh pejabat/pegawai pada Bagian Umum", ["pejabat/pegawai pada Bagian Umum"]),
    ("Staf menyusun konsep yang secara berjenjang diperiksa oleh Kepala Bagian serta ditandatangani oleh Kepala Biro",
     ["Staf", "Kepala Bagian", "Kepala Biro"]),
    ("Asesor dari Lembaga Sertifikasi melaksanakan uji.", ["Asesor"]),
    ("Orang tua/wali mengajukan permohonan.", ["Orang tua/wali"]),
    ("Operator mencetak kartu, Kaurmin meneliti dan memaraf.", ["Operator", "Kaurmin"]),
    ("Dokter jaga atau perawat memeriksa pasien", ["Dokter jaga", "perawat"]),
    ("Penilaian oleh asesor independen dengan cermat", ["asesor independen"]),
    ("Ditetapkan oleh.", []),
    ("Disetujui oleh Kepala Biro Umum, Kepala Bagian Rumah Tangga, dan Sekretaris", ["Kepala Biro Umum", "Kepala Bagian Rumah Tangga", "Sekretaris"]),
    ("Disetujui oleh Kepala Biro Umum, Kepala Bagian Rumah Tangga serta Sekretaris", ["Kepala Biro Umum", "Kepala Bagian Rumah Tangga", "Sekretaris"]),
    ("Disetujui oleh Kepala Biro Umum, Sekretariat Kementerian, setelah diperiksa", ["Kepala Biro Umum"]),
    # clauses before and after
    ("Berdasarkan arahan pimpinan, staf menyusun konsep", ["staf"]),
    ("Setelah memorandum diterima oleh unit kerja, staf menyusun konsep", ["staf"]),
    ("Sebelum diajukan kepada Menteri, terlebih dahulu dilaksanakan harmonisasi oleh Deputi Bidang Hukum",
     ["Deputi Bidang Hukum"]),
    ("Apabila di luar kota, maka Pengolah Data melakukan rekapitulasi", ["Pengolah Data"]),
    ("Kepala Bagian memeriksa konsep yang disusun oleh staf", ["Kepala Bagian"]),
    ("Kepala Biro menandatangani. Apabila diperlukan, dapat ditandatangani oleh Deputi", ["Kepala Biro"]),
    # no doers: recipients, owners, approvals, papers
    ("Menyampaikan memorandum kepada Kepala Biro Umum", []),
    ("Menyiapkan memorandum Kepala Biro Umum dan memorandum Deputi", []),
    ("Menentukan calon anggota atas persetujuan Kepala Biro", []),
    ("Persetujuan atas acara ditindaklanjuti dengan memasukkan rencana", []),
    ("Finalisasi dan penyusunan Rancangan Peraturan Menteri Sekretaris Negara", []),
    ("Monitoring kelengkapan dokumen", []),
    ("konsep Surat Undangan kepada unit kerja terkait", []),
    ("Draf diserahkan kepada Kepala Biro", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t[:50] for t, _ in CASES])
def test_doers_of_a_step(text: str, expected: list[str]) -> None:
    assert list(find_actors(text)) == expected


LISTS = [
    (
        "Kepala Bagian Umum, Kepala Subbagian Tata Usaha, dan staf yang membantu Kepala Bagian",
        ["Kepala Bagian Umum", "Kepala Subbagian Tata Usaha", "staf yang membantu Kepala Bagian"],
    ),
    ("Kepala Bagian Istana-istana beserta staf", ["Kepala Bagian Istana-istana", "staf"]),
    ("para pejabat dan pegawai pada Biro Umum", ["para pejabat dan pegawai pada Biro Umum"]),
    ("seluruh pejabat/pegawai yang bertugas", ["seluruh pejabat/pegawai yang bertugas"]),
    ("Kepala Subbagian Dokumentasi, pemandu, dan staf", ["Kepala Subbagian Dokumentasi", "pemandu", "staf"]),
    ("Kepala Subbagian Tata Usaha, Penguji Tingkat Dua, Petugas Loket, Kasir",
     ["Kepala Subbagian Tata Usaha", "Penguji Tingkat Dua", "Petugas Loket", "Kasir"]),
    ("Petugas Loket, Kasir", ["Petugas Loket", "Kasir"]),
    ("Petugas Loket, Pelukis, dan relawan", ["Petugas Loket", "Pelukis", "relawan"]),
    ("Kepala Seksi Sirkulasi, pelukis lukisan, pengukur tanah", ["Kepala Seksi Sirkulasi", "pelukis lukisan", "pengukur tanah"]),
    ("Petugas Pendaftaran, Pemeriksaan, dan Pembayaran", ["Petugas Pendaftaran, Pemeriksaan, dan Pembayaran"]),
    ("Kepala Bidang Pelukis, Pengukur, dan Peternak", ["Kepala Bidang Pelukis, Pengukur, dan Peternak"]),
    (KABIRO, [KABIRO]),
    (f"{KABIRO}, pemandu, dan Kasir", [KABIRO, "pemandu", "Kasir"]),
    (f"{KABIRO} dan Kepala Biro Umum", [KABIRO, "Kepala Biro Umum"]),
    ("Kepala Bagian Protokol dan Tata Usaha Pimpinan", ["Kepala Bagian Protokol dan Tata Usaha Pimpinan"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS, ids=[t[:40] for t, _ in LISTS])
def test_lists_are_split_at_names_only(text: str, expected: list[str]) -> None:
    assert list(split_list(text)) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Medik Veteriner bersama Paramedik Veteriner memeriksa ternak",
            ("Medik Veteriner", "Paramedik Veteriner"),
        ),
        (
            "Juru Mudi Jenazah bersama Pembantu Juru Mudi mengantar jenazah",
            ("Juru Mudi Jenazah", "Pembantu Juru Mudi"),
        ),
        ("Pemohon dan Advokat menandatangani surat kuasa", ("Pemohon", "Advokat")),
        ("Pemesan mengisi kalender", ("Pemesan",)),
    ],
)
def test_two_who_act_together_are_two(text: str, actors: tuple[str, ...]) -> None:
    assert find_actors(text) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Dokter Hewan menandatangani hasil dan Kepala Balai menandatangani laporan",
            ("Dokter Hewan", "Kepala Balai"),
        ),
        ("Bendahara menerbitkan tagihan dan pemohon membayar", ("Bendahara", "pemohon")),
        ("Analis mengambil darah; Petugas Loket menerima air", ("Analis", "Petugas Loket")),
        ("Tim Survei bersama pemohon meninjau lokasi", ("Tim Survei", "pemohon")),
        ("Kepala Bidang memeriksa konsep dan meneruskan kepada Kepala Dinas", ("Kepala Bidang",)),
        ("Analis menelaah surat Kepala Dinas dan Camat mengenai lahan", ("Analis",)),
    ],
)
def test_who_goes_on_behind_a_joint_acts_too(text: str, actors: tuple[str, ...]) -> None:
    assert find_actors(text) == actors
