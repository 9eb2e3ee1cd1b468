"""What a file says once for all of its standards."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = "PEMERINTAH KOTA MELATI\nKECAMATAN MAWAR\n\n{}"
ONE = """I. STANDAR PELAYANAN SURAT PINDAH

1. Persyaratan
   a. KTP
2. Prosedur
   a. Petugas Loket memeriksa berkas (5 menit)
3. Biaya
   Gratis

"""
TWO = """II. STANDAR PELAYANAN SURAT USAHA

1. Persyaratan
   a. KTP
2. Prosedur
   a. Camat menandatangani surat
3. Jam Pelayanan
   Senin pukul 08.00-10.00

"""
FOOT = """KETENTUAN LAIN-LAIN
Penanggung jawab: Camat Mawar
Jam pelayanan: Senin-Jumat pukul 08.00-15.00
"""


def read(text: str) -> tuple[ServiceStandard, ...]:
    found = read_text(text, "kecamatan.txt")
    assert lost(text, found) == {}
    return found


@pytest.mark.parametrize("foot", [FOOT, FOOT.split("\n", 1)[1], FOOT.replace("LAIN-LAIN", "UMUM")])
def test_what_stands_behind_the_last_standard_holds_for_all(foot: str) -> None:
    one, two = read(HEAD.format("") + ONE + TWO + foot)
    assert (one.responsible, two.responsible) == ("Camat Mawar", "Camat Mawar")
    assert one.service_hours == "Senin-Jumat pukul 08.00-15.00"
    assert one.cost == "Gratis"
    assert two.cost is None


def test_what_a_standard_says_itself_goes_before_what_holds_for_all() -> None:
    _, two = read(HEAD.format("") + ONE + TWO + FOOT)
    assert two.service_hours == "Senin pukul 08.00-10.00"


@pytest.mark.parametrize(
    "above",
    [
        "Penanggung jawab: Camat Mawar\nJam pelayanan: Senin-Jumat pukul 08.00-15.00\n\n",
        "STANDAR PELAYANAN KECAMATAN MAWAR\n\nPenanggung Jawab : Camat Mawar\n"
        "Jam Pelayanan : Senin-Jumat pukul 08.00-15.00\n\n",
    ],
)
def test_what_stands_above_the_first_standard_holds_for_all(above: str) -> None:
    one, two = read(HEAD.format(above) + ONE + TWO)
    assert (one.responsible, two.responsible) == ("Camat Mawar", "Camat Mawar")
    assert one.service_hours == "Senin-Jumat pukul 08.00-15.00"


def test_the_letterhead_is_that_of_all_and_its_last_line_names_the_office() -> None:
    one, two = read(HEAD.format("") + ONE + TWO)
    assert (one.unit, two.unit) == ("Kecamatan Mawar", "Kecamatan Mawar")


def test_the_last_section_of_a_file_with_one_standard_is_its_own() -> None:
    (one,) = read(ONE.replace("I. ", "") + "Jam pelayanan: Senin pukul 08.00\n")
    facets = [Facet.REQUIREMENTS, Facet.PROCEDURE, Facet.COST]
    assert [s.facet for s in one.sections[:3]] == facets
    assert one.service_hours == "Jam pelayanan: Senin pukul 08.00"


def test_sections_below_the_heading_of_what_holds_for_all_hold_for_all() -> None:
    shared = (
        "KETENTUAN BERSAMA\n\n4. Penanganan Pengaduan\n"
        "   Pengaduan ditangani oleh Kepala Seksi Pelayanan.\n"
    )
    one, two = read(HEAD.format("") + ONE + TWO + shared)
    assert one.complaint is not None
    assert one.complaint.handled_by == ("Kepala Seksi Pelayanan",)
    assert two.complaint == one.complaint


def test_a_standard_below_the_heading_of_what_holds_for_all_keeps_its_own() -> None:
    one, _ = read(HEAD.format("") + ONE + "KETENTUAN UMUM\n\n" + TWO)
    assert one.section(Facet.SERVICE_HOURS) is None


def test_the_last_heading_beside_the_services_names_holds_for_all() -> None:
    service = (
        "## {}. {}\n\nPenanggung jawab: **Kepala Tata Usaha**.\n\n"
        "### Syarat\n\n- Formulir\n- KTP\n\n"
        "### Langkah\n\n1. Pegawai mengisi formulir.\n"
        "2. Kepala Balai menyetujui dalam 2 hari kerja.\n\n"
        "### Kalau ada keluhan\n\nHubungi Koordinator Rumah Tangga, pesawat 107.\n\n"
    )
    text = (
        "# Buku Panduan\n\n**Balai Konservasi Kebun Raya** · Tata Usaha\n\n"
        + service.format(1, "Pengajuan Cuti")
        + service.format(2, "Pemakaian Ruang Rapat")
        + "## Alamat dan jam layanan\n\n"
        + "Gedung Anggrek, Jalan Rimba 7. Senin pukul 08.00-15.00 WIB.\n"
    )
    standards = read_text(text, "buku.md")
    assert [one.title for one in standards] == ["Pengajuan Cuti", "Pemakaian Ruang Rapat"]
    for one in standards:
        assert one.unit == "Balai Konservasi Kebun Raya"
        assert one.place == "Gedung Anggrek, Jalan Rimba 7."
        assert one.service_hours == "Senin pukul 08.00-15.00 WIB."
        assert one.complaint is not None
        assert one.complaint.received_by == "Koordinator Rumah Tangga"
        assert len(one.steps) == 2


def test_the_cover_of_all_services_names_their_office() -> None:
    text = "# STANDAR PELAYANAN UPTD LABORATORIUM KOTA MELATI\n\nJenis pelayanan:\n\n"
    text += "1. Uji Air\n2. Uji Tanah\n\n"
    for number, name in enumerate(("Pelayanan Uji Air", "Pelayanan Uji Tanah"), 1):
        text += (
            f"## {number}. {name}\n\n### 1) Persyaratan\na. KTP\n\n### 2) Prosedur\n"
            "1. Petugas Loket memeriksa berkas (5 menit)\n\n### 3) Biaya\nGratis\n\n"
        )
    assert [s.unit for s in read(text)] == ["UPTD Laboratorium Kota Melati"] * 2


@pytest.mark.parametrize("name", ["Persyaratan Pemohon", "Syarat Permohonan"])
def test_a_list_of_rules_in_one_line_is_told_apart(name: str) -> None:
    text = (
        "STANDAR PELAYANAN WISUDA\n\nMengingat: 1. Undang-Undang Nomor 12 Tahun 2012 tentang X; "
        "2. Peraturan Menteri Nomor 6 Tahun 2022 tentang Ijazah;\n\nMEMUTUSKAN:\n\n"
        f"{name}\n1. KTP\n\nProsedur\n1. Petugas Loket memeriksa berkas\n\nBiaya\nGratis\n"
    )
    (standard,) = read(text)
    assert len(standard.legal_basis) == 2  # noqa: PLR2004
    assert standard.requirements_user == ("KTP",)


@pytest.mark.parametrize(
    "foot",
    [
        "III. KETENTUAN YANG BERLAKU UNTUK SEMUA LAYANAN\n\nPenanggung Jawab : Camat Mawar\n",
        "Penanggung jawab pelayanan: Camat Mawar\n\n"
        "Jam pelayanan kedua layanan: Senin-Jumat pukul 08.00-15.00\n",
    ],
)
def test_what_says_that_it_holds_for_all(foot: str) -> None:
    one, two = read(HEAD.format("") + ONE + TWO + foot)
    assert (one.responsible, two.responsible) == ("Camat Mawar", "Camat Mawar")
    if "kedua" in foot:
        assert one.service_hours == "Senin-Jumat pukul 08.00-15.00"


def test_the_place_below_all_goes_before_the_address_of_the_letterhead() -> None:
    head = "PEMERINTAH KOTA MELATI\nKECAMATAN MAWAR\nJalan Jati Nomor 4, Mawar\n\n"
    one, two = read(head + ONE + TWO + FOOT + "\nTempat pelayanan: Ruang Pelayanan, lantai 1\n")
    assert (one.place, two.place) == ("Ruang Pelayanan, lantai 1", "Ruang Pelayanan, lantai 1")


def test_a_rule_for_all_among_others_tells_each_service_its_place_and_hours() -> None:
    rules = (
        "KETENTUAN BERSAMA\n\n1. Penanggung jawab layanan adalah Camat Mawar.\n"
        "2. Loket layanan berada di Ruang 104 Gedung Utama, buka Senin pukul 07.30-16.00 WIB.\n"
        "3. Kerusakan barang dilaporkan kepada Petugas Loket.\n"
    )
    for one in read(HEAD.format("") + ONE + TWO.replace("3. Jam Pelayanan", "3. Biaya") + rules):
        assert one.responsible == "Camat Mawar"
        assert one.place is not None
        assert one.place.startswith("Ruang 104 Gedung Utama")
        assert any("Kerusakan barang" in item.text for s in one.sections for item in s.items)


def test_a_table_and_a_note_below_the_last_service_hold_for_all() -> None:
    foot = (
        "Tabel 2. Tempat dan Jam Layanan\n\n| Tempat | Hari dan Jam |\n|---|---|\n"
        "| Kantor Induk | Senin-Kamis 08.00-14.00 WITA |\n"
        "| Gerai Mal | Sabtu 10.00-20.00 WITA |\n\n"
        "Catatan:\n1. Loket tutup pada hari libur.\n"
        "2. Camat Mawar selaku penanggung jawab pelayanan memimpin loket.\n"
    )
    text = HEAD.format("") + ONE + TWO.split("3. Jam")[0] + "3. Biaya\n   Gratis\n\n" + foot
    for one in read(text):
        assert one.place is not None
        assert "Gerai Mal" in one.place
        assert one.service_hours is not None
        assert "08.00-14.00 WITA" in one.service_hours
        assert one.responsible == "Camat Mawar"


def test_hours_of_a_counter_below_the_last_service_hold_for_all() -> None:
    foot = "Jam pelayanan TPT: Senin s.d. Jumat pukul 08.00-16.00 WIB.\n"
    one, two = read(
        HEAD.format("") + ONE + TWO.split("3. Jam")[0] + "3. Biaya\n   Gratis\n\n" + foot
    )
    assert one.service_hours == two.service_hours
    assert one.service_hours is not None
    assert "Senin s.d. Jumat" in one.service_hours


def test_a_place_among_definitions_above_all_holds_for_each() -> None:
    above = (
        "KETENTUAN UMUM\n\nDalam standar ini yang dimaksud dengan:\n"
        "1. Kartu Keluarga yang selanjutnya disebut KK adalah kartu identitas keluarga.\n"
        "2. Tempat pelayanan: Loket 1 Kantor Kecamatan Mawar.\n\n"
    )
    for standard in read(HEAD.format("STANDAR PELAYANAN KECAMATAN\n\n") + above + ONE + TWO):
        assert "Loket 1" in str(standard.place)
        assert not [s for s in standard.sections if s.facet is Facet.DEFINITIONS]
