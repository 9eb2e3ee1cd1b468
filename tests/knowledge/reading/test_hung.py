"""Leaflets whose components stand as a label and, in a column behind it, a value."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from knowledge.reading.hung import with_hung_values

_LEAFLET = """\
KANTOR PERTANAHAN KOTA PURWASARI
Jl. Melati No. 3, Purwasari

LAYANAN 1
PENGUKURAN BIDANG TANAH

Apa itu pengukuran?   Penetapan letak dan batas sebidang tanah.

Penanggung jawab      Kepala Seksi Survei dan Pemetaan

Syarat                1. Fotokopi KTP
                      2. Surat kuasa, bila diwakilkan
                         kepada orang lain

Alur layanan          1. Pemohon menyerahkan berkas di loket.
                      2. Petugas Ukur mengukur bidang tanah
                         (3 hari kerja).
                      3. Kepala Seksi menandatangani peta (1 hari kerja).

Lama layanan          4 hari kerja sejak berkas lengkap

Biaya                 Sampai 500 m2    : Rp250.000
                      Di atas 500 m2   : Rp400.000

Hasil layanan         Peta bidang tanah

Kapan ditolak?        Bila batas tanah disengketakan

Kewajiban pemohon     Memasang patok

Petugas               3 orang juru ukur

----------------------------------------------------

LAYANAN 2
PENGECEKAN SERTIPIKAT

Penanggung jawab      Kepala Seksi Pendaftaran

Syarat                1. Sertipikat asli

Alur layanan          1. Pemohon menyerahkan sertipikat.
                      2. Petugas Loket memeriksa buku tanah (20 menit).

Biaya                 Rp50.000

Ketentuan tambahan di Sertipikat yang rusak ditolak. Pemohon boleh
hari yang sama        kembali tanpa mengantre.

----------------------------------------------------

KETENTUAN UNTUK KEDUA LAYANAN

Jam layanan           Senin-Kamis 08.00-15.00 WIB

Tempat                Loket pelayanan lantai 2

Keselamatan           Ruang berpendingin dan beralarm

Pengaduan             Disampaikan melalui telepon (024) 556677
"""


def _read(text: str) -> tuple[ServiceStandard, ...]:
    return read_text(text, "leaflet.txt")


def _said(standard: ServiceStandard, facet: Facet) -> list[str]:
    return [i.text for s in standard.sections if s.facet is facet for i in s.items]


def test_each_label_is_a_component_of_its_own() -> None:
    first, second = _read(_LEAFLET)
    assert first.responsible == "Kepala Seksi Survei dan Pemetaan"
    assert second.responsible == "Kepala Seksi Pendaftaran"
    assert _said(first, Facet.TOTAL_TIME) == ["4 hari kerja sejak berkas lengkap"]
    assert _said(first, Facet.OUTPUT) == ["Peta bidang tanah"]
    assert _said(first, Facet.REQUIREMENTS) == [
        "Fotokopi KTP",
        "Surat kuasa, bila diwakilkan kepada orang lain",
    ]
    assert first.cost is not None
    assert "Sampai 500 m2: Rp250.000" in first.cost
    assert second.cost == "Rp50.000"


def test_the_last_step_does_not_swallow_what_follows_it() -> None:
    first, _ = _read(_LEAFLET)
    assert len(first.steps) == 3
    assert first.steps[-1].notes == ()
    durations = [step.duration.text if step.duration else "" for step in first.steps]
    assert durations == ["", "3 hari kerja", "1 hari kerja"]


def test_labels_in_unknown_words_are_sections_too() -> None:
    first, second = _read(_LEAFLET)
    headings = {s.heading: [i.text for i in s.items] for s in first.sections}
    assert headings["Kapan ditolak?"] == ["Bila batas tanah disengketakan"]
    assert headings["Kewajiban pemohon"] == ["Memasang patok"]
    assert "Ketentuan tambahan di hari yang sama" in {s.heading for s in second.sections}


def test_what_holds_for_both_services_is_said_of_both() -> None:
    for standard in _read(_LEAFLET):
        assert standard.place == "Loket pelayanan lantai 2"
        assert standard.service_hours == "Senin-Kamis 08.00-15.00 WIB"
        assert _said(standard, Facet.SAFETY) == ["Ruang berpendingin dan beralarm"]


@pytest.mark.parametrize(
    "text",
    [
        "Biaya: gratis\nTempat: Loket 2\nJam layanan: 08.00\nProduk: surat\n",
        "Biaya      : gratis\nTempat     : Loket 2\nSyarat     : KTP\nProduk     : surat\n",
        "| Biaya      gratis |\nBiaya      x\nTempat     x\nSyarat     x\nProduk     x\n",
        "# Layanan\nBiaya      x\nTempat     x\nSyarat     x\nProduk     x\n",
        "Senin      08.00\nSelasa     08.00\nRabu       08.00\nKamis      08.00\n",
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert with_hung_values(text) == text


def test_labels_close_to_each_other_are_found_without_blank_lines() -> None:
    text = (
        "Dasar hukum   Undang-Undang Nomor 1 Tahun 2020\n"
        "Syarat        KTP\n"
        "Biaya         Gratis\n"
        "Sarana,       Ruang tunggu,\n"
        "prasarana     kursi roda\n"
        "Produk        Surat\n"
    )
    lines = with_hung_values(text).split("\n")
    assert "#### Sarana, prasarana" in lines
    assert lines[lines.index("#### Biaya") + 2] == "Gratis"
    assert lines[lines.index("#### Sarana, prasarana") + 2 :][:2] == ["Ruang tunggu,", "kursi roda"]


def test_the_names_of_the_columns_are_no_label() -> None:
    text = "Komponen      Uraian\nSyarat        KTP\nBiaya         Gratis\n"
    text += "Tempat        Loket 2\nProduk        Surat\n"
    assert with_hung_values(text).split("\n")[0] == "Komponen      Uraian"


def test_columns_of_tabs_are_no_labels() -> None:
    text = "Syarat\t\tKTP\nBiaya\t\tGratis\nTempat\t\tLoket 2\nProduk\t\tSurat\n"
    assert with_hung_values(text) == text


def test_who_carries_it_out_is_no_vehicle_that_is_counted() -> None:
    text = _LEAFLET.replace("3 orang juru ukur", "2 mobil, masing-masing 1 sopir")
    assert "Petugas Ukur" in _read(text)[0].implementers
