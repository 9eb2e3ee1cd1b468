"""Procedures that are drawn with arrows."""

from __future__ import annotations

import pytest

from knowledge.model import ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost


def _read(flow: str) -> ServiceStandard:
    text = (
        f"STANDAR PELAYANAN SURAT\n\nA. Persyaratan\nKTP\n\nB. Alur Pelayanan\n{flow}\n\n"
        "C. Biaya\nGratis\n"
    )
    (standard,) = read_text(text, "x.txt")
    assert lost(text, [standard]) == {}
    return standard


@pytest.mark.parametrize(
    "flow",
    [
        "Pemohon -> Loket -> Verifikator -> Kepala Seksi Izin",
        "Pemohon → Loket → Verifikator → Kepala Seksi Izin",
        "Pemohon > Loket > Verifikator > Kepala Seksi Izin",
        "Pemohon => Loket => Verifikator => Kepala Seksi Izin",
        "- Pemohon --> Loket --> Verifikator --> Kepala Seksi Izin",
        "Alur: Pemohon ➔ Loket ➔ Verifikator ➔ Kepala Seksi Izin",
        "Pemohon\n-> Loket\n-> Verifikator\n-> Kepala Seksi Izin",
        "Pemohon\n↓\nLoket\n↓\nVerifikator\n↓\nKepala Seksi Izin",
        "Pemohon → Loket →\nVerifikator → Kepala Seksi Izin",
    ],
)
def test_each_stop_of_a_line_of_arrows_is_a_step(flow: str) -> None:
    standard = _read(flow)
    assert [step.number for step in standard.steps] == ["1", "2", "3", "4"]
    assert [step.actors for step in standard.steps] == [
        ("Pemohon",),
        ("Loket",),
        ("Verifikator",),
        ("Kepala Seksi Izin",),
    ]
    assert not standard.warnings


def test_deeds_and_times_on_such_a_line() -> None:
    one, two, three = _read(
        "Pemohon mengajukan berkas → Petugas Loket memeriksa (10 menit) → Camat menandatangani"
    ).steps
    assert (one.actors, two.actors, three.actors) == (("Pemohon",), ("Petugas Loket",), ("Camat",))
    assert two.duration is not None
    assert two.duration.amount == 10


def test_what_stands_around_the_line_is_kept() -> None:
    standard = _read("Pemohon -> Loket -> Camat\nWaktu seluruhnya 3 hari.")
    assert len(standard.steps) == 3


@pytest.mark.parametrize(
    "flow", ["Nilai > 5 dan < 10 diperiksa.", "1. Lurah memeriksa.\n2. Berkas: Lurah -> Camat"]
)
def test_other_texts_are_no_such_line(flow: str) -> None:
    assert len(_read(flow).steps) in (0, 2)


def test_a_long_line_of_arrows_is_read_at_once() -> None:
    assert len(_read("\n".join(["Pemohon"] + ["-> Loket"] * 1500)).steps) == 1501
