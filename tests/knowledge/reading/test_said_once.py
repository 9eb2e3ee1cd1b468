"""Hours, places and the like that a file says once for its services, in many places and forms."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

_ONE = (
    "STANDAR PELAYANAN UJI {}\n\nA. Persyaratan\n1. KTP\n\n"
    "B. Prosedur\n1. Petugas Loket memeriksa berkas (5 menit).\n\nC. Biaya\nGratis\n\n"
)
_BOTH = _ONE.format("AIR") + _ONE.format("TANAH")
_HOURS = "Senin-Kamis 08.00-15.00"
_PLACE = "Gedung A lantai 2"
_HEAD = "BALAI UJI\n\n"


def _read(text: str, file: str = "x.txt") -> tuple[ServiceStandard, ...]:
    found = read_text(text, file)
    assert lost(text, found) == {}
    return found


@pytest.mark.parametrize(
    "foot",
    [
        f"KETENTUAN BERSAMA\n1. Jam Pelayanan\n{_HOURS}\n2. Tempat Pelayanan\n{_PLACE}\n",
        f"KETENTUAN BERSAMA\n\na. Jam pelayanan\n{_HOURS}\n\nb. Tempat pelayanan\n{_PLACE}\n",
        f"D. KETENTUAN PENUTUP\n\n1. Jam Pelayanan\n   {_HOURS}\n2. Tempat\n   {_PLACE}\n",
        f"KETENTUAN UMUM BAGI SEMUA LAYANAN\n\n1. Waktu layanan: {_HOURS}\n2. Tempat: {_PLACE}\n",
    ],
)
def test_the_last_part_of_a_file_tells_of_each_service(foot: str) -> None:
    for standard in _read(_HEAD + _BOTH + foot):
        assert standard.service_hours == _HOURS
        assert standard.place == _PLACE


def test_entries_that_are_sentences_are_no_headings() -> None:
    foot = (
        "KETENTUAN BERSAMA\n\n1. Jam pelayanan: Senin-Kamis 08.00-15.00.\n"
        "2. Pengaduan diterima Petugas Pengaduan dan diteruskan kepada\n   Kepala Balai.\n"
        "3. Pengawasan internal dilakukan oleh Inspektorat.\n"
    )
    for standard in _read(_HEAD + _BOTH + foot):
        assert standard.complaint is not None
        assert standard.complaint.received_by == "Petugas Pengaduan"


def test_a_sentence_below_the_last_service_tells_of_all() -> None:
    said = "Seluruh layanan dibuka Senin-Kamis pukul 08.00-15.00 di Gedung A lantai 2.\n"
    for standard in _read(_HEAD + _BOTH + said):
        assert standard.service_hours == said.strip()


@pytest.mark.parametrize(
    "above",
    [
        f"JADWAL PELAYANAN\n{_HOURS}\nJumat 08.00-11.00\n\n",
        f"Jadwal loket:\n\n| Hari | Jam |\n|---|---|\n| {_HOURS.replace(' ', ' | ')} |\n\n",
    ],
)
def test_hours_above_the_first_service_tell_of_each(above: str) -> None:
    for standard in _read(_HEAD + above + _BOTH):
        assert standard.service_hours is not None
        assert "Senin-Kamis" in standard.service_hours
        assert "08.00-15.00" in standard.service_hours


def test_a_table_of_services_may_name_them_without_their_first_word() -> None:
    table = (
        "| Layanan | Jam | Tempat |\n|---|---|---|\n| Uji Air | Senin 08.00-12.00 | Gedung A |\n"
        "| Uji Tanah | Selasa 09.00-12.00 | Gedung B |\n\n"
    )
    one = "## Layanan Uji {}\n\n### Persyaratan\n1. KTP\n\n### Prosedur\n1. Camat menyetujui.\n\n"
    one += "### Biaya\nGratis\n\n"
    text = f"# Standar Pelayanan Balai Uji\n\n{table}{one.format('Air')}{one.format('Tanah')}"
    found = _read(text, "x.md")
    assert [s.place for s in found] == ["Gedung A", "Gedung B"]
    assert [s.service_hours for s in found] == ["Senin 08.00-12.00", "Selasa 09.00-12.00"]


def test_a_last_part_that_each_service_has_is_its_own() -> None:
    own = "KETENTUAN LAIN-LAIN\n1. Jam Pelayanan\n{}\n\n"
    one, two = _read(
        _HEAD
        + _ONE.format("AIR")
        + own.format("Senin 08.00-10.00")
        + _ONE.format("TANAH")
        + own.format("Selasa 08.00-10.00")
    )
    assert "Selasa" not in (one.service_hours or "")
    assert two.title.endswith("Uji Tanah")


def test_a_number_that_ends_a_wrapped_line_of_prose_is_no_mark() -> None:
    said = (
        "KETENTUAN BERSAMA\n1. Jam dan Tempat Pelayanan\n"
        "Senin-Kamis pukul 08.00-15.00 WIB, di Ruang Layanan Gedung Melati lantai\n"
        "1. Istirahat pukul 12.00-13.00 WIB.\n\n2. Sarana\nRuang tunggu\n"
    )
    for standard in _read(_HEAD + _BOTH + said):
        assert standard.place == "di Ruang Layanan Gedung Melati lantai 1."
