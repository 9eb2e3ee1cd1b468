"""Tables with a row for each service."""
# ruff: noqa: E501  # a table is read by its lines

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

HEAD = "PEMERINTAH DESA SUKA\n\nSTANDAR PELAYANAN DESA SUKA\n\n"
TABLE = (
    "| No | Jenis Pelayanan | Persyaratan | Waktu | Biaya | Penanggung Jawab |\n"
    "|---|---|---|---|---|---|\n"
    "| 1 | Surat Usaha | 1. KTP<br>2. Foto usaha | 15 menit | Gratis | Kasi Pelayanan |\n"
    "| 2 | Surat Pindah | 1. KTP | 1 hari kerja | Rp2.000 | Sekretaris Desa |\n"
)


def read(text: str) -> tuple[ServiceStandard, ...]:
    found = read_text(text, "desa.txt")
    assert lost(text.replace("<br>", " "), found) == {}
    return found


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.replace("|---|---|---|---|---|---|\n", ""),
        TABLE.replace("Jenis Pelayanan", "Nama Layanan").replace("Persyaratan", "Syarat"),
        TABLE.replace("Jenis Pelayanan", "Jenis Surat").replace("| No |", "| |"),
        TABLE.replace("|---|---|---|---|---|---|\n", "| (1) | (2) | (3) | (4) | (5) | (6) |\n"),
    ],
)
def test_each_row_is_a_standard(table: str) -> None:
    one, two = read(HEAD + table)
    assert (one.title, two.title) == ("Surat Usaha", "Surat Pindah")
    assert (one.requirements_user, two.requirements_user) == (("KTP", "Foto usaha"), ("KTP",))
    assert (one.cost, two.cost) == ("Gratis", "Rp2.000")
    assert (one.responsible, two.responsible) == ("Kasi Pelayanan", "Sekretaris Desa")
    assert "jangka waktu penyelesaian" in one.components_present


def test_steps_in_a_cell_and_a_row_that_goes_on_below() -> None:
    one, two = read(
        HEAD
        + "| Layanan | Syarat | Prosedur | Waktu | Produk |\n"
        + "| Izin Ramai | KTP | 1. Pemohon mengajukan berkas<br>2. Camat menandatangani | 1 hari | Surat izin |\n"
        + "| | | 3. Petugas Loket menyerahkan surat | | |\n"
        + "| Legalisasi | KK asli | 1. Petugas Loket memeriksa | 5 menit | Salinan |\n"
    )
    assert [step.number for step in one.steps] == ["1", "2", "3"]
    assert one.steps[2].actors == ("Petugas Loket",)
    assert two.requirements_user == ("KK asli",)


def test_what_stands_below_the_table_holds_for_all() -> None:
    said = "\nPengaduan disampaikan kepada Kepala Desa Suka melalui telepon 0812-3333-4444.\n"
    for standard in read(HEAD + TABLE + said):
        assert standard.complaint is not None
        assert standard.complaint.received_by == "Kepala Desa Suka"


def test_a_table_that_only_sums_up_described_services_stays_as_it_is() -> None:
    text = (
        f"{HEAD}{TABLE}\nI. STANDAR PELAYANAN SURAT USAHA\n\n1. Persyaratan\n   a. KTP asli\n2. Prosedur\n"
        "   a. Lurah memeriksa (1 hari)\n\nII. STANDAR PELAYANAN SURAT PINDAH\n\n1. Persyaratan\n   a. KK asli\n"
        "2. Prosedur\n   a. Lurah memeriksa (2 hari)\n"
    )
    one, two = read(text)
    assert (one.requirements_user, two.requirements_user) == (("KTP asli",), ("KK asli",))


def test_a_table_of_fees_is_no_table_of_services() -> None:
    text = (
        "STANDAR PELAYANAN SURAT USAHA\n\nA. Persyaratan\nKTP\n\nB. Prosedur\n1. Lurah memeriksa (1 hari)\n\nC. Biaya\n\n"
        "| Jenis Layanan | Waktu | Biaya |\n|---|---|---|\n| Surat baru | 1 hari | Gratis |\n| Salinan | 5 menit | Rp5.000 |\n"
    )
    (standard,) = read(text)
    assert "Rp5.000" in (standard.cost or "")
