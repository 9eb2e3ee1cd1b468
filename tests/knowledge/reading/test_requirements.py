"""Whose a requirement is: a side is named by a heading item, not by a word inside a paper's name."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FRAME = "STANDAR PELAYANAN UJI\n\nA. Persyaratan\n{}\n\nB. Biaya\nGratis\n"

SIDES = [
    ("1. Fotokopi KTP pemohon\n2. Surat pengantar", ("Fotokopi KTP pemohon", "Surat pengantar"), ()),
    ("1. Surat kuasa dari penerima\n2. KTP", ("Surat kuasa dari penerima", "KTP"), ()),
    ("1. Formulir yang telah diisi petugas\n2. KK", ("Formulir yang telah diisi petugas", "KK"), ()),
    (
        "1. Pemohon baru:\na. KTP\nb. KK\n2. Pemohon perpanjangan:\na. SIM lama\n3. Pas foto",
        ("Pemohon baru: a. KTP; b. KK", "Pemohon perpanjangan: a. SIM lama", "Pas foto"),
        (),
    ),
    (
        "1. Persyaratan bagi pelaksana:\na. Ijazah\nb. Sertifikat\n2. Persyaratan pemohon:\na. KTP\nb. KK",
        ("KTP", "KK"),
        ("Ijazah", "Sertifikat"),
    ),
    ("1. Persyaratan pelaksana:\na. Ijazah\n2. KTP", ("KTP",), ("Ijazah",)),
    ("1. Pengguna: KTP asli\n2. Petugas: surat tugas", ("KTP asli",), ("surat tugas",)),
    (
        "1. Pelaksana memiliki kompetensi\n2. Pemohon hadir sendiri",
        ("Pemohon hadir sendiri",),
        ("Pelaksana memiliki kompetensi",),
    ),
    (
        "1. Pemohon mengisi formulir dengan lampiran:\na. KTP\nb. KK",
        ("Pemohon mengisi formulir dengan lampiran: a. KTP; b. KK",),
        (),
    ),
    ("1. Dokumen pemohon:\na. KTP\nb. KK", ("Dokumen pemohon: a. KTP; b. KK",), ()),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "user", "implementer"), SIDES, ids=[s[0][:40] for s in SIDES])
def test_every_requirement_is_read_on_its_side(
    lines: str, user: tuple[str, ...], implementer: tuple[str, ...]
) -> None:
    (standard,) = read_text(FRAME.format(lines), "uji.txt")
    assert (standard.requirements_user, standard.requirements_implementer) == (user, implementer)


def test_two_sections_of_requirements_are_read_together() -> None:
    text = FRAME.format("1. KTP") + "\nC. Persyaratan Khusus\n1. SIM\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.requirements_user == ("KTP", "SIM")


@pytest.mark.parametrize(
    ("first", "second"),
    [("- STNK asli\n- KTP", "- STNK\n- BPKB"), ("1. STNK asli\n2. KTP", "1. STNK\n2. BPKB")],
)
def test_each_list_stands_below_the_line_that_names_it(first: str, second: str) -> None:
    text = (
        f"STANDAR PELAYANAN X\n\n1) PERSYARATAN\nPengesahan tahunan:\n{first}\nPenggantian STNK:\n"
        f"{second}\nKendaraan milik badan usaha menambahkan surat kuasa.\n\n2) BIAYA\nGratis\n"
    )
    (standard,) = read_text(text, "uji.txt")
    whole = "; ".join(standard.requirements_user)
    assert len(standard.requirements_user) == 3
    assert standard.requirements_user[0].startswith("Pengesahan tahunan:")
    assert "KTP" in standard.requirements_user[0]
    assert standard.requirements_user[1].startswith("Penggantian STNK:")
    assert whole.endswith("BPKB; Kendaraan milik badan usaha menambahkan surat kuasa")
    assert standard.warnings == ()
    assert lost(text, [standard]) == {}


def test_one_list_below_its_line_stays_a_list() -> None:
    text = "STANDAR PELAYANAN X\n\n1) PERSYARATAN\nBerkas yang dibawa:\n- KTP\n- KK\n\n2) BIAYA\nGratis\n"
    (standard,) = read_text(text, "uji.txt")
    assert standard.requirements_user == ("KTP", "KK")
