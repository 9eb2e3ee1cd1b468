"""The office's own words, in questions and in complaints; and which it must not have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.finding import Finder, ReplyKind, Topic
from knowledge.finding.defining import Doubt, Refusal
from knowledge.finding.shelf import Shelf
from knowledge.finding.terms import OfficeTerms, key_of
from knowledge.routing.router import Router

TERMS = OfficeTerms(
    {
        "rakor": "rapat koordinasi",
        "S.P.T.": "surat perintah",
        "5R": "rapi resik",
        "bap2": "berita acara",
    }
)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("kapan rakor?", "kapan rapat koordinasi?"),
        ("Rakornya di mana", "rapat koordinasinya di mana"),
        ("siapa tanda tangan s.p.t. itu", "siapa tanda tangan surat perintah. itu"),
        ("SPT", "SPT"),
        ("s p t", "surat perintah"),
        ("apa itu 5R", "apa itu rapi resik"),
        ("BAP2 dan bap", "berita acara dan bap"),
        ("rakorda dan prarakor", "rakorda dan prarakor"),
        ("tulis ke rakor@kantor.go.id", "tulis ke rakor@kantor.go.id"),
    ],
)
def test_a_term_is_written_out_where_it_stands_alone(text: str, heard: str) -> None:
    assert TERMS.written_out(text) == heard


def test_terms_within_terms_are_written_out_and_circles_end() -> None:
    nested = OfficeTerms({"rapatku": "rakor besar", "rakor": "rapat koordinasi"})
    assert nested.written_out("kapan rapatku") == "kapan rapat koordinasi besar"
    circle = OfficeTerms({"a1": "b2", "b2": "a1"})
    assert circle.written_out("a1") in ("a1", "b2")


@given(st.text(max_size=200))
def test_without_terms_every_text_stays_as_it_is(text: str) -> None:
    assert OfficeTerms().written_out(text) == text
    assert not OfficeTerms()


@given(st.text(max_size=40), st.text(max_size=200))
def test_whatever_a_term_is_no_text_breaks_it(short: str, text: str) -> None:
    terms = OfficeTerms({short: "sesuatu"})
    assert bool(terms) == bool(key_of(short))
    terms.written_out(text)


def test_questions_and_complaints_are_read_with_the_terms(shelf: Shelf) -> None:
    terms = OfficeTerms({"sisjaker": "sistem dan prosedur kerja"})
    spoken = shelf.speaking(terms)
    question, complaint = "siapa penanggung jawab sisjaker?", "Saya kecewa, sisjaker lambat sekali."
    assert not Finder(shelf).ask(question, Topic()).citations[1:]
    plain, taught = Finder(shelf).ask(question, Topic()), Finder(spoken).ask(question, Topic())
    written = Finder(shelf).ask(terms.written_out(question), Topic())
    assert taught.kind is ReplyKind.ANSWER
    assert (taught.values, taught.citations) == (written.values, written.citations)
    assert taught.values != plain.values
    router = Router(shelf)
    heard = router.on(spoken).route(complaint)
    assert heard == router.route(terms.written_out(complaint))
    assert heard.standard_id is not None
    assert router.route(complaint).standard_id is None, "the router itself has not changed"


@pytest.mark.parametrize(
    ("short", "meaning", "refusal"),
    [
        ("", "rapat", Refusal.EMPTY),
        ("12", "rapat", Refusal.EMPTY),
        ("rakor", " - ", Refusal.EMPTY),
        ("p", "pejabat", Refusal.TOO_SHORT),
        ("ab" * 21, "rapat", Refusal.TOO_LONG),
        ("satu dua tiga empat lima enam", "rapat", Refusal.TOO_LONG),
        ("rakor", "r" * 121, Refusal.TOO_LONG),
        ("Rakor", "rakor!", Refusal.SAME),
        ("ttd", "tanda tangan", Refusal.KNOWN),
        ("siapa", "apa", Refusal.PROTECTED),
        ("biaya", "tarif", Refusal.PROTECTED),
        ("jangka waktu", "durasi", Refusal.PROTECTED),
        ("terima kasih", "honor", Refusal.PROTECTED),
        ("halo", "kepala biro", Refusal.PROTECTED),
    ],
)
def test_what_questions_are_made_of_is_refused(
    finder: Finder, short: str, meaning: str, refusal: Refusal
) -> None:
    assert finder.judge(short, meaning).refusal is refusal


@pytest.mark.parametrize(
    ("short", "meaning", "doubt"),
    [
        ("memorandum", "nota dinas", Doubt.IN_STANDARDS),
        ("surat perintah", "spt", Doubt.IN_STANDARDS),
        ("rakor", "rapat koordinasi", Doubt.OTHERWISE),
        ("kapal", "kepala biro", Doubt.COMMON),
    ],
)
def test_what_has_a_meaning_already_is_asked_about(
    finder: Finder, short: str, meaning: str, doubt: Doubt
) -> None:
    judgement = finder.judge(short, meaning)
    assert judgement.refusal is None
    assert doubt in judgement.doubts
    assert bool(judgement.values["standard"]) == (doubt is Doubt.IN_STANDARDS)


def test_a_new_word_is_taken_and_it_is_told_whether_a_standard_speaks_of_it(
    finder: Finder,
) -> None:
    known, strange = finder.judge("nodin", "nota dinas"), finder.judge("kros", "karaoke")
    assert (known.refusal, known.doubts, known.is_said) == (None, (), True)
    assert (strange.refusal, strange.is_said) == (None, False)
