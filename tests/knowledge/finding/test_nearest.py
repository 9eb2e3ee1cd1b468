"""What is shown where nothing answers for sure: the nearest of a known standard, said as such."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.finding.lessons import Lesson, OfficeAnswer
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

KEYS = a_standard(
    "Peminjaman Aula",
    says={
        Facet.REQUIREMENTS: (
            "Ketua panitia hadir saat kunci diserahkan",
            "Kunci diambil panitia paling lambat hari Jumat pukul 15.00",
        ),
        Facet.COST: ("Sewa Rp500.000 per hari", "Kunci yang patah atau hilang diganti peminjam"),
        Facet.PLACE: "Kantor Rumah Tangga, Jalan Seruling Nomor 3",
    },
    steps=[a_step("1", "Pemohon menyerahkan surat", time="5 menit", actors=["Pemohon"])],
)
BOOKS = a_standard("Peminjaman Buku", says={Facet.COST: "Gratis"})
SELDOM = "aula: kunci patah, ketua panitia gimana?"
AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def offices() -> Finder:
    return Finder((KEYS, BOOKS))


def asked(finder: Finder, text: str) -> Reply:
    return finder.ask(text, Topic())


def said(reply: Reply) -> str:
    return str([line.text for part in reply.values["parts"] for line in part["values"]["lines"]])


def test_a_named_standard_that_says_some_of_it_shows_that_and_is_not_sure(offices: Finder) -> None:
    reply = asked(offices, SELDOM)
    assert (reply.form, reply.kind, reply.sure) == ("nearest", ReplyKind.ANSWER, False)
    assert "diganti peminjam" in said(reply)
    assert "Ketua panitia hadir" in said(reply)
    assert reply.leaves_open
    assert not reply.answers
    assert reply.citations


@pytest.mark.parametrize(
    "question",
    [
        "aula jual tiket konser?",  # nothing of it is said
        "berapa gaji pemain bola?",  # of no service
        "aula universitas Pajajaran kunci patah, ketua panitia gimana?",  # another's
    ],
)
def test_nothing_is_near_without_words_of_the_text(offices: Finder, question: str) -> None:
    assert asked(offices, question).kind is ReplyKind.UNKNOWN


def test_a_part_that_is_missing_gives_way_to_what_says_it_elsewhere(offices: Finder) -> None:
    reply = asked(offices, "peminjaman aula jumat sampai jam berapa?")
    assert (reply.form, reply.values["missing"]) == ("nearest", "service_hours")
    assert "pukul 15.00" in said(reply)


def test_a_part_that_is_missing_is_just_missing_where_nothing_speaks_of_it(offices: Finder) -> None:
    assert asked(offices, "peminjaman aula senin sampai jam berapa?").form == "missing_facet"


def test_a_standard_named_in_vain_is_what_the_chat_is_about_then(offices: Finder) -> None:
    reply = asked(offices, "peminjaman aula jual tiket konser?")
    assert reply.form == "unknown"
    assert "Seruling" in str(offices.ask("alamatnya?", reply.topic).values)


def test_what_the_office_taught_comes_before_what_is_only_near() -> None:
    answer = OfficeAnswer("Boleh, dengan surat lurah.", "Kepala Seksi Layanan", AT)
    taught = Finder((KEYS, BOOKS), lessons=[Lesson(7, SELDOM, answer)])
    assert Finder((KEYS, BOOKS)).ask(SELDOM, Topic()).form == "nearest"
    assert taught.ask(SELDOM, Topic()).lesson == 7
