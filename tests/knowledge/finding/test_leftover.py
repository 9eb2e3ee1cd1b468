"""What an answer leaves out of a question, shown below it from elsewhere in the standard."""

from __future__ import annotations

import pytest

from handlers.replies import body
from handlers.texts import office_texts
from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

BOOKS = a_standard(
    "Peminjaman Buku Perpustakaan",
    says={
        Facet.COST: "Pendaftaran anggota gratis",
        Facet.REQUIREMENTS: ("Kartu identitas", "Pas foto"),
        Facet.GUARANTEE: "Buku yang hilang diganti dengan judul yang sama",
        Facet.LEGAL_BASIS: "Undang-Undang tentang Perpustakaan yang hilang",
    },
    steps=[a_step("1", "Pustakawan mencatat buku", time="5 menit", actors=["Pustakawan"])],
)
AULA = a_standard("Pemakaian Aula", says={Facet.COST: "Rp500.000"})


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder((BOOKS, AULA))


def asked(finder: Finder, text: str) -> Reply:
    return finder.ask(text, Topic())


def test_a_passage_that_says_the_rest_stands_below_the_answer(finder: Finder) -> None:
    reply = asked(finder, "perpustakaan: kalau hilang biayanya berapa?")
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "with_more")
    assert reply.request is not None
    assert reply.request.aspect == "cost"
    assert "gratis" in str(reply.values["main"])
    assert "judul yang sama" in str(reply.values["more"])
    assert len(reply.citations) == 2


@pytest.mark.parametrize(
    "text",
    [
        "biaya perpustakaan berapa?",  # the answer says all of it
        "perpustakaan: berapa biaya pas foto kucing?",  # nothing says the rest
        "syarat perpustakaan: kartu identitas sama apa lagi?",  # it is in the answer
    ],
)
def test_nothing_stands_below_an_answer_that_leaves_nothing_out(finder: Finder, text: str) -> None:
    reply = asked(finder, text)
    assert "judul yang sama" not in str(reply.values)


@pytest.mark.parametrize(("language", "lead"), [("id", "Lihat juga"), ("en", "See also")])
def test_it_is_said_to_stand_elsewhere(finder: Finder, language: str, lead: str) -> None:
    reply = finder.ask("perpustakaan: kalau hilang biayanya berapa?", Topic(), language=language)
    said = body(reply, office_texts())
    assert said.index("gratis") < said.index(lead) < said.index("judul yang sama")


def test_the_conversation_goes_on_with_the_answer(finder: Finder) -> None:
    reply = asked(finder, "perpustakaan: kalau hilang biayanya berapa?")
    assert (reply.topic.standard, reply.topic.aspect) == (BOOKS.id, "cost")
