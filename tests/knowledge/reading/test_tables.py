"""Standards as tables of components: with bars, copied onto lines, one cell a line."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

TITLE = "STANDAR PELAYANAN X\n\n"
BARRED = (
    "| No | Komponen | Uraian |\n|---|---|---|\n"
    "| 1. | Persyaratan | 1. KTP<br>2. KK |\n| 2. | Prosedur | 1. Petugas memeriksa (5 menit) |\n"
    "| 3. | Maklumat | Kami siap |\n| 4. | Biaya/Tarif | Gratis |\n"
)
FLAT = (
    "No Komponen Uraian\n1 Persyaratan 1. KTP\n2. KK\n"
    "2 Sistem, Mekanisme dan Prosedur 1. Petugas memeriksa (5 menit)\n"
    "2. Biaya dibayar pemohon\n3 Biaya/Tarif Gratis\n"
)
DOTTED = (
    "1. Persyaratan KTP asli\n2. Prosedur Petugas memeriksa berkas\n"
    "3. Jangka Waktu Penyelesaian 1 hari\n4. Biaya/Tarif Gratis\n"
)
CELLS = (
    "NO\nKOMPONEN\nURAIAN\n\n1.\nPersyaratan\n1. KTP\n2. KK\n\n2.\nProsedur\n"
    "1. Petugas memeriksa (5 menit)\n\n3.\nBiaya/Tarif\nGratis\n"
)
R, P, C, T, U = (
    Facet.REQUIREMENTS,
    Facet.PROCEDURE,
    Facet.COST,
    Facet.TOTAL_TIME,
    Facet.OTHER,
)


def read(text: str) -> ServiceStandard:
    (standard,) = read_text(TITLE + text, "x.txt")
    return standard


@pytest.mark.parametrize(
    ("text", "facets", "user", "steps"),
    [
        (BARRED, [R, P, U, C], ("KTP", "KK"), ["Petugas memeriksa (5 menit)"]),
        (FLAT, [R, P, C], ("KTP", "KK"), ["Petugas memeriksa (5 menit)", "Biaya dibayar pemohon"]),
        (DOTTED, [R, P, T, C], ("KTP asli",), []),
        (CELLS, [R, P, C], ("KTP", "KK"), ["Petugas memeriksa (5 menit)"]),
    ],
    ids=["barred", "flat", "dotted", "cells"],
)
def test_each_component_is_a_section(
    text: str, facets: list[Facet], user: tuple[str, ...], steps: list[str]
) -> None:
    standard = read(text)
    assert [s.facet for s in standard.sections] == facets
    assert standard.title == "Standar Pelayanan X"
    assert (standard.requirements_user, standard.cost) == (user, "Gratis")
    assert [s.text for s in standard.steps] == steps
    assert lost((TITLE + text).replace("<br>", " "), [standard]) == {}


def test_a_table_of_steps_gives_steps_with_doer_and_time() -> None:
    standard = read(
        "A. Persyaratan\n1. KTP\n\nB. Prosedur\n\n"
        "| No | Kegiatan | Pelaksana | Waktu |\n|---|---|---|---|\n"
        "| 1 | Memeriksa berkas | Petugas Loket | 5 menit |\n"
        "| 2 | Mencetak kartu | Operator | 1 hari |\n"
    )
    found = [(s.number, s.text, s.actors, s.duration and s.duration.text) for s in standard.steps]
    assert found == [
        ("1", "Memeriksa berkas", ("Petugas Loket",), "5 menit"),
        ("2", "Mencetak kartu", ("Operator",), "1 hari"),
    ]


@pytest.mark.parametrize("row", ["| Mobil | Rp 5.000 |", "| 1 | Mobil | Rp 5.000 |"])
def test_another_table_stays_as_it_is(row: str) -> None:
    standard = read(f"A. Biaya\n\n| Jenis | Tarif umum |\n{row}\n")
    assert standard.cost == f"| Jenis | Tarif umum |; {row}"


def test_a_list_of_items_that_begin_like_components_is_no_table() -> None:
    standard = read(
        "A. Ruang Lingkup\n1. Persyaratan Pemohon\n2. Biaya Perjalanan\n3. Jadwal Rapat\n\n"
        "B. Persyaratan\n1. KTP\n\nC. Biaya\nGratis\n\nD. Tempat\nLoket\n\nE. Jadwal\nSenin\n"
    )
    assert [s.letter for s in standard.sections] == ["A", "B", "C", "D", "E"]
