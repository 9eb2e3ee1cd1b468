"""Questions in plain text, new or edited, and how their replies are shown and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.services.questions import Asked
from handlers.buttons import TurnPage, decode
from handlers.markup import width
from handlers.replies import Message, View, present, sheets
from handlers.task_offers import offered
from handlers.turn import NOTHING, Edit, Outcome, Turn
from knowledge.finding.answers import Reply, Request, Topic
from knowledge.finding.finder import Finder

QUESTION_LIMIT = 4096
"""The longest question that is read (units): Telegram's own limit of a message."""


async def question(turn: Turn) -> Outcome:
    """Answer what someone wrote; in a group, what they wrote to the bot."""
    if not turn.text:
        return turn.say("messages.mention_only")
    if width(turn.text) > QUESTION_LIMIT:
        return turn.say("messages.too_long", limit=QUESTION_LIMIT)
    asked = await turn.office.questions.ask(
        turn.work, turn.chat_key, turn.person, turn.text, turn.now
    )
    return await offered(turn, asked.reply, answered(turn, asked))


async def request(turn: Turn, wanted: Request) -> Outcome:
    """Answer what a button or a command asks for."""
    asked = await turn.office.questions.answer(
        turn.work, turn.chat_key, turn.person, wanted, turn.now, language=turn.language
    )
    return await offered(turn, asked.reply, answered(turn, asked))


async def edited(turn: Turn) -> Outcome:
    """Answer an edited question: in place if its answer is our last word, else anew.

    Telegram also reports edits that leave the text as it was; those change nothing.
    """
    last = turn.state.get("last") or {}
    ours = last.get("message") == turn.message_id
    if not turn.text or (ours and await _unchanged(turn, last)):
        return NOTHING
    outcome = await question(turn)
    answer_id = await turn.work.outbox.sent_id(last["key"]) if ours else None
    if answer_id is None:
        return _marked(turn, outcome)
    return _in_place(outcome, answer_id, last["key"])


def _in_place(outcome: Outcome, answer_id: int, key: str) -> Outcome:
    """Change the earlier answer, which keeps its key: it may be changed again."""
    remember = dict(outcome.remember)
    if "last" in remember:
        remember["last"] = {**remember["last"], "key": key}
    edit = Edit(answer_id, outcome.replies[0])
    return replace(outcome, replies=(), edit=edit, remember=remember, key=None)


def _marked(turn: Turn, outcome: Outcome) -> Outcome:
    """Send the answer as a new message that says which question it belongs to."""
    first = outcome.replies[0]
    html = f"{turn.render('replies.edited')}\n\n{first.html}"
    return replace(outcome, replies=(replace(first, html=html),))


async def _unchanged(turn: Turn, last: Mapping[str, Any]) -> bool:
    earlier = await turn.work.questions.get(last["question"])
    return earlier is not None and earlier.text == turn.text


def answered(turn: Turn, asked: Asked) -> Outcome:
    """Show a reply, and remember to which message it belongs."""
    view = View(asked.question_id, turn.owner)
    finder = turn.office.finder
    message = present(asked.reply, turn.texts, finder.code, view)
    if message.count > 1 and not _comes_back(asked.reply, finder):
        alone = replace(asked.reply, request=None)
        message = present(alone, turn.texts, finder.code, view)
    key = f"answer:{turn.chat_id}:{turn.update_id}"
    last = {"message": turn.message_id, "question": asked.question_id, "key": key}
    remember = {"last": last, "shown": _shown(turn, asked, message)}
    return Outcome((message,), remember=remember, key=key)


def _comes_back(reply: Reply, finder: Finder) -> bool:
    """Tell whether the request alone brings the same reply back, as buttons of pages need it."""
    if reply.request is None:
        return False
    again = finder.answer(reply.request, Topic(), language=reply.language)
    return (again.form, again.values) == (reply.form, reply.values)


def _shown(turn: Turn, asked: Asked, message: Message) -> dict[str, Any] | None:
    """Keep the pages of a long reply that no code can name, for the buttons that turn them."""
    codes = [decode(button.data) for row in message.buttons for button in row]
    if not any(isinstance(meaning, TurnPage) for meaning in codes):
        return None
    return {
        "question": asked.question_id,
        "language": asked.reply.language,
        "pages": [sheet.html for sheet in sheets(asked.reply, turn.texts)],
    }
