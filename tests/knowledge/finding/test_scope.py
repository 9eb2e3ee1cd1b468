"""Which standard a question is about: named, kept from the conversation, or open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Topic
from knowledge.finding.question import read
from knowledge.finding.scope import How, Scope, scope_of
from knowledge.finding.shelf import Shelf
from knowledge.model import Facet, ServiceStandard
from tests.knowledge.builders import a_standard


def scope(text: str, topic: Topic, shelf: Shelf) -> Scope:
    return scope_of(read(text, shelf), topic, shelf)


def test_a_named_standard_is_the_scope(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("biaya sosialisasi", Topic(), shelf)
    assert found == Scope(How.NAMED, ids["sosialisasi"], (ids["sosialisasi"],))
    assert found.within() == frozenset({ids["sosialisasi"]})


def test_a_named_standard_wins_over_the_conversation(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("biaya sosialisasi", Topic(ids["rkpk"]), shelf)
    assert (found.how, found.standard) == (How.NAMED, ids["sosialisasi"])


def test_without_a_name_the_conversation_decides(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("biayanya?", Topic(ids["rkpk"]), shelf)
    assert (found.how, found.standard) == (How.TOPIC, ids["rkpk"])
    assert found.within() == frozenset({ids["rkpk"]})


def test_without_either_every_standard_is_open(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("biayanya?", Topic(), shelf)
    assert (found.how, found.standard) == (How.OPEN, None)
    assert set(found.possible) == set(ids.values())
    assert found.within() is None


def test_two_named_standards_are_several(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("pimpinan dan sop", Topic(), shelf)
    assert found.how is How.SEVERAL
    assert found.within() == frozenset({ids["pimpinan"], ids["sop"]})


def test_a_name_that_also_fits_the_conversation_keeps_it(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("pimpinan dan sop", Topic(ids["sop"]), shelf)
    assert (found.how, found.standard) == (How.TOPIC, ids["sop"])


def test_a_conversation_about_a_standard_that_is_gone_does_not_count(shelf: Shelf) -> None:
    assert scope("biayanya?", Topic("gone"), shelf).how is How.OPEN


def test_a_post_of_one_standard_only_points_at_it(shelf: Shelf, ids: dict[str, str]) -> None:
    found = scope("kasubbag standardisasi pelayanan", Topic(), shelf)
    assert found.standard == ids["sop"]


def test_a_post_of_several_standards_points_at_none(shelf: Shelf) -> None:
    assert scope("mensesneg", Topic(), shelf).standard is None


@pytest.mark.parametrize("text", ["biayanya?", "", "cuaca besok", "langkah 3"])
def test_the_only_standard_is_always_meant(text: str, shipped: dict[str, ServiceStandard]) -> None:
    shelf = Shelf([shipped["rkpk"]])
    assert scope(text, Topic(), shelf).standard == shipped["rkpk"].id


def test_several_words_for_another_standard_leave_the_one_spoken_of() -> None:
    school = replace(
        a_standard("Mutasi Peserta Didik", says={Facet.REQUIREMENTS: "Rapor asli"}),
        preamble=("SMP NEGERI 4 TELUK",),
    )
    letter = a_standard("Surat Penelitian", says={Facet.REQUIREMENTS: ("Proposal", "Surat mutasi")})
    finder = Finder((school, letter))
    topic = finder.ask("biaya surat penelitian?", Topic()).topic
    reply = finder.ask("syarat pindah masuk smpn 4 apa", topic)
    assert reply.request is not None
    assert reply.request.standard == school.id
