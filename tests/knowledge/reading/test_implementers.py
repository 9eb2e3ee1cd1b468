"""Who carries a service out, where no section of its own names them."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost


@pytest.mark.parametrize(
    ("staff", "expected"),
    [
        (
            "11 (sebelas) orang: 3 Petugas Front Office, 2 Analis Perizinan, dan 4 anggota Tim Teknis",
            ("Petugas Front Office", "Analis Perizinan", "Tim Teknis"),
        ),
        (
            "8 (delapan) orang, terdiri atas 1 (satu) orang Kepala Seksi dan 7 (tujuh) orang Operator.",
            ("Kepala Seksi", "Operator"),
        ),
        (
            "Petugas Loket 2 orang, Verifikator Berkas dan Data 1 orang dan Kepala Seksi 1 (satu) orang",
            ("Petugas Loket", "Verifikator Berkas dan Data", "Kepala Seksi"),
        ),
        (
            "6 orang yang terdiri dari 2 orang petugas loket dan 4 orang verifikator",
            ("petugas loket", "verifikator"),
        ),
        ("1. Petugas Loket: 2 orang\n2. Bidan (1 orang)", ("Petugas Loket", "Bidan")),
        ("Jumlah pelaksana: Petugas A 2 orang", ("Petugas A",)),
        ("17 orang, di antaranya 8 (delapan) orang Penguji Kendaraan Bermotor.", ()),
        ("52 (lima puluh dua) orang.", ()),
    ],
)  # fmt: skip
def test_the_staff_that_is_counted_by_name_are_the_implementers(
    staff: str, expected: tuple[str, ...]
) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Jumlah Pelaksana\n{staff}\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.implementers == expected
    assert lost(text, [standard]) == {}


def test_a_section_that_names_the_implementers_goes_before_the_staff() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Pelaksana\n1. Camat\n2. Lurah\n\n"
        "C. Jumlah Pelaksana\nPetugas Loket 2 orang\n"
    )
    assert read_text(text, "uji.txt")[0].implementers == ("Camat", "Lurah")


def test_the_officials_of_a_table_are_the_implementers_but_not_those_it_is_for() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n\n"
        "| No | Kegiatan | Pemohon | Staf Perizinan | Kepala Bidang |\n"
        "| 1 | Mengajukan | ▭ | | |\n| 2 | Memeriksa | | ◇ | |\n| 3 | Menandatangani | | | ▭ |\n"
        "| 4 | Menyerahkan | | ▭ | |\n"
    )
    assert read_text(text, "uji.txt")[0].implementers == ("Staf Perizinan", "Kepala Bidang")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Panitera Muda Hukum, Jurusita, Mantri Ukur, Kasir, dan Petugas Meja",
            ("Panitera Muda Hukum", "Jurusita", "Mantri Ukur", "Kasir", "Petugas Meja"),
        ),
        (
            "Kepala Subbagian Tata Usaha, Manajer Teknis, Manajer Mutu, dan Analis Laboratorium",
            ("Kepala Subbagian Tata Usaha", "Manajer Teknis", "Manajer Mutu", "Analis Laboratorium"),
        ),
        (
            "Tim Penerimaan, yang terdiri atas Ketua Tim, Operator Sekolah, dan Petugas Informasi.",
            ("Ketua Tim", "Operator Sekolah", "Petugas Informasi"),
        ),
        ("Camat; Mantri Ukur; Petugas Loket", ("Camat", "Mantri Ukur", "Petugas Loket")),
        (
            "Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas, Kasir",
            ("Kepala Biro Organisasi, Tata Laksana, dan Akuntabilitas", "Kasir"),
        ),
        ("Petugas Pendaftaran, Pelaporan, dan Arsip", ("Petugas Pendaftaran, Pelaporan, dan Arsip",)),
    ],
)  # fmt: skip
def test_a_list_of_implementers_is_split_where_a_role_begins(
    said: str, expected: tuple[str, ...]
) -> None:
    text = f"STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Pelaksana\n{said}\n"
    assert read_text(text, "uji.txt")[0].implementers == expected


def test_what_is_asked_of_an_implementer_is_no_part_of_the_name() -> None:
    (standard,) = read_text(
        "# Standar Pelayanan X\n\n## Syarat\n\n* KTP\n\n## Alur\n\n1. Petugas mencatat.\n\n"
        "## Pelaksana\n\n* Penguji: Sarjana Teknik, lulus diklat\n"
        "* Jumlah: 5 (lima) orang, yaitu 3 Penguji dan 2 Petugas Loket\n",
        "x.md",
    )
    assert standard.implementers == ("Penguji", "Petugas Loket")
