"""Telling those who wanted their question passed on that it is answered; and the office of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.dates import day_of
from bot.domain.directory import SERVICE_DESK
from bot.domain.messages import Outgoing, Priority
from bot.domain.questions import Question, QuestionState
from handlers.calls import content, message_to
from handlers.markup import shorten
from handlers.replies import Message, View, present
from handlers.texts import DEFAULT_LANGUAGE
from handlers.turn import Turn
from knowledge.finding.answers import Topic
from knowledge.finding.finder import Finder

_EXCERPT = 200


async def tell_answered(turn: Turn, finder: Finder, questions: Sequence[Question]) -> int:
    """Tell each chat once that its question is answered, with the answer; return how many."""
    told: dict[str, Question] = {}
    for question in questions:
        if question.state is QuestionState.PASSED_ON:
            told.setdefault(question.chat_key, question)
    for question in told.values():
        call = await _answer(turn, finder, question)
        await turn.work.outbox.queue(call, turn.now)
    return len(told)


async def _answer(turn: Turn, finder: Finder, question: Question) -> Outgoing:
    person = None
    if question.person_id is not None:
        person = await turn.work.people.get(question.person_id)
    language = (person.language if person else None) or question.language
    reply = finder.ask(question.text, Topic(question.about), language=language)
    chat = int(question.chat_key.split(":")[0])
    owner = question.person_id if chat < 0 else None
    shown = present(reply, turn.texts, finder.code, View(question.id, owner))
    lead = turn.texts.render("learning.told", language, text=shorten(question.text, _EXCERPT))
    message = replace(shown, html=f"{lead}\n\n{shown.html}")
    return Outgoing(
        chat,
        "sendMessage",
        {"chat_id": chat, **content(message)},
        Priority.NOTICE,
        dedupe_key=f"taught:{question.id}",
        update_id=turn.update_id,
    )


async def tell_desk(turn: Turn) -> None:
    """Tell the service desk, once a day, that a question was passed on; not which."""
    office = await turn.office.directory(turn.work)
    desk = office.reach(SERVICE_DESK, turn.now).person_id
    if desk is None:
        return
    person = await turn.work.people.get(desk)
    language = (person.language if person else None) or DEFAULT_LANGUAGE
    html = turn.texts.render("learning.passed_on", language)
    day = day_of(turn.now, turn.office.settings.zone)
    message = message_to(desk, Message(html), update_id=turn.update_id)
    key = f"passed-on:{desk}:{day}"
    await turn.work.outbox.queue(
        replace(message, priority=Priority.NOTICE, dedupe_key=key), turn.now
    )
