"""Standards as tables of components: with bars, copied onto lines, one cell a line."""
# ruff: noqa: E501  # a table is read by its lines

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


HEADED = "A. Biaya\n\n{}\n|---|:-:|\n{}\n\nB. Tempat\nLoket\n"


@pytest.mark.parametrize(
    ("head", "rows", "cost", "unused"),
    [
        ("| Layanan | Tarif |", "| Kartu | Gratis |\n| Denda | Rp500 per hari |", "Kartu: Gratis; Denda: Rp500 per hari", "Layanan, Tarif"),
        ("| Layanan | Tarif |", "| kartu baru | Gratis |\n| buku dan | Rp500 |", "kartu baru: Gratis; buku dan: Rp500", "Layanan, Tarif"),
        ("| No | Jenis | Tarif |", "| 1 | Mobil | Rp5.000 |\n| 2 | Motor | Rp2.000 |", "Mobil: Rp5.000; Motor: Rp2.000", "No, Jenis, Tarif"),
        ("| Jenis | Baru | Lama |", "| SIM A | Rp100 | Rp75 |\n| SIM C | Rp90 | |", "SIM A: Baru Rp100, Lama Rp75; SIM C: Baru Rp90", "Jenis"),
        ("| Layanan | Tarif |", "| Kartu | 1. baru Rp5<br>2. ganti Rp9 |", "Kartu: 1. baru Rp5; 2. ganti Rp9", "Layanan, Tarif"),
        ("| Layanan |", "| Kartu |\n| Denda | Rp500 | tunai |", "Kartu; Denda: Rp500, tunai", "Layanan"),
        ("| | |", "| Kartu | Gratis |\n| | |\n| Denda | |", "Kartu: Gratis; Denda", None),
        ("| Jenis | Baru | Lama |", "| SIM A | Rp100 | |", "SIM A: Baru Rp100", "Jenis, Lama"),
        ("| Mobil | Rp5.000 |", "| Motor | Rp2.000 |", "Mobil: Rp5.000; Motor: Rp2.000", None),
    ],
)  # fmt: skip
def test_each_row_of_a_table_of_values_is_an_item(
    head: str, rows: str, cost: str, unused: str | None
) -> None:
    text = HEADED.format(head, rows)
    standard = read(text)
    assert standard.cost == cost
    assert standard.warnings == ((f"unplaced: {unused}",) if unused else ())
    assert standard.place == "Loket"
    assert lost((TITLE + text).replace("<br>", " "), [standard]) == {}


def test_the_rows_of_a_table_are_ways_to_complain() -> None:
    rows = "| Kanal | Nomor |\n|---|---|\n| WhatsApp | 0812-5550-0199 |\n| Telepon | 021-555123 |"
    standard = read(f"A. Biaya\nGratis\n\nB. Pengaduan\n{rows}\n")
    assert standard.complaint is not None
    assert [c.value for c in standard.complaint.channels] == ["0812-5550-0199", "021-555123"]


def test_a_list_of_items_that_begin_like_components_is_no_table() -> None:
    standard = read(
        "A. Ruang Lingkup\n1. Persyaratan Pemohon\n2. Biaya Perjalanan\n3. Jadwal Rapat\n\n"
        "B. Persyaratan\n1. KTP\n\nC. Biaya\nGratis\n\nD. Tempat\nLoket\n\nE. Jadwal\nSenin\n"
    )
    assert [s.letter for s in standard.sections] == ["A", "B", "C", "D", "E"]


def test_a_table_of_entries_with_times_and_fees_is_no_form() -> None:
    text = (
        "STANDAR PELAYANAN X\n\nA. Persyaratan\nKTP\n\nB. Biaya\n\n| Jenis Uji | Waktu | Biaya |\n|---|---|---|\n"
        "| Uji air | 1 hari | Gratis |\n| Uji tanah | 5 menit | Rp5.000 |\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert lost(text, [standard]) == {}
    assert standard.cost == (
        "Uji air: Waktu 1 hari, Biaya Gratis; Uji tanah: Waktu 5 menit, Biaya Rp5.000"
    )


def test_rows_that_are_named_as_people_speak() -> None:
    text = (
        "# Layanan Surat Pengantar Nikah\n\n| | |\n|---|---|\n| Syarat | Pengantar RT |\n"
        "| Alur | Datang ke loket → ditandatangani Lurah |\n| Lama | 15 menit |\n| Biaya | Rp0 |\n"
        "| Jam | Senin-Kamis 07.30-15.30 |\n| Ngadu ke | WA 0812-3456-7788 |\n"
    )
    (standard,) = read_text(text, "uji.md")
    told = {section.facet for section in standard.sections}
    assert {Facet.TOTAL_TIME, Facet.SERVICE_HOURS, Facet.COMPLAINT} <= told
    assert standard.service_hours == "Senin-Kamis 07.30-15.30"
    assert standard.complaint is not None
    assert [channel.value for channel in standard.complaint.channels] == ["0812-3456-7788"]
