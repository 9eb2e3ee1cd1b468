"""Services of the kind the first documents are of: complaints as a thing, palaces, visits."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

FOLLOW_UP = a_standard(
    "Pemantauan Tindak Lanjut Pengaduan Masyarakat di Lingkungan Kementerian Sekretariat Negara",
    says={
        Facet.REQUIREMENTS: "Nomor surat pengaduan yang ditanyakan",
        Facet.COMPLAINT: "Pengaduan disampaikan kepada Asisten Deputi",
    },
    steps=[
        a_step("1", "Menyusun daftar surat yang dipantau", time="2 hari"),
        a_step("2", "Menyusun laporan hasil pemantauan", time="5 hari"),
    ],
)
LETTERS = a_standard(
    "Penanganan Persuratan di Lingkungan Istana Cipanas",
    says={
        Facet.REQUIREMENTS: "Surat rahasia dimasukkan dalam dua sampul",
        Facet.PLACE: "Jalan Raya Cipanas",
    },
    steps=[
        a_step("1", "Kepala Istana Cipanas menandatangani surat", actors=["Kepala Istana Cipanas"]),
        a_step("2", "Pengadministrasi Umum memberi nomor surat", actors=["Pengadministrasi Umum"]),
    ],
)
VISIT = a_standard(
    "Penyiapan Kunjungan Kerja Presiden ke Daerah",
    says={Facet.DEFINITIONS: "Tim Aju adalah petugas yang berangkat lebih dahulu"},
    steps=[
        a_step("1", "Memberangkatkan Tim Aju ke lokasi (H-7)"),
        a_step("2", "Mencetak buku acara", time="1 hari"),
    ],
)
HALLS = a_standard(
    "Perizinan Penggunaan Gedung Serbaguna dan Wisma",
    says={
        Facet.COST: "Wisma Rp150.000 per kamar per malam untuk pegawai",
        Facet.SERVICE_HOURS: "Senin pukul 08.00-15.00",
    },
    steps=[a_step("1", "Kepala Biro Umum menandatangani izin", actors=["Kepala Biro Umum"])],
)


@pytest.fixture(scope="module")
def offices() -> Finder:
    return Finder((FOLLOW_UP, LETTERS, VISIT, HALLS))


@pytest.mark.parametrize(
    ("text", "aspect", "step"),
    [
        ("laporan pemantauan dumas dibuat brp lama", "step_time", "2"),
        ("syarat tindak lanjut pengaduan masyarakat apa aja", "requirements", None),
        ("syarat dumas apa", "requirements", None),
        ("dumas disampaikan ke siapa", "complaint_receiver", None),
        ("komplain soal pemantauan dumas ke siapa", "complaint_receiver", None),
    ],
)
def test_complaints_that_are_a_services_own_thing(
    offices: Finder, text: str, aspect: str, step: str | None
) -> None:
    asked = offices.ask(text, Topic()).request
    assert asked is not None
    assert (asked.standard, asked.aspect, asked.step) == (FOLLOW_UP.id, aspect, step)


@pytest.mark.parametrize(
    ("text", "aspect", "step"),
    [
        ("siapa yg ngasih nomor surat di istana cipanas", "step_actor", "2"),
        ("syarat kirim surat rahasia ke cipanas", "requirements", None),
    ],
)
def test_a_palace_names_its_service_and_no_step(
    offices: Finder, text: str, aspect: str, step: str | None
) -> None:
    asked = offices.ask(text, Topic()).request
    assert asked is not None
    assert (asked.standard, asked.aspect, asked.step) == (LETTERS.id, aspect, step)


@pytest.mark.parametrize("text", ["tim aju berangkat kapan", "kapan tim aju diberangkatkan"])
def test_when_is_told_by_the_step_that_counts_back_from_the_day(offices: Finder, text: str) -> None:
    asked = offices.ask(text, Topic()).request
    assert asked is not None
    assert (asked.standard, asked.step) == (VISIT.id, "1")


@pytest.mark.parametrize("text", ["wisma berapa utk pegawai?", "mau pake wisma, semalam brp?"])
def test_what_somebody_pays_is_no_number_of_staff(offices: Finder, text: str) -> None:
    assert "Rp150.000" in offices.ask(text, Topic()).said
