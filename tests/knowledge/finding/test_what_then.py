"""What happens on a condition: the sentence that sets just that one, not its sibling."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind

from .offices_made_up import asked, said, three_offices


@pytest.fixture(scope="module")
def offices() -> Finder:
    return three_offices()


@pytest.mark.parametrize(
    ("question", "told", "sibling"),
    [
        ("kalau panggung ga layak gimana?", "dipindahkan", "dilanjutkan"),
        ("klo panggungnya blm layak diapain", "dipindahkan", "dilanjutkan"),
        ("kalau panggung layak gimana?", "dilanjutkan", "dipindahkan"),
        ("kalau panggungnya gagal periksa di gedung kesenian gimana", "dipindahkan", "dilanjutkan"),
        ("What happens if the livestock card is not collected?", "dimusnahkan", "30 menit"),
        ("penyewa gedung kesenian yang belum lapor selesai acara gimana", "dilarang", "Layanan"),
        ("kartu ternak yang ga diambil gimana?", "dimusnahkan", "30 menit"),
        ("sewa gedung kesenian kalo ga dilunasi gimana?", "membatalkan", "Rp2.000.000"),
    ],
)
def test_a_condition_is_told_with_its_own_sign(
    offices: Finder, question: str, told: str, sibling: str
) -> None:
    reply = asked(offices, question)
    assert reply.kind is ReplyKind.ANSWER
    lines = str(reply.values.get("lines", reply.values))
    assert told in lines
    assert sibling not in lines


def test_being_late_behind_a_step_is_told_by_that_step(offices: Finder) -> None:
    reply = asked(offices, "langkah 5 peminjaman gedung kesenian apa?", "kalau telat?")
    assert "membatalkan" in said(reply)


def test_being_late_is_told_by_the_sentence_that_says_what_becomes_of_it(offices: Finder) -> None:
    reply = asked(offices, "kalau kartu kesehatan ternak telat gimana?")
    assert "kompensasi" in said(reply)


def test_a_complaint_that_nobody_settled_goes_where_the_section_says(offices: Finder) -> None:
    reply = asked(offices, "kalau pengaduan gedung kesenian ga selesai di unit dibawa ke mana")
    assert "Kepala Dinas" in said(reply)


def test_where_to_complain_is_no_condition(offices: Finder) -> None:
    reply = asked(offices, "kalau kecewa sama gedung kesenian ngadu ke mana?")
    assert "Kepala Seksi Layanan" in said(reply)


@pytest.mark.parametrize(
    ("question", "post"),
    [
        ("pengaduan soal alat musik rusak di gedung kesenian ditangani siapa?", "Perawatan"),
        ("siapa yang nangani keluhan kerusakan alat musik?", "Perawatan"),
        ("pengaduan gedung kesenian diterima siapa?", "Layanan"),
    ],
)
def test_complaints_about_one_thing_have_their_own_hands(
    offices: Finder, question: str, post: str
) -> None:
    assert f"Kepala Seksi {post}" in said(asked(offices, question))


def test_a_condition_that_no_sentence_sets_is_not_answered(offices: Finder) -> None:
    reply = asked(offices, "kalau sapinya ga punya ekor gimana?")
    assert reply.kind is not ReplyKind.ANSWER
