"""Numbers and abilities of the staff that stand below a heading of who carries a service out."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost


def _read(section: str) -> ServiceStandard:
    text = (
        f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. {section}\n\nC. Prosedur\n"
        "1. Lurah memeriksa berkas (1 hari)\n\nD. Biaya\nGratis\n"
    )
    (standard,) = read_text(text, "uji.txt")
    assert lost(text, [standard]) == {}
    return standard


def _said(standard: ServiceStandard, facet: Facet) -> str:
    return " ".join(i.text for s in standard.sections if s.facet is facet for i in s.items)


@pytest.mark.parametrize(
    ("section", "implementers"),
    [
        (
            "Pelaksana\nPelaksana berjumlah 7 orang: 4 juru ukur, 1 Kepala Regu, dan 2 petugas arsip. Juru ukur harus lulus diklat pengukuran.",
            ("juru ukur", "Kepala Regu", "petugas arsip"),
        ),
        (
            "Pelaksana\nRegu terdiri atas 1 ketua, 6 anggota regu, dan 2 operator. Operator memiliki sertifikat pelatihan radio.",
            ("ketua", "anggota regu", "operator"),
        ),
        (
            "Pelaksana\nPenyuluh 3 orang dalam dua giliran, dan kasir 1 orang. Penyuluh berpendidikan paling rendah D-III.",
            ("Penyuluh", "kasir"),
        ),
        (
            "Sarana dan Pelaksana\nSarana: meja dan komputer. Pelaksana berjumlah 3 orang, yaitu 1 Mantri dan 2 kasir. Mantri wajib memiliki lisensi.",
            ("Mantri", "kasir"),
        ),
    ],
)  # fmt: skip
def test_numbers_and_abilities_below_a_heading_of_the_crew(
    section: str, implementers: tuple[str, ...]
) -> None:
    standard = _read(section)
    assert standard.implementers == implementers
    assert "kompetensi pelaksana" in standard.components_present
    assert "jumlah pelaksana" in standard.components_present


def test_abilities_behind_the_number_and_a_number_behind_the_abilities() -> None:
    standard = _read("Jumlah Pelaksana\n5 orang. Staf loket harus mampu berbahasa isyarat.")
    assert _said(standard, Facet.STAFF_COUNT) == "5 orang."
    assert _said(standard, Facet.COMPETENCE) == "Staf loket harus mampu berbahasa isyarat."
    standard = _read(
        "Kompetensi Pelaksana\n1. mampu mengetik;\n2. bersikap ramah.\n"
        "Layanan dilaksanakan oleh 2 orang juru tulis setiap hari."
    )
    assert _said(standard, Facet.COMPETENCE) == "mampu mengetik; bersikap ramah."
    assert standard.implementers == ("juru tulis",)


def test_a_list_of_the_crew_stays_one() -> None:
    standard = _read("Pelaksana\n1. Camat\n2. Juru ukur yang memiliki sertifikat\n3. Lurah")
    assert standard.implementers == ("Camat", "Juru ukur yang memiliki sertifikat", "Lurah")
    assert standard.section(Facet.COMPETENCE) is None


def test_a_crew_that_is_only_counted_keeps_its_section() -> None:
    standard = _read("Pelaksana\nPetugas Loket 2 orang dan Teknisi 1 orang.")
    section = standard.section(Facet.IMPLEMENTERS)
    assert section is not None
    assert standard.implementers == ("Petugas Loket", "Teknisi")
    assert "jumlah pelaksana" in standard.components_present
    assert "kompetensi pelaksana" in standard.components_missing


@pytest.mark.parametrize("staff", ["9 orang dalam 2 regu kerja", "4 orang setiap loket"])
def test_what_follows_a_number_need_not_name_anybody(staff: str) -> None:
    assert _read(f"Jumlah Pelaksana\n{staff}").implementers == ("Lurah",)


def test_a_post_of_one_beside_others_that_are_counted() -> None:
    standard = _read(
        "Jumlah Pelaksana\n7 orang, terdiri atas Ketua, Sekretaris, 3 anggota penilai (termasuk 1 wakil warga), dan 2 staf."
    )
    assert standard.implementers == ("Ketua", "Sekretaris", "anggota penilai", "staf")


def test_the_crew_behind_who_answers_for_the_service() -> None:
    standard = _read(
        "Penanggung Jawab\nKepala Bidang Air. Setiap sif terdiri atas 1 Komandan dan 6 anggota regu. Anggota regu wajib memiliki sertifikat renang."
    )
    assert standard.responsible == "Kepala Bidang Air"
    assert standard.implementers == ("Komandan", "anggota regu")
    headings = [s.heading for s in standard.sections if s.facet is Facet.COMPETENCE]
    assert headings == ["Kompetensi Pelaksana"]


def test_who_answers_for_the_service_may_be_said_to_be_able() -> None:
    standard = _read("Penanggung Jawab\nKepala Bidang Air yang memiliki sertifikat renang.")
    assert (standard.responsible or "").startswith("Kepala Bidang Air")
