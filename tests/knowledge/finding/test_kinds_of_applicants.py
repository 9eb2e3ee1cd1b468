"""Services whose steps and times are set apart for each kind of applicant."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Topic
from knowledge.reading import read_text

TEXT = """UPTD PUSKESMAS MELATI

STANDAR PELAYANAN PENDAFTARAN

A. Persyaratan
1. KTP

B. Sistem, Mekanisme, dan Prosedur
1. Pasien baru
   a. Pasien datang ke loket
   b. Petugas mencatat identitas pasien baru pada rekam medis
   c. Pasien menunggu dipanggil oleh pendaftaran
2. Pasien lama
   a. Pasien datang ke loket
   b. Petugas mencari rekam medis pasien

C. Jangka Waktu Penyelesaian
1. Pasien baru : 10 menit
2. Pasien lama : 5 menit

D. Biaya
Gratis
"""


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(read_text(TEXT, "pendaftaran.txt"))


@pytest.mark.parametrize(
    "question", ["pasien baru daftarnya brp menit", "pencatatan pasien baru berapa lama"]
)
def test_the_time_set_for_a_kind_is_told_where_its_steps_have_none(
    finder: Finder, question: str
) -> None:
    reply = finder.ask(question, Topic())
    assert "10 menit" in str(reply.values)


def test_a_step_without_a_time_says_so_where_no_kind_is_named(finder: Finder) -> None:
    reply = finder.ask("berapa lama petugas mencari rekam medis", Topic())
    assert reply.form == "step_time"


@pytest.mark.parametrize("question", ["alur pendaftaran", "gimana cara daftarnya"])
def test_a_procedure_of_groups_shows_the_steps_of_each(finder: Finder, question: str) -> None:
    reply = finder.ask(question, Topic())
    assert "Pasien baru" in str(reply.values)
    assert "Petugas mencatat identitas" in str(reply.values)
    assert "Petugas mencari rekam medis" in str(reply.values)
