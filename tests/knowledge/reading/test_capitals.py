"""Plain texts headed by lines in capitals, and lists whose values stand in a column."""
# ruff: noqa: E501  # a text is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.pages import split_pages
from tests.knowledge.reading.test_nothing_is_lost import lost

TEXT = """STANDAR PELAYANAN
PEMERIKSAAN HEWAN

DASAR HUKUM
1. Undang-Undang Nomor 18 Tahun 2009

PENANGGUNG JAWAB DAN PELAKSANA
Penanggung jawab pelayanan adalah Kepala Puskeswan. Pelaksana
pelayanan terdiri atas Dokter Hewan (DH) 2 orang, paramedik
veteriner 3 orang, dan petugas loket 1 orang. Petugas jaga diatur tiap minggu.

PERSYARATAN
A. Hewan kesayangan
   1. Buku vaksin
   2. KTP pemilik
B. Hewan ternak
   1. Surat kelompok tani

PERSIAPAN HEWAN
- Puasa 6 jam sebelum operasi
- Kandang dibawa sendiri

                              Puskeswan Melati -- hal. 2
PROSEDUR
1. Pemilik mendaftar di loket, petugas loket memeriksa buku vaksin (5 menit)
2. Dokter Hewan memeriksa hewan; lamanya lihat
   JANGKA WAKTU
3. Petugas loket menyerahkan hasil

JANGKA WAKTU
Dihitung sejak hewan diterima
   Pemeriksaan umum            30 menit
   Vaksinasi                   15 menit
   Operasi kecil                2 jam, khusus hewan
                               kesayangan

BIAYA
VAKSINASI
   Rabies ................ Rp  40.000
   Distemper ............. Rp 120.000
OPERASI
   Sterilisasi ........... Rp 350.000
   Cabut gigi ............ gratis

JAM PELAYANAN
   Senin - Kamis    08.00 - 14.00
   Jumat            08.00 - 11.00
   Minggu           tutup
"""


@pytest.fixture(scope="module")
def standard() -> ServiceStandard:
    (standard,) = read_text(TEXT, "x.txt")
    return standard


def texts(standard: ServiceStandard, facet: Facet) -> list[str]:
    section = standard.section(facet)
    assert section is not None
    return [item.text for top in section.items for item in top.walk()]


def test_a_line_in_capitals_in_words_of_its_own_heads_a_section(standard: ServiceStandard) -> None:
    section = standard.section(Facet.OTHER)
    assert section is not None
    assert section.heading == "PERSIAPAN HEWAN"
    assert [item.text for item in section.items] == [
        "Puasa 6 jam sebelum operasi",
        "Kandang dibawa sendiri",
    ]


def test_who_answers_and_who_carries_out_are_told_apart(standard: ServiceStandard) -> None:
    assert standard.responsible == "Kepala Puskeswan"
    who = ("Dokter Hewan (DH)", "paramedik veteriner", "petugas loket")
    assert standard.implementers == who


def test_the_name_of_a_section_inside_a_sentence_heads_none(standard: ServiceStandard) -> None:
    assert [step.number for step in standard.steps] == ["1", "2", "3"]
    assert standard.steps[1].text.endswith("lamanya lihat JANGKA WAKTU")
    assert standard.steps[0].actors == ("Pemilik", "petugas loket")


def test_groups_in_capital_letters_hold_their_own_lists(standard: ServiceStandard) -> None:
    section = standard.section(Facet.REQUIREMENTS)
    assert section is not None
    found = [(group.mark, [item.text for item in group.items]) for group in section.items]
    assert found == [("A", ["Buku vaksin", "KTP pemilik"]), ("B", ["Surat kelompok tani"])]


def test_values_in_a_column_are_entries_of_their_own(standard: ServiceStandard) -> None:
    assert texts(standard, Facet.TOTAL_TIME)[1:] == [
        "Pemeriksaan umum: 30 menit",
        "Vaksinasi: 15 menit",
        "Operasi kecil: 2 jam, khusus hewan kesayangan",
    ]
    assert texts(standard, Facet.COST)[:3] == [
        "VAKSINASI",
        "Rabies: Rp 40.000",
        "Distemper: Rp 120.000",
    ]
    hours = "Senin - Kamis: 08.00 - 14.00; Jumat: 08.00 - 11.00; Minggu: tutup"
    assert standard.service_hours == hours


def test_nothing_of_such_a_text_is_lost(standard: ServiceStandard) -> None:
    assert lost(TEXT, [standard]) == {}


def test_a_page_mark_with_the_name_of_the_office() -> None:
    pages = split_pages("Satu.\n\n      Puskeswan Melati -- hal. 2\nDua.")
    assert [line.text for line in pages.lines] == ["Satu.", "Dua."]


def test_a_table_of_contents_lists_no_values() -> None:
    text = "STANDAR PELAYANAN X\n\nA. Prosedur\n1. Staf memeriksa\n\nB. Biaya\nPendahuluan ..... 1\nPenutup ....... 2\n"
    (standard,) = read_text(text, "x.txt")
    assert "Pendahuluan: 1" not in texts(standard, Facet.COST)
