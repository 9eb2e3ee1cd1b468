"""Subheadings in markdown: "### Keanggotaan" heads a group with a place of its own."""

# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import Facet, Item, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

FRAME = "# Standar Pelayanan X\n\n## Persyaratan\n\n{}\n\n## Prosedur\n\n{}\n\n## Biaya\n\nGratis\n"
STEPS = "1. Petugas mencatat"


def read(requirements: str, procedure: str = STEPS) -> ServiceStandard:
    text = FRAME.format(requirements, procedure)
    (standard,) = read_text(text, "x.md")
    assert lost(text, [standard]) == {}
    places = [i.source.section for s in standard.sections for t in s.items for i in t.walk()]
    places += [step.source.section for step in standard.walk_steps()]
    assert len(places) == len(set(places))
    return standard


def shape(items: tuple[Item, ...]) -> list[object]:
    found: list[object] = []
    for item in items:
        found += [item.text, shape(item.items)] if item.items else [item.text]
    return found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "### Anggota\n\n1. KTP\n2. Pas foto\n\n### Pinjam\n\n1. Kartu\n2. Buku",
            ["Anggota", ["KTP", "Pas foto"], "Pinjam", ["Kartu", "Buku"]],
        ),
        ("### Anggota\n1. KTP\n### Pinjam\n1. Kartu", ["Anggota", ["KTP"], "Pinjam", ["Kartu"]]),
        (
            "1. Umum\n\n### Anggota\n\n1. KTP\na. asli\n\n#### Anak\n\n1. Akta\n\n### Pinjam\n\n1. Kartu",
            ["Umum", "Anggota", ["KTP", ["asli"], "Anak", ["Akta"]], "Pinjam", ["Kartu"]],
        ),
        ("### Anggota\n1. KTP\n### Pinjam", ["Anggota", ["KTP"], "Pinjam"]),
        ("### Anggota\n1. KTP\n2. KK\n### Pinjam\n3. Kartu", ["Anggota", ["KTP", "KK"], "Pinjam", ["Kartu"]]),
    ],
)  # fmt: skip
def test_what_stands_below_a_subheading_belongs_to_it(lines: str, expected: list[object]) -> None:
    section = read(lines).section(Facet.REQUIREMENTS)
    assert section is not None
    assert shape(section.items) == expected


def test_each_requirement_of_a_group_keeps_its_name() -> None:
    standard = read("### Anggota\n\n1. KTP\n2. Pas foto\n\n### Pinjam\n\n1. Kartu")
    assert standard.requirements_user == ("Anggota: KTP", "Anggota: Pas foto", "Pinjam: Kartu")
    assert standard.warnings == ()


def test_a_subheading_may_name_a_side() -> None:
    standard = read("### Pemohon\n\n1. KTP\n2. KK\n\n### Petugas\n\n1. Ijazah")
    assert standard.requirements_user == ("KTP", "KK")
    assert standard.requirements_implementer == ("Ijazah",)


@pytest.mark.parametrize(
    ("lines", "numbers", "places"),
    [
        ("### Daftar\n\n1. Petugas mencatat\n2. Petugas mencetak", ["1", "2"], ["Prosedur Daftar 1", "Prosedur Daftar 2"]),
        (
            "### Daftar\n\n1. Petugas mencatat\n\n### Pinjam\n\n1. Anggota mencari buku\na. di rak",
            ["1", "Pinjam.1", "Pinjam.1.a"],
            ["Prosedur Daftar 1", "Prosedur Pinjam 1", "Prosedur Pinjam 1.a"],
        ),
    ],
)  # fmt: skip
def test_each_step_below_subheadings_has_a_number_of_its_own(
    lines: str, numbers: list[str], places: list[str]
) -> None:
    standard = read("1. KTP", lines)
    assert [step.number for step in standard.walk_steps()] == numbers
    assert [step.source.section for step in standard.walk_steps()] == places


def test_a_note_below_the_steps_of_a_subheading_is_a_note_on_the_last_one() -> None:
    lines = "### Daftar\n\n1. Petugas mencatat\n\nCatatan: gratis\n\n### Pinjam\n\n1. Staf mencari"
    standard = read("1. KTP", lines)
    assert [len(step.notes) for step in standard.walk_steps()] == [1, 0]


def test_laws_and_implementers_below_subheadings_are_single_ones() -> None:
    text = (
        "# Standar Pelayanan X\n\n## Dasar Hukum\n\n### Undang-Undang\n\n1. UU 25\n2. UU 14\n\n"
        "### Peraturan\n\n1. PP 96\n\n## Pelaksana\n\n### Pusat\n\n- Kepala Seksi A\n- Staf\n"
    )
    (standard,) = read_text(text, "x.md")
    assert standard.legal_basis == ("UU 25", "UU 14", "PP 96")
    assert standard.implementers == ("Kepala Seksi A", "Staf")
    assert lost(text, [standard]) == {}
