"""What the office has taught, on both databases: it ends and is never changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.errors import DomainError
from bot.domain.learning import LessonKind, OfficeTerm, Place, StoredLesson, Use
from bot.domain.questions import Feedback, QuestionState
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW
from tests.bot.storage.test_questions import ASKED, unanswered

TERM = OfficeTerm(0, "nodin", "nota dinas", 7, NOW)
LINK = StoredLesson(
    0, LessonKind.LINK, "di mana parkir?", "Di basement.", 7, NOW,
    place=Place("sp-x", "2.a", "2.a", "00ff"), about="sp-x", instead=True, post="Kabag",
    holding="plt",
)  # fmt: skip
ANSWER = StoredLesson(0, LessonKind.ANSWER, "boleh?", "Boleh.", None, NOW)


async def test_terms_end_and_stay_on_record(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        first = await work.learning.add_term(TERM)
        await work.learning.end_term(first, 8, NOW)
        second = await work.learning.add_term(replace(TERM, meaning="nota dalam"))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        (kept,) = await work.learning.terms()
        assert kept == replace(TERM, id=second, meaning="nota dalam")
        ended, _ = await work.learning.terms(ended=True)
        assert ended == replace(TERM, id=first, ended_by=8, ended_at=NOW)


async def test_lessons_come_back_as_they_were_kept(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        ids = [await work.learning.add_lesson(one) for one in (LINK, ANSWER)]
        await work.learning.end_lesson(ids[1], None, NOW)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.learning.lessons() == (replace(LINK, id=ids[0]),)
        assert (await work.learning.lessons(ended=True))[1] == replace(
            ANSWER, id=ids[1], ended_at=NOW
        )


async def test_what_has_ended_cannot_end_again(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        term, lesson = await work.learning.add_term(TERM), await work.learning.add_lesson(LINK)
        await work.learning.end_term(term, 7, NOW)
        await work.learning.end_lesson(lesson, 7, NOW)
        await work.commit()
    for key, end in (("term.gone", "end_term"), ("lesson.gone", "end_lesson")):
        async with unit_of_work() as work:
            await getattr(work.learning, end)(term, 8, NOW)
            with pytest.raises(DomainError, match=key):
                await work.commit()


async def test_the_stamp_changes_with_whatever_is_in_force(unit_of_work: SqlUnitsOfWork) -> None:
    stamps = []

    async def look() -> None:
        async with unit_of_work(writing=False) as work:
            stamps.append(await work.learning.stamp())

    await look()
    for add in (TERM, LINK, TERM, ANSWER):
        async with unit_of_work() as work:
            if isinstance(add, OfficeTerm):
                await work.learning.add_term(add)
            else:
                await work.learning.add_lesson(add)
            await work.commit()
        await look()
    for end in ("end_term", "end_lesson"):
        async with unit_of_work() as work:
            await getattr(work.learning, end)(1, 7, NOW)
            await work.commit()
        await look()
    assert len(set(stamps)) == len(stamps)
    await look()
    assert stamps[-1] == stamps[-2]


async def test_questions_are_settled_by_lessons_and_their_use_is_counted(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        for question in (replace(ASKED, id=9, lesson=4, about="sp-x"), ASKED, unanswered(1)):
            await work.questions.add(question)
        await work.questions.give_feedback(Feedback(9, 7, False, NOW))
        await work.questions.give_feedback(Feedback(ASKED.id, 7, False, NOW))
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert [q.id for q in await work.questions.unhelpful()] == [ASKED.id]
        assert [q.id for q in await work.questions.answered(9)] == [ASKED.id, 9]
        kept = await work.questions.get(9)
        assert kept is not None
        assert (kept.lesson, kept.about) == (4, "sp-x")
    async with unit_of_work() as work:
        await work.questions.settle([1, ASKED.id], QuestionState.ANSWERED, 4)
        await work.questions.settle([], QuestionState.OPEN, None)
        await work.commit()
    async with unit_of_work(writing=False) as work:
        assert await work.questions.unanswered() == ()
        assert await work.questions.unhelpful() == ()
        assert [q.id for q in await work.questions.of_lesson(4)] == [ASKED.id, 9, 1]
        assert await work.questions.uses() == {4: Use(3, 2)}
