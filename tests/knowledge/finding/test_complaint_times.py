"""How long complaints take, where some standards say it; read from whole documents."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.reading import read_text

VEHICLES = """STANDAR PELAYANAN PENGUJIAN KENDARAAN BERMOTOR

A. Persyaratan
1. STNK

B. Prosedur
1. Petugas Loket memeriksa berkas (10 menit)
2. Penguji memeriksa kendaraan (45 menit)

C. Sarana dan Prasarana
Alat uji rem

D. Penanganan Pengaduan
Pengaduan disampaikan kepada Kepala UPT dan dijawab paling lambat 5 (lima) hari kerja.
"""
LOANS = """STANDAR PELAYANAN PEMINJAMAN BUKU

A. Persyaratan
1. Kartu anggota

B. Prosedur
1. Pustakawan perpustakaan mencatat peminjaman (5 menit)

C. Pengawasan Internal
Kepala Perpustakaan mengawasi.

D. Penanganan Pengaduan
Pengaduan disampaikan kepada Kepala Perpustakaan. Call center 1500-555 (24 jam).
"""


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder([*read_text(VEHICLES, "uji.txt"), *read_text(LOANS, "buku.txt")])


def rows(reply: Reply) -> list[tuple[str, bool]]:
    return [(row.title, bool(row.lines)) for row in reply.values["rows"]]


def test_every_standard_s_own_time_is_told(finder: Finder) -> None:
    reply = finder.ask(
        "bandingin waktu pengaduan pengujian kendaraan sama peminjaman buku", Topic()
    )
    assert dict(rows(reply)) == {"Pengujian Kendaraan Bermotor": True, "Peminjaman Buku": False}
    assert "5 (lima) hari kerja" in str(reply.values["rows"])


def test_the_only_standard_that_says_it_is_quoted(finder: Finder) -> None:
    reply = finder.ask("berapa lama penanganan pengaduan di semua standar?", Topic())
    assert reply.form == "complaint_time"
    assert [citation.standard for citation in reply.citations] == ["pengujian-kendaraan-bermotor"]


def test_a_number_that_answers_day_and_night_is_no_time(finder: Finder) -> None:
    reply = finder.ask("pengaduan peminjaman buku ditindaklanjuti berapa hari?", Topic())
    assert reply.kind is ReplyKind.UNKNOWN


def test_the_most_that_a_complaint_may_take_is_no_question_which_takes_longest(
    finder: Finder,
) -> None:
    reply = finder.ask("pengaduan pengujian kendaraan paling lama berapa hari?", Topic())
    assert reply.form == "complaint_time"
    assert "5 (lima) hari kerja" in str(reply.values)


def test_what_a_service_is_about_is_no_cue_of_its_facilities(finder: Finder) -> None:
    reply = finder.ask("prosedur pengujian kendraan", Topic())
    assert reply.form == "procedure"


def test_a_letter_that_is_missing_in_a_long_word_is_found_though_the_rest_has_a_root(
    finder: Finder,
) -> None:
    reply = finder.ask("siapa yang mengawasi perpustakan?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert "Kepala Perpustakaan" in str(reply.values)
