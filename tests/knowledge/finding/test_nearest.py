"""What is shown where nothing answers for sure: the nearest of a known standard, said as such."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.lessons import Lesson, OfficeAnswer

from .offices_made_up import HALL, asked, said, three_offices

SELDOM = "penyewa gedung kesenian dari paguyuban gimana?"
AT = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def offices() -> Finder:
    return three_offices()


def test_a_named_standard_that_says_some_of_it_shows_that_and_is_not_sure(offices: Finder) -> None:
    reply = asked(offices, SELDOM)
    assert (reply.form, reply.kind, reply.sure) == ("nearest", ReplyKind.ANSWER, False)
    assert "perguruan tinggi" in said(reply)
    assert reply.leaves_open
    assert not reply.answers
    assert reply.citations


@pytest.mark.parametrize(
    "question",
    [
        "gedung kesenian jual tiket konser?",  # nothing of it is said
        "berapa gaji pemain bola?",  # of no service
        "gedung kesenian universitas Pajajaran pemain dapat makan?",  # another's
    ],
)
def test_nothing_is_near_without_words_of_the_text(offices: Finder, question: str) -> None:
    assert asked(offices, question).kind is ReplyKind.UNKNOWN


def test_a_part_that_is_missing_gives_way_to_what_says_it_elsewhere(offices: Finder) -> None:
    reply = asked(offices, "keselamatan lampu panggung gedung kesenian gimana?")
    assert reply.form == "nearest"
    assert reply.values["missing"] == "safety"


def test_a_standard_named_in_vain_is_what_the_chat_is_about_then(offices: Finder) -> None:
    reply = offices.ask("gedung kesenian jual tiket konser?", Topic())
    assert reply.form == "unknown"
    assert "Seruling" in said(offices.ask("alamatnya?", reply.topic))


def test_what_the_office_taught_comes_before_what_is_only_near() -> None:
    answer = OfficeAnswer("Boleh, dengan surat lurah.", "Kepala Seksi Layanan", AT)
    taught = Finder((HALL,), lessons=[Lesson(7, SELDOM, answer)])
    assert Finder((HALL,)).ask(SELDOM, Topic()).form == "nearest"
    assert taught.ask(SELDOM, Topic()).lesson == 7
