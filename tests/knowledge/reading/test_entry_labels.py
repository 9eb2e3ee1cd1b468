"""Label lines below each other, each a component of its own; and the place that beats the head."""

from __future__ import annotations

import pytest

from knowledge.model import Facet, ServiceStandard
from knowledge.reading import read_text
from tests.knowledge.reading.test_nothing_is_lost import lost

_HEAD = "Alamat: Jalan Kenari Nomor 4, Banyuasri\n\n"
_LABELS = (
    "- **Unit penyelenggara:** Seksi Koleksi\n"
    "- **Penanggung jawab:** Kepala Bidang Layanan\n"
    "- **Pelaksana:** Pustakawan dan Petugas Meja\n"
    "- **Pengguna:** mahasiswa dan warga\n"
    "- **Tempat:** Gedung Pustaka lantai 2\n"
    "- **Jam layanan:** Senin-Kamis 08.00-15.00\n"
)
_REST = "\n### Persyaratan\n\n1. KTP\n\n### Alur\n\n1. Petugas Meja mencatat (5 menit).\n"


def _read(text: str) -> ServiceStandard:
    (standard,) = read_text(text, "x.md")
    assert lost(text, [standard]) == {}
    return standard


def _said(standard: ServiceStandard, facet: Facet) -> list[str]:
    return [i.text for s in standard.sections if s.facet is facet for i in s.items]


@pytest.mark.parametrize("labels", [_LABELS, _LABELS.replace("**", "").replace("- ", "* ")])
def test_each_label_of_a_list_is_a_component(labels: str) -> None:
    standard = _read(f"# Standar Pelayanan Baca\n\n{_HEAD}### Gambaran umum\n\n{labels}{_REST}")
    assert standard.unit == "Seksi Koleksi"
    assert standard.responsible == "Kepala Bidang Layanan"
    assert standard.implementers == ("Pustakawan", "Petugas Meja")
    assert standard.place == "Gedung Pustaka lantai 2"
    assert standard.service_hours == "Senin-Kamis 08.00-15.00"
    assert _said(standard, Facet.USERS) == ["mahasiswa dan warga"]


def test_a_term_defined_below_the_list_is_no_part_of_its_last_entry() -> None:
    defined = "\n> **Arsip statis** adalah arsip yang disimpan tetap.\n"
    standard = _read(f"# Standar Pelayanan Baca\n\n### Umum\n\n{_LABELS}{defined}{_REST}")
    assert standard.service_hours == "Senin-Kamis 08.00-15.00"
    assert [d.term for d in standard.definitions] == ["Arsip statis"]


def test_labels_of_a_step_are_no_components() -> None:
    text = "# Standar Pelayanan Baca\n\n- Persyaratan: KTP\n- Prosedur: datang ke meja\n"
    standard = _read(f"{text}- Waktu: 10 menit\n\n### Biaya\n\nGratis\n")
    assert _said(standard, Facet.SERVICE_HOURS) == []


_FORM = "STANDAR PELAYANAN UJI\n\nA. Gambaran\n{}\n\nB. Persyaratan\n1. KTP\n\nC. Biaya\nGratis\n"


@pytest.mark.parametrize(
    "said",
    [
        "Unit pelayanan: Seksi Uji. Tempat: Gedung Uji Loket 1.",
        "Unit pelayanan: Seksi Uji\nTempat: Gedung Uji Loket 1",
        "- Unit pelayanan: Seksi Uji\n- Tempat: Gedung Uji Loket 1",
    ],
)
def test_the_place_of_a_service_is_told_before_the_address_of_the_office(said: str) -> None:
    standard = _read(f"BALAI UJI\nJalan Merak Nomor 8, Kota Asri\n\n{_FORM.format(said)}")
    assert standard.place is not None
    assert standard.place.rstrip(".") == "Gedung Uji Loket 1"
    assert "Jalan Merak Nomor 8" in " ".join((*standard.preamble, *standard.furniture))


def test_the_address_of_the_office_is_told_where_nothing_else_is() -> None:
    standard = _read(f"BALAI UJI\nJalan Merak Nomor 8, Kota Asri\n\n{_FORM.format('Layanan uji.')}")
    assert standard.place == "Jalan Merak Nomor 8, Kota Asri"


@pytest.mark.parametrize(
    ("said", "place", "hours"),
    [
        (
            "Ruang Terpadu Lantai 1, Senin-Kamis pukul 08.00-15.00 dan Jumat pukul 08.00-11.00",
            "Ruang Terpadu Lantai 1",
            "Senin-Kamis pukul 08.00-15.00 dan Jumat pukul 08.00-11.00",
        ),
        (
            "Senin-Kamis pukul 07.30-16.00 WIB, Jumat pukul 07.30-14.00 WIB, di Gedung Guru.",
            "di Gedung Guru.",
            "Senin-Kamis pukul 07.30-16.00 WIB, Jumat pukul 07.30-14.00 WIB",
        ),
    ],
)
def test_place_and_hours_that_one_sentence_tells(said: str, place: str, hours: str) -> None:
    text = _FORM.replace("Gambaran", "Jam dan Tempat Pelayanan").format(said)
    standard = _read(text)
    assert (standard.place, standard.service_hours) == (place, hours)
