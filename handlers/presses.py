"""What buttons do. Every press may come twice, late, or from somebody else."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from bot.domain.questions import QuestionState
from handlers import asking
from handlers.buttons import (
    Ask,
    AskPage,
    Complain,
    Judge,
    Meaning,
    Nothing,
    OnTicket,
    PassOn,
    Speak,
    Staff,
    TurnPage,
    decode,
)
from handlers.casework.presses import on_ticket
from handlers.complaints import pressing
from handlers.heard import Press
from handlers.learning import presses as learning
from handlers.learning.telling import tell_desk
from handlers.learning_buttons import Teach
from handlers.loading import presses as loading
from handlers.officials import presses as officials
from handlers.record_buttons import Records
from handlers.records import presses as records
from handlers.replies import View, again, present
from handlers.rule_buttons import OnRules
from handlers.rules import presses as rules
from handlers.standard_buttons import OnStandard
from handlers.task_buttons import OnTask
from handlers.tasks import presses as tasks
from handlers.turn import NOTHING, Edit, Notice, Outcome, Turn
from knowledge.finding.answers import Topic

_DOUBLE_TAP = timedelta(seconds=30)
_Action: TypeAlias = Callable[[Turn, Press, Any], Awaitable[Outcome]]


async def press(turn: Turn) -> Outcome:
    """Do what the pressed button means, if it still means something and may be pressed."""
    pressed = turn.heard.press
    meaning = decode(pressed.data) if pressed else None
    if pressed is None or meaning is None or turn.chat_id is None:
        return _old_button(turn)
    presser = turn.sighting.id if turn.sighting else None
    if meaning.owner is not None and meaning.owner != presser:
        return Outcome(notice=Notice(turn.render("notices.not_yours"), alert=True))
    return await _ACTIONS[type(meaning)](turn, pressed, meaning)


async def _ask(turn: Turn, pressed: Press, meaning: Ask) -> Outcome:
    """Answer in a new message, once for a double tap."""
    wanted = turn.office.finder.request(meaning.code)
    if wanted is None:
        return _old_button(turn)
    if _is_double_tap(turn, pressed):
        return NOTHING
    outcome = await asking.request(replace(turn, language=meaning.language), wanted)
    tap = {"message": pressed.message_id, "data": pressed.data, "at": turn.now.isoformat()}
    return replace(outcome, remember={**outcome.remember, "tap": tap})


async def _ask_page(turn: Turn, pressed: Press, meaning: AskPage) -> Outcome:
    """Change the message to another page; turning pages is no new question."""
    finder = turn.office.finder
    wanted = finder.request(meaning.code)
    if wanted is None or pressed.message_id is None:
        return _old_button(turn)
    reply = finder.answer(wanted, Topic(), language=meaning.language)
    view = View(_judged(pressed), meaning.owner, meaning.page)
    message = present(reply, turn.texts, finder.code, view)
    return Outcome(edit=Edit(pressed.message_id, message))


async def _turn_page(turn: Turn, pressed: Press, meaning: TurnPage) -> Outcome:
    """Turn to another page of the reply that the conversation remembers."""
    shown = turn.state.get("shown")
    if not shown or pressed.message_id is None or shown["question"] != _judged(pressed):
        return _old_button(turn)
    view = View(shown["question"], meaning.owner, meaning.page)
    message = again(shown["pages"], shown["language"], turn.texts, view)
    return Outcome(edit=Edit(pressed.message_id, message))


async def _judge(turn: Turn, pressed: Press, meaning: Judge) -> Outcome:
    """Keep whether the answer helped; a later press replaces an earlier one."""
    if turn.sighting is None or not await _is_theirs(turn, meaning.question):
        return _old_button(turn)
    await turn.office.questions.feedback(
        turn.work, meaning.question, turn.sighting.id, meaning.helpful, turn.now
    )
    return _noticed(turn, "thanks" if meaning.helpful else "sorry")


async def _pass_on(turn: Turn, pressed: Press, meaning: PassOn) -> Outcome:
    """Pass the question on to the officials, once."""
    if not await _is_theirs(turn, meaning.question):
        return _old_button(turn)
    question = await turn.work.questions.get(meaning.question)
    if question is not None and question.state is QuestionState.PASSED_ON:
        return _noticed(turn, "already_passed_on", alert=True)
    if await turn.office.questions.pass_on(turn.work, meaning.question, turn.now):
        await tell_desk(turn)
    return _noticed(turn, "passed_on", alert=True)


async def _speak(turn: Turn, pressed: Press, meaning: Speak) -> Outcome:
    """Speak the chosen language from now on, and say so in it."""
    spoken = replace(turn, language=meaning.language)
    notice = Notice(spoken.render("notices.language_set"))
    if turn.person is None or turn.person.language == meaning.language:
        return Outcome(notice=notice)
    await turn.work.people.set_language(turn.person.id, meaning.language)
    return replace(spoken.say("commands.language_set"), notice=notice)


async def _staff(turn: Turn, pressed: Press, meaning: Staff) -> Outcome:
    """Do what a button of the screens of posts and officials says."""
    outcome = await officials.press(turn, pressed, meaning)
    return _old_button(turn) if outcome is None else outcome


async def _on_task(turn: Turn, pressed: Press, meaning: OnTask) -> Outcome:
    """Do what a button of tasks says."""
    outcome = await tasks.press(turn, pressed, meaning)
    return _old_button(turn) if outcome is None else outcome


async def _on_rules(turn: Turn, pressed: Press, meaning: OnRules) -> Outcome:
    """Do what a button of the office's rules says."""
    outcome = await rules.press(turn, pressed, meaning)
    return _old_button(turn) if outcome is None else outcome


async def _records(turn: Turn, pressed: Press, meaning: Records) -> Outcome:
    """Leave it to those who keep the records; a second tap on one button does nothing."""
    if _is_double_tap(turn, pressed):
        return NOTHING
    outcome = await records.pressed(turn, meaning)
    if outcome is None:
        return _old_button(turn)
    tap = {"message": pressed.message_id, "data": pressed.data, "at": turn.now.isoformat()}
    return replace(outcome, remember={**outcome.remember, "tap": tap})


async def _teach(turn: Turn, pressed: Press, meaning: Teach) -> Outcome:
    """Do something with a word of the office, or with a question that waits for it."""
    return await learning.press(turn, meaning) or _old_button(turn)


async def _complain(turn: Turn, pressed: Press, meaning: Complain) -> Outcome:
    """Do something with a complaint."""
    return await pressing.press(turn, pressed, meaning) or _old_button(turn)


async def _standard(turn: Turn, pressed: Press, meaning: OnStandard) -> Outcome:
    """Do something with a draft, or with what is in force."""
    return await loading.press(turn, pressed, meaning) or _old_button(turn)


async def _nothing(turn: Turn, pressed: Press, meaning: Nothing) -> Outcome:
    return NOTHING


def _noticed(turn: Turn, name: str, *, alert: bool = False) -> Outcome:
    return Outcome(notice=Notice(turn.render(f"notices.{name}"), alert))


def _old_button(turn: Turn) -> Outcome:
    """Say that the button no longer works; ask anew, once for each message."""
    notice = Notice(turn.render("notices.old_button"), alert=True)
    message_id = turn.heard.press.message_id if turn.heard.press else None
    if turn.chat_id is None or turn.state.get("prompted", 0) == message_id:
        return Outcome(notice=notice)
    prompt = turn.say("messages.old_button")
    return replace(prompt, notice=notice, remember={"prompted": message_id})


def _is_double_tap(turn: Turn, pressed: Press) -> bool:
    """Tell whether the same button was answered a moment ago and nothing happened since."""
    tap = turn.state.get("tap")
    if not tap or (tap["message"], tap["data"]) != (pressed.message_id, pressed.data):
        return False
    return turn.now - datetime.fromisoformat(tap["at"]) < _DOUBLE_TAP


def _judged(pressed: Press) -> int | None:
    """Return the question whose feedback buttons stand under the same message."""
    meanings = (decode(code) for code in pressed.others)
    return next((m.question for m in meanings if isinstance(m, Judge | PassOn)), None)


async def _is_theirs(turn: Turn, question_id: int) -> bool:
    """Tell whether the question was asked in this conversation: codes can be forged."""
    question = await turn.work.questions.get(question_id)
    return question is not None and question.chat_key == turn.chat_key


_ACTIONS: dict[type[Meaning], _Action] = {
    Ask: _ask,
    AskPage: _ask_page,
    TurnPage: _turn_page,
    Judge: _judge,
    PassOn: _pass_on,
    Speak: _speak,
    Records: _records,
    OnTask: _on_task,
    OnRules: _on_rules,
    OnTicket: on_ticket,
    Complain: _complain,
    Nothing: _nothing,
    Staff: _staff,
    OnStandard: _standard,
    Teach: _teach,
}
