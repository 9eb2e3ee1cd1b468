"""Buttons: pressed twice, late, by somebody else, or forged."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from handlers.buttons import Ask, AskPage, Judge, PassOn, TurnPage, encode
from handlers.markup import pages
from handlers.replies import sheets
from handlers.texts import office_texts
from handlers.titles import loaded
from knowledge.finding.answers import Reply, ReplyKind, Request, Topic
from knowledge.finding.finder import Finder
from knowledge.model import Facet
from tests.telegram import Chat, Stage

QUESTION = "siapa penanggung jawab sosialisasi kebijakan?"


async def test_a_double_tap_answers_once(chat: Chat) -> None:
    await chat.says(QUESTION)
    message = chat.sees("Penanggung jawab")
    await chat.taps("Pelaksana", on=message)
    await chat.taps("Pelaksana", on=message)
    assert len(chat.all) == 2


async def test_the_same_button_answers_again_after_something_else(chat: Chat, stage: Stage) -> None:
    await chat.says(QUESTION)
    message = chat.sees("Penanggung jawab")
    await chat.taps("Pelaksana", on=message)
    stage.clock.move(timedelta(minutes=1))
    await chat.taps("Pelaksana", on=message)
    assert len(chat.all) == 3


async def test_feedback_is_kept_once_and_the_last_word_counts(chat: Chat, stage: Stage) -> None:
    await chat.says(QUESTION)
    message = chat.sees("Penanggung jawab")
    since = stage.clock.now() - timedelta(days=1)

    async def counts() -> tuple[int, int]:
        async with stage.office.unit_of_work(writing=False) as work:
            found = await work.questions.counts(since)
        return found.helpful, found.unhelpful

    assert "Terima kasih" in await chat.taps("👍", on=message)
    assert await counts() == (1, 0)
    await chat.taps("👍", on=message)
    assert await counts() == (1, 0)
    assert "perbaikan" in await chat.taps("👎", on=message)
    assert await counts() == (0, 1)
    assert len(chat.all) == 1


@pytest.mark.parametrize(
    "data",
    [
        "0r:icard:x::",
        "garbage",
        "1",
        "1z:1",
        "1r:iunheard_of:x::",
        "1f:+notanumber!",
        encode(Ask("card:deadbeef::")),
        encode(AskPage("procedure:deadbeef::", 2)),
        encode(TurnPage(2)),
        encode(Judge(12345, True)),
        encode(PassOn(12345)),
    ],
)
async def test_an_old_or_foreign_button_is_explained_and_a_new_question_invited(
    chat: Chat, data: str
) -> None:
    await chat.says(QUESTION)
    message = chat.sees("Penanggung jawab")
    assert "sudah tidak berlaku" in await chat.presses(data, message)
    chat.sees("Silakan tuliskan pertanyaannya")
    count = len(chat.all)
    await chat.presses(data, message)
    assert len(chat.all) == count, "the invitation comes once for a message"


async def test_a_button_of_a_message_that_is_gone_still_answers(chat: Chat) -> None:
    await chat.says("/standar")
    data = chat.sees("5 standar").buttons[0][0][1]
    await chat.presses(data)
    chat.sees("Penanggung jawab:")


async def test_nobody_can_judge_or_pass_on_somebody_elses_question(
    chat: Chat, stage: Stage
) -> None:
    await chat.says("berapa harga tiket kereta ke Bandung?")
    shown = chat.sees("tidak")
    data = next(d for row in shown.buttons for label, d in row if "Teruskan" in label)
    stranger = stage.chat(7002)
    assert "tidak berlaku" in await stranger.presses(data)
    async with stage.office.unit_of_work(writing=False) as work:
        (question,) = await work.questions.unanswered()
    assert question.state == "open"


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut pages of 400 units, so that paging does not depend on how long the documents are."""
    monkeypatch.setattr("handlers.replies.pages", partial(pages, size=400))


def _long_request(stage: Stage) -> str:
    """Return the code of a request whose reply takes more than two pages."""
    finder = stage.office.finder
    for standard in loaded(finder):
        request = Request(Facet.PROCEDURE, standard.standard)
        if len(sheets(finder.answer(request, Topic()), office_texts())) > 2:
            return encode(Ask(finder.code(request)))
    raise AssertionError("no procedure is long enough to test paging with")


@pytest.mark.usefixtures("small_pages")
async def test_pages_turn_in_the_message_itself(chat: Chat, stage: Stage) -> None:
    await chat.presses(_long_request(stage))
    message = chat.sees()
    first = message.text
    assert "Sumber:" not in first
    while "▶" in message.labels:
        await chat.taps("▶", on=message)
    assert message.text != first
    assert "Sumber:" in message.text
    assert "Terima kasih" in await chat.taps("👍", on=message)
    while "◀" in message.labels:
        await chat.taps("◀", on=message)
    assert message.text == first
    assert await chat.taps("1/", on=message) == ""
    assert chat.all == [message], "turning pages sends no new message"


@pytest.mark.usefixtures("small_pages")
async def test_turning_to_the_page_that_is_shown_does_no_harm(chat: Chat, stage: Stage) -> None:
    await chat.presses(_long_request(stage))
    message = chat.sees()
    forward = next(data for row in message.buttons for label, data in row if label == "▶")
    await chat.presses(forward, message)
    await chat.presses(forward, message)
    assert message.edits == 1
    assert set(await _states(stage)) == {"sent"}


async def test_a_long_reply_that_no_request_brings_back_is_remembered(
    chat: Chat, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "\n".join(f"Baris {number}. {'kata ' * 40}" for number in range(60))
    long = Reply(ReplyKind.ANSWER, "together", {}, request=Request("listing"))
    monkeypatch.setattr("handlers.replies.body", lambda *_: lines)
    monkeypatch.setattr(Finder, "ask", lambda *_, **__: long)
    await chat.says("apa saja?")
    message = chat.sees("Baris 0.")
    await chat.taps("▶", on=message)
    assert "Baris 0." not in message.text
    await stage.restart()
    while "▶" in message.labels:
        await chat.taps("▶", on=message)
    assert "Baris 59." in message.text
    old = next(data for row in message.buttons for label, data in row if label == "◀")
    assert "Terima kasih" in await chat.taps("👍", on=message)
    await chat.says("apa lagi?")
    assert "tidak berlaku" in await chat.presses(old, message), "another reply is remembered now"


async def _states(stage: Stage) -> dict[str, int]:
    async with stage.office.unit_of_work(writing=False) as work:
        return {count.state.value: count.count for count in await work.outbox.counts()}
