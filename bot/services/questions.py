"""Questions in a conversation: the topic is kept, the question logged, the unanswered stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.services.finding import FinderHolder
from bot.services.ports import UnitOfWork
from knowledge.finding.answers import Reply, Request


@dataclass(frozen=True, slots=True)
class Asked:
    """A reply, and the id under which its question is logged (for feedback and passing on)."""

    reply: Reply
    question_id: int


class Questions:
    """Asks the finder on behalf of a conversation."""

    def __init__(self, finder: FinderHolder) -> None:
        """Ask whatever finder the holder has at the time."""
        self._finder = finder

    async def ask(
        self, work: UnitOfWork, chat_key: str, person: Person | None, text: str, now: datetime
    ) -> Asked:
        """Answer a typed question within the conversation's topic."""
        raise NotImplementedError

    async def answer(
        self,
        work: UnitOfWork,
        chat_key: str,
        person: Person | None,
        request: Request,
        now: datetime,
    ) -> Asked:
        """Answer what a button asks; it becomes the topic too."""
        raise NotImplementedError

    async def feedback(
        self, work: UnitOfWork, question_id: int, person_id: int, helpful: bool, now: datetime
    ) -> bool:
        """Keep whether the reply helped; False if the question is not known (any more)."""
        raise NotImplementedError

    async def pass_on(self, work: UnitOfWork, question_id: int, now: datetime) -> bool:
        """Pass an unanswered question on to the officials; False if it is not known."""
        raise NotImplementedError
