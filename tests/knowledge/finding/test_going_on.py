"""Going on from a list or a step: by order, by name, by letter."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

CARD = a_standard(
    "Penerbitan Kartu Tanda Penduduk",
    says={Facet.REQUIREMENTS: "Fotokopi Kartu Keluarga", Facet.COST: "Gratis"},
    steps=[a_step("1", "Loket menerima berkas", time="5 menit")],
)
COPIES = a_standard(
    "Legalisasi Ijazah",
    says={Facet.REQUIREMENTS: "Ijazah asli", Facet.COST: "Rp 2.000"},
    steps=[
        a_step("1", "Loket menerima ijazah", time="5 menit"),
        a_step("2", "Penandatanganan",
               a_step("2.a", "Dekan menandatangani ijazah program sarjana", time="1 hari",
                      actors=["Dekan"]),
               a_step("2.b", "Direktur menandatangani ijazah program magister", time="3 hari",
                      actors=["Direktur"])),
        a_step("3", "Apoteker menyerahkan obat (obat jadi 30 menit, racikan 60 menit)"),
    ],
)  # fmt: skip


@pytest.fixture(scope="module")
def both() -> Finder:
    return Finder((CARD, COPIES))


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("yang kedua syaratnya apa?", "requirements"),
        ("kalau yang kedua biayanya berapa", "cost"),
        ("nomor 2 syaratnya?", "requirements"),
        ("yang terakhir bayar berapa?", "cost"),
    ],
)
def test_a_question_may_begin_with_one_of_the_list(text: str, aspect: str, both: Finder) -> None:
    listed = both.ask("standar apa saja yang ada?", Topic())
    reply = both.ask(text, listed.topic)
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (COPIES.id, aspect)
    next_ = both.ask("yang pertama?", reply.topic)
    assert next_.request is not None
    assert next_.request.standard == CARD.id


@pytest.mark.parametrize("text", ["KTP", "yang ktp", "kalau KTP?"])
def test_a_short_name_picks_from_a_choice(text: str, both: Finder) -> None:
    choice = both.ask("syaratnya apa?", Topic())
    assert choice.kind is ReplyKind.CHOICE
    reply = both.ask(text, choice.topic)
    assert reply.request is not None
    assert (reply.request.standard, reply.request.aspect) == (CARD.id, "requirements")


@pytest.mark.parametrize(
    ("text", "aspect"), [("yang b?", "step"), ("yang b siapa?", "step_actor"),
                         ("huruf b berapa lama?", "step_time")],
)  # fmt: skip
def test_a_letter_means_a_part_of_the_step(text: str, aspect: str, both: Finder) -> None:
    before = both.ask("langkah 2 legalisasi ijazah apa?", Topic())
    reply = both.ask(text, before.topic)
    assert reply.request is not None
    assert (reply.request.aspect, reply.request.step) == (aspect, "2.b")


@pytest.mark.parametrize(
    ("text", "step"),
    [("ijazah S2 siapa yang tanda tangan?", "2.b"), ("ijazah S1 siapa yang ttd?", "2.a")],
)
def test_a_degree_is_no_number(text: str, step: str, both: Finder) -> None:
    reply = both.ask(text, Topic())
    assert reply.request is not None
    assert reply.request.step == step


def test_a_time_that_is_quoted_is_not_denied(both: Finder) -> None:
    reply = both.ask("langkah 3 legalisasi ijazah berapa lama?", Topic())
    row = reply.values["rows"][0]
    assert (row["time"], row["said"]) == (None, True)
