"""Chapters whose title names what stands below: the letters there are entries, not headings."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = """PROSEDUR TETAP
NOMOR: PROTAP-07/2024
TENTANG
PEMINJAMAN ARSIP

BAB I
PENDAHULUAN
A. Latar Belakang
Arsip sering terlambat kembali.
B. Dasar Hukum
1. Undang-Undang Nomor 43 Tahun 2009;
2. Peraturan Bupati Nomor 5 Tahun 2020.

"""
REQUIREMENTS = """BAB II
PERSYARATAN
A. Peminjam yang datang sendiri membawa:
1. kartu pegawai;
2. surat tugas.
B. Peminjam dari luar menambahkan surat pengantar pimpinannya.

"""
PROCEDURE = """BAB III
TATA CARA PEMINJAMAN
A. Peminjaman di Tempat
1. Peminjam mengisi buku tamu.
2. Arsiparis mengambil arsip (10 menit).
B. Peminjaman ke Luar
1. Peminjam mengajukan surat permohonan.
2. Kepala Bidang Kearsipan menyetujui permohonan (1 hari kerja).
H. Ahmad ikut memeriksa.

"""
PROMISES = """BAB IV
WAKTU, BIAYA, DAN TEMPAT PELAYANAN
A. Pelayanan dibuka Senin sampai dengan Jumat pukul 08.00-15.00.
B. Pelayanan peminjaman tidak dipungut biaya.
C. Pelayanan diselenggarakan di Depo Arsip Lantai 2, Jalan Melati 4.
D. Hasil pelayanan adalah arsip yang dipinjam.

"""
DUTIES = """BAB V
PENANGGUNG JAWAB DAN PELAKSANA
A. Penanggung jawab pelayanan adalah Kepala Bidang Kearsipan.
B. Pelaksana pelayanan terdiri atas:
1. Arsiparis;
2. Petugas Depo Arsip.
C. Kepala Bidang Kearsipan bertanggung jawab kepada Kepala Dinas.

BAB VI
PENGADUAN
A. Pengaduan disampaikan kepada Sekretaris Dinas melalui telepon 0812-1111-2222.
B. Hasil tindak lanjut disampaikan kepada pelapor.
"""
TEXT = HEAD + REQUIREMENTS + PROCEDURE + PROMISES + DUTIES


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    (one,) = read_text(TEXT, "protap.txt")
    return one


def test_the_title_stands_behind_the_number_of_the_decree(standard: ServiceStandard) -> None:
    assert standard.title == "Prosedur Tetap Peminjaman Arsip"


def test_no_word_of_the_chapters_is_lost(standard: ServiceStandard) -> None:
    assert lost(TEXT, [standard]) == {}


def test_headings_that_are_known_stay_sections_of_their_chapter(standard: ServiceStandard) -> None:
    assert [(s.letter, s.facet) for s in standard.sections if s.part == "Bab I"] == [
        ("A", Facet.BACKGROUND),
        ("B", Facet.LEGAL_BASIS),
    ]


def test_the_entries_of_a_chapter_are_cited_by_its_number(standard: ServiceStandard) -> None:
    section = standard.section(Facet.REQUIREMENTS)
    assert section is not None
    assert section.source.section == "Bab II"
    assert [item.source.section for item in section.items[0].walk()] == [
        *("Bab II.A", "Bab II.A.1", "Bab II.A.2")
    ]
    assert len(standard.requirements_user) == 3


def test_two_procedures_of_one_chapter_are_steps_of_both(standard: ServiceStandard) -> None:
    assert [(s.number, s.actors) for s in standard.walk_steps()] == [
        ("A", ()),
        ("A.1", ("Peminjam",)),
        ("A.2", ("Arsiparis",)),
        ("B", ()),
        ("B.1", ("Peminjam",)),
        ("B.2", ("Kepala Bidang Kearsipan",)),
    ]


def test_a_chapter_of_several_components_is_taken_apart_by_its_sentences(
    standard: ServiceStandard,
) -> None:
    assert standard.cost == "Pelayanan peminjaman tidak dipungut biaya."
    assert standard.place == "Depo Arsip Lantai 2, Jalan Melati 4."
    assert standard.service_hours is not None
    assert standard.service_hours.endswith("pukul 08.00-15.00.")
    output = standard.section(Facet.OUTPUT)
    assert output is not None
    assert output.items[0].text == "arsip yang dipinjam."
    assert output.items[0].source.section == "Bab IV.D"


def test_an_entry_that_opens_nothing_belongs_to_no_component(standard: ServiceStandard) -> None:
    assert standard.responsible == "Kepala Bidang Kearsipan"
    assert standard.implementers == ("Arsiparis", "Petugas Depo Arsip")
    other = [s for s in standard.sections if s.part == "Bab V" and s.facet is Facet.OTHER]
    assert [item.mark for section in other for item in section.items] == ["C"]


def test_who_complains_does_not_receive_complaints(standard: ServiceStandard) -> None:
    assert standard.complaint is not None
    assert standard.complaint.received_by == "Sekretaris Dinas"
    text = TEXT.replace("kepada Sekretaris Dinas", "tertulis")
    complaint = read_text(text, "protap.txt")[0].complaint
    assert complaint is not None
    assert complaint.received_by is None


PHASES = """BAB III
MEKANISME DAN PROSEDUR
A. Pendaftaran
1. Pihak menyerahkan surat gugatan.
2. Kasir menaksir panjar biaya (10 menit).
B. Penetapan
3. Ketua menetapkan majelis paling lama 3 (tiga) hari kerja.
4. Jurusita menyampaikan panggilan.
C. Produk Pengadilan
Salinan putusan disampaikan paling lambat 14 (empat belas) hari kerja.
D. Jangka Waktu
Perkara diselesaikan paling lama 5 (lima) bulan.

"""


def test_entries_that_part_one_numbered_list_are_no_steps() -> None:
    text = HEAD + REQUIREMENTS + PHASES + DUTIES
    (one,) = read_text(text, "protap.txt")
    assert [step.number for step in one.walk_steps()] == ["1", "2", "3", "4"]
    assert [step.source.section for step in one.steps] == [
        *("Bab III A.1", "Bab III A.2", "Bab III B.3", "Bab III B.4")
    ]
    assert [step.actors for step in one.steps][1:] == [("Kasir",), ("Ketua",), ("Jurusita",)]
    assert not [warning for warning in one.warnings if warning.startswith("numbering")]
    assert lost(text, [one]) == {}


def test_components_at_the_end_of_a_chapter_are_sections_of_their_own() -> None:
    (one,) = read_text(HEAD + REQUIREMENTS + PHASES + DUTIES, "protap.txt")
    closing = [(s.letter, s.facet) for s in one.sections if s.part == "Bab III"]
    assert closing == [("", Facet.PROCEDURE), ("C", Facet.OUTPUT), ("D", Facet.TOTAL_TIME)]


def test_entries_of_a_chapter_for_two_things_go_where_their_words_tell() -> None:
    text = """KEPUTUSAN KEPALA DINAS TENTANG
STANDAR PELAYANAN PELATIHAN MENJAHIT

                    BAB I
             PERSYARATAN PESERTA

A.  Warga kabupaten berusia paling rendah 18 tahun membawa:
    1.  fotokopi KTP;
    2.  pas foto.

                    BAB II
         SISTEM, MEKANISME, DAN PROSEDUR

1.  Petugas Pendaftaran memeriksa berkas dalam waktu 15 menit.
2.  Instruktur melaksanakan pelatihan selama 30 hari kerja.

                    BAB III
          SARANA, TEMPAT, DAN KOMPETENSI

A.  Pendaftaran dilayani di Ruang Pendaftaran, Jl. Industri Km. 4.
B.  Sarana: 5 mesin jahit dan 2 ruang teori.
C.  Instruktur wajib memiliki sertifikat metodologi pelatihan.

                    BAB IV
            PENGADUAN DAN PENGAWASAN

A.  Pengaduan disampaikan melalui surat, surel adu@blk.go.id, atau telepon
    (021) 5550-1400 pesawat 12 pada hari kerja pukul 08.00 sampai dengan
    15.30 WIB.
B.  Pengaduan diterima oleh Petugas Informasi.
C.  Kepala Subbagian Tata Usaha menyelesaikan pengaduan paling lama 6 hari.
D.  Peserta dapat mengajukan sanggahan paling lama 2 hari kerja.
E.  Pengawasan internal dilakukan oleh Kepala Bidang Pelatihan.
"""
    (standard,) = read_text(text, "keputusan.txt")
    assert standard.warnings == ()
    complaint = standard.section(Facet.COMPLAINT)
    assert complaint is not None
    assert [item.mark for item in complaint.items] == ["A", "B", "C", "D"]
    assert "telepon (021) 5550-1400 pesawat 12" in complaint.items[0].text
    assert complaint.items[0].text.endswith("15.30 WIB.")
    assert standard.complaint is not None
    assert standard.complaint.handled_by == ("Kepala Subbagian Tata Usaha",)
    competence = standard.section(Facet.COMPETENCE)
    facilities = standard.section(Facet.FACILITIES)
    assert competence is not None
    assert facilities is not None
    assert facilities.items[0].text == "5 mesin jahit dan 2 ruang teori."
    assert competence.items[0].mark == "C"


def test_a_chapter_with_a_stray_heading_is_still_what_its_title_names() -> None:
    basis = (
        "BAB II\nDASAR HUKUM\n1. Undang-Undang Nomor 1 Tahun 2020;\n"
        "2. Peraturan Bupati Nomor 5 Tahun 2020.\n\nBiaya\nGratis\n\n"
    )
    text = HEAD.split("BAB I\n")[0] + basis + REQUIREMENTS.replace("BAB II", "BAB III")
    (standard,) = read_text(text, "protap.txt")
    assert standard.legal_basis == (
        "Undang-Undang Nomor 1 Tahun 2020",
        "Peraturan Bupati Nomor 5 Tahun 2020",
    )
    assert lost(text, [standard]) == {}
