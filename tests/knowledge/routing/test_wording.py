"""Which of several standards a complaint means that names none of them in full."""

from __future__ import annotations

import pytest

from knowledge.reading import read_text
from knowledge.routing.router import Router

_LAB = """UPTD LABORATORIUM KESEHATAN DAERAH

STANDAR PELAYANAN PEMERIKSAAN DARAH

A. Persyaratan
1. Surat pengantar Labkesda
2. Kartu pasien Labkesda

B. Prosedur
1. Pasien mendaftar di loket Labkesda.
2. Petugas Labkesda mengambil darah.
3. Labkesda menyerahkan hasil pemeriksaan.

C. Pengaduan
1. Pengaduan disampaikan kepada Kepala Subbagian Tata Usaha.
"""
_WATER = """PERUMDA AIR MINUM TIRTA MELATI

STANDAR PELAYANAN SAMBUNGAN AIR MINUM

A. Persyaratan
1. Kartu tanda penduduk
2. Bukti kepemilikan rumah

B. Prosedur
1. Pemohon mendaftar di loket.
2. Petugas mengukur pipa dan memasang meteran.
3. Meteran disegel.
4. Meteran dicatat.

C. Pengaduan
1. Pengaduan disampaikan kepada Kepala Seksi Pelanggan.
"""
_MEMBERS = """DINAS SOSIAL

STANDAR PELAYANAN PENDAFTARAN PESERTA PELATIHAN

A. Prosedur
1. Kepala Bidang memilih nama.

B. Pengaduan
1. Pengaduan disampaikan kepada Kepala Bidang Sosial.
"""
_VEHICLE = """DINAS PERHUBUNGAN

STANDAR PELAYANAN UJI BERKALA KENDARAAN BERMOTOR

A. Persyaratan
1. Surat tanda nomor kendaraan

B. Prosedur
1. Pemilik membawa kendaraan ke gedung uji.
2. Penguji memeriksa rem dan lampu.

C. Pengaduan
1. Pengaduan disampaikan kepada Sekretaris Dinas.
"""


@pytest.fixture(scope="module")
def router() -> Router:
    texts = {"lab": _LAB, "air": _WATER, "uji": _VEHICLE}
    return Router([s for name, text in texts.items() for s in read_text(text, f"{name}.txt")])


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("ruang tunggu labkesda panas dan toiletnya bau", "lab.txt"),
        ("petugas labkesda jutek banget, males balik lagi", "lab.txt"),
        ("kecewa, air pdam di rumah keruh dan bau sudah 4 hari", "air.txt"),
        ("antre uji kir dari jam 8 baru selesai jam 12, lama banget", "uji.txt"),
        ("pipa diukur asal-asalan dan segelnya lepas, kecewa", "air.txt"),
    ],
)
def test_an_everyday_name_or_a_word_of_its_own_tells_the_standard(
    text: str, file: str, router: Router
) -> None:
    found = router.route(text).standard_id
    assert found is not None
    assert {s.id: s.file for s in router.standards}[found] == file


@pytest.mark.parametrize(
    "text",
    [
        "petugas loketnya jutek banget, males balik lagi",
        "lampu jalan depan rumah saya mati udah seminggu",
        "pipa diukur asal-asalan, kecewa",
        "pipa diukur asal-asalan, segelnya lepas, remnya blong, lampunya mati, kecewa",
        "labkesda dan pdam sama saja, petugasnya kasar semua",
    ],
)
def test_what_fits_none_or_two_about_as_well_is_asked(text: str, router: Router) -> None:
    assert router.route(text).standard_id is None


def test_a_word_of_another_title_by_the_way_leaves_a_standard_certain() -> None:
    texts = {"lab": _LAB, "air": _WATER, "latih": _MEMBERS}
    router = Router([s for name, text in texts.items() for s in read_text(text, f"{name}.txt")])
    air = next(s.id for s in router.standards if s.file == "air.txt")
    told = "sambungan air kami: meteran disegel, meteran dicatat asal-asalan, peserta rebutan"
    assert router.route(told).standard_id == air
    both = router.route("sambungan air lama sekali, pendaftaran pelatihan juga")
    assert both.standard_id is None
