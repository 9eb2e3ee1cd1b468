"""Leaflets of several services: what holds for all stands above the first and below the last."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

ABOVE = """PEMERINTAH KOTA MELATI
KELURAHAN PINUS

MAKLUMAT DAN STANDAR PELAYANAN

JAM LAYANAN (semua surat)
- Senin - Kamis: 08.00 - 15.00 WIB
- Jumat: 08.00 - 11.00 WIB

TEMPAT
Loket Pelayanan Kelurahan Pinus

PENANGGUNG JAWAB : Lurah Pinus

DASAR HUKUM
1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik
2. Peraturan Wali Kota Melati Nomor 2 Tahun 2021

"""
ONE = """1. SURAT KETERANGAN DOMISILI

Syarat :
- Surat pernyataan, disaksikan Ketua RT
- KTP
Waktu  : 30 menit
Biaya  : Gratis
Hasil  : Surat Keterangan Domisili

"""
TWO = ONE.replace("1. ", "2. ").replace("DOMISILI", "USAHA").replace("Domisili", "Usaha")
BELOW = """ALUR (semua surat)
1. Petugas loket memeriksa berkas (5 menit)
2. Lurah menandatangani surat

FASILITAS
Ruang tunggu

JAMINAN
Surat salah ketik diganti saat itu juga.

PENGADUAN, SARAN, MASUKAN
WA Aduan  : 0877-3612-9917
Instagram : @kel.pinus
Surel     : kel.pinus@melati.go.id
Ditangani : Sekretaris Kelurahan
Diselesaikan paling lambat 4 hari kerja.
"""


@pytest.fixture
def services() -> tuple[ServiceStandard, ...]:
    text = ABOVE + ONE + TWO + BELOW
    found = read_text(text, "leaflet.txt")
    assert lost(text, found) == {}
    assert [one.title for one in found] == ["Surat Keterangan Domisili", "Surat Keterangan Usaha"]
    return found


def test_headed_sections_above_the_first_service_hold_for_all(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert one.service_hours is not None
        assert "Jumat: 08.00 - 11.00 WIB" in one.service_hours
        assert one.place == "Loket Pelayanan Kelurahan Pinus"
        assert one.responsible == "Lurah Pinus"
        assert len(one.legal_basis) == 2  # noqa: PLR2004


def test_steps_that_are_said_for_all_are_the_steps_of_each(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert [step.actors for step in one.steps] == [("Petugas loket",), ("Lurah",)]
        assert one.section(Facet.GUARANTEE) is not None


def test_labels_below_the_heading_of_complaints_belong_to_it(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert one.complaint is not None
        assert one.complaint.handled_by == ("Sekretaris Kelurahan",)
        values = {channel.value for channel in one.complaint.channels}
        assert values == {"kel.pinus@melati.go.id", "0877-3612-9917", "@kel.pinus"}


def test_an_entry_behind_an_office_of_neighbours_is_one_of_its_own(
    services: tuple[ServiceStandard, ...],
) -> None:
    for one in services:
        assert one.requirements_user == ("Surat pernyataan, disaksikan Ketua RT", "KTP")
