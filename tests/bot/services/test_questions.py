"""Questions within a conversation, answered by the real finder from the shipped standards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.clock import FixedClock
from bot.domain.people import Person
from bot.domain.questions import QuestionState
from bot.services.finding import FinderHolder
from bot.services.questions import Asked, Questions, new_question_id
from bot.storage.unit_of_work import SqlUnitsOfWork
from knowledge.finding.answers import ReplyKind, Request
from knowledge.library import Library, shipped_documents
from tests.bot.conftest import NOW

SITI = Person(7, "Siti", "siti", None, NOW, NOW)


@pytest.fixture(scope="module")
def holder() -> FinderHolder:
    holder = FinderHolder()
    holder.load(Library.load([shipped_documents()])[0].values())
    return holder


@pytest.fixture
def questions(holder: FinderHolder) -> Questions:
    return Questions(holder)


class Chat:
    """A chat in which every message is a unit of work of its own, as after a restart."""

    def __init__(
        self, questions: Questions, unit_of_work: SqlUnitsOfWork, clock: FixedClock
    ) -> None:
        self.questions, self.unit_of_work, self.clock = questions, unit_of_work, clock

    async def says(self, text: str, person: Person | None = SITI) -> Asked:
        async with self.unit_of_work() as work:
            asked = await self.questions.ask(work, "7", person, text, self.clock.now())
            await work.commit()
        return asked

    async def taps(self, request: Request, language: str | None = None) -> Asked:
        async with self.unit_of_work() as work:
            asked = await self.questions.answer(
                work, "7", SITI, request, self.clock.now(), language=language
            )
            await work.commit()
        return asked


@pytest.fixture
def chat(questions: Questions, unit_of_work: SqlUnitsOfWork, clock: FixedClock) -> Chat:
    return Chat(questions, unit_of_work, clock)


async def test_a_question_is_answered_and_logged(chat: Chat) -> None:
    asked = await chat.says("berapa biaya pelayanan kepada pimpinan?")
    assert asked.reply.kind is ReplyKind.ANSWER
    async with chat.unit_of_work(writing=False) as work:
        logged = await work.questions.get(asked.question_id)
    assert logged is not None
    assert logged.text == "berapa biaya pelayanan kepada pimpinan?"
    assert (logged.kind, logged.state, logged.person_id) == ("answer", QuestionState.ANSWERED, 7)
    assert logged.aspect == asked.reply.request.aspect if asked.reply.request else None
    assert 0 < logged.ms < 10_000


async def test_the_topic_is_kept_over_a_restart_and_fades(chat: Chat) -> None:
    first = await chat.says("apa saja dasar hukum sosialisasi kebijakan?")
    standard = first.reply.topic.standard
    assert standard is not None
    chat.clock.move(timedelta(minutes=30))
    follow_up = await chat.says("kalau biayanya?")
    assert {citation.standard for citation in follow_up.reply.citations} == {standard}
    chat.clock.move(timedelta(minutes=31))
    faded = await chat.says("kalau biayanya?")
    assert faded.reply.topic.standard != standard or faded.reply.kind is not ReplyKind.ANSWER


async def test_a_pressed_button_sets_the_topic_and_is_logged_without_text(chat: Chat) -> None:
    first = await chat.says("apa saja dasar hukum sosialisasi kebijakan?")
    standard = first.reply.topic.standard
    asked = await chat.taps(Request("cost", standard))
    assert asked.reply.topic.standard == standard
    async with chat.unit_of_work(writing=False) as work:
        logged = await work.questions.get(asked.question_id)
    assert logged is not None
    assert logged.text == ""


async def test_the_chosen_language_is_spoken(chat: Chat) -> None:
    english = replace(SITI, language="en")
    assert (await chat.says("berapa biaya?", english)).reply.language == "en"
    assert (await chat.says("berapa biaya sosialisasi?", None)).reply.language == "id"
    assert (await chat.taps(Request("listing"))).reply.language == "id"
    assert (await chat.taps(Request("listing"), language="en")).reply.language == "en"


async def test_a_question_with_only_something_near_waits_for_the_officials_too(chat: Chat) -> None:
    asked = await chat.says("draf SOP yang dikirim unit itu diperiksa apanya aja?")
    assert (asked.reply.form, asked.reply.sure) == ("nearest", False)
    async with chat.unit_of_work() as work:
        (stored,) = await work.questions.unanswered()
        assert (stored.id, stored.kind) == (asked.question_id, ReplyKind.UNKNOWN)


async def test_an_unanswered_question_is_stored_and_can_be_passed_on(chat: Chat) -> None:
    asked = await chat.says("siapa juara piala dunia 1998?")
    assert asked.reply.kind is ReplyKind.UNKNOWN
    async with chat.unit_of_work() as work:
        (stored,) = await work.questions.unanswered()
        assert (stored.id, stored.state) == (asked.question_id, QuestionState.OPEN)
        assert await chat.questions.pass_on(work, asked.question_id, NOW)
        await work.commit()
    async with chat.unit_of_work() as work:
        (stored,) = await work.questions.unanswered()
        assert stored.state is QuestionState.PASSED_ON
        assert await chat.questions.pass_on(work, asked.question_id, NOW)
        assert await chat.questions.dismiss(work, asked.question_id)
        await work.commit()
    async with chat.unit_of_work() as work:
        assert await work.questions.unanswered() == ()
        assert not await chat.questions.pass_on(work, 404, NOW)
        assert not await chat.questions.dismiss(work, 404)


async def test_feedback_counts_once_a_person_and_only_for_known_questions(chat: Chat) -> None:
    asked = await chat.says("berapa biaya pelayanan kepada pimpinan?")
    async with chat.unit_of_work() as work:
        for helpful in (True, False):
            assert await chat.questions.feedback(work, asked.question_id, 7, helpful, NOW)
        assert not await chat.questions.feedback(work, 404, 7, True, NOW)
        await work.commit()
    async with chat.unit_of_work(writing=False) as work:
        counts = await work.questions.counts(NOW)
    assert (counts.helpful, counts.unhelpful) == (0, 1)


def test_question_ids_grow_with_time_and_fit_the_database() -> None:
    ids = [new_question_id(NOW + timedelta(milliseconds=n)) for n in range(1000)]
    assert ids == sorted(set(ids))
    far = NOW.replace(year=2200)
    assert new_question_id(far) < 2**63
