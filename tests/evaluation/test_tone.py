"""What complaints sound like: how well texts are told apart that nothing was learned from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.routing.kinds import Kind
from knowledge.routing.router import Router
from knowledge.routing.tone import sounds

from . import learn_tone
from .expectations import DOCUMENTS
from .learn_tone import Labelled, labelled

UNSEEN = Path(__file__).parent / "tone" / "unseen.jsonl"


@pytest.fixture(scope="module")
def router() -> Router:
    standards, _ = Library.load([DOCUMENTS])
    return Router(standards.values())


def test_no_unseen_text_was_learned_from() -> None:
    learned = {one.text.casefold() for one in labelled(learn_tone.TEXTS)}
    assert not learned & {one.text.casefold() for one in labelled(UNSEEN) if len(one.text) > 20}


def test_most_unseen_texts_are_told_apart(router: Router) -> None:
    texts = labelled(UNSEEN)
    missed = [t.text for t in texts if t.kind and router.route(t.text).kind is None]
    false = [t.text for t in texts if not t.kind and router.route(t.text).kind]
    complaints = sum(t.kind is not None for t in texts)
    assert len(missed) <= 0.12 * complaints, missed
    assert len(false) <= 0.16 * (len(texts) - complaints), false


@pytest.mark.parametrize(
    "text",
    [
        "ruang sosialisasi panas, mic mati",
        "sudah antre dari subuh, sampai sore nomor saya dilewati terus",
        "wifi lantai 4 mati dari kemarin, kerjaan keteteran",
    ],
)
def test_plain_facts_without_a_sign_are_a_complaint(text: str, router: Router) -> None:
    assert router.route(text).kind is Kind.KELUHAN


@pytest.mark.parametrize(
    "text",
    [
        "besok saya ikut rapat di lantai 2",
        "berkas sudah saya kirim tadi pagi ya",
        "berapa lama penyusunan sop?",
        "bedanya pengaduan sama keluhan apa",
    ],
)
def test_what_is_only_told_or_asked_is_none(text: str, router: Router) -> None:
    assert router.route(text).kind is None


@pytest.mark.parametrize("text", ["", "👍", "???", "a" * 5000])
def test_shares_add_up_for_any_text(text: str) -> None:
    assert sum(sounds(text).values()) == pytest.approx(1)


def test_learning_again_from_the_same_gives_the_same() -> None:
    texts = [
        Labelled("antre lama sekali, loket tutup", Kind.KELUHAN),
        Labelled("loket buka jam berapa ya", None),
    ] * 4
    again = learn_tone.taught(texts)
    assert again == learn_tone.taught(texts)
    assert again["antre"][1] > again["antre"][0]


def test_every_line_of_the_texts_is_one_text() -> None:
    for path in (learn_tone.TEXTS, UNSEEN):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert json.loads(line).keys() == {"text", "kind"}
