"""Small talk: greetings, thanks, goodbyes, who are you; and messages that say more than that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.texts import LANGUAGES, office_texts
from knowledge.finding import ReplyKind, Topic
from knowledge.finding.smalltalk import smalltalk
from tests.knowledge.conftest import Ask

GREETING, THANKS, GOODBYE, IDENTITY = "greeting", "thanks", "goodbye", "identity"
LAUGHTER, OPENING = "laughter", "opening"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("halo", GREETING), ("Halo!", GREETING), ("haloo kak", GREETING), ("hai min", GREETING),
        ("hlo min", GREETING), ("helo", GREETING), ("ass wr wb", GREETING), ("aslm", GREETING),
        ("selamat pagi", GREETING), ("selamat siang bapak ibu", GREETING), ("met pagi", GREETING),
        ("assalamualaikum", GREETING), ("permisi kak", GREETING), ("p", GREETING),
        ("hello", GREETING), ("good morning", GREETING), ("Hi there", GREETING),
        ("makasih", THANKS), ("terima kasih banyak ya", THANKS), ("trims kak", THANKS),
        ("oke makasih min", THANKS), ("thx", THANKS), ("thank you so much", THANKS),
        ("makasih\nsampai jumpa", GOODBYE),
        ("mantap", THANKS), ("sip, makasih infonya", THANKS), ("makasihhhh 🙏🙏", THANKS),
        ("siapa kamu?", IDENTITY), ("kamu siapa", IDENTITY), ("ini bot ya?", IDENTITY),
        ("kamu bisa apa saja?", IDENTITY), ("who are you?", IDENTITY),
        ("what can you do", IDENTITY), ("apa itu pandu", IDENTITY),
        ("dadah", GOODBYE), ("sampai jumpa", GOODBYE), ("bye", GOODBYE),
        ("wkwkwk", LAUGHTER), ("wkwk", LAUGHTER), ("WKWKWKW", LAUGHTER), ("wk wk", LAUGHTER),
        ("haha", LAUGHTER), ("hehe", LAUGHTER), ("hihi", LAUGHTER), ("hahahah", LAUGHTER),
        ("lol", LAUGHTER), ("awokwok", LAUGHTER), ("wkwk lucu min", LAUGHTER),
        ("haha makasih", THANKS), ("makasih wkwk", THANKS), ("hehe siapa kamu", IDENTITY),
        ("info dong", OPENING), ("mau tanya", OPENING), ("mau nanya dong", OPENING),
        ("min tanya", OPENING), ("permisi mau tanya", OPENING), ("Halo, mau tanya", OPENING),
        ("izin bertanya pak", OPENING), ("boleh nanya gak?", OPENING), ("minta info", OPENING),
        ("selamat pagi, saya ingin bertanya", OPENING), ("i have a question", OPENING),
        ("can I ask something?", OPENING), ("tidak ada pertanyaan", GOODBYE),
        ("gak ada pertanyaan lagi kak", GOODBYE), ("hi hi", GREETING),
        ("bisa bantu apa aja?", IDENTITY), ("bisa ngapain aja", IDENTITY),
        ("saya bisa tanya apa aja", IDENTITY), ("bantuin dong", OPENING),
        ("bisa dibantu ga kak", OPENING), ("can you help me?", OPENING),
        ("halo, siapa kamu?", IDENTITY), ("makasih, sampai jumpa", GOODBYE),
    ],
)  # fmt: skip
def test_small_talk_is_told_by_its_kind(text: str, kind: str, ask: Ask) -> None:
    assert smalltalk(text) == kind
    reply = ask(text)
    assert (reply.kind, reply.form) == (ReplyKind.SMALLTALK, kind)
    assert reply.values == {"count": 5}


@pytest.mark.parametrize(
    "text",
    [
        "halo, berapa biaya sosialisasi?", "selamat pagi, saya mau tanya persyaratan sop",
        "makasih, kalau tempatnya?", "permisi kak mau ngadu ke siapa ya", "pagi, langkah 3 rkpk",
        "kabag tu bisa ngapain aja",
        "siapa penanggung jawabnya?", "siapa nama kepala biro?", "hello, what is the cost?",
        "mau tanya biaya", "info biaya dong", "permisi mau tanya langkah 3", "haha biayanya?",
        "wkwk syarat sop apa", "mau tanya rkpk", "minta info syarat", "wk", "ha", "hak",
        "i have a question about the cost", "oke terus langkah berikutnya?",
        "halo halo bandung", "", "?", "🙂", "sore ini cuaca apa",
    ],
)  # fmt: skip
def test_a_message_that_says_more_is_no_small_talk(text: str) -> None:
    assert smalltalk(text) is None


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("halo, berapa biaya sosialisasi?", "cost"),
        ("selamat pagi kak, mau tanya persyaratan sop", "requirements"),
        ("permisi, langkah 3 rkpk apa ya? makasih", "step"),
        ("Assalamualaikum. Siapa penanggung jawab sisdur?", "responsible"),
    ],
)
def test_the_question_behind_a_greeting_is_answered(text: str, aspect: str, ask: Ask) -> None:
    reply = ask(text)
    assert reply.request is not None
    assert reply.request.aspect == aspect


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wish_to_ask_is_met_with_an_example(language: str) -> None:
    said = office_texts().render("answers.opening", language, count=7)
    assert "7" in said
    assert said.count("?") >= 2


def test_small_talk_has_no_source_no_buttons_and_no_topic(ask: Ask) -> None:
    reply = ask("halo")
    assert (reply.citations, reply.options, reply.next, reply.request) == ((), (), (), None)
    assert reply.topic == Topic()


@given(st.text(max_size=100))
def test_no_text_upsets_it(text: str) -> None:
    assert smalltalk(text) in {None, GREETING, THANKS, GOODBYE, IDENTITY, LAUGHTER, OPENING}
