"""A second look at replies: what may be told beside or instead of them, and what is taken back.

Weights are set here, so that only what may never happen holds a guess back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from knowledge.finding import Finder, Reply, ReplyKind, Topic
from knowledge.finding.candidates import candidates_of
from knowledge.finding.content import Searcher
from knowledge.finding.guessing import Guess, Guesser, Guesses, is_told
from knowledge.finding.question import read
from knowledge.finding.ranking import Ranker
from knowledge.finding.second_look import ADDS, REFUSES, likelihood
from knowledge.finding.shelf import Shelf
from knowledge.finding.subject import Subjects
from knowledge.language import words
from knowledge.model import Channel, Facet
from tests.knowledge.builders import a_chain, a_standard, a_step

from .offices_made_up import asked

_ALWAYS, _NEVER = {"*": 9.0}, {"*": -9.0}

DIVING = a_standard(
    "Izin Penyelaman Wisata",
    says={
        Facet.REQUIREMENTS: ("Surat permohonan", "Fotokopi sertifikat selam"),
        Facet.COST: "Rp75.000 per penyelam",
        Facet.SAFETY: "Penyelam didampingi pemandu sampai kedalaman 18 meter",
    },
    steps=[
        a_step("1", "Petugas memeriksa sertifikat selam", time="2 jam", actors=["Petugas"]),
        a_step("2", "Kepala Balai menandatangani izin", time="1 hari", actors=["Kepala Balai"]),
    ],
    complaint=replace(a_chain("Kepala Seksi Wisata"), channels=(Channel("kotak", "kotak saran"),)),
)
CAMPING = a_standard("Sewa Tenda Kemah", says={Facet.COST: "Rp40.000 per malam"})


def _weigh(
    monkeypatch: pytest.MonkeyPatch, adds: Mapping[str, float], no: Mapping[str, float]
) -> None:
    monkeypatch.setattr(words, "second_look", lambda: {ADDS: adds, REFUSES: no})


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> Finder:
    """Return a finder that tells each guess that it may tell."""
    _weigh(monkeypatch, _ALWAYS, _NEVER)
    return Finder((DIVING, CAMPING))


@pytest.fixture
def doubting(monkeypatch: pytest.MonkeyPatch) -> Finder:
    """Return a finder that takes back each answer that it may take back."""
    _weigh(monkeypatch, _NEVER, _ALWAYS)
    return Finder((DIVING, CAMPING))


def test_what_is_guessed_stands_below_an_answer_with_its_source(eager: Finder) -> None:
    reply = asked(eager, "biaya izin penyelaman wisata berapa?")
    assert (reply.kind, reply.form) == (ReplyKind.ANSWER, "with_more")
    assert "75.000" in str(reply.values["main"])
    assert {citation.standard for citation in reply.citations} == {DIVING.id}


def test_what_is_guessed_stands_for_a_card_that_asks_what_is_wanted(eager: Finder) -> None:
    reply = asked(eager, "izin penyelaman wisata")
    assert reply.form != "card"
    assert not reply.sure


def test_another_part_is_not_told_for_one_that_is_missing(eager: Finder) -> None:
    reply = asked(eager, "dasar hukum izin penyelaman wisata?")
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "missing_facet")


def test_a_part_is_not_told_of_another_service(eager: Finder) -> None:
    reply = asked(eager, "syarat izin penyelaman wisata?", "bikin paspor syaratnya apa?")
    assert "sertifikat selam" not in reply.said


def test_an_allowance_of_a_strange_thing_is_not_guessed(eager: Finder) -> None:
    assert not asked(eager, "izin penyelaman wisata: boleh bawa zebra?").answers


def test_the_way_of_a_complaint_tells_who_handles_it(doubting: Finder) -> None:
    reply = asked(doubting, "pengaduan izin penyelaman wisata ditangani siapa?")
    handlers = [one for one in candidates_of(DIVING) if one.facet == "complaint_handler"]
    assert reply.form == "complaint"
    assert handlers
    assert all(is_told(one, reply, reply.said) for one in handlers)


def test_below_the_step_told_last_stands_no_other_step(eager: Finder) -> None:
    reply = asked(eager, "izin penyelaman wisata langkah 1 berapa lama?", "2 jam kan?")
    assert "menandatangani" not in reply.said


def test_what_speaks_of_all_that_is_asked_is_not_taken_back(doubting: Finder) -> None:
    reply = asked(doubting, "biaya izin penyelaman wisata berapa?")
    assert reply.kind is ReplyKind.ANSWER


def test_a_numbered_step_is_not_taken_back(doubting: Finder) -> None:
    reply = asked(doubting, "izin penyelaman wisata langkah 2 zebra?")
    assert reply.kind is ReplyKind.ANSWER


def test_what_is_taken_back_is_said_not_to_be_in_the_standards(doubting: Finder) -> None:
    reply = asked(doubting, "biaya zebra naga izin penyelaman wisata berapa?")
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "unknown")
    assert not reply.citations


def test_likelihoods_add_up_signs_times_weights() -> None:
    assert likelihood({}, {"*": 5.0}) == 0.5
    assert likelihood({"*": 1.0, "share": 0.5}, {"*": -1.0, "share": 2.0}) == 0.5
    assert likelihood({"*": 1.0}, _ALWAYS) > 0.99


def test_a_reply_tells_a_part_only_of_its_own_standard(eager: Finder) -> None:
    guesses = _guesses("biaya izin penyelaman wisata berapa?")
    costs = [one.candidate for one in guesses.best if one.candidate.facet == "cost"]
    reply = eager.ask("biaya sewa tenda kemah berapa?", Topic())
    assert not any(is_told(one, reply, reply.said) for one in costs)


def _guesses(text: str) -> Guesses:
    """Return what is guessed beside a reply that tells nothing."""
    shelf = Shelf((DIVING, CAMPING))
    guesser = Guesser(Subjects(shelf), Ranker(shelf, Searcher(shelf)))
    return guesser.guesses(read(text, shelf), Topic(), Reply(ReplyKind.UNKNOWN, "unknown"))


def test_guesses_are_the_likeliest_first_of_likely_standards() -> None:
    best: list[Guess] = list(_guesses("biaya izin penyelaman wisata berapa?").best)
    assert best[0].candidate.facet == "cost"
    assert best[0].standard == DIVING.id
    assert [one.joint for one in best] == sorted((one.joint for one in best), reverse=True)
    assert all(0 < one.joint <= one.share <= 1 for one in best)
