"""Tables whose columns are tabs or wide gaps, and complaints in labelled lines."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.columns import with_barred_columns
from tests.knowledge.reading.test_nothing_is_lost import lost

TITLE = "STANDAR PELAYANAN PEMINJAMAN RUANG\n\n"
TABBED = (
    "No\tKomponen\tUraian\n"
    "1\tUnit pelaksana\tBagian Umum\n"
    "2\tPersyaratan\ta. surat permohonan\n"
    "\t\tb. kartu pegawai\n"
    "3\tProsedur\t1. Petugas Jaga mencatat (5 menit)\n"
    "\t\t2. Pemohon menunggu di lobi\n"
    "\t\t3. Kepala Bagian Umum menyetujui (1 hari)\n"
    "4\tBiaya\tAula: Rp50.000\n"
    "\t\tRuang rapat: gratis\n"
    "5\tTempat layanan\tGedung C lantai 1\n"
    "6\tJam layanan\tSenin\t08.00–15.00\n"
    "\t\tJumat\t08.00–11.00\n"
    "7\tPengaduan\tDiterima oleh\tKepala Subbagian Tata Usaha\n"
    "\t\tDitangani oleh\tKepala Bagian Umum, paling lama 3 hari kerja\n"
    "\t\tKerusakan alat\tditangani oleh Kepala Bagian Perlengkapan\n"
    "\t\tBanding\tSekretaris Daerah\n"
    "\t\tSaluran\ttelepon (021) 7654321; kotak saran di lobi\n"
)
GAPPED = (
    "No   Komponen        Uraian\n"
    "1    Persyaratan     1. surat permohonan\n"
    "                     2. kartu pegawai\n"
    "2    Prosedur        1. Petugas Jaga mencatat (5 menit)\n"
    "                     2. Kepala Bagian Umum menyetujui (1 hari)\n"
    "\n"
    "3    Jam layanan     Senin      08.00-15.00\n"
    "4    Biaya           Gratis\n"
)


def read(text: str) -> ServiceStandard:
    (standard,) = read_text(TITLE + text, "x.txt")
    return standard


def test_tab_columns_are_a_table_of_components() -> None:
    standard = read(TABBED)
    assert standard.title == "Standar Pelayanan Peminjaman Ruang"
    assert standard.unit == "Bagian Umum"
    assert standard.requirements_user == ("surat permohonan", "kartu pegawai")
    assert [step.number for step in standard.steps] == ["1", "2", "3"]
    assert standard.steps[0].duration is not None
    assert standard.cost == "Aula: Rp50.000; Ruang rapat: gratis"
    assert standard.place == "Gedung C lantai 1"
    assert standard.service_hours == "Senin: 08.00–15.00; Jumat: 08.00–11.00"
    assert lost(with_barred_columns(TITLE + TABBED).replace("<br>", " "), [standard]) == {}


def test_labelled_lines_say_who_takes_complaints() -> None:
    complaint = read(TABBED).complaint
    assert complaint is not None
    assert complaint.received_by == "Kepala Subbagian Tata Usaha"
    assert complaint.handled_by == ("Kepala Bagian Umum",)
    assert [(c.about, c.handled_by) for c in complaint.cases] == [
        ("Kerusakan alat", ("Kepala Bagian Perlengkapan",))
    ]
    assert complaint.next == "Sekretaris Daerah"
    assert len(complaint.channels) == 2


def test_who_does_the_steps_carries_the_service_out_where_nothing_else_says_it() -> None:
    assert read(TABBED).implementers == ("Petugas Jaga", "Kepala Bagian Umum")


def test_columns_of_wide_gaps_are_a_table_below_their_head() -> None:
    standard = read(GAPPED)
    assert standard.requirements_user == ("surat permohonan", "kartu pegawai")
    assert [step.actors for step in standard.steps] == [("Petugas Jaga",), ("Kepala Bagian Umum",)]
    assert (standard.service_hours, standard.cost) == ("Senin: 08.00-15.00", "Gratis")


@pytest.mark.parametrize("mark", ["{}.\t", "\t{}.\t", "{}.   "])
def test_a_tab_behind_a_number_makes_no_table(mark: str) -> None:
    items = "".join(f"{mark.format(n)}{t}\n" for n, t in enumerate(("KTP", "KK", "foto"), 1))
    standard = read(f"A. Persyaratan\n{items}\nB. Biaya\nGratis\n")
    assert standard.requirements_user == ("KTP", "KK", "foto")


def test_a_tab_table_of_prices_gives_its_items() -> None:
    prices = "Jenis\tTarif\nAula\tRp50.000\nRuang rapat\tRp20.000\n"
    assert read(f"A. Persyaratan\n1. KTP\n\nB. Biaya\n{prices}").cost == (
        "Aula: Rp50.000; Ruang rapat: Rp20.000"
    )
