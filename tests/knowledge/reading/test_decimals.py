"""Sections numbered "4." with entries "4.1": no section is taken for an entry of another."""

from __future__ import annotations

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR PELAYANAN
PEMINJAMAN ALAT UKUR

1. KETENTUAN POKOK
1.1 Dasar hukum
a. Undang-Undang Nomor 25 Tahun 2009;
b. Peraturan Bupati Nomor 7 Tahun 2020.
1.2 Tujuan
Standar ini memberi kepastian kepada peminjam.

2. PERSYARATAN
2.1 Peminjam perorangan:
a. mengisi formulir;
b. menyerahkan salinan KTP.
2.2 Permohonan yang tidak lengkap dikembalikan dalam 3 hari kerja.

3. PROSEDUR PEMINJAMAN
3.1 Peminjam mengajukan permohonan.
3.2 Petugas gudang memeriksa ketersediaan alat (1 hari kerja).
3.3 Apabila alat tidak tersedia:
a. Petugas gudang mencatat antrean (2 hari kerja);
b. Kepala Gudang menetapkan giliran.
3.4 Kepala Gudang menyerahkan alat.

4. JANGKA WAKTU
4.1 Permohonan dijawab paling lambat 4 hari kerja.
4.2 Ringkasan batas waktu:

| No | Tahap | Batas waktu | Pelaksana |
|---|---|---|---|
| 1 | Melengkapi berkas | 3 hari kerja | Peminjam |
| 2 | Menjawab permohonan | 4 hari kerja | Kepala Gudang |

5. KEBERATAN
5.1 Peminjam dapat mengajukan keberatan kepada Sekretaris Dinas.
5.2 Keberatan dijawab dalam 10 hari kerja.

6. TEMPAT DAN WAKTU PELAYANAN
6.1 Gudang Alat, Gedung C lantai 1.
6.2 Senin sampai dengan Jumat pukul 08.00 - 15.00 WIB.

7. PENGAWASAN, JAMINAN, DAN EVALUASI
7.1 Pengawasan dilakukan oleh Inspektorat.
7.2 Alat dikalibrasi sebelum dipinjamkan.
7.3 Evaluasi dilakukan setiap tahun.
"""


def read(text: str = TEXT) -> ServiceStandard:
    (standard,) = read_text(text, "x.txt")
    return standard


def test_each_section_with_decimal_entries_is_a_section_of_its_own() -> None:
    facets = [section.facet for section in read().sections]
    assert facets == [
        Facet.OTHER,
        Facet.LEGAL_BASIS,
        Facet.PURPOSE,
        Facet.REQUIREMENTS,
        Facet.PROCEDURE,
        Facet.TOTAL_TIME,
        Facet.OTHER,
        Facet.PLACE,
        Facet.SERVICE_HOURS,
        Facet.SUPERVISION,
        Facet.GUARANTEE,
        Facet.EVALUATION,
    ]


def test_steps_come_from_the_procedure_and_not_from_a_table_of_times() -> None:
    steps = list(read().walk_steps())
    assert [s.number for s in steps] == ["3.1", "3.2", "3.3", "3.3.a", "3.3.b", "3.4"]
    assert steps[1].actors == ("Petugas gudang",)
    assert steps[1].duration is not None
    assert steps[1].duration.text == "1 hari kerja"


def test_a_table_of_times_lists_them_in_its_own_section() -> None:
    times = read().section(Facet.TOTAL_TIME)
    assert times is not None
    texts = [item.text for top in times.items for item in top.walk()]
    assert "Menjawab permohonan: Batas waktu 4 hari kerja, Pelaksana Kepala Gudang" in texts


def test_a_table_of_steps_in_a_text_without_another_procedure_is_one() -> None:
    text = TEXT.replace("3. PROSEDUR PEMINJAMAN", "3. KETENTUAN")
    assert [step.number for step in read(text).steps] == ["1", "2"]


def test_a_place_with_a_decimal_number_is_cited_by_that_number_alone() -> None:
    section = read().section(Facet.REQUIREMENTS)
    assert section is not None
    assert [item.source.section for item in section.items] == ["2.1", "2.2"]


def test_place_and_hours_below_one_heading_are_read() -> None:
    standard = read()
    assert standard.place == "Gudang Alat, Gedung C lantai 1."
    assert standard.service_hours == "Senin sampai dengan Jumat pukul 08.00 - 15.00 WIB."


def test_steps_with_decimal_steps_below_them_are_no_sections() -> None:
    procedure = "1. Pendaftaran\n1.1 Pemohon mendaftar\n2. Pemeriksaan\n2.1 Petugas memeriksa\n"
    text = f"STANDAR PELAYANAN X\n\nA. Prosedur\n{procedure}3. Penyerahan\n3.1 Petugas menyerahkan"
    standard = read(f"{text}\n\nB. Biaya\nGratis\n")
    assert [s.number for s in standard.walk_steps()] == ["1", "1.1", "2", "2.1", "3", "3.1"]


def test_components_on_the_second_level_above_entries_of_the_third() -> None:
    text = (
        "STANDAR PELAYANAN UJI AIR\n\n1. PENDAHULUAN\n1.1 Dasar Hukum\n"
        "1.1.1 Undang-Undang Nomor 1 Tahun 2020\n"
        "2. PENYAMPAIAN PELAYANAN\n2.1 Persyaratan\n2.1.1 Surat permohonan\n2.1.2 Contoh air\n"
        "2.2 Prosedur\n"
        "2.2.1 Analis menguji contoh air (5 hari kerja)\n"
        "2.2.2 Manajer Teknis memeriksa hasil (1 hari kerja)\n"
        "2.3 Biaya\nRp350.000 per contoh\n2.4 Produk\nLaporan hasil uji\n3. PENGELOLAAN PELAYANAN\n"
        "3.1 Sarana\nRuang tunggu\n3.2 Kompetensi Pelaksana\nAnalis berpendidikan D3 Kimia\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert lost(text, [standard]) == {}
    assert [(s.letter, s.facet) for s in standard.sections if s.facet is not Facet.OTHER] == [
        ("1.1", Facet.LEGAL_BASIS),
        ("2.1", Facet.REQUIREMENTS),
        ("2.2", Facet.PROCEDURE),
        ("2.3", Facet.COST),
        ("2.4", Facet.OUTPUT),
        ("3.1", Facet.FACILITIES),
        ("3.2", Facet.COMPETENCE),
    ]
    assert standard.requirements_user == ("Surat permohonan", "Contoh air")
    assert [step.number for step in standard.walk_steps()] == ["2.2.1", "2.2.2"]
