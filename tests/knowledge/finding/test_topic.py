"""The conversation's topic: what keeps it, what changes it, what a short message then means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.finding import Finder, Option, ReplyKind, Request, Topic
from tests.knowledge.conftest import Ask, asked


@pytest.fixture
def about_rkpk(ids: dict[str, str]) -> Topic:
    """Return the topic of a chat that stands at step 3 of rkpk and came from sop."""
    return Topic(ids["rkpk"], ids["sop"], "step", "3")


@pytest.mark.parametrize(
    "between",
    ["makasih", "halo", "oke sip", "siapa kamu?", "selamat pagi", "cuaca besok gimana?",
     "resep nasi goreng", "asdfgh qwerty", "berapa harga tiket kereta ke bandung", "🙂🙂", "",
     "<b></b>", "DROP TABLE standar;--"],
)  # fmt: skip
def test_small_talk_and_what_is_not_understood_lose_nothing(
    between: str, finder: Finder, about_rkpk: Topic
) -> None:
    reply = finder.ask(between, about_rkpk)
    assert reply.kind in (ReplyKind.SMALLTALK, ReplyKind.UNKNOWN)
    assert reply.topic == about_rkpk


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (["biaya sosialisasi?", "kalau tempatnya?"], ("sosialisasi", "place", None)),
        (["biaya sosialisasi?", "makasih", "jadwalnya?"], ("sosialisasi", "service_hours", None)),
        (["biaya sosialisasi?", "cuaca besok?", "syaratnya apa"],
         ("sosialisasi", "requirements", None)),
        (["biaya sosialisasi?", "kalau rkpk?"], ("rkpk", "cost", None)),
        (["biaya sosialisasi?", "terus sop?", "jadwalnya"], ("sop", "service_hours", None)),
        (["apa dasar hukum rkpk", "bukan, maksud saya yang sosialisasi"],
         ("sosialisasi", "legal_basis", None)),
        (["sop", "pengaduan ke siapa"], ("sop", "complaint_receiver", None)),
        (["pengawasan internal sisdur", "kalau sop?"], ("sop", "supervision", None)),
        (["tempat sisdur", "daftar standar", "jadwalnya?"], ("sisdur", "service_hours", None)),
        (["tempat sisdur", "apa tugas kabiro TU", "jadwalnya?"],
         ("sisdur", "service_hours", None)),
        (["bandingin penanggung jawab semua standar", "bukan, maksud saya yg sisdur"],
         ("sisdur", "responsible", None)),
        (["standar mana yang tidak punya pengawasan internal?", "kalau sosialisasi?"],
         ("sosialisasi", "supervision", None)),
        (["what is the cost of sosialisasi?", "and the place?"], ("sosialisasi", "place", None)),
    ],
)  # fmt: skip
def test_a_short_message_is_about_the_standard_of_the_conversation(
    messages: list[str], expected: tuple[str, str, None], ask: Ask, ids: dict[str, str]
) -> None:
    assert asked(ask(*messages), ids) == expected


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        (["langkah 3 rkpk", "berapa lama?"], ("rkpk", "step_time", "3")),
        (["langkah 3 rkpk", "siapa yang ngerjain?"], ("rkpk", "step_actor", "3")),
        (["langkah 3 rkpk", "langkah berikutnya?"], ("rkpk", "step_next", "3")),
        (["langkah 3 rkpk", "sebelumnya?"], ("rkpk", "step_previous", "3")),
        (["langkah 3 rkpk", "makasih ya", "terus?"], ("rkpk", "step_next", "3")),
        (["langkah 3 rkpk", "terus?", "terus?"], ("rkpk", "step_next", "4")),
        (["langkah 3 rkpk", "biayanya?", "langkah berikutnya"], ("rkpk", "step_next", "3")),
        (["langkah 5 sop", "langkah 5 rkpk", "berikutnya?"], ("rkpk", "step_next", "5")),
        (["rkpk", "langkah terakhir?", "sebelumnya?"], ("rkpk", "step_previous", "13")),
        (["setelah monitoring dokumen apa?", "terus?"], ("rkpk", "step_next", "4")),
        (["langkah 99 rkpk", "langkah 2"], ("rkpk", "step", "2")),
    ],
)  # fmt: skip
def test_a_step_is_gone_on_from(
    messages: list[str], expected: tuple[str, str, str], ask: Ask, ids: dict[str, str]
) -> None:
    assert asked(ask(*messages), ids) == expected


def test_the_step_that_is_shown_is_the_one_to_go_on_from(ask: Ask) -> None:
    reply = ask("langkah 3 rkpk", "langkah berikutnya?")
    assert reply.values["step"]["number"] == "4"
    assert reply.topic.step == "4"
    assert reply.topic.aspect == "step_next"


def test_another_standard_changes_the_topic_and_the_old_one_is_remembered(
    ask: Ask, ids: dict[str, str]
) -> None:
    topic = ask("langkah 3 rkpk", "biaya sop").topic
    assert (topic.standard, topic.previous) == (ids["sop"], ids["rkpk"])
    assert (topic.aspect, topic.step) == ("cost", None)


@pytest.mark.parametrize("text", ["yang satunya?", "yang satunya lagi?", "yang lain?"])
def test_the_other_one_is_the_standard_before(text: str, ask: Ask, ids: dict[str, str]) -> None:
    reply = ask("biaya sisdur", "biaya sop", text)
    assert asked(reply, ids) == ("sisdur", "cost", None)
    assert reply.topic.previous == ids["sop"]


def test_the_same_standard_again_keeps_the_one_before(ask: Ask, ids: dict[str, str]) -> None:
    topic = ask("biaya sisdur", "biaya sop", "tempat sop").topic
    assert topic.previous == ids["sisdur"]


@pytest.mark.parametrize(
    "text",
    ["daftar standar", "standar mana yang tidak punya pengawasan internal?",
     "bandingkan biaya semua standar"],
)  # fmt: skip
def test_an_answer_about_all_standards_leaves_the_one_of_the_chat(
    text: str, finder: Finder, about_rkpk: Topic
) -> None:
    reply = finder.ask(text, about_rkpk)
    assert reply.kind is ReplyKind.ANSWER
    kept = reply.topic
    assert (kept.standard, kept.previous) == (about_rkpk.standard, about_rkpk.previous)
    assert kept.aspect == about_rkpk.aspect


def test_a_choice_is_kept_with_the_topic_until_it_is_picked(ask: Ask, ids: dict[str, str]) -> None:
    offered = ask("persyaratan")
    assert offered.kind is ReplyKind.CHOICE
    assert offered.topic.options == offered.options
    assert len(offered.options) == 5
    picked = ask("2", topic=offered.topic)
    assert picked.request == offered.options[1].request
    assert picked.topic.options == ()
    assert picked.topic.standard == offered.options[1].request.standard


def test_small_talk_does_not_take_a_choice_away(ask: Ask) -> None:
    offered = ask("persyaratan")
    assert ask("halo", topic=offered.topic).topic.options == offered.options


@pytest.mark.parametrize("text", ["resep nasi goreng", "biaya sop"])
def test_anything_else_takes_the_choice_away(text: str, ask: Ask) -> None:
    assert ask("persyaratan", text).topic.options == ()


def test_pressing_a_button_moves_the_topic_as_asking_does(
    finder: Finder, about_rkpk: Topic, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("cost", ids["sop"]), about_rkpk)
    assert reply.topic == Topic(ids["sop"], ids["rkpk"], "cost")


def test_reading_the_exact_text_keeps_what_was_asked(
    finder: Finder, ids: dict[str, str], ask: Ask
) -> None:
    asked_for = ask("biaya sop")
    quote = next(r for r in asked_for.next if r.aspect == "quote")
    assert finder.answer(quote, asked_for.topic).topic.aspect == "cost"


def test_a_standard_that_is_gone_is_dropped_from_the_topic(
    finder: Finder, about_rkpk: Topic
) -> None:
    stale = replace(about_rkpk, standard="gone", previous="gone too")
    topic = finder.ask("makasih", stale).topic
    assert (topic.standard, topic.previous, topic.step) == (None, None, None)
    assert finder.ask("biayanya?", stale).kind is ReplyKind.ANSWER


def test_a_step_that_is_gone_is_said_to_be_gone(finder: Finder, about_rkpk: Topic) -> None:
    reply = finder.ask("terus?", replace(about_rkpk, step="99"))
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "no_step")


def test_an_option_is_picked_from_the_topic_that_is_passed_in_only(finder: Finder) -> None:
    options = (Option("Satu", Request("listing")), Option("Dua", Request("differences")))
    assert finder.ask("2", Topic(options=options)).form == "differences"
    assert finder.ask("2", Topic()).form != "differences"


def test_an_option_of_a_standard_that_is_gone_says_so(finder: Finder) -> None:
    options = (Option("Satu", Request("cost", "gone")), Option("Dua", Request("listing")))
    reply = finder.ask("1", Topic(options=options))
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "gone")


@pytest.mark.parametrize("aspect", ["cost", "step", "complaint", "quote", "total_time", "card"])
def test_a_button_of_a_standard_that_is_gone_says_so(aspect: str, finder: Finder) -> None:
    reply = finder.answer(Request(aspect, "gone", "1"), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "gone")


def test_a_button_that_asks_what_nobody_knows_any_more_says_so(
    finder: Finder, ids: dict[str, str]
) -> None:
    reply = finder.answer(Request("horoscope", ids["sop"]), Topic())
    assert (reply.kind, reply.form) == (ReplyKind.UNKNOWN, "gone")


@pytest.mark.parametrize("text", ["15 hari, betul?", "10 hari kan?"])
def test_a_time_that_is_claimed_is_answered_with_the_one_that_is_set(text: str, ask: Ask) -> None:
    reply = ask("langkah 3 rkpk", text)
    assert reply.form == "step_time"
    assert [row["time"] for row in reply.values["rows"]] == ["15 hari"]
