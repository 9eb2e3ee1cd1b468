"""What a question seems to ask for where no cue says it: answered last, and not for sure."""

from __future__ import annotations

import pytest

from handlers.replies import present
from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

CARD = a_standard(
    "Penerbitan Kartu Pencari Kerja",
    says={
        Facet.TOTAL_TIME: "1 hari kerja",
        Facet.COST: "Gratis",
        Facet.FACILITIES: "Ruang tunggu dan tempat parkir",
        Facet.RESPONSIBLE: "Kepala Bidang Penempatan",
        Facet.USERS: "Penduduk kota",
    },
    steps=[a_step("1", "Petugas memeriksa berkas", time="5 menit", actors=["Petugas"])],
)
AULA = a_standard("Pemakaian Aula", says={Facet.COST: "Rp500.000"})


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder((CARD, AULA))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kartu pencari kerja bisa ditunggu atau besok baru jadi?", "1 hari kerja"),
        ("bikin kartu pencari kerja keluar duit gak?", "Gratis"),
    ],
)
def test_a_part_is_told_that_no_cue_asks_for(finder: Finder, text: str, said: str) -> None:
    reply = finder.ask(text, Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert said in str(reply.values)


def test_of_the_standard_that_is_spoken_of(finder: Finder) -> None:
    reply = finder.ask("bisa ditunggu atau besok baru jadi?", Topic(standard=CARD.id))
    assert "1 hari kerja" in str(reply.values)
    assert not reply.sure
    assert reply.leaves_open


@pytest.mark.parametrize(("language", "said"), [("id", "Bila bukan itu"), ("en", "If that is not")])
def test_that_it_is_only_a_guess_is_said(finder: Finder, language: str, said: str) -> None:
    guess = "bisa ditunggu atau besok baru jadi?"
    reply = finder.ask(guess, Topic(standard=CARD.id), language=language)
    assert said in present(reply).html
    sure = finder.ask("biaya kartu pencari kerja?", Topic(), language=language)
    assert said not in present(sure).html


@pytest.mark.parametrize(
    "text",
    [
        "kartu pencari kerja kulkas traktor sapi pocong?",
        "makasih banyak ya kak sehat selalu",
    ],
)
def test_nothing_is_told_without_a_standard_or_of_strange_things(finder: Finder, text: str) -> None:
    assert finder.ask(text, Topic()).kind is not ReplyKind.ANSWER


def test_of_no_named_standard_each_tells_its_part(finder: Finder) -> None:
    reply = finder.ask("bisa ditunggu atau besok baru jadi?", Topic())
    assert reply.form == "each"
    assert "1 hari kerja" in str(reply.values)
    assert "tempat parkir" not in str(reply.values)  # "ruang tunggu" is but a chance word


def test_what_the_standard_does_not_say_is_not_answered_with_something_else(finder: Finder) -> None:
    reply = finder.ask("aula: bisa ditunggu atau besok baru jadi?", Topic())
    assert reply.kind is not ReplyKind.ANSWER or "500.000" not in str(reply.values)
