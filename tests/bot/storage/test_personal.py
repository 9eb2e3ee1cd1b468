from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.messages import OutboxState, Outgoing, sent
from bot.domain.people import Sighting
from bot.domain.questions import Feedback, Question, QuestionState
from bot.domain.updates import NewUpdate
from bot.storage.unit_of_work import SqlUnitsOfWork
from tests.bot.conftest import NOW

ME, OTHER = 7, 8
QUESTION = Question(
    1, "7", ME, "Berapa biayanya?", "answer", "cost", None, None, 1.0, "id", NOW,
    QuestionState.ANSWERED,
)  # fmt: skip


async def test_what_is_held_of_one_person_is_shown_and_forgotten_and_of_others_is_not(
    unit_of_work: SqlUnitsOfWork,
) -> None:
    async with unit_of_work() as work:
        updates = [NewUpdate(n, str(n), str(n), n, {"message": "x"}) for n in (ME, OTHER)]
        await work.inbox.add(updates, NOW)
        for person in (ME, OTHER):
            await work.people.seen(Sighting(person, "Siti", "siti"), NOW)
            own = replace(QUESTION, id=person, chat_key=str(person), person_id=person)
            await work.questions.add(own)
            await work.questions.give_feedback(Feedback(person, person, True, NOW))
            for text in ("satu", "dua"):
                await work.outbox.queue(Outgoing(person, "sendMessage", {"text": text}), NOW)
        await work.questions.give_feedback(Feedback(ME, OTHER, False, NOW))
        await work.conversations.save("7", {"topic": "x"}, NOW)
        claimed = await work.outbox.claim(2, NOW, timedelta(minutes=1))
        await work.outbox.settle([sent(message.id) for message in claimed], NOW)
        await work.commit()

    async with unit_of_work() as work:
        held = await work.personal.held(ME)
        assert held.person is not None
        assert held.person.username == "siti"
        assert held.state == {"topic": "x"}
        assert [question.id for question in held.questions] == [ME]
        assert len(held.received) == 1
        assert [line.body["text"] for line in held.sent] == ["satu", "dua"]
        assert await work.personal.forget(ME) > 0
        await work.commit()

    async with unit_of_work(writing=False) as work:
        left, other = await work.personal.held(ME), await work.personal.held(OTHER)
        assert left.questions == ()
        assert left.person is not None
        assert (left.person.name, left.person.username) == ("", None)
        assert [line.body["text"] for line in left.sent] == ["dua"], "what is queued still goes"
        assert len(left.received) == 1, "what is not handled yet still is"
        assert len(other.questions) == 1
        assert len(other.sent) == 2
        assert other.person is not None
        assert other.person.name == "Siti"
        counts = await work.questions.counts(NOW)
        assert (counts.helpful, counts.unhelpful) == (1, 0)
        assert OutboxState.SENT in {count.state for count in await work.outbox.counts()}


async def test_of_a_stranger_nothing_is_held(unit_of_work: SqlUnitsOfWork) -> None:
    async with unit_of_work() as work:
        held = await work.personal.held(999)
        assert (held.person, held.state, held.questions) == (None, {}, ())
        assert await work.personal.forget(999) == 0
