"""The log of questions and the feedback, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.errors import StorageError
from bot.domain.questions import Feedback, Question, QuestionState
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

ASKED = Question(
    id=2**60 + 1,
    chat_key="-100:7",
    person_id=7,
    text="berapa biayanya?",
    kind="answer",
    form="fact",
    aspect="cost",
    standard="sp-x",
    ms=1.25,
    language="id",
    asked_at=NOW,
    state=QuestionState.ANSWERED,
)


def unanswered(number: int, state: QuestionState = QuestionState.OPEN) -> Question:
    return replace(ASKED, id=number, kind="unknown", aspect=None, standard=None, state=state)


async def test_a_question_comes_back_as_it_was_logged(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.questions.add(ASKED)
        await work.questions.add(replace(ASKED, id=1, person_id=None))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.questions.get(ASKED.id) == ASKED
        assert await work.questions.get(1) == replace(ASKED, id=1, person_id=None)
        assert await work.questions.get(2) is None


async def test_the_unanswered_are_listed_passed_on_first(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        for question in (ASKED, unanswered(1), unanswered(2), unanswered(3)):
            await work.questions.add(question)
        await work.questions.set_state(3, QuestionState.PASSED_ON)
        await work.questions.set_state(1, QuestionState.DISMISSED)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        listed = await work.questions.unanswered()
        assert [question.id for question in listed] == [3, 2]
        assert listed[0].state is QuestionState.PASSED_ON
        assert len(await work.questions.unanswered(limit=1)) == 1


async def test_the_last_word_of_each_person_counts(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        await work.questions.add(ASKED)
        await work.questions.add(unanswered(1))
        await work.questions.give_feedback(Feedback(ASKED.id, 7, True, NOW))
        await work.questions.give_feedback(Feedback(ASKED.id, 7, False, NOW))
        await work.questions.give_feedback(Feedback(ASKED.id, 8, True, NOW))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        counts = await work.questions.counts(NOW)
        assert (counts.asked, counts.open, counts.helpful, counts.unhelpful) == (2, 1, 1, 1)
        later = await work.questions.counts(NOW + timedelta(seconds=1))
        assert (later.asked, later.helpful) == (0, 0)


async def test_feedback_on_a_question_that_is_not_there_is_refused(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        await work.questions.give_feedback(Feedback(404, 7, True, NOW))
        with pytest.raises(StorageError):
            await work.commit()


async def test_old_answered_questions_go_with_their_feedback_and_open_ones_stay(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        await work.questions.add(ASKED)
        await work.questions.add(unanswered(1))
        await work.questions.give_feedback(Feedback(ASKED.id, 7, True, NOW))
        await work.commit()
    async with unit_of_work() as work:
        assert await work.questions.purge(NOW) == 0
        assert await work.questions.purge(NOW + timedelta(seconds=1)) == 1
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.questions.get(ASKED.id) is None
        assert await work.questions.get(1) is not None
        assert (await work.questions.counts(NOW)).helpful == 0
