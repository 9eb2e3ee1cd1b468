"""How many, how large, how often and by when: the sentence that sets just that amount."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind

from .offices_made_up import asked, said, three_offices


@pytest.fixture(scope="module")
def offices() -> Finder:
    return three_offices()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("pinjam gedung kesenian diajuin brp hari sblm acara", "10 (sepuluh) hari kerja"),
        ("proposal gedung kesenian brp rangkap", "3 (tiga) rangkap"),
        ("warga yang jamin pinjam gedung kesenian brp orang", "2 (dua) orang"),
        ("umur ternak minimal berapa biar dapat kartu kesehatan?", "6 (enam) bulan"),
        ("ternak harus diperiksa tiap berapa bulan?", "setiap 4 (empat) bulan"),
        ("boleh pilih berapa warna di gedung kesenian?", "3 (tiga) warna"),
        ("berapa paket lampu gedung kesenian?", "l (satu) paket"),
        ("anting telinga baru diambil kapan?", "9 (sembilan) hari kerja"),
        ("lunasin sewa gedung kesenian paling lambat kapan", "3 (tiga) hari sebelum acara"),
        (
            "Berapa lama penyelesaian peminjaman gedung kesenian bagi pemohon yang memerlukan "
            "pemeriksaan panggung?",
            "6 (enam) hari kerja",
        ),
    ],
)
def test_the_amount_that_is_asked_is_told(offices: Finder, question: str, told: str) -> None:
    reply = asked(offices, question)
    assert reply.kind is ReplyKind.ANSWER
    assert told in said(reply)


def test_a_size_and_a_number_are_told_behind_the_requirements(offices: Finder) -> None:
    reply = asked(offices, "syarat pinjam gedung kesenian apa", "fotonya ukuran brp brp lembar?")
    assert "4x6 sebanyak 2 (dua) lembar" in said(reply)


def test_by_when_means_the_passage_that_was_told_last(offices: Finder) -> None:
    first = "langkah 5 peminjaman gedung kesenian apa?"
    assert "3 (tiga) hari sebelum acara" in said(asked(offices, first, "paling lambat kapan?"))


def test_at_the_latest_is_no_warning(offices: Finder) -> None:
    reply = asked(offices, "kartu kesehatan ternak paling lambat kapan?")
    assert reply.values.get("facet") != "warning"


def test_a_price_without_a_name_is_that_of_the_row_that_says_the_thing(offices: Finder) -> None:
    reply = asked(offices, "kalau listrik kios ikan bayar lagi brp?")
    assert "Rp9.000" in said(reply)
    assert "Rp2.000.000" not in said(reply)


def test_when_of_a_thing_is_no_choice_among_all_opening_hours(offices: Finder) -> None:
    assert asked(offices, "lampu kapan dinyalain?").kind is not ReplyKind.CHOICE


def test_short_weekdays_ask_for_the_hours(offices: Finder) -> None:
    assert "08.00-14.00" in said(asked(offices, "jam layanan kartu kesehatan ternak sen-kam?"))


def test_the_time_of_a_step_is_still_told_by_the_step(offices: Finder) -> None:
    assert "30 menit" in said(asked(offices, "berapa lama paramedik memeriksa ternak?"))


@pytest.mark.parametrize(
    "question", ["kartu ternak dikirim tiap berapa bulan ke menteri?", "brp lembar karcis lapak?"]
)
def test_an_amount_that_no_sentence_sets_is_not_made_up(offices: Finder, question: str) -> None:
    reply = asked(offices, question)
    assert "lembar karcis" not in said(reply)
    assert reply.kind is not ReplyKind.ANSWER or reply.citations
