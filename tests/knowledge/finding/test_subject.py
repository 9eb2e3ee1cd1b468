"""Which standard a question is most likely about where it names none, or one by chance."""

from __future__ import annotations

import pytest

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.question import read
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import Subjects
from knowledge.model import Facet
from tests.knowledge.builders import a_standard, a_step

WATER = a_standard(
    "Sambungan Air Baru",
    says={
        Facet.REQUIREMENTS: ("Denah rumah", "Rekening tetangga terdekat"),
        Facet.COST: "Pipa dan meteran Rp1.200.000",
        Facet.GUARANTEE: "Meteran yang macet diganti tanpa biaya",
    },
    steps=[a_step("1", "Juru ukur mengukur panjang pipa", time="2 hari", actors=["Juru Ukur"])],
)
BLOOD = a_standard(
    "Pemeriksaan Laboratorium",
    says={
        Facet.REQUIREMENTS: ("Surat pengantar dokter", "Puasa sepuluh jam sebelum gula darah"),
        Facet.COST: "Gula darah Rp18.000",
        Facet.OUTPUT: "Hasil pemeriksaan air seni dan darah",
    },
    steps=[a_step("1", "Analis mengambil darah", time="15 menit", actors=["Analis"])],
)
HALL = a_standard("Pemakaian Aula", says={Facet.COST: "Rp500.000"})
_SHELF = Shelf((WATER, BLOOD, HALL))
_SUBJECTS = Subjects(_SHELF)


@pytest.fixture(scope="module")
def offices() -> Finder:
    return Finder(_SHELF)


@pytest.mark.parametrize(
    ("text", "standard"),
    [
        ("meterannya macet diganti gak?", WATER.id),
        ("sebelum cek gula darah puasa brp jam", BLOOD.id),
        ("denah rumah dikumpulin ke siapa", WATER.id),
        ("aula bayar?", HALL.id),
    ],
)
def test_the_standard_that_speaks_of_it_is_the_likeliest(text: str, standard: str) -> None:
    found = _SUBJECTS.likeliest(read(text, _SHELF), Topic())
    assert found is not None
    assert found.standard == standard
    assert 0.6 < found.share <= 1


def test_what_is_spoken_of_stays_where_nothing_else_is_named() -> None:
    found = _SUBJECTS.likeliest(read("kalau biayanya?", _SHELF), Topic(HALL.id))
    assert found is not None
    assert found.standard == HALL.id


def test_words_that_no_text_says_are_about_no_standard() -> None:
    assert _SUBJECTS.likeliest(read("zebra kebobolan?", _SHELF), Topic()) is None


def test_a_question_that_names_no_service_is_answered_by_the_one_it_speaks_of(
    offices: Finder,
) -> None:
    reply = offices.ask("kalau meteran macet gimana?", Topic())
    assert "diganti tanpa biaya" in reply.said
    assert reply.topic.standard == WATER.id


def test_one_word_of_another_name_does_not_lead_away(offices: Finder) -> None:
    reply = offices.ask("puasa dulu sebelum cek air seni dan gula darah?", Topic())
    assert {citation.standard for citation in reply.citations} == {BLOOD.id}


@pytest.mark.parametrize("text", ["syarat bikin rekening bank?", "berapa jumlah rumah sekarang?"])
def test_another_service_is_not_taken_for_one_that_has_a_word_of_it(
    offices: Finder, text: str
) -> None:
    assert offices.ask(text, Topic()).kind is ReplyKind.UNKNOWN


def test_no_choice_is_offered_where_the_question_speaks_of_one_service(offices: Finder) -> None:
    reply = offices.ask("juru ukur mengukur pipa jam berapa?", Topic())
    assert reply.kind is ReplyKind.ANSWER
    assert {citation.standard for citation in reply.citations} == {WATER.id}
