"""Questions in a conversation: the topic is kept, the question logged, the unanswered stored."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import perf_counter

from bot.domain.people import Person
from bot.domain.questions import Feedback, Question, QuestionState
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork
from bot.services.topics import topic_in, with_topic
from knowledge.finding.answers import Reply, ReplyKind, Request, Topic

_RANDOM_BITS = 20
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)  # later than 1970, so that ids fit 63 bits until 2298


@dataclass(frozen=True, slots=True)
class Asked:
    """A reply, and the id under which its question is logged (for feedback and passing on)."""

    reply: Reply
    question_id: int


class Questions:
    """Asks the finder on behalf of a conversation."""

    def __init__(self, finder: FinderHolder) -> None:
        """Ask whatever finder the holder has at the time."""
        self._holder = finder

    async def ask(
        self, work: UnitOfWork, chat_key: str, person: Person | None, text: str, now: datetime
    ) -> Asked:
        """Answer a typed question within the conversation's topic.

        In the language the person chose, else in that of the question.
        """
        language = person.language if person else None
        asking = _Asking(work, chat_key, person, text, now)
        return await asking.answered_by(
            lambda topic: self._holder.finder.ask(text, topic, language=language)
        )

    async def answer(  # noqa: PLR0913 - as `ask`, and the language that a button was shown in
        self,
        work: UnitOfWork,
        chat_key: str,
        person: Person | None,
        request: Request,
        now: datetime,
        *,
        language: str | None = None,
    ) -> Asked:
        """Answer what a button asks; it becomes the topic too.

        In the given language, else the person's, else Indonesian.
        """
        spoken = language or (person.language if person else None) or "id"
        asking = _Asking(work, chat_key, person, "", now)
        return await asking.answered_by(
            lambda topic: self._holder.finder.answer(request, topic, language=spoken)
        )

    async def feedback(
        self, work: UnitOfWork, question_id: int, person_id: int, helpful: bool, now: datetime
    ) -> bool:
        """Keep whether the reply helped; False if the question is not known (any more)."""
        if await work.questions.get(question_id) is None:
            return False
        await work.questions.give_feedback(Feedback(question_id, person_id, helpful, now))
        return True

    async def pass_on(self, work: UnitOfWork, question_id: int, now: datetime) -> bool:
        """Pass a question on to the officials, once; False if it is not known (any more)."""
        question = await work.questions.get(question_id)
        if question is None:
            return False
        if question.state is not QuestionState.PASSED_ON:
            await work.questions.set_state(question_id, QuestionState.PASSED_ON)
        return True

    async def dismiss(self, work: UnitOfWork, question_id: int) -> bool:
        """Take an unanswered question off the officials' list; False if it is not known."""
        if await work.questions.get(question_id) is None:
            return False
        await work.questions.set_state(question_id, QuestionState.DISMISSED)
        return True


@dataclass(frozen=True, slots=True)
class _Asking:
    """Somebody's question at a moment; `text` is empty where a button was pressed."""

    work: UnitOfWork
    chat_key: str
    person: Person | None
    text: str
    now: datetime

    async def answered_by(self, find: Callable[[Topic], Reply]) -> Asked:
        """Find the reply, log the question, remember what the conversation is about now."""
        conversation = await self.work.conversations.load(self.chat_key)
        topic = topic_in(conversation.state, self.now)
        began = perf_counter()
        reply = find(topic)
        ms = (perf_counter() - began) * 1000
        state = with_topic(conversation.state, reply.topic, self.now)
        await self.work.conversations.save(self.chat_key, state, self.now)
        question = replace(self._logged(reply, ms), about=topic.standard)
        await self.work.questions.add(question)
        return Asked(reply, question.id)

    def _logged(self, reply: Reply, ms: float) -> Question:
        unanswered = reply.leaves_open
        return Question(
            id=new_question_id(self.now),
            chat_key=self.chat_key,
            person_id=self.person.id if self.person else None,
            text=self.text,
            kind=ReplyKind.UNKNOWN if unanswered else reply.kind,
            form=reply.form,
            aspect=reply.request.aspect if reply.request else None,
            standard=reply.request.standard if reply.request else None,
            ms=round(ms, 3),
            language=reply.language,
            asked_at=self.now,
            state=QuestionState.OPEN if unanswered else QuestionState.ANSWERED,
            lesson=reply.lesson,
        )


def new_question_id(now: datetime) -> int:
    """Return a 63-bit id that grows with time; made here, since buttons carry it before commit."""
    milliseconds = int((now - _EPOCH).total_seconds() * 1000)
    return (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
